#include "work/import/returned_party.h"

#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "merge/join/merge.h"
#include "work/export/sent_word.h"
#include "work/import/returned_changes.h"
#include "work/import/returned_word.h"

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

AdrefNode *adref_returned_party_put(AdrefImportFile *file, AdrefText *whole, const AdrefNode *part,
                                    const AdrefNode *theirs, const char *party)
{
  g_autoptr(AdrefImportInto) into = adref_import_into_new(file);
  into->base = g_strdup(whole->version.id);
  into->current = whole;
  AdrefNode *document = adref_returned_changes_make(into, part, theirs, party);
  into->file = NULL; /* both are the caller's */
  into->current = NULL;
  return document;
}

/* One file, and the version that it came from. */
typedef struct {
  AdrefSession *session;
  const char *statement, *version;
  AdrefImportFile *file;
  AdrefText *base; /* only the clauses of the part, where one went out */
  AdrefReturnedWord *word;
} Opened;

static AdrefNode *read_clauses(const Opened *self, guint first, guint last, GError **error)
{
  g_autoptr(GHashTable) taken = adref_clause_ids(self->base->document);
  if (!adref_returned_word_choose(self->word, first, last, error))
    return NULL;
  return adref_import_into_clauses(self->file, self->base, self->base, taken, NULL, error);
}

/* The text of the version with the clauses that were read. */
static AdrefText *make_text(const Opened *self, const AdrefNode *theirs, const char *party,
                            GError **error)
{
  g_autoptr(AdrefText) text = adref_text_open_version(self->session, self->statement, self->version,
                                                      self->base->language, error);
  g_autoptr(AdrefNode) before = text ? adref_node_copy_tree(text->document, ADREF_KEPT) : NULL;
  if (!text)
    return NULL;
  gboolean is_whole = adref_sent_word_is_whole(self->file->docx);
  g_autoptr(AdrefNode) all =
      is_whole ? adref_node_copy_tree(theirs, ADREF_KEPT)
               : adref_returned_party_put(self->file, text, self->base->document, theirs, party);
  adref_import_into_text(text, all, before);
  return g_steal_pointer(&text);
}

static gboolean is_same(const AdrefNode *a, const AdrefNode *b)
{
  g_autoptr(GString) first = adref_canonical(a), second = adref_canonical(b);
  return g_string_equal(first, second);
}

/* Takes what carries no mark out of a reading: `unmarked` is the file without any marked change.
 * Where a mark stands in words that were changed without one, the reading stays. NULL: so it does.
 */
static AdrefNode *without_unmarked(const Opened *self, const AdrefNode *unmarked,
                                   const AdrefNode *theirs)
{
  const AdrefNode *base = self->base->document;
  const AdrefMergeSide sides[] = {{.document = base, .name = ""}, {.document = theirs, .name = ""}};
  AdrefMergeOptions options = {.language = self->base->language,
                               .parties = adref_parties_names(adref_text_parties(self->base))};
  if (is_same(unmarked, base))
    return NULL;
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) merged = adref_merge(unmarked, sides, G_N_ELEMENTS(sides), &options, report);
  return report->brackets == 0 ? g_steal_pointer(&merged) : NULL;
}

/* What the party at a place of those of the file has marked. */
static AdrefText *load_other(const Opened *self, guint place, GError **error)
{
  const GPtrArray *parties = adref_returned_word_parties(self->word);
  g_autoptr(AdrefNode) unmarked = read_clauses(self, parties->len, parties->len, error);
  g_autoptr(AdrefNode) theirs = unmarked ? read_clauses(self, place, place, error) : NULL;
  if (!theirs)
    return NULL;
  g_autoptr(AdrefNode) alone = without_unmarked(self, unmarked, theirs);
  return make_text(self, alone ? alone : theirs, parties->pdata[place], error);
}

static gboolean load_others(const Opened *self, GArray *others, GError **error)
{
  const GPtrArray *parties = adref_returned_word_parties(self->word);
  for (guint i = 1; i < parties->len; i++) {
    AdrefReturnedParty other = {parties->pdata[i], load_other(self, i, error)};
    if (!other.text)
      return FALSE;
    g_array_append_val(others, other);
  }
  return TRUE;
}

/* The text of the party whose file it is; those of others too. */
static AdrefText *load_all(Opened *self, const AdrefImportOptions *options, GArray *others,
                           GError **error)
{
  self->word =
      adref_returned_word_open(self->file, self->base, self->version, self->base, options, error);
  if (!self->word || !adref_import_file_check_words(self->file, error))
    return NULL;
  g_autoptr(AdrefWordReport) report = adref_returned_word_take_report(self->word);
  adref_session_say_problems(self->session, self->file->name, self->file->problems);
  say_report(self->session, report);
  g_autoptr(AdrefNode) theirs = read_clauses(self, 0, 0, error);
  g_autoptr(AdrefText) text = theirs ? make_text(self, theirs, options->party, error) : NULL;
  return text && load_others(self, others, error) ? g_steal_pointer(&text) : NULL;
}

AdrefText *adref_returned_party_load(AdrefSession *session, const char *statement,
                                     const char *version, const char *path, const char *language,
                                     const AdrefReturnedPartyOptions *chosen, GArray *others,
                                     GError **error)
{
  AdrefImportOptions options = {.party = chosen->party,
                                .takes_hand_marks = chosen->takes_hand_marks,
                                .authors = chosen->authors,
                                .parties = chosen->parties,
                                .persons = chosen->persons};
  g_autoptr(AdrefText) base = adref_text_open_version(session, statement, version, language, error);
  AdrefImportFile *file =
      base ? adref_import_file_open(session, path, base->language, base->source, error) : NULL;
  if (!file)
    return NULL;
  Opened opened = {session, statement, version, file, base, NULL};
  AdrefText *text = load_all(&opened, &options, others, error);
  adref_returned_word_free(opened.word);
  adref_import_file_free(file);
  return text;
}
