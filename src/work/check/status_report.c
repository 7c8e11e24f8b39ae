#include "work/check/status_report.h"

#include <string.h>

#include "history/label.h"
#include "history/log.h"
#include "sign/signoff_message.h"
#include "work/changes/statement_log.h"
#include "work/records.h"

enum {
  MAX_VERSIONS = 1000 /* whose trailers are read for the last change of a clause */
};

AdrefStatusReport *adref_status_report_new(const AdrefText *text, GError **error)
{
  AdrefLibrary *library = text->files->library;
  AdrefFileSource *source = text->files->source;
  const AdrefStatement *statement = text->statement;
  const AdrefParties *parties = adref_library_parties(library);
  g_autoptr(AdrefStatusReport) report = g_new0(AdrefStatusReport, 1);
  report->rule = adref_signing_rule_read_begun(statement, parties, error);
  if (!report->rule)
    return NULL;
  report->language_versions = adref_language_versions_share(
      source, library, statement, report->rule, text->session->readings, error);
  if (!report->language_versions)
    return NULL;
  report->records = adref_records_read(text->session, source, statement, report->language_versions,
                                       *text->version.id ? &text->version : NULL, error);
  if (!report->records)
    return NULL;
  report->progress =
      adref_progress_new(report->language_versions, statement, parties, report->records);
  return g_steal_pointer(&report);
}

void adref_status_report_find_suspected(AdrefStatusReport *report, const AdrefText *text)
{
  const AdrefParties *parties = adref_text_parties(text);
  report->suspected = adref_suspected_places_new(report->language_versions, text->statement,
                                                 parties, report->records, TRUE);
  report->strangers =
      adref_suspected_places_strangers(report->language_versions, text->statement, parties);
}

void adref_status_report_free(AdrefStatusReport *report)
{
  if (!report)
    return;
  g_clear_pointer(&report->suspected, g_ptr_array_unref);
  g_strfreev(report->strangers);
  adref_progress_free(report->progress);
  g_clear_pointer(&report->changes, g_hash_table_unref);
  g_clear_pointer(&report->agreed, g_hash_table_unref);
  g_free(report->label);
  g_clear_pointer(&report->records, g_hash_table_unref);
  adref_language_versions_free(report->language_versions);
  adref_signing_rule_free(report->rule);
  g_free(report);
}

/* Whether the version records an act of a party, which changes no words. */
static gboolean is_act(const AdrefLogEntry *entry)
{
  const char *action = adref_log_entry_trailer(entry, "Action");
  for (guint type = ADREF_PARTY_ACT_AGREE; type < ADREF_PARTY_ACT_TYPES; type++)
    if (g_strcmp0(action, adref_party_act_word((AdrefPartyActType)type)) == 0)
      return TRUE;
  return FALSE;
}

static void take_entry(GHashTable *changes, const AdrefLogEntry *entry)
{
  static const char key[] = "Clause: ";
  if (is_act(entry))
    return;
  g_autofree char *time =
      adref_signoff_message_format_time(entry->author.time, entry->author.offset);
  for (guint i = 0; i < entry->trailers->len; i++) {
    const char *line = entry->trailers->pdata[i];
    if (g_str_has_prefix(line, key) && !g_hash_table_contains(changes, line + strlen(key)))
      g_hash_table_insert(changes, g_strdup(line + strlen(key)),
                          g_strdup_printf("%.10s %.8s", time, entry->version.id));
  }
}

/* The label "rev1" of a version that was circulated, or of one that was passed over on the way to
 * it because nothing of the statement changed there; or NULL. */
static char *label_of(const AdrefText *text, const AdrefLog *log)
{
  const GPtrArray *tags = adref_log_tags(log);
  const char *label = NULL;
  for (guint i = 0; !label && i < tags->len; i++)
    label = adref_repo_label_of_tag(text->session->repo, text->statement->id, tags->pdata[i]);
  return g_strdup(label);
}

/* Takes the current version of the log; *count counts those of the statement. */
static void take_version(AdrefStatusReport *report, const AdrefText *text, AdrefLog *log,
                         guint *count)
{
  if (!report->label) {
    report->label = label_of(text, log);
    report->is_draft = *count == 0;
  }
  if (!adref_statement_log_has(text->session, text->statement->id, log))
    return;
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
  take_entry(report->changes, entry);
  *count += 1;
}

gboolean adref_status_report_find_changes(AdrefStatusReport *report, const AdrefText *text,
                                          GError **error)
{
  const AdrefVersion *from = *text->version.id ? &text->version : NULL;
  g_autoptr(AdrefLog) log =
      adref_statement_log_new(text->session, text->statement->id, from, error);
  if (!log)
    return FALSE;
  report->changes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  gboolean found = TRUE;
  for (guint count = 0; count < MAX_VERSIONS && found;) {
    if (!adref_log_next(log, &found, error))
      return FALSE;
    if (found)
      take_version(report, text, log, &count);
  }
  return TRUE;
}

AdrefStatusTable adref_status_report_table(const AdrefStatusReport *report, const AdrefText *text,
                                           const AdrefStatusFilter *filter)
{
  return (AdrefStatusTable){.progress = report->progress,
                            .parties = adref_text_parties(text),
                            .title = text->statement->id,
                            .changes = report->changes,
                            .party = filter->party,
                            .open = filter->open,
                            .each = filter->each};
}
