#include "exchange/docx/docx_marks.h"

#include <string.h>

#include "exchange/docx/docx_reading.h"

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
  const AdrefDocxFile *file;
  GPtrArray *marks;  /* of AdrefDocxMark */
  GString *words;    /* of the last one */
  GHashTable *notes; /* those that were called */
} Lister;

static AdrefDocxMark *last_mark(const Lister *self)
{
  return self->marks->len > 0 ? self->marks->pdata[self->marks->len - 1] : NULL;
}

/* Gives the last mark its words. */
static void flush(Lister *self)
{
  static const char space[] = "\302\240"; /* of LibreOffice, behind the number of a note */
  AdrefDocxMark *mark = last_mark(self);
  const char *words = g_strstrip(g_strdelimit(self->words->str, "\t\n", ' '));
  if (mark)
    mark->words = g_strdup(words + (g_str_has_prefix(words, space) ? strlen(space) : 0));
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

/* A footnote whose call came or went: its words did too, whatever marks they have. */
static void add_note(Lister *self, const AdrefDocxRun *run, const AdrefDocxParagraph *paragraph)
{
  const AdrefDocxTrack *track = run->deleted ? run->deleted : run->inserted;
  AdrefDocxMark *mark = add(self, track, kind_of(track, run->deleted != NULL), paragraph);
  mark->is_in_note = TRUE;
  g_autofree char *words = adref_docx_note_words(self->file, run->note, run->deleted != NULL);
  g_string_append(self->words, words);
}

static void list_runs(Lister *self, const AdrefDocxParagraph *at, const AdrefDocxParagraph *words);

/* The marks in a footnote. */
static void list_note(Lister *self, guint note, const AdrefDocxParagraph *paragraph)
{
  const GPtrArray *paragraphs =
      note <= self->file->notes->len ? self->file->notes->pdata[note - 1] : NULL;
  guint first = self->marks->len;
  for (guint i = 0; paragraphs && i < paragraphs->len; i++)
    list_runs(self, paragraph, paragraphs->pdata[i]);
  for (guint i = first; i < self->marks->len; i++)
    ((AdrefDocxMark *)self->marks->pdata[i])->is_in_note = TRUE;
}

static void list_call(Lister *self, const AdrefDocxRun *run, const AdrefDocxParagraph *paragraph)
{
  if (!g_hash_table_add(self->notes, GUINT_TO_POINTER(run->note)))
    return;
  if ((run->inserted != NULL) != (run->deleted != NULL))
    add_note(self, run, paragraph);
  else
    list_note(self, run->note, paragraph);
}

/* The mark of a row is that of all words in it that have none. */
static AdrefDocxRun with_row(const AdrefDocxRun *run, const AdrefDocxParagraph *paragraph)
{
  AdrefDocxRun marked = *run;
  if (!run->inserted && !run->deleted) {
    marked.inserted = paragraph->row_inserted;
    marked.deleted = paragraph->row_deleted;
  }
  return marked;
}

/* One person has inserted words, another one has deleted them. */
static gboolean is_disputed(const AdrefDocxRun *run)
{
  return run->inserted && run->deleted && !run->inserted->hand && !run->deleted->hand &&
         strcmp(run->inserted->author, run->deleted->author) != 0;
}

static void list_disputed(Lister *self, const AdrefDocxRun *run, const AdrefDocxParagraph *at,
                          gboolean goes_on)
{
  AdrefDocxRun first = *run, second = *run;
  first.deleted = NULL;
  second.inserted = NULL;
  add_run(self, &first, at, goes_on);
  add_run(self, &second, at, FALSE);
  last_mark(self)->is_of_insertion = TRUE;
}

/* The marks of `words`, as marks of the paragraph `at`. */
static void list_runs(Lister *self, const AdrefDocxParagraph *at, const AdrefDocxParagraph *words)
{
  gboolean goes_on = FALSE;
  for (guint i = 0; i < words->runs->len; i++) {
    AdrefDocxRun run = with_row(&g_array_index(words->runs, AdrefDocxRun, i), words);
    gboolean is_marked = (run.inserted != NULL) != (run.deleted != NULL);
    if (run.note && at == words)
      list_call(self, &run, at);
    if (is_marked && *run.text)
      add_run(self, &run, at, goes_on);
    else if (is_disputed(&run) && *run.text)
      list_disputed(self, &run, at, goes_on);
    goes_on = is_marked && !run.note;
  }
}

static void list_paragraph(Lister *self, const AdrefDocxParagraph *paragraph)
{
  list_runs(self, paragraph, paragraph);
  if (has_kept_words(paragraph) && (paragraph->inserted != NULL) != (paragraph->deleted != NULL))
    add(self, paragraph->inserted ? paragraph->inserted : paragraph->deleted,
        paragraph->inserted ? ADREF_DOCX_MARK_SPLIT : ADREF_DOCX_MARK_JOINED, paragraph);
}

GPtrArray *adref_docx_marks_new(const AdrefDocxFile *file)
{
  Lister lister = {file, g_ptr_array_new_with_free_func(free_mark), g_string_new(NULL),
                   g_hash_table_new(NULL, NULL)};
  for (guint i = 0; i < file->paragraphs->len; i++)
    list_paragraph(&lister, file->paragraphs->pdata[i]);
  flush(&lister);
  g_string_free(lister.words, TRUE);
  g_hash_table_unref(lister.notes);
  return lister.marks;
}
