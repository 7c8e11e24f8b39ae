#include "work/import/returned_beside.h"

#include <string.h>

#include "clause/node_copy.h"
#include "view/docx/docx.h"
#include "view/parallel_texts.h"
#include "view/redline.h"
#include "work/export/as_if_agreed.h"
#include "work/export/excerpt.h"
#include "work/export/parallel_export.h"
#include "work/export/stale_excerpt.h"

/* Decides the brackets that the view of the file decided. */
static gboolean decide(const AdrefDocxFile *returned, AdrefText *text, GError **error)
{
  const char *preferred = adref_docx_file_property(returned, "adref.preferred");
  const char *words = preferred ? strchr(preferred, ' ') : NULL;
  g_autoptr(AdrefPageWords) page_words = NULL;
  g_autofree char *role = NULL;
  AdrefAsIfAgreedOptions options = {.words = words ? words + 1 : NULL,
                                    .only_positions =
                                        words && g_str_has_prefix(preferred, "party ")};
  if (!words)
    return TRUE;
  if (!adref_text_page_words(text, &page_words, error))
    return FALSE;
  options.page_words = page_words;
  return adref_as_if_agreed(text, &options, &role, error);
}

gboolean adref_returned_beside_make_part(const AdrefDocxFile *returned, AdrefText *text,
                                         GError **error)
{
  if (!decide(returned, text, error))
    return FALSE;
  const char *clauses = adref_docx_file_property(returned, "adref.clauses");
  const char *part = adref_docx_file_property(returned, "adref.part");
  if (!clauses)
    return !part || adref_excerpt_make(text, part, TRUE, error);
  g_autofree char *own = adref_stale_excerpt_in(text->document, clauses);
  return adref_stale_excerpt_make(text, own, error);
}

static AdrefText *open_other(const AdrefText *base, const char *language, GError **error)
{
  return *base->version.id
             ? adref_text_open_at(base->session, base->statement->id, &base->version, language,
                                  error)
             : adref_text_open_statement(base->session, base->statement, language, error);
}

/* The clauses that only the other text has were to be written, and have their attributes. */
static void list_awaited(AdrefReturnedBeside *beside, AdrefSentWord *sent)
{
  for (const AdrefNode *clause = beside->text->document->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    g_autofree char *bookmark = id ? adref_docx_bookmark(id) : NULL;
    if (!id || g_hash_table_contains(sent->clauses, bookmark))
      continue;
    AdrefNode *empty = adref_node_copy(clause);
    g_ptr_array_add(beside->awaited, empty);
    adref_sent_word_add(sent, bookmark, empty);
  }
}

static void add_line(AdrefSentWord *sent, char *line)
{
  g_ptr_array_add(sent->reading->around, line);
}

/* What a page in the language of `page` says where `language` lacks a clause, and that in English.
 */
static void add_missing_line(AdrefSentWord *sent, const char *language, const AdrefText *page)
{
  g_autoptr(AdrefPageWords) words = NULL;
  if (adref_text_page_words(page, &words, NULL) && words)
    add_line(sent, adref_parallel_texts_not_in(language, words, page->language));
  add_line(sent, adref_parallel_texts_not_in(language, NULL, "en"));
}

gboolean adref_returned_beside_open(AdrefReturnedBeside *beside, const AdrefDocxFile *returned,
                                    const AdrefText *base, AdrefSentWord *sent, GError **error)
{
  const char *first = adref_docx_file_property(returned, "adref.language"),
             *second = adref_docx_file_property(returned, "adref.beside");
  if (!first || !second)
    return TRUE;
  gboolean is_second = strcmp(base->language, second) == 0;
  beside->awaited = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free);
  beside->text = open_other(base, is_second ? first : second, error);
  if (!beside->text || !adref_returned_beside_make_part(returned, beside->text, error) ||
      !adref_sent_word_make(&beside->sent, returned, beside->text, error))
    return FALSE;
  add_line(sent, adref_parallel_export_head(base->language, sent->role));
  add_missing_line(sent, base->language, base);
  add_missing_line(sent, base->language, beside->text);
  if (is_second && adref_docx_file_property(returned, "adref.clauses"))
    list_awaited(beside, sent);
  return TRUE;
}

/* --- the other column --- */

static AdrefDocxReading *read_other(AdrefDocxFile *returned)
{
  GPtrArray *chosen = returned->paragraphs;
  returned->paragraphs = returned->beside;
  AdrefDocxReading *reading = adref_docx_reading_new(returned, FALSE, ADREF_DOCX_RETURNED);
  returned->paragraphs = chosen;
  return reading;
}

/* CLAUSE of a text that went out -> its bookmark (not owned). */
static GHashTable *bookmarks_of(const AdrefSentWord *sent)
{
  GHashTable *bookmarks = g_hash_table_new(NULL, NULL);
  GHashTableIter iter;
  gpointer bookmark, one;
  g_hash_table_iter_init(&iter, sent->clauses);
  while (g_hash_table_iter_next(&iter, &bookmark, &one))
    g_hash_table_insert(bookmarks, (gpointer)(guintptr)((const AdrefDocxSent *)one)->clause,
                        bookmark);
  return bookmarks;
}

static void list_words(const AdrefReturnedBeside *beside, const AdrefDocxReading *reading,
                       AdrefWordReport *report)
{
  g_autofree char *what =
      g_strdup_printf("change in the column of the other language, %s", beside->text->language);
  g_autoptr(GHashTable) words = adref_docx_reading_words(reading);
  g_autoptr(GHashTable) bookmarks = bookmarks_of(&beside->sent);
  for (const AdrefNode *clause = beside->text->document->first; clause; clause = clause->next) {
    const char *bookmark = g_hash_table_lookup(bookmarks, clause);
    const AdrefDocxSent *sent =
        bookmark ? g_hash_table_lookup(beside->sent.clauses, bookmark) : NULL;
    const char *own = sent ? g_hash_table_lookup(words, bookmark) : NULL;
    if (!sent || g_strcmp0(own ? own : "", sent->words) == 0)
      continue;
    g_autofree char *name = adref_redline_name(clause, NULL);
    g_autofree char *line = g_strdup_printf("%s: %s", name, own ? own : "deleted");
    g_strdelimit(g_strchomp(line), "\n", ' ');
    adref_word_report_leave_out(report, what, line);
  }
}

static void list_comments(const AdrefReturnedBeside *beside, const AdrefDocxFile *returned,
                          AdrefWordReport *report)
{
  for (guint i = 0; i < returned->beside->len; i++) {
    const AdrefDocxParagraph *paragraph = returned->beside->pdata[i];
    for (guint k = 0; k < paragraph->runs->len; k++) {
      guint place = g_array_index(paragraph->runs, AdrefDocxRun, k).comment;
      const AdrefDocxComment *comment =
          place > 0 ? &g_array_index(returned->comments, AdrefDocxComment, place - 1) : NULL;
      if (!comment || g_hash_table_contains(beside->sent.notes, comment->words))
        continue;
      g_autofree char *words = adref_docx_comment_words(comment);
      adref_word_report_leave_out(report, "comment in the column of the other language", words);
    }
  }
}

void adref_returned_beside_report(const AdrefReturnedBeside *beside, AdrefDocxFile *returned,
                                  AdrefWordReport *report)
{
  if (!beside->text)
    return;
  g_autoptr(AdrefDocxReading) reading = read_other(returned);
  adref_docx_reading_compare(reading, beside->sent.reading);
  list_words(beside, reading, report);
  list_comments(beside, returned, report);
}

void adref_returned_beside_clear(AdrefReturnedBeside *beside)
{
  g_clear_pointer(&beside->awaited, g_ptr_array_unref);
  adref_sent_word_clear(&beside->sent);
  adref_text_free(beside->text);
}
