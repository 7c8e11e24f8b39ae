#include "work/returned_word.h"

#include <string.h>

#include "clause/canonical.h"
#include "clause/node_copy.h"
#include "exchange/docx_document.h"
#include "exchange/docx_hand_marks.h"
#include "exchange/docx_marks.h"
#include "exchange/speaking_id.h"
#include "history/label.h"
#include "merge/diff.h"
#include "review/change_class.h"
#include "view/redline.h"
#include "work/returned_beside.h"
#include "work/returned_clauses.h"
#include "work/returned_margins.h"
#include "work/sent_word.h"

/* --- the version that the file came from --- */

static gboolean has_content(const AdrefText *text, const char *content)
{
  g_autofree char *hash = adref_text_hash(text->document);
  return strcmp(hash, content) == 0;
}

/* The text as it is, or a draft, with that content. */
static AdrefText *find_content(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefImportFile *file, const char *content, char **name)
{
  AdrefText *text = adref_text_open_statement(session, statement, file->language, NULL);
  *name = g_strdup(ADREF_VERSION_WORK);
  if (text && has_content(text, content))
    return text;
  const GPtrArray *labels = adref_session_labels(session, statement->id, NULL);
  for (guint i = labels ? labels->len : 0; i > 0; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    adref_text_free(text);
    text = adref_text_open_at(session, statement->id, &label->version, file->language, NULL);
    if (!text || !has_content(text, content))
      continue;
    g_free(*name);
    *name = g_strdup(label->name);
    return text;
  }
  adref_text_free(text);
  g_clear_pointer(name, g_free);
  return NULL;
}

/* The version of the words before the marks: of a redline, which names both, the older one. */
static char *version_of(const AdrefImportFile *file)
{
  const char *version = adref_docx_file_property(file->docx, "adref.version");
  const char *arrow = version ? strstr(version, " \342\206\222 ") : NULL;
  return arrow ? g_strndup(version, (gsize)(arrow - version)) : g_strdup(version);
}

/* Of two texts side by side the hash of the one that is read. */
static const char *content_property(const AdrefImportFile *file)
{
  const char *second = adref_docx_file_property(file->docx, "adref.beside");
  return g_strcmp0(second, file->language) == 0 ? "adref.beside-content" : "adref.content";
}

/* A part of a text is cut out of a text of its own (adref_returned_beside_make_part()). */
static AdrefText *open_base(AdrefSession *session, const AdrefStatement *statement,
                            const AdrefImportFile *file, const char *version, GError **error)
{
  if (!adref_sent_word_is_whole(file->docx))
    return adref_text_open_version(session, statement->id, version, file->language, error);
  g_autoptr(AdrefText) text =
      adref_text_load_version(session, statement->id, version, file->language, error);
  return text && adref_text_read_shared(text, error) ? g_steal_pointer(&text) : NULL;
}

AdrefText *adref_returned_word_base(AdrefSession *session, const AdrefStatement *statement,
                                    const AdrefImportFile *file, const AdrefImportOptions *options,
                                    char **name, GError **error)
{
  g_autofree char *version = version_of(file);
  const char *content = adref_docx_file_property(file->docx, content_property(file));
  *name = NULL;
  if (options->base) {
    *name = g_strdup(options->base);
    return open_base(session, statement, file, options->base, error);
  }
  AdrefText *text = version ? open_base(session, statement, file, version, NULL) : NULL;
  if (text && (!content || has_content(text, content))) {
    *name = g_strdup(version);
    return text;
  }
  adref_text_free(text);
  return content ? find_content(session, statement, file, content, name) : NULL;
}

/* --- the report --- */

typedef struct {
  AdrefImportFile *file;
  const AdrefText *base;
  const AdrefImportOptions *options;
  const AdrefSentWord *sent;
  const AdrefReturnedBeside *beside;
  AdrefDocxDocumentOptions document_options;
  AdrefWordReport *report;
} Returned;

/* "2 #training" of the clause with the bookmark, else "paragraph 7". */
static char *place_of(const Returned *self, const char *anchor, guint paragraph)
{
  const AdrefDocxSent *sent = anchor ? g_hash_table_lookup(self->sent->clauses, anchor) : NULL;
  return sent ? adref_redline_name(sent->clause, NULL) : g_strdup_printf("paragraph %u", paragraph);
}

/* Whether the words of a deletion stood in what went out. */
static gboolean were_sent(const Returned *self, const AdrefDocxMark *mark)
{
  const AdrefDocxSent *sent =
      mark->anchor ? g_hash_table_lookup(self->sent->clauses, mark->anchor) : NULL;
  gboolean is_deletion =
      mark->kind == ADREF_DOCX_MARK_DELETED || mark->kind == ADREF_DOCX_MARK_STRUCK;
  if (!sent || !is_deletion || !*mark->words)
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

/* A person who is of another party than that whose change the file is. */
static void say_other_party(const Returned *self, const AdrefDocxMark *mark, GHashTable *said)
{
  GHashTable *authors = self->options->authors;
  const char *party = authors ? g_hash_table_lookup(authors, mark->author) : NULL;
  if (!party || g_strcmp0(party, self->options->party) == 0 ||
      !g_hash_table_add(said, (gpointer)(guintptr)mark->author))
    return;
  adref_problem(self->file->problems, mark->paragraph, 1,
                "what %s of %s has marked becomes a change of %s with all others; --author says "
                "only whose the comments are",
                mark->author, party, self->options->party ? self->options->party : "nobody");
}

static void list_marks(Returned *self)
{
  g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) marks = adref_docx_marks_new(self->file->docx);
  for (guint i = 0; i < marks->len; i++) {
    const AdrefDocxMark *mark = marks->pdata[i];
    gboolean is_old = adref_docx_mark_is_old(mark->kind);
    gboolean is_strange = !were_sent(self, mark);
    g_autofree char *place = place_of(self, mark->anchor, mark->paragraph);
    g_autofree char *words = g_strconcat(mark->is_in_note ? "footnote: " : "", mark->words, NULL);
    if (is_strange)
      set_strange(mark);
    else
      say_other_party(self, mark, said);
    adref_word_report_add(is_strange ? self->report->strange : self->report->marked, place,
                          adref_docx_mark_word(mark->kind), is_old ? words : "",
                          is_old ? "" : words, mark->author, mark->date);
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
  gboolean is_agreed = FALSE;
  for (guint i = 0; change->findings && i < change->findings->len; i++)
    is_agreed |= ((AdrefFinding *)change->findings->pdata[i])->class == ADREF_CHANGE_CLASS_AGREED;
  for (guint i = 0; change->findings && i < change->findings->len; i++) {
    const AdrefFinding *finding = change->findings->pdata[i];
    g_autofree char *what = g_strconcat(adref_change_class_word(finding->class),
                                        is_agreed ? ", agreed ad ref" : "", NULL);
    if (finding->class != ADREF_CHANGE_CLASS_AGREED)
      adref_word_report_add(list, place, what, finding->old, finding->new, NULL, NULL);
  }
  gboolean is_silent = !change->findings || change->findings->len == 0;
  if (is_silent &&
      (change->type == ADREF_CHANGE_MODIFIED || change->type == ADREF_CHANGE_EDITORIAL))
    adref_word_report_add(list, place, "spaces or layout", "", "", NULL, NULL);
  if (change->type == ADREF_CHANGE_MOVED || change->type == ADREF_CHANGE_SPLIT ||
      change->type == ADREF_CHANGE_JOINED)
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
  g_hash_table_iter_init(&iter, self->sent->clauses);
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
    if (paragraph->anchor && g_hash_table_contains(self->sent->clauses, paragraph->anchor))
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
static AdrefNode *recognise(const Returned *self, AdrefNode *document, GError **error)
{
  g_autoptr(AdrefIncomingText) incoming = take(self, document);
  g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
  adref_returned_clauses_match(incoming, self->base->document, self->base->language, none, NULL);
  g_autoptr(AdrefNode) made = adref_clause_tree_make(incoming, ADREF_NUMBERS_STAY);
  adref_import_take_attributes(made, self->base->document);
  g_autoptr(GString) text = adref_canonical(made);
  return adref_text_parse(self->base, text->str, text->len, NULL, error);
}

static gboolean compare_claim(Returned *self, GError **error)
{
  g_autoptr(AdrefDocxReading) claimed =
      adref_docx_reading_new(self->file->docx, TRUE, ADREF_DOCX_RETURNED);
  adref_docx_reading_compare(claimed, self->sent->reading);
  AdrefDocxDocumentOptions options = self->document_options;
  options.without_notes = TRUE;
  gboolean is_anchored = has_anchors(self, claimed);
  g_autoptr(AdrefNode) document = adref_docx_document_make(claimed, &options, error);
  if (!document)
    return FALSE;
  if (!is_anchored) {
    g_autoptr(AdrefNode) known = recognise(self, g_steal_pointer(&document), error);
    if (known)
      list_unmarked(self, self->base->document, known);
    return known != NULL;
  }
  choose_parsed(self, claimed);
  g_autoptr(AdrefNode) sent = adref_docx_document_make(self->sent->reading, &options, error);
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
    adref_docx_hand_marks_take(docx, self->sent->file);
  AdrefDocxHandMarks marks = adref_docx_hand_marks_count(docx, self->sent->file);
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
  g_hash_table_iter_init(&iter, self->sent->clauses);
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
  g_autoptr(GHashTable) sent = long_labels(self->sent->reading);
  for (guint i = 0; i < now->around->len; i++) {
    const char *words = now->around->pdata[i];
    if (!g_ptr_array_find_with_equal_func(self->sent->reading->around, words, g_str_equal, NULL))
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
    if (!g_hash_table_contains(self->sent->notes, comment->words))
      adref_word_report_leave_out(self->report, "comment on words that are deleted", words);
  }
}

/* Of two texts side by side, whose pages are those of the first. */
static gboolean is_second(const Returned *self)
{
  const char *second = adref_docx_file_property(self->file->docx, "adref.beside");
  return g_strcmp0(second, self->base->language) == 0;
}

static gboolean read_now(Returned *self, GError **error)
{
  AdrefDocxFile *docx = self->file->docx;
  g_autoptr(AdrefDocxReading) now = adref_docx_reading_new(docx, FALSE, ADREF_DOCX_RETURNED);
  adref_docx_reading_compare(now, self->sent->reading);
  AdrefNode *document = adref_docx_document_make(now, &self->document_options, error);
  if (!document)
    return FALSE;
  self->report->formatting = docx->format_changes;
  for (guint i = 0; i < docx->left_out->len; i++)
    adref_word_report_leave_out(self->report, docx->left_out->pdata[i], NULL);
  list_lost(self);
  list_left_out(self, now);
  const AdrefSentWord *first =
      self->beside->text && is_second(self) ? &self->beside->sent : self->sent;
  adref_returned_margins_compare(self->report, docx->margins, first->file->margins,
                                 self->report->base);
  gboolean is_anchored = has_anchors(self, now);
  if (is_anchored)
    add_unprinted(self, document);
  adref_incoming_text_free(self->file->text);
  self->file->text = take(self, document);
  if (is_anchored)
    set_kinds(self->file->text);
  return TRUE;
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

AdrefWordReport *adref_returned_word_read(AdrefImportFile *file, AdrefText *base,
                                          const char *base_name, const AdrefImportOptions *options,
                                          GError **error)
{
  g_auto(AdrefSentWord) sent = {0};
  g_auto(AdrefReturnedBeside) beside = {0};
  if (!check_redline(file, base, error) ||
      !adref_returned_beside_make_part(file->docx, base, error) ||
      !adref_sent_word_make(&sent, file->docx, base, error) ||
      !adref_returned_beside_open(&beside, file->docx, base, &sent, error))
    return NULL;
  g_autoptr(AdrefWordReport) report = adref_word_report_new(file->name, base_name);
  Returned returned = {
      .file = file,
      .base = base,
      .options = options,
      .sent = &sent,
      .beside = &beside,
      .report = report,
      .document_options = {.name = file->name,
                           .parties = adref_parties_names(adref_text_parties(base)),
                           .sent = sent.clauses,
                           .authors = options->authors,
                           .party = options->party,
                           .known_notes = sent.notes}};
  adref_returned_beside_report(&beside, file->docx, report);
  take_hand_marks(&returned);
  list_marks(&returned);
  if (!compare_claim(&returned, error) || !read_now(&returned, error))
    return NULL;
  return g_steal_pointer(&report);
}

gboolean adref_returned_word_is(const char *path)
{
  g_autofree char *lower = g_ascii_strdown(path, -1);
  return g_str_has_suffix(lower, ".docx") || g_str_has_suffix(lower, ".odt");
}
