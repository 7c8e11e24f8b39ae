#include "work/join/merge_texts.h"

#include <string.h>

#include "base/name.h"
#include "base/string_list.h"
#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "clause/text/list_clauses.h"
#include "merge/join/merge_excerpt.h"
#include "merge/nonspace.h"
#include "work/import/returned_clauses.h"
#include "work/join/number_forms.h"
#include "work/join/sent_spelling.h"
#include "work/join/unmarked_text.h"

void adref_merged_text_free(AdrefMergedText *merged)
{
  if (!merged)
    return;
  g_string_free(merged->text, TRUE);
  adref_merge_report_free(merged->report);
  g_free(merged);
}

/* --- texts that must not be merged --- */

static gboolean is_marker(const char *line, const char *end)
{
  static const char *const markers[] = {"<<<<<<<", ">>>>>>>", "|||||||"};
  enum {
    MARKER = 7
  };
  for (gsize i = 0; i < G_N_ELEMENTS(markers); i++)
    if (end - line >= MARKER && memcmp(line, markers[i], MARKER) == 0 &&
        (end - line == MARKER || line[MARKER] == ' ' || line[MARKER] == '\n'))
      return TRUE;
  return FALSE;
}

gboolean adref_merge_check_markers(const AdrefText *text, GError **error)
{
  gsize length;
  const char *line = g_bytes_get_data(text->source, &length), *end = line + length;
  for (guint number = 1; line && line < end; number++) {
    if (is_marker(line, end)) {
      adref_error_at(error, ADREF_ERROR_INPUT, (AdrefLocation){text->name, number, 1},
                     "a conflict marker of git; take the markers out, or undo that merge, then "
                     "merge again");
      return FALSE;
    }
    const char *stop = memchr(line, '\n', (gsize)(end - line));
    line = stop ? stop + 1 : end;
  }
  return TRUE;
}

static const char *last_line(const char *text, gsize length)
{
  const char *at = text + length;
  while (at > text && at[-1] != '\n')
    at--;
  return at;
}

/* An empty file would take every paragraph out. */
static gboolean check_not_empty(const AdrefText *base, const AdrefText *text, GError **error)
{
  gsize length, base_length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  g_bytes_get_data(base->source, &base_length);
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace(bytes[i]))
      return TRUE;
  if (base_length == 0 || text == base)
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT,
              "%s: it is empty, so that every paragraph of %s would be deleted; ask for the file "
              "again, or leave it out",
              text->name, base->name);
  return FALSE;
}

/* A file that stops inside of a line which goes on in the base was cut off on its way. */
static gboolean check_whole(const AdrefText *base, const AdrefText *text, GError **error)
{
  gsize length, base_length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  const char *base_bytes = g_bytes_get_data(base->source, &base_length);
  if (length == 0 || base_length == 0 || bytes[length - 1] == '\n')
    return TRUE;
  const char *line = last_line(bytes, length);
  gsize size = (gsize)(bytes + length - line);
  for (const char *at = base_bytes, *end = base_bytes + base_length; at < end;) {
    const char *stop = memchr(at, '\n', (gsize)(end - at));
    gsize has = (gsize)((stop ? stop : end) - at);
    if (has > size && memcmp(at, line, size) == 0) {
      adref_error(error, ADREF_ERROR_INPUT,
                  "%s: it stops in the middle of a line that goes on in %s; it was cut off, so ask "
                  "for the file again",
                  text->name, base->name);
      return FALSE;
    }
    at = stop ? stop + 1 : end;
  }
  return TRUE;
}

static gboolean check_text(const AdrefText *base, const AdrefText *text, GError **error)
{
  return adref_merge_check_markers(text, error) && check_not_empty(base, text, error) &&
         check_whole(base, text, error);
}

static gboolean check_texts(const AdrefText *base, const AdrefMergeText *sides, guint count,
                            GError **error)
{
  gboolean sound = check_text(base, base, error);
  for (guint i = 0; i < count && sound; i++)
    sound = check_text(base, sides[i].text, error);
  return sound;
}

static gboolean read_text(const AdrefText *base, AdrefText *text, GError **error)
{
  return (text->document || adref_text_read_shared(text, error)) &&
         (text == base || adref_text_check_serious(text, text->problems, error));
}

/* --- merging --- */

/* The words of the result must be read as they were put together. */
static gboolean is_same(const AdrefNode *made, const AdrefNode *read)
{
  g_autoptr(GString) first = adref_nonspace_text(made), second = adref_nonspace_text(read);
  return g_string_equal(first, second);
}

/* Takes the tree, and frees each form of the text as soon as the next one is made: they are much of
 * the memory of a merge. */
static GString *write_result(const AdrefText *base, AdrefNode *put_together, GError **error)
{
  g_autoptr(AdrefNode) made = put_together;
  g_autoptr(GString) written = adref_canonical(made);
  g_autoptr(AdrefNode) read = adref_text_parse(base, written->str, written->len, NULL, error);
  g_string_free(g_steal_pointer(&written), TRUE);
  if (!read)
    return NULL;
  if (!is_same(made, read)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the merged text does not read as it was put together, so nothing was written; "
                "merge these texts by hand",
                base->name);
    return NULL;
  }
  g_clear_pointer(&made, adref_node_free);
  return adref_canonical(read);
}

/* `numbered`: the documents are split into numbered paragraphs. */
static AdrefMergedText *merge(const AdrefText *base, const AdrefNode *document,
                              const AdrefMergeSide *sides, guint count, gboolean compile,
                              gboolean numbered, GError **error)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions read_options;
  adref_text_read_options(base, &numbering, &read_options);
  AdrefMergeOptions options = {base->language, read_options.parties, compile};
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  AdrefNode *made = adref_merge(document, sides, count, &options, report);
  if (numbered)
    adref_list_clauses_put_numbers(made);
  GString *text = write_result(base, made, error);
  if (!text)
    return NULL;
  AdrefMergedText *merged = g_new0(AdrefMergedText, 1);
  merged->text = text;
  merged->report = g_steal_pointer(&report);
  return merged;
}

static void node_free(gpointer node)
{
  adref_node_free(node);
}

static AdrefMergeSide side_of(const AdrefMergeText *side, const AdrefNode *document)
{
  return (AdrefMergeSide){.document = document,
                          .party = side->party,
                          .name = side->name,
                          .parties = side->parties,
                          .time = side->time,
                          .is_part = side->text->is_answer,
                          .is_sent = side->is_sent};
}

/* The document of a side; one without markers is made anew, and `made` keeps it. */
static AdrefNode *read_side(const AdrefText *base, const AdrefMergeText *side, gboolean compile,
                            GPtrArray *made, gboolean *is_part, GError **error)
{
  AdrefText *text = side->text;
  const char *name = side->party ? side->party : side->name ? side->name : text->name;
  g_autoptr(GError) failed = NULL;
  if (!read_text(base, text, error))
    return NULL;
  AdrefNode *document = adref_unmarked_text_read(text, base, name, compile, is_part, &failed);
  if (failed)
    g_propagate_error(error, g_steal_pointer(&failed));
  else if (!document)
    return text->document;
  else
    g_ptr_array_add(made, document);
  return document;
}

static void add_count(GString *line, guint count, const char *one, const char *several)
{
  if (count > 0)
    g_string_append_printf(line, "%s%u %s", line->len > 0 ? ", " : "", count,
                           count == 1 ? one : several);
}

/* What a program or a style made of a text that a party sent is no change; it is counted. */
static AdrefNode *take_spelling(const AdrefText *base, const AdrefMergeText *side,
                                AdrefNode *document, GPtrArray *made)
{
  AdrefSentSpelling found = adref_sent_spelling_take(NULL, document, base->document);
  if (found.signs + found.capitals + found.numbers + found.labels + found.seams == 0)
    return document;
  AdrefNode *copy = adref_node_copy_tree(document, ADREF_KEPT);
  g_ptr_array_add(made, copy);
  found = adref_sent_spelling_take(copy, document, base->document);
  g_autoptr(GString) line = g_string_new(NULL);
  add_count(line, found.signs, "quotation mark, hyphen or space in another form",
            "quotation marks, hyphens or spaces in another form");
  add_count(line, found.numbers, "", "typed numbers of headings");
  add_count(line, found.labels, "label of a footnote", "labels of footnotes");
  add_count(line, found.seams, "space that became bold or slanted",
            "spaces that became bold or slanted");
  add_count(line, found.capitals, "heading in capitals", "headings in capitals");
  adref_session_say(side->text->session, "%s: no change: %s", side->party, line->str);
  return copy;
}

/* --- numbered paragraphs of a text without markers --- */

static gboolean has_markers(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->kind != ADREF_PLAIN && clause->as.clause->kind != ADREF_TITLE)
      return TRUE;
  return FALSE;
}

/* A copy in which each numbered paragraph is a clause, so that it is found where a paragraph was
 * put in or moved before it, and its number does not count. `made` keeps it. */
static AdrefNode *split_paragraphs(const AdrefNode *document, AdrefListNumbers keep,
                                   GPtrArray *made)
{
  AdrefNode *copy = adref_node_copy_tree(document, ADREF_KEPT);
  g_ptr_array_add(made, copy);
  adref_list_clauses_split(copy);
  adref_list_clauses_take_numbers(copy, keep);
  return copy;
}

static gboolean has_lists(const AdrefNode *base, const AdrefMergeSide *sides, guint count)
{
  gboolean found = adref_list_clauses_exist(base);
  for (guint i = 0; i < count && !found; i++)
    found = adref_list_clauses_exist(sides[i].document);
  return found;
}

/* In a compilation a party that typed numbers, or took them all out, has not changed the words. */
static void take_form(const AdrefText *base, const AdrefMergeText *side, AdrefNode *document,
                      const AdrefNode *of_base)
{
  const AdrefSession *session = side->text->session;
  AdrefNumberForms forms = adref_number_forms_take(document, of_base, base->language);
  if (forms.left_out > 0)
    adref_session_say(session, "%s: " ADREF_NUMBERS_LEFT_OUT, side->party, forms.left_out,
                      forms.left_out == 1 ? "" : "s", forms.left_out == 1 ? "is" : "are");
  if (forms.kept > 0)
    adref_session_say(session, "%s: %u paragraph%s without a number, compared with %s of the base",
                      side->party, forms.kept, forms.kept == 1 ? "" : "s",
                      forms.kept == 1 ? "the numbered one" : "the numbered ones");
}

/* In a compilation the base keeps its numbers, which all quote, and a new paragraph has none; in a
 * merge the numbers run on. */
static const AdrefNode *split_all(const AdrefText *text, const AdrefMergeText *texts,
                                  AdrefMergeSide *sides, guint count, gboolean compile,
                                  GPtrArray *made)
{
  const AdrefNode *base = text->document;
  if (has_markers(base) || !has_lists(base, sides, count))
    return base;
  AdrefListNumbers of_base = compile ? ADREF_LIST_NUMBERS_WRITTEN : ADREF_LIST_NUMBERS_RUNNING,
                   of_sides = compile ? ADREF_LIST_NUMBERS_NONE : ADREF_LIST_NUMBERS_RUNNING;
  AdrefNode *split = split_paragraphs(base, of_base, made);
  for (guint i = 0; i < count; i++) {
    if (sides[i].is_sent && adref_number_forms_is_part(sides[i].document, base))
      sides[i].is_part = TRUE;
    AdrefNode *document = split_paragraphs(sides[i].document, of_sides, made);
    if (compile)
      take_form(text, &texts[i], document, split);
    sides[i].document = document;
  }
  return split;
}

/* --- excerpts --- */

static AdrefMergeExcerpt *excerpt_of(const AdrefText *base, const AdrefMergeText *sides,
                                     guint count)
{
  g_autofree GBytes **texts = g_new(GBytes *, count + 1);
  texts[0] = base->source;
  for (guint i = 0; i < count; i++)
    texts[i + 1] = sides[i].text->source;
  return adref_merge_excerpt_new(texts, count + 1);
}

/* An excerpt read; NULL: there is a problem in it, which is found at its place in the whole text.
 */
static AdrefNode *read_excerpt(const AdrefText *text, const GString *excerpt)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefNode *document = adref_text_parse(text, excerpt->str, excerpt->len, problems, NULL);
  if (document && problems->len > 0)
    g_clear_pointer(&document, adref_node_free);
  return document;
}

/* The merge where it can be made of what changed alone; else NULL. */
static AdrefMergedText *merge_excerpts(const AdrefText *base, AdrefMergeExcerpt *excerpt,
                                       const AdrefMergeText *sides, guint count)
{
  g_autofree AdrefMergeSide *documents = g_new0(AdrefMergeSide, count + 1);
  g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(node_free);
  for (guint i = 0; i <= count; i++) {
    AdrefNode *document =
        read_excerpt(i == 0 ? base : sides[i - 1].text, adref_merge_excerpt_text(excerpt, i));
    if (!document)
      return NULL;
    g_ptr_array_add(made, document);
    if (i > 0)
      documents[i - 1] = side_of(&sides[i - 1], document);
  }
  g_autoptr(AdrefMergedText) merged =
      merge(base, made->pdata[0], documents, count, FALSE, FALSE, NULL);
  GString *whole = merged ? adref_merge_excerpt_complete(excerpt, merged->text) : NULL;
  if (!whole)
    return NULL;
  adref_merge_excerpt_report(excerpt, documents, merged->report);
  g_string_free(merged->text, TRUE);
  merged->text = whole;
  return g_steal_pointer(&merged);
}

/* --- the whole --- */

static AdrefMergedText *merge_whole(AdrefText *base, const AdrefMergeText *sides, guint count,
                                    gboolean compile, GError **error)
{
  g_autofree AdrefMergeSide *documents = g_new0(AdrefMergeSide, count + 1);
  g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(node_free);
  if (!read_text(base, base, error))
    return NULL;
  for (guint i = 0; i < count; i++) {
    gboolean is_part = FALSE;
    AdrefNode *document = read_side(base, &sides[i], compile, made, &is_part, error);
    if (!document)
      return NULL;
    if (compile && sides[i].is_sent)
      document = take_spelling(base, &sides[i], document, made);
    documents[i] = side_of(&sides[i], document);
    documents[i].is_part = documents[i].is_part || (is_part && sides[i].is_sent);
  }
  const AdrefNode *document = split_all(base, sides, documents, count, compile, made);
  return merge(base, document, documents, count, compile, document != base->document, error);
}

AdrefMergedText *adref_merge_texts(AdrefText *base, const AdrefMergeText *sides, guint count,
                                   gboolean compile, GError **error)
{
  if (!check_texts(base, sides, count, error))
    return NULL;
  g_autoptr(AdrefMergeExcerpt) excerpt = compile ? NULL : excerpt_of(base, sides, count);
  AdrefMergedText *merged = excerpt ? merge_excerpts(base, excerpt, sides, count) : NULL;
  return merged ? merged : merge_whole(base, sides, count, compile, error);
}

/* --- parties --- */

char *adref_merge_party_read(const AdrefText *text, const char *typed, GError **error)
{
  const AdrefParties *parties = adref_text_parties(text);
  g_autofree char *code = g_ascii_strup(typed, -1);
  if (!adref_name_check(ADREF_NAME_PARTY, code, error))
    return NULL;
  if (!parties && code[1] == '\0') { /* as adref_positions_read() reads it */
    adref_error(
        error, ADREF_ERROR_USAGE,
        "%s is one letter, which is a word in a bracket; without a registry of parties a code "
        "has two characters or more, such as JPN",
        typed);
    return NULL;
  }
  if (!parties || adref_parties_get(parties, code))
    return g_steal_pointer(&code);
  const char *near = adref_parties_closest(parties, typed);
  adref_error(error, ADREF_ERROR_USAGE, "%s is no party of templates/parties.yaml%s%s%s", typed,
              near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
  return NULL;
}

/* --- the report --- */

/* A clause in which the same happened twice has one line. */
static void add_event(GString *out, const AdrefMergeEvent *event, GHashTable *said)
{
  GString *line = g_string_new(NULL);
  g_autofree char *clause = adref_escape_controls(event->clause, -1, FALSE);
  g_string_append_printf(line, "%s: %s", *clause ? clause : "the text",
                         adref_merge_event_word(event->type));
  if (event->sides->len > 0)
    g_string_append(line, " - ");
  adref_string_list_append(line, event->sides, 0);
  if (event->detail)
    g_string_append_printf(line, " (%s)", event->detail);
  g_string_append_c(line, '\n');
  char *text = g_string_free(line, FALSE);
  if (!g_hash_table_contains(said, text))
    g_string_append(out, text);
  g_hash_table_add(said, text);
}

GString *adref_merge_report_write(const AdrefMergeReport *report)
{
  GString *out = g_string_new(NULL);
  g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < report->events->len; i++)
    add_event(out, report->events->pdata[i], said);
  return out;
}
