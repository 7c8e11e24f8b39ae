#include "work/returned_party.h"

#include "work/returned_changes.h"
#include "work/returned_word.h"
#include "work/sent_word.h"

static void say_report(const AdrefSession *session, const AdrefWordReport *report)
{
  guint count = report->unmarked->len;
  if (count > 0)
    adref_session_say(session, "%s: %u change%s without a mark; adref import --dry-run lists %s",
                      report->file, count, count == 1 ? "" : "s", count == 1 ? "it" : "them");
  if (report->struck > 0)
    adref_session_say(session,
                      "%s: %u passage%s struck by hand: read as words; --marks hand reads %s",
                      report->file, report->struck, report->struck == 1 ? " is" : "s are",
                      report->struck == 1 ? "it as a deletion" : "them as deletions");
  guint left_out = report->left_out->len;
  if (left_out > 0)
    adref_session_say(session, "%s: %s; adref import --dry-run lists %s", report->file,
                      left_out == 1 ? "a part is not read as Word shows it"
                                    : "some parts are not read as Word shows them",
                      left_out == 1 ? "it" : "them");
}

/* The whole text, with the clauses of a part as the file has them. */
static AdrefNode *put_part(AdrefImportFile *file, AdrefText *whole, const AdrefText *part,
                           const AdrefNode *theirs, const char *party)
{
  g_autoptr(AdrefImportInto) into = adref_import_into_new(file);
  into->base = g_strdup(whole->version.id);
  into->current = whole;
  AdrefNode *document = adref_returned_changes_make(into, part->document, theirs, party);
  into->file = NULL; /* both are the caller's */
  into->current = NULL;
  return document;
}

static AdrefNode *read_clauses(AdrefSession *session, AdrefImportFile *file, AdrefText *base,
                               const AdrefText *whole, const char *version,
                               const AdrefReturnedPartyOptions *chosen, GError **error)
{
  AdrefImportOptions options = {.party = chosen->party,
                                .takes_hand_marks = chosen->takes_hand_marks};
  g_autoptr(GHashTable) taken = adref_clause_ids(whole->document);
  g_autoptr(AdrefWordReport) report =
      adref_returned_word_read(file, base, version, &options, error);
  if (!report || !adref_import_file_check_words(file, error))
    return NULL;
  say_report(session, report);
  return adref_import_into_clauses(file, base, base, taken, error);
}

AdrefText *adref_returned_party_load(AdrefSession *session, const char *statement,
                                     const char *version, const char *path, const char *language,
                                     const AdrefReturnedPartyOptions *options, GError **error)
{
  g_autoptr(AdrefText) text = adref_text_open_version(session, statement, version, language, error);
  g_autoptr(AdrefText) base =
      text ? adref_text_open_version(session, statement, version, language, error) : NULL;
  AdrefImportFile *file =
      base ? adref_import_file_open(session, path, base->language, error) : NULL;
  if (!file)
    return NULL;
  g_autoptr(AdrefNode) theirs = read_clauses(session, file, base, text, version, options, error);
  if (theirs && !adref_sent_word_is_whole(file->docx)) {
    AdrefNode *whole = put_part(file, text, base, theirs, options->party);
    adref_node_free(theirs);
    theirs = whole;
  }
  adref_import_file_free(file);
  if (!theirs)
    return NULL;
  adref_import_into_text(text, theirs, text->document);
  return g_steal_pointer(&text);
}
