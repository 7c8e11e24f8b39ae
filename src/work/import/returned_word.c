#include "work/import/returned_word.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "exchange/docx/docx_document.h"
#include "exchange/docx/docx_hand_marks.h"
#include "exchange/docx/docx_lost_labels.h"
#include "exchange/docx/docx_marks.h"
#include "exchange/text/speaking_id.h"
#include "merge/compare/diff.h"
#include "review/change/change_class.h"
#include "view/redline.h"
#include "work/export/sent_word.h"
#include "work/import/returned_authors.h"
#include "work/import/returned_beside.h"
#include "work/import/returned_clauses.h"
#include "work/import/returned_comments.h"
#include "work/import/returned_footnotes.h"
#include "work/import/returned_labels.h"
#include "work/import/returned_margins.h"

struct AdrefReturnedWord {
  AdrefImportFile *file;
  const AdrefText *base, *now;
  const AdrefImportOptions *options;
  AdrefSentWord sent;
  AdrefReturnedBeside beside;
  AdrefDocxDocumentOptions document_options;
  GPtrArray *parties;              /* of const char * */
  GPtrArray *sent_labels, *labels; /* of AdrefDocxNoteLabel: of what went out, and came back */
  AdrefWordReport *report;
};

typedef AdrefReturnedWord Returned;

/* "2 #training" of the clause with the bookmark, else "paragraph 7". */
static char *place_of(const Returned *self, const char *anchor, guint paragraph)
{
  const AdrefDocxSent *sent = anchor ? g_hash_table_lookup(self->sent.clauses, anchor) : NULL;
  return sent ? adref_redline_name(sent->clause, NULL) : g_strdup_printf("paragraph %u", paragraph);
}

/* Whether the words of a deletion stood in what went out. */
static gboolean were_sent(const Returned *self, const AdrefDocxMark *mark)
{
  const AdrefDocxSent *sent =
      mark->anchor ? g_hash_table_lookup(self->sent.clauses, mark->anchor) : NULL;
  gboolean is_deletion =
      mark->kind == ADREF_DOCX_MARK_DELETED || mark->kind == ADREF_DOCX_MARK_STRUCK;
  if (!sent || !is_deletion || mark->is_of_insertion || !*mark->words)
    return TRUE;
  g_auto(GStrv) parts = g_strsplit(mark->words, " ", -1);
  g_autofree char *words = g_strjoinv(" ", parts);
  return strstr(sent->words, words) || g_str_has_prefix(words, sent->number ? sent->number : words);
}

static void set_strange(const AdrefDocxMark *mark)
{
  for (guint i = 0; i < mark->tracks->len; i++)
    ((AdrefDocxTrack *)mark->tracks->pdata[i])->is_strange = TRUE;
}

/* The words of a mark as the report has them: those of a footnote say so, and what shows nothing is
 * named. */
static char *said_words(const AdrefDocxMark *mark)
{
  gboolean is_blank = !*mark->words && !mark->is_in_note && mark->kind != ADREF_DOCX_MARK_SPLIT &&
                      mark->kind != ADREF_DOCX_MARK_JOINED;
  return is_blank ? g_strdup("(space or line break)")
                  : g_strconcat(mark->is_in_note ? "footnote: " : "", mark->words, NULL);
}

static void list_marks(Returned *self)
{
  g_autoptr(GPtrArray) marks = adref_docx_marks_new(self->file->docx);
  for (guint i = 0; i < marks->len; i++) {
    const AdrefDocxMark *mark = marks->pdata[i];
    gboolean is_old = adref_docx_mark_is_old(mark->kind);
    gboolean is_strange = !were_sent(self, mark);
    g_autofree char *place = place_of(self, mark->anchor, mark->paragraph);
    g_autofree char *words = said_words(mark);
    if (is_strange)
      set_strange(mark);
    AdrefWordChange *change =
        adref_word_report_add(is_strange ? self->report->strange : self->report->marked, place,
                              adref_docx_mark_word(mark->kind), is_old ? words : "",
                              is_old ? "" : words, mark->author, mark->date);
    if (self->parties->len > 1)
      change->party = g_strdup(adref_returned_authors_party(self->options, mark->author));
  }
}

static char *first_words(const AdrefNode *clause)
{
  enum {
    SHOWN = 60 /* characters of a clause that came or went as a whole */
  };
  g_autofree char *words = adref_node_words(clause);
  if (g_utf8_strlen(words, -1) <= SHOWN)
    return g_steal_pointer(&words);
  g_autofree char *start = g_utf8_substring(words, 0, SHOWN);
  return g_strconcat(start, "\342\200\246", NULL);
}

/* Whether a clause was joined with the one before, or split from it: that says it for both. */
static gboolean is_other_half(const AdrefNode *clause)
{
  const AdrefChange *change = clause ? clause->as.clause->change : NULL;
  return change && (change->type == ADREF_CHANGE_JOINED || change->type == ADREF_CHANGE_SPLIT);
}

static void add_unmarked(Returned *self, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  g_autofree char *place = adref_redline_name(clause, NULL);
  GPtrArray *list = self->report->unmarked;
  gboolean is_whole = change->type == ADREF_CHANGE_ADDED || change->type == ADREF_CHANGE_DELETED;
  if (is_whole) {
    g_autofree char *words = first_words(clause);
    gboolean is_new = change->type == ADREF_CHANGE_ADDED;
    adref_word_report_add(list, place, adref_change_word(change->type), is_new ? "" : words,
                          is_new ? words : "", NULL, NULL);
    return;
  }
  gboolean is_divided = change->type == ADREF_CHANGE_SPLIT || change->type == ADREF_CHANGE_JOINED;
  gboolean is_agreed = FALSE;
  for (guint i = 0; change->findings && i < change->findings->len; i++)
    is_agreed |= ((AdrefFinding *)change->findings->pdata[i])->class == ADREF_CHANGE_CLASS_AGREED;
  for (guint i = 0; change->findings && i < change->findings->len; i++) {
    const AdrefFinding *finding = change->findings->pdata[i];
    g_autofree char *what = g_strconcat(adref_change_class_word(finding->class),
                                        is_agreed ? ", agreed ad ref" : "", NULL);
    gboolean is_said = is_divided && finding->class == ADREF_CHANGE_CLASS_EDITORIAL;
    if (finding->class != ADREF_CHANGE_CLASS_AGREED && !is_said)
      adref_word_report_add(list, place, what, finding->old, finding->new, NULL, NULL);
  }
  gboolean is_silent =
      (!change->findings || change->findings->len == 0) && !is_other_half(clause->next);
  if (is_silent &&
      (change->type == ADREF_CHANGE_MODIFIED || change->type == ADREF_CHANGE_EDITORIAL))
    adref_word_report_add(list, place, "spaces or layout", "", "", NULL, NULL);
  if (change->type == ADREF_CHANGE_MOVED || is_divided)
    adref_word_report_add(list, place, adref_change_word(change->type), "", "", NULL, NULL);
}

/* Both texts, the one that went out and the one that the file claims went out, are redlined. */
static void list_unmarked(Returned *self, const AdrefNode *sent, const AdrefNode *claimed)
{
  g_autoptr(AdrefNode) redline = adref_diff(sent, claimed, self->base->language);
  AdrefChangeClassOptions options = {.language = self->base->language,
                                     .parties = self->document_options.parties};
  adref_change_class_assign(redline, &options);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    if (change && change->type != ADREF_CHANGE_NONE && change->type != ADREF_CHANGE_MOVED_FROM)
      add_unmarked(self, clause);
  }
}

/* Clauses whose words the file claims to have been others are read from both files, so that only
 * their words differ. `claimed`: NULL: none is. */
static void choose_parsed(const Returned *self, const AdrefDocxReading *claimed)
{
  g_autoptr(GHashTable) words = claimed ? adref_docx_reading_words(claimed) : NULL;
  GHashTableIter iter;
  gpointer anchor, value;
  g_hash_table_iter_init(&iter, self->sent.clauses);
  while (g_hash_table_iter_next(&iter, &anchor, &value)) {
    AdrefDocxSent *sent = value;
    const char *own = words ? g_hash_table_lookup(words, anchor) : NULL;
    sent->is_parsed = own && strcmp(own, sent->words) != 0;
  }
}

static gboolean has_anchors(const Returned *self, const AdrefDocxReading *reading)
{
  for (guint i = 0; i < reading->paragraphs->len; i++) {
    const AdrefDocxReadParagraph *paragraph = reading->paragraphs->pdata[i];
    if (paragraph->anchor && g_hash_table_contains(self->sent.clauses, paragraph->anchor))
      return TRUE;
  }
  return FALSE;
}

static AdrefIncomingText *take(const Returned *self, AdrefNode *document)
{
  AdrefIncomingOptions options = {.name = self->file->name,
                                  .format = ADREF_INCOMING_WORD,
                                  .parties = self->document_options.parties,
                                  .language = self->base->language};
  return adref_incoming_take(document, &options);
}

/* A file without its bookmarks: its clauses are recognised by their words, as in plain text. */
static AdrefNode *recognise(Returned *self, AdrefNode *document, GError **error)
{
  AdrefImportFile *file = self->file;
  AdrefIncomingText *text = file->text;
  GPtrArray *problems = file->problems;
  g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
  file->text = take(self, document);
  file->problems = NULL; /* they are those of the text that is read, which is another one */
  AdrefNode *known = adref_import_into_clauses(file, self->base, self->base, none, NULL, error);
  adref_incoming_text_free(file->text);
  file->text = text;
  file->problems = problems;
  return known;
}

/* The text that went out, as a reading without notes has it. */
static AdrefNode *without_notes(const AdrefText *base, GError **error)
{
  g_autoptr(GString) printed = adref_text_printed_source(base, error);
  return printed ? adref_text_parse(base, printed->str, printed->len, NULL, error) : NULL;
}

/* The number that somebody typed before a new paragraph is none of its words. */
static void drop_typed_numbers(AdrefNode *document)
{
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    AdrefNode *list = clause->as.clause->kind == ADREF_PLAIN ? clause->first : NULL;
    gboolean is_number = list && list->type == ADREF_LIST && list->as.list.ordered && !list->next &&
                         list->first && !list->first->next;
    if (!is_number)
      continue;
    adref_node_move_children(list->first, clause);
    adref_node_free(list);
  }
}

static gboolean compare_claim(Returned *self, GError **error)
{
  g_autoptr(AdrefDocxReading) claimed =
      adref_docx_reading_new(self->file->docx, TRUE, ADREF_DOCX_RETURNED);
  adref_docx_reading_compare(claimed, self->sent.reading);
  AdrefDocxDocumentOptions options = self->document_options;
  options.without_notes = TRUE;
  gboolean is_anchored = has_anchors(self, claimed);
  g_autoptr(AdrefNode) document = adref_docx_document_make(claimed, &options, error);
  if (!document)
    return FALSE;
  if (!is_anchored) {
    g_autoptr(AdrefNode) known = recognise(self, g_steal_pointer(&document), error);
    g_autoptr(AdrefNode) printed = known ? without_notes(self->base, error) : NULL;
    if (printed)
      list_unmarked(self, printed, known);
    return printed != NULL;
  }
  drop_typed_numbers(document);
  choose_parsed(self, claimed);
  options.labels = self->sent_labels;
  g_autoptr(AdrefNode) sent = adref_docx_document_make(self->sent.reading, &options, error);
  choose_parsed(self, NULL);
  if (sent)
    list_unmarked(self, sent, document);
  return sent != NULL;
}

static gboolean is_in_series(AdrefIncomingKind kind)
{
  return kind == ADREF_INCOMING_PP || kind == ADREF_INCOMING_OP || kind == ADREF_INCOMING_PLAN_ITEM;
}

/* A new paragraph is of the kind of the numbered clause before it, else of the one behind it. */
static void set_kinds(const AdrefIncomingText *text)
{
  AdrefIncomingParagraph *before = NULL;
  for (guint i = 0; i < text->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = text->paragraphs->pdata[i];
    const AdrefIncomingParagraph *next =
        i + 1 < text->paragraphs->len ? text->paragraphs->pdata[i + 1] : NULL;
    gboolean is_new = !paragraph->is_marked && !paragraph->is_heading &&
                      paragraph->kind != ADREF_INCOMING_MORE &&
                      paragraph->kind != ADREF_INCOMING_SKIP;
    if (is_new && before && is_in_series(before->kind))
      paragraph->kind = before->kind;
    else if (is_new && next && next->is_marked && is_in_series(next->kind))
      paragraph->kind = next->kind;
    before = paragraph->is_heading ? NULL : paragraph;
  }
}

/* Marks by hand are taken where a person says so, else counted. */
static void take_hand_marks(Returned *self)
{
  AdrefDocxFile *docx = self->file->docx;
  if (self->options->takes_hand_marks)
    adref_docx_hand_marks_take(docx, self->sent.file);
  AdrefDocxHandMarks marks = adref_docx_hand_marks_count(docx, self->sent.file);
  self->report->struck = marks.struck;
  self->report->set_off = marks.set_off;
}

/* The clauses of which no page shows anything, such as one that is only a note, are in no file. */
static void add_unprinted(const Returned *self, AdrefNode *document)
{
  g_autoptr(GHashTable) unprinted = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) known = adref_import_clauses_by_id(document);
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, self->sent.clauses);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    if (!*((const AdrefDocxSent *)value)->words)
      g_hash_table_add(unprinted, (gpointer)(guintptr)((const AdrefDocxSent *)value)->clause);
  AdrefNode *before = NULL;
  for (const AdrefNode *clause = self->base->document->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    AdrefNode *twin = id ? g_hash_table_lookup(known, id) : NULL;
    before = twin ? twin : before;
    if (!g_hash_table_contains(unprinted, clause))
      continue;
    AdrefNode *copy = adref_node_copy_tree(clause, ADREF_KEPT);
    AdrefNode *next = before ? before->next : document->first;
    if (next)
      adref_node_insert_before(next, copy);
    else
      adref_node_append(document, copy);
    before = copy;
  }
}

/* Numbers of clauses that have words: "4 alt." */
static GHashTable *long_labels(const AdrefDocxReading *reading)
{
  GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < reading->paragraphs->len; i++) {
    char *label = adref_docx_reading_long_label(reading, i);
    if (label)
      g_hash_table_add(labels, label);
  }
  return labels;
}

/* Words in a style of what adref itself prints, which did not go out: no clause has them. */
static void list_left_out(Returned *self, const AdrefDocxReading *now)
{
  g_autoptr(GHashTable) sent = long_labels(self->sent.reading);
  for (guint i = 0; i < now->around->len; i++) {
    const char *words = now->around->pdata[i];
    if (!g_ptr_array_find_with_equal_func(self->sent.reading->around, words, g_str_equal, NULL))
      adref_word_report_leave_out(self->report, "line around the text", words);
  }
  for (guint i = 0; i < now->paragraphs->len; i++) {
    g_autofree char *words = adref_docx_reading_long_label(now, i);
    if (words && !g_hash_table_contains(sent, words))
      adref_word_report_leave_out(self->report, "words in the number of a clause", words);
  }
}

/* Comments on deleted words, without those that went out. */
static void list_lost(Returned *self)
{
  const GPtrArray *lost = self->file->docx->lost;
  for (guint i = 0; i < lost->len; i++) {
    const AdrefDocxComment *comment = lost->pdata[i];
    g_autofree char *words = adref_docx_comment_words(comment);
    if (!g_hash_table_contains(self->sent.notes, comment->words))
      adref_word_report_leave_out(self->report, "comment on words that are deleted", words);
  }
}

/* Of two texts side by side, whose pages are those of the first. */
static gboolean is_second(const Returned *self)
{
  const char *second = adref_docx_file_property(self->file->docx, "adref.beside");
  return g_strcmp0(second, self->base->language) == 0;
}

/* For a compilation, which compares the file with one text, and keeps the clauses that a party
 * takes out, with their notes. */
static gboolean is_compiled(const Returned *self)
{
  return self->now == self->base;
}

/* Reads the words with the changes of the parties that are chosen. */
static gboolean read_words(Returned *self, const AdrefDocxReading *reading, GError **error)
{
  AdrefNode *document = adref_docx_document_make(reading, &self->document_options, error);
  if (!document)
    return FALSE;
  gboolean is_anchored = has_anchors(self, reading);
  if (is_anchored) {
    add_unprinted(self, document);
    if (!is_compiled(self))
      adref_returned_comments_keep(document, reading, &self->sent);
  }
  adref_incoming_text_free(self->file->text);
  self->file->text = take(self, document);
  if (is_anchored)
    set_kinds(self->file->text);
  return TRUE;
}

static gboolean read_now(Returned *self, GError **error)
{
  AdrefDocxFile *docx = self->file->docx;
  g_autoptr(AdrefDocxReading) now = adref_docx_reading_new(docx, FALSE, ADREF_DOCX_RETURNED);
  adref_docx_reading_compare(now, self->sent.reading);
  if (!read_words(self, now, error))
    return FALSE;
  self->report->formatting = docx->format_changes;
  for (guint i = 0; i < docx->left_out->len; i++)
    adref_word_report_leave_out(self->report, docx->left_out->pdata[i], NULL);
  list_lost(self);
  adref_returned_comments_list(self->report, docx, &self->sent, self->options);
  list_left_out(self, now);
  const AdrefSentWord *first =
      self->beside.text && is_second(self) ? &self->beside.sent : &self->sent;
  adref_returned_margins_compare(self->report, docx->margins, first->file->margins,
                                 self->report->base);
  return TRUE;
}

gboolean adref_returned_word_choose(AdrefReturnedWord *self, guint first, guint last,
                                    GError **error)
{
  AdrefDocxFile *docx = self->file->docx;
  g_autoptr(GHashTable) pending =
      adref_returned_authors_choose(docx, self->options, self->parties, first, last);
  g_autoptr(AdrefDocxReading) reading = adref_docx_reading_new(docx, FALSE, ADREF_DOCX_RETURNED);
  adref_docx_reading_compare(reading, self->sent.reading);
  self->document_options.pending = pending;
  gboolean is_read = read_words(self, reading, error);
  self->document_options.pending = NULL;
  return is_read;
}

static gboolean has_footnotes(const AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    if (walk.node->type == ADREF_FOOTNOTE)
      return TRUE;
  return FALSE;
}

/* A redline has its footnotes among the paragraphs, as words, and their numbers in the text. */
static gboolean check_redline(const AdrefImportFile *file, const AdrefText *base, GError **error)
{
  const char *version = adref_docx_file_property(file->docx, "adref.version");
  if (!version || !strstr(version, " \342\206\222 ") || !has_footnotes(base->document))
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT,
              "%s: it is a redline of a text with footnotes, which stand in it as words, so it "
              "cannot come back; have the changes made in the text itself (adref export -o "
              "FILE.docx)",
              file->name);
  return FALSE;
}

void adref_returned_word_free(AdrefReturnedWord *self)
{
  if (!self)
    return;
  adref_returned_beside_clear(&self->beside);
  adref_sent_word_clear(&self->sent);
  g_ptr_array_unref(self->parties);
  g_clear_pointer(&self->sent_labels, g_ptr_array_unref);
  g_clear_pointer(&self->labels, g_ptr_array_unref);
  adref_word_report_free(self->report);
  g_free(self);
}

static void find_labels(Returned *self)
{
  const AdrefNode *document = self->sent.document ? self->sent.document : self->base->document;
  self->sent_labels = adref_returned_labels_sent(self->sent.file, document);
  self->labels = adref_returned_labels_match(self->file->docx, self->sent.file, self->sent_labels,
                                             self->base, self->now);
  self->document_options.labels = self->labels;
}

static gboolean read_report(Returned *self, GError **error)
{
  const AdrefImportOptions *options = self->options;
  self->document_options =
      (AdrefDocxDocumentOptions){.name = self->file->name,
                                 .parties = adref_parties_names(adref_text_parties(self->base)),
                                 .sent = self->sent.clauses,
                                 .authors = options->authors,
                                 .party = options->party,
                                 .known_notes = self->sent.notes};
  adref_returned_beside_report(&self->beside, self->file->docx, self->report);
  adref_docx_lost_labels_restore(self->file->docx, self->sent.file);
  adref_returned_footnotes_restore(self->file->docx, &self->sent, self->report);
  find_labels(self);
  adref_returned_authors_say(self->file->docx, options, self->file->problems);
  take_hand_marks(self);
  list_marks(self);
  return compare_claim(self, error) && read_now(self, error);
}

AdrefReturnedWord *adref_returned_word_open(AdrefImportFile *file, AdrefText *base,
                                            const char *base_name, const AdrefText *now,
                                            const AdrefImportOptions *options, GError **error)
{
  g_autoptr(AdrefReturnedWord) self = g_new0(AdrefReturnedWord, 1);
  self->file = file;
  self->base = base;
  self->now = now;
  self->options = options;
  self->parties = adref_returned_authors_parties(file->docx, options);
  self->report = adref_word_report_new(file->name, base_name);
  gboolean is_read =
      check_redline(file, base, error) &&
      adref_returned_beside_make_part(file->docx, base, error) &&
      adref_sent_word_make(&self->sent, file->docx, base, error) &&
      adref_returned_beside_open(&self->beside, file->docx, base, &self->sent, error) &&
      read_report(self, error);
  return is_read ? g_steal_pointer(&self) : NULL;
}

const GPtrArray *adref_returned_word_parties(const AdrefReturnedWord *self)
{
  return self->parties;
}

AdrefWordReport *adref_returned_word_take_report(AdrefReturnedWord *self)
{
  return g_steal_pointer(&self->report);
}

gboolean adref_returned_word_is(const char *path)
{
  g_autofree char *lower = g_ascii_strdown(path, -1);
  return g_str_has_suffix(lower, ".docx") || g_str_has_suffix(lower, ".odt");
}
