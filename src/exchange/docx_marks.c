#include "exchange/docx_marks.h"

#include <string.h>

static void free_mark(gpointer data)
{
  AdrefDocxMark *mark = data;
  g_ptr_array_unref(mark->tracks);
  g_free(mark->words);
  g_free(mark);
}

const char *adref_docx_mark_word(AdrefDocxMarkKind kind)
{
  static const char *const words[] = {
      [ADREF_DOCX_MARK_INSERTED] = "inserted",
      [ADREF_DOCX_MARK_DELETED] = "deleted",
      [ADREF_DOCX_MARK_MOVED_HERE] = "moved here",
      [ADREF_DOCX_MARK_MOVED_AWAY] = "moved away",
      [ADREF_DOCX_MARK_SPLIT] = "split the paragraph",
      [ADREF_DOCX_MARK_JOINED] = "joined with the next paragraph",
  };
  return words[kind];
}

static gboolean is_like(const AdrefDocxMark *mark, const AdrefDocxTrack *track,
                        AdrefDocxMarkKind kind, const AdrefDocxParagraph *paragraph)
{
  return mark->kind == kind && mark->paragraph == paragraph->number &&
         strcmp(mark->author, track->author) == 0 && g_strcmp0(mark->date, track->date) == 0;
}

static AdrefDocxMark *add(GPtrArray *marks, const AdrefDocxTrack *track, AdrefDocxMarkKind kind,
                          const AdrefDocxParagraph *paragraph)
{
  AdrefDocxMark *mark = g_new0(AdrefDocxMark, 1);
  mark->kind = kind;
  mark->author = track->author;
  mark->date = track->date;
  mark->words = g_strdup("");
  mark->anchor = paragraph->anchor;
  mark->paragraph = paragraph->number;
  mark->tracks = g_ptr_array_new();
  g_ptr_array_add(mark->tracks, (gpointer)(guintptr)track);
  g_ptr_array_add(marks, mark);
  return mark;
}

/* What was inserted and deleted again is in neither text. */
static void add_run(GPtrArray *marks, const AdrefDocxRun *run, const AdrefDocxParagraph *paragraph,
                    gboolean goes_on)
{
  const AdrefDocxTrack *track = run->deleted ? run->deleted : run->inserted;
  AdrefDocxMarkKind kind =
      run->deleted ? (track->is_move ? ADREF_DOCX_MARK_MOVED_AWAY : ADREF_DOCX_MARK_DELETED)
                   : (track->is_move ? ADREF_DOCX_MARK_MOVED_HERE : ADREF_DOCX_MARK_INSERTED);
  AdrefDocxMark *last = marks->len > 0 ? marks->pdata[marks->len - 1] : NULL;
  AdrefDocxMark *mark = goes_on && last && is_like(last, track, kind, paragraph)
                            ? last
                            : add(marks, track, kind, paragraph);
  char *words = g_strconcat(mark->words, run->text, NULL);
  g_free(mark->words);
  mark->words = words;
  g_ptr_array_add(mark->tracks, (gpointer)(guintptr)track);
}

/* Whether the paragraph has words that both readings have. */
static gboolean has_kept_words(const AdrefDocxParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->runs->len; i++) {
    const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, i);
    if (!run->inserted && !run->deleted && *run->text)
      return TRUE;
  }
  return FALSE;
}

GPtrArray *adref_docx_marks_new(const AdrefDocxFile *file)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func(free_mark);
  for (guint i = 0; i < file->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[i];
    gboolean goes_on = FALSE;
    for (guint k = 0; k < paragraph->runs->len; k++) {
      const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, k);
      gboolean is_marked = (run->inserted != NULL) != (run->deleted != NULL);
      if (is_marked && *run->text)
        add_run(marks, run, paragraph, goes_on);
      goes_on = is_marked;
    }
    if (has_kept_words(paragraph) && (paragraph->inserted != NULL) != (paragraph->deleted != NULL))
      add(marks, paragraph->inserted ? paragraph->inserted : paragraph->deleted,
          paragraph->inserted ? ADREF_DOCX_MARK_SPLIT : ADREF_DOCX_MARK_JOINED, paragraph);
  }
  for (guint i = 0; i < marks->len; i++)
    g_strstrip(g_strdelimit(((AdrefDocxMark *)marks->pdata[i])->words, "\t\n", ' '));
  return marks;
}
