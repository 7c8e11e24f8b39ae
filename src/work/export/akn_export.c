#include "work/export/akn_export.h"

#include <string.h>

#include "history/common_base.h"
#include "history/label.h"
#include "history/log.h"
#include "history/tag.h"
#include "sign/verify.h"
#include "work/check/adoption_list.h"
#include "work/check/version_snapshot.h"
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

static gboolean is_signed(AdrefRepo *repo, const GPtrArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    if (adref_repo_label_is_signed(repo, labels->pdata[i]))
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
  if (!is_signed(repo, labels))
    return TRUE;
  const AdrefSigners *signers = adref_session_signers(text->session, error);
  if (!signers)
    return FALSE;
  AdrefVerifyOptions options = {.repo = repo,
                                .statement = statement,
                                .signers = signers,
                                .readings = text->session->readings,
                                .library = text->session->library,
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

/* The day and hour at which a draft was made final; NULL: its tag does not say it. */
static char *time_of_tag(AdrefRepo *repo, const char *statement, const char *label)
{
  g_autofree char *name = g_strdup_printf("refs/tags/final/%s/%s", statement, label);
  AdrefTag *tag = adref_repo_tag(repo, name);
  gsize length = 0;
  const char *bytes = tag && tag->bytes ? g_bytes_get_data(tag->bytes, &length) : NULL;
  g_autoptr(AdrefSignoff) head = adref_signoff_read(bytes, length);
  const AdrefPerson tagger = {.time = head->time, .offset = head->offset};
  adref_tag_free(tag);
  return head->time > 0 ? adref_person_time(&tagger, "%Y-%m-%dT%H:%M:%S%:z", NULL) : NULL;
}

/* What each party has agreed on record, where that adopts the text; its last act, or the end of the
 * silence, is the adoption. */
static void add_adoption(const AdrefText *text, const AdrefLabel *label, AdrefView view,
                         AdrefAknWork *work)
{
  g_auto(AdrefAdoptionList) list = {0};
  g_autoptr(AdrefStatementSnapshot) snapshot =
      adref_version_snapshot(text->session, text->statement->id, &label->version, NULL);
  if (!snapshot || !adref_adoption_list_make(text->session, snapshot, label, &list, NULL))
    return;
  const GPtrArray *acts = list.adoption->acts;
  const char *last = NULL;
  for (guint i = 0; i < acts->len; i++) {
    const AdrefAdoptionAct *act = acts->pdata[i];
    last = last && strcmp(last, act->time) > 0 ? last : act->time;
    if (view != ADREF_VIEW_PUBLIC)
      adref_akn_work_add_event(work, label->name, g_strdup(act->time), act->party, act->act);
  }
  if (last)
    adref_akn_work_add_milestone(work, label->name, g_strdup(last), "adoption");
}

/* A draft that was made final is published: the tag says when. Nobody has signed it, and neither
 * does the file say that anybody has. */
static void add_publication(AdrefRepo *repo, const AdrefText *text, const GPtrArray *labels,
                            AdrefView view, AdrefAknWork *work, GHashTable *known)
{
  const char *statement = text->statement->id;
  const AdrefLabel *label = adref_repo_published_label(repo, labels, statement);
  if (!label || !g_hash_table_contains(known, label->name))
    return;
  add_adoption(text, label, view, work);
  char *day = time_of_tag(repo, statement, label->name);
  if (day)
    adref_akn_work_add_milestone(work, label->name, day, "publication");
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
  if (!add_labels(repo, text, labels, work, known, error) ||
      (view != ADREF_VIEW_PUBLIC && !add_signoffs(repo, text, labels, work, known, error)))
    return FALSE;
  add_publication(repo, text, labels, view, work, known);
  return TRUE;
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
