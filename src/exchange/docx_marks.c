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
      [ADREF_DOCX_MARK_STRUCK] = "struck by hand",
      [ADREF_DOCX_MARK_UNDERLINED] = "underlined by hand",
      [ADREF_DOCX_MARK_BOLD] = "set in bold by hand",
  };
  return words[kind];
}

gboolean adref_docx_mark_is_old(AdrefDocxMarkKind kind)
{
  return kind == ADREF_DOCX_MARK_DELETED || kind == ADREF_DOCX_MARK_MOVED_AWAY ||
         kind == ADREF_DOCX_MARK_STRUCK;
}

static gboolean is_like(const AdrefDocxMark *mark, const AdrefDocxTrack *track,
                        AdrefDocxMarkKind kind, const AdrefDocxParagraph *paragraph)
{
  return mark->kind == kind && mark->paragraph == paragraph->number &&
         strcmp(mark->author, track->author) == 0 && g_strcmp0(mark->date, track->date) == 0;
}

typedef struct {
  GPtrArray *marks; /* of AdrefDocxMark */
  GString *words;   /* of the last one */
} Lister;

static AdrefDocxMark *last_mark(const Lister *self)
{
  return self->marks->len > 0 ? self->marks->pdata[self->marks->len - 1] : NULL;
}

/* Gives the last mark its words. */
static void flush(Lister *self)
{
  AdrefDocxMark *mark = last_mark(self);
  if (mark)
    mark->words = g_strdup(g_strstrip(g_strdelimit(self->words->str, "\t\n", ' ')));
  g_string_truncate(self->words, 0);
}

static AdrefDocxMark *add(Lister *self, const AdrefDocxTrack *track, AdrefDocxMarkKind kind,
                          const AdrefDocxParagraph *paragraph)
{
  flush(self);
  AdrefDocxMark *mark = g_new0(AdrefDocxMark, 1);
  mark->kind = kind;
  mark->author = track->author;
  mark->date = track->date;
  mark->anchor = paragraph->anchor;
  mark->paragraph = paragraph->number;
  mark->tracks = g_ptr_array_new();
  g_ptr_array_add(mark->tracks, (gpointer)(guintptr)track);
  g_ptr_array_add(self->marks, mark);
  return mark;
}

static AdrefDocxMarkKind kind_of(const AdrefDocxTrack *track, gboolean is_deletion)
{
  if (is_deletion)
    return track->hand      ? ADREF_DOCX_MARK_STRUCK
           : track->is_move ? ADREF_DOCX_MARK_MOVED_AWAY
                            : ADREF_DOCX_MARK_DELETED;
  switch (track->hand) {
  case ADREF_DOCX_HAND_BOLD: return ADREF_DOCX_MARK_BOLD;
  case ADREF_DOCX_HAND_UNDERLINED: return ADREF_DOCX_MARK_UNDERLINED;
  case ADREF_DOCX_HAND_STRUCK:
  case ADREF_DOCX_HAND_NONE: break;
  }
  return track->is_move ? ADREF_DOCX_MARK_MOVED_HERE : ADREF_DOCX_MARK_INSERTED;
}

/* What was inserted and deleted again is in neither text. */
static void add_run(Lister *self, const AdrefDocxRun *run, const AdrefDocxParagraph *paragraph,
                    gboolean goes_on)
{
  const AdrefDocxTrack *track = run->deleted ? run->deleted : run->inserted;
  AdrefDocxMarkKind kind = kind_of(track, run->deleted != NULL);
  AdrefDocxMark *last = last_mark(self);
  AdrefDocxMark *mark = goes_on && last && is_like(last, track, kind, paragraph)
                            ? last
                            : add(self, track, kind, paragraph);
  g_string_append(self->words, run->text);
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

static void list_paragraph(Lister *self, const AdrefDocxParagraph *paragraph)
{
  gboolean goes_on = FALSE;
  for (guint i = 0; i < paragraph->runs->len; i++) {
    const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, i);
    gboolean is_marked = (run->inserted != NULL) != (run->deleted != NULL);
    if (is_marked && *run->text)
      add_run(self, run, paragraph, goes_on);
    goes_on = is_marked;
  }
  if (has_kept_words(paragraph) && (paragraph->inserted != NULL) != (paragraph->deleted != NULL))
    add(self, paragraph->inserted ? paragraph->inserted : paragraph->deleted,
        paragraph->inserted ? ADREF_DOCX_MARK_SPLIT : ADREF_DOCX_MARK_JOINED, paragraph);
}

GPtrArray *adref_docx_marks_new(const AdrefDocxFile *file)
{
  Lister lister = {g_ptr_array_new_with_free_func(free_mark), g_string_new(NULL)};
  for (guint i = 0; i < file->paragraphs->len; i++)
    list_paragraph(&lister, file->paragraphs->pdata[i]);
  flush(&lister);
  g_string_free(lister.words, TRUE);
  return lister.marks;
}
