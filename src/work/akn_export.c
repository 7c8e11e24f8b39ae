#include "work/akn_export.h"

#include <string.h>

#include "history/common_base.h"
#include "history/label.h"
#include "history/log.h"
#include "sign/verify.h"
#include "work/person_time.h"

static void add_facts(const AdrefText *text, AdrefAknWork *work)
{
  const AdrefStatement *statement = text->statement;
  g_autoptr(GHashTable) names = adref_text_party_names(text);
  work->statement = g_strdup(statement->id);
  work->languages = g_strdupv(statement->languages);
  work->has_date = statement->date != NULL;
  if (statement->date) {
    work->day = adref_value_print(statement->date, "iso", text->language);
    work->date = adref_value_print(statement->date, "long", text->language);
  }
  if (statement->place)
    work->place = adref_value_print(statement->place, "", text->language);
  for (char **code = statement->parties; code && *code; code++) {
    const char *name = names ? g_hash_table_lookup(names, *code) : NULL;
    adref_akn_work_add_party(work, *code, name ? name : *code);
  }
}

static gboolean add_role(const AdrefText *text, AdrefAknWork *work, GError **error)
{
  const AdrefYaml *roles = adref_yaml_get(text->statement->yaml, "roles");
  if (!roles || !adref_yaml_get(roles, text->language))
    return TRUE;
  g_autoptr(AdrefSigningRule) rule =
      adref_signing_rule_read_begun(text->statement, adref_text_parties(text), error);
  if (!rule)
    return FALSE;
  work->has_role = TRUE;
  work->role = adref_signing_rule_language_role(rule, text->language);
  return TRUE;
}

static char *day_of(AdrefLog *log)
{
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
  return adref_person_time(&entry->author, "%Y-%m-%d", NULL);
}

/* The newest version of the text, and, where the facts have no date, the day of the first one. */
static gboolean add_versions(AdrefLog *log, const GPtrArray *labels, gboolean is_saved,
                             AdrefAknWork *work, GError **error)
{
  gboolean found = FALSE;
  if (!adref_log_next(log, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  const AdrefLabel *label = adref_labels_of_tags(labels, adref_log_tags(log));
  AdrefVersion version = adref_log_version(log);
  if (is_saved)
    work->version = label ? g_strdup(label->name) : g_strndup(version.id, 8);
  work->version_day = day_of(log);
  for (; found && !work->has_date;) {
    char *day = day_of(log);
    g_free(work->day);
    work->day = day ? day : g_strdup(work->version_day);
    if (!adref_log_next(log, &found, error))
      return FALSE;
  }
  return TRUE;
}

/* The drafts from which the text was made. */
static gboolean add_labels(AdrefRepo *repo, const AdrefText *text, const GPtrArray *labels,
                           AdrefAknWork *work, GHashTable *known, GError **error)
{
  AdrefVersion at = text->version;
  if (!*at.id && !adref_repo_resolve(repo, NULL, "HEAD", &at, error))
    return FALSE;
  for (guint i = 0; i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    gboolean is_before = FALSE;
    if (!adref_repo_is_ancestor(repo, &label->version, &at, &is_before, error))
      return FALSE;
    char *day = is_before ? adref_person_time(label->person, "%Y-%m-%dT%H:%M:%S%:z", NULL) : NULL;
    if (!day)
      continue;
    adref_akn_work_add_event(work, label->name, day, NULL, NULL);
    g_hash_table_add(known, label->name);
  }
  return TRUE;
}

static gboolean is_signed(AdrefRepo *repo, const GPtrArray *labels, const char *statement)
{
  for (guint i = 0; i < labels->len; i++)
    if (adref_repo_label_is_signed(repo, labels->pdata[i], statement))
      return TRUE;
  return FALSE;
}

static void add_signatures(const AdrefDraftResult *draft, AdrefAknWork *work)
{
  for (guint i = 0; i < draft->signatures->len; i++) {
    const AdrefSignatureResult *signature = draft->signatures->pdata[i];
    if (adref_signature_result_is_valid(signature) && signature->time)
      adref_akn_work_add_event(work, draft->label, g_strdup(signature->time), signature->party,
                               adref_capacity_word(signature->capacity));
  }
}

static gboolean add_signoffs(AdrefRepo *repo, const AdrefText *text, const GPtrArray *labels,
                             AdrefAknWork *work, GHashTable *known, GError **error)
{
  const char *statement = text->statement->id;
  if (!is_signed(repo, labels, statement))
    return TRUE;
  const AdrefSigners *signers = adref_session_signers(text->session, error);
  if (!signers)
    return FALSE;
  AdrefVerifyOptions options = {.repo = repo,
                                .statement = statement,
                                .signers = signers,
                                .clock = text->session->now,
                                .checks = adref_signature_check_steps,
                                .count = adref_signature_check_step_count};
  g_autoptr(AdrefVerification) made = adref_verify(&options, error);
  for (guint i = 0; made && i < made->drafts->len; i++) {
    const AdrefDraftResult *draft = made->drafts->pdata[i];
    if (g_hash_table_contains(known, draft->label))
      add_signatures(draft, work);
  }
  return made != NULL;
}

static gboolean add_history(AdrefRepo *repo, const AdrefText *text, AdrefView view,
                            gboolean is_saved, AdrefAknWork *work, GError **error)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  const AdrefVersion *version = *text->version.id ? &text->version : NULL;
  const GPtrArray *labels = adref_session_labels(text->session, text->statement->id, error);
  g_autoptr(AdrefLog) log =
      labels ? adref_log_new(repo, text->statement->folder, version, error) : NULL;
  if (!log || !add_versions(log, labels, is_saved, work, error))
    return FALSE;
  if (labels->len == 0)
    return TRUE;
  return add_labels(repo, text, labels, work, known, error) &&
         (view == ADREF_VIEW_PUBLIC || add_signoffs(repo, text, labels, work, known, error));
}

AdrefAknWork *adref_akn_export_work(const AdrefText *text, AdrefView view, gboolean is_saved,
                                    GError **error)
{
  if (!text->statement) {
    adref_error(error, ADREF_ERROR_USAGE,
                "export: %s: Akoma Ntoso identifies a text by its statement and its date; --format "
                "akn goes with a statement, and adref import makes one of a file",
                text->name);
    return NULL;
  }
  g_autoptr(AdrefAknWork) work = adref_akn_work_new();
  AdrefRepo *repo = adref_session_repo(text->session, NULL);
  add_facts(text, work);
  if (!add_role(text, work, error) ||
      (repo && !add_history(repo, text, view, is_saved, work, error)))
    return NULL;
  if (!work->day) {
    adref_error(error, ADREF_ERROR_USAGE,
                "export: Akoma Ntoso identifies a text by its date; write date: into %s, or save "
                "the text",
                text->statement->path);
    return NULL;
  }
  if (!work->version_day)
    work->version_day = g_strdup(work->day);
  return g_steal_pointer(&work);
}
