#include "work/import/returned_footnotes.h"

#include <string.h>

/* Whether a comment stands between the calls of the first footnote and of the second one. */
static gboolean has_comment_between(const AdrefDocxFile *file)
{
  guint last = 0; /* the footnote that was called last */
  for (guint i = 0; i < file->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[i];
    for (guint k = 0; k < paragraph->runs->len && last < 2; k++) {
      const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, k);
      if (run->comment && last == 1)
        return TRUE;
      last = run->note ? run->note : last;
    }
  }
  return FALSE;
}

/* The words of all footnotes: a set. */
static GHashTable *words_of(const AdrefDocxFile *file)
{
  GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint note = 1; note <= file->notes->len; note++)
    g_hash_table_add(words, adref_docx_note_words(file, note, FALSE));
  return words;
}

static GPtrArray *paragraph_of(const AdrefDocxFile *returned, const char *words)
{
  AdrefDocxRun run = {.text = g_strdup(words)};
  AdrefDocxParagraph *paragraph = g_new0(AdrefDocxParagraph, 1);
  paragraph->style = ((const AdrefDocxParagraph *)returned->paragraphs->pdata[0])->style;
  paragraph->alignment = '-';
  paragraph->runs = g_array_new(FALSE, FALSE, sizeof(AdrefDocxRun));
  g_array_set_clear_func(paragraph->runs, adref_docx_run_clear);
  g_array_append_val(paragraph->runs, run);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func(adref_docx_paragraph_free);
  g_ptr_array_add(paragraphs, paragraph);
  return paragraphs;
}

/* Whether a footnote that nobody has marked has the words of another one, or none. `known`: those
 * that went out, and those of the footnotes before, which somebody may have changed. */
static gboolean is_other(const AdrefDocxFile *returned, guint note, GHashTable *known)
{
  g_autofree char *words = adref_docx_note_words(returned, note, FALSE),
                  *before = adref_docx_note_words(returned, note, TRUE);
  return strcmp(words, before) == 0 && (!*words || g_hash_table_contains(known, words));
}

void adref_returned_footnotes_restore(AdrefDocxFile *returned, const AdrefSentWord *sent,
                                      AdrefWordReport *report)
{
  guint count = sent->file->notes->len;
  if (count != returned->notes->len || returned->paragraphs->len == 0 ||
      !has_comment_between(sent->file))
    return;
  g_autoptr(GHashTable) known = words_of(sent->file);
  for (guint note = 1; note <= count; note++) {
    g_autofree char *own = adref_docx_note_words(sent->file, note, FALSE);
    g_autofree char *words = adref_docx_note_words(returned, note, FALSE);
    gboolean is_new = strcmp(own, words) != 0 && !is_other(returned, note, known);
    g_hash_table_add(known, g_strdup(words));
    if (is_new || strcmp(own, words) == 0)
      continue;
    g_autofree char *line =
        g_strdup_printf("footnote %u, which has %s, as LibreOffice 7 saves it: read as it went out",
                        note, *words ? "the words of another one" : "no words");
    adref_word_report_leave_out(report, line, NULL);
    g_ptr_array_unref(returned->notes->pdata[note - 1]);
    returned->notes->pdata[note - 1] = paragraph_of(returned, own);
  }
}
