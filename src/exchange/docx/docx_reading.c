#include "exchange/docx/docx_reading.h"

#include <string.h>

#include "base/byte_scan.h"

void adref_docx_read_paragraph_free(gpointer data)
{
  AdrefDocxReadParagraph *paragraph = data;
  if (!paragraph)
    return;
  g_ptr_array_unref(paragraph->runs);
  g_free(paragraph->label.label);
  g_free(paragraph->words);
  g_free(paragraph);
}

void adref_docx_reading_free(AdrefDocxReading *reading)
{
  if (!reading)
    return;
  g_ptr_array_unref(reading->paragraphs);
  g_ptr_array_unref(reading->around);
  g_free(reading);
}

static gboolean is_gone(const AdrefDocxTrack *inserted, const AdrefDocxTrack *deleted,
                        gboolean rejects)
{
  return rejects ? inserted != NULL
                 : (inserted && inserted->is_pending) || (deleted && !deleted->is_pending);
}

static gboolean has_space_only(const char *text)
{
  for (; *text; text = g_utf8_next_char(text))
    if (!g_unichar_isspace(g_utf8_get_char(text)))
      return FALSE;
  return TRUE;
}

/* A comment on deleted words alone is no reason to have a paragraph. */
static gboolean is_empty(const GPtrArray *runs, gboolean rejects)
{
  for (guint i = 0; i < runs->len; i++) {
    const AdrefDocxRun *run = runs->pdata[i];
    gboolean has_comment = run->comment && !is_gone(run->inserted, run->deleted, rejects);
    if (run->note || has_comment || !has_space_only(run->text))
      return FALSE;
  }
  return TRUE;
}

/* The comments on a paragraph that is not in the reading. */
static void lose_comments(AdrefDocxFile *file, const GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++) {
    const AdrefDocxRun *run = runs->pdata[i];
    AdrefDocxComment *comment =
        run->comment ? &g_array_index(file->comments, AdrefDocxComment, run->comment - 1) : NULL;
    if (comment && !comment->is_resolved && *comment->words)
      g_ptr_array_add(file->lost, comment);
  }
}

/* Whether a paragraph without its mark would go on with another one. */
static gboolean is_same_place(const AdrefDocxParagraph *a, const AdrefDocxParagraph *b)
{
  return a->table == b->table && a->row == b->row && a->column == b->column &&
         a->row_beside == b->row_beside;
}

/* --- words --- */

/* Whether words stand behind the first figure of a label: somebody wrote on in the style of
 * numbers. */
static gboolean has_words_behind_figure(const char *label)
{
  static const char *const suffixes[] = {"bis",     "ter",    "quater", "quinquies", "sexies",
                                         "septies", "octies", "novies", "decies",    NULL};
  enum {
    LETTERS = 3 /* that make a word */
  };
  const char *at = strpbrk(label, "0123456789");
  while (at && *at) {
    const char *begin = at;
    guint letters = 0;
    for (; g_unichar_isalpha(g_utf8_get_char(at)); at = g_utf8_next_char(at))
      letters++;
    g_autofree char *word = g_strndup(begin, (gsize)(at - begin));
    if (letters >= LETTERS && !g_strv_contains(suffixes, word))
      return TRUE;
    at = letters > 0 ? at : g_utf8_next_char(at);
  }
  return FALSE;
}

/* The number of a clause, or a label: runs of its style up to a tab at the start. */
static guint count_label_runs(const GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++) {
    const AdrefDocxRun *run = runs->pdata[i];
    gboolean is_label = run->role == ADREF_DOCX_ROLE_NUMBER || run->role == ADREF_DOCX_ROLE_SIGN;
    if (run->comment && !*run->text)
      continue;
    if (!is_label || *run->text == '[')
      return 0;
    if (strchr(run->text, '\t'))
      return g_str_has_suffix(run->text, "\t") ? i + 1 : 0;
  }
  return 0;
}

static void put_note_words(GString *words, const AdrefDocxFile *file, guint note, gboolean rejects)
{
  g_autofree char *text = adref_docx_note_words(file, note, rejects);
  g_string_append_printf(words, "{%s}", text);
}

enum {
  FIRST_MARK = 0xCC /* the first byte of U+0300 */
};

/* Letters below U+0300 are in the normal form, whatever stands beside them. */
static gboolean is_normal(const char *text, gsize length)
{
  for (gsize at = adref_byte_scan_ascii(text, length); at < length; at++)
    if ((guchar)text[at] >= FIRST_MARK)
      return FALSE;
  return TRUE;
}

/* Whether the only white space are single spaces between words, and the text is normal. */
static gboolean is_tidy(const char *text, gsize length)
{
  static const char others[3] = {'\t', '\n', '\n'};
  return length > 0 && text[0] != ' ' && text[length - 1] != ' ' &&
         adref_byte_scan_until_three(others, text, length) == length &&
         !adref_byte_scan_has_double(text, length, ' ') && is_normal(text, length);
}

/* White space is one space, none at the ends. */
static char *tidy(GString *words)
{
  gsize length = words->len;
  char *text = g_string_free(words, FALSE), *end = text;
  if (is_tidy(text, length))
    return text;
  gboolean pending = FALSE;
  for (const char *at = text; *at; at++) {
    gboolean is_space = *at == ' ' || *at == '\t' || *at == '\n';
    if (!is_space && pending && end > text)
      *end++ = ' ';
    if (!is_space)
      *end++ = *at;
    pending = is_space;
  }
  *end = '\0';
  if (is_normal(text, (gsize)(end - text)))
    return text;
  char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
  g_free(text);
  return normal;
}

static char *words_of(const AdrefDocxFile *file, const GPtrArray *runs, guint from,
                      gboolean rejects)
{
  GString *words = g_string_new(NULL);
  for (guint i = from; i < runs->len; i++) {
    const AdrefDocxRun *run = runs->pdata[i];
    if (run->note)
      put_note_words(words, file, run->note, rejects);
    g_string_append(words, run->text);
  }
  return tidy(words);
}

static GPtrArray *runs_in(const AdrefDocxParagraph *paragraph, gboolean rejects)
{
  GPtrArray *runs = g_ptr_array_new();
  for (guint i = 0; i < paragraph->runs->len; i++) {
    AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, i);
    gboolean is_strange = run->deleted && run->deleted->is_strange;
    if (!is_strange && (run->comment || !is_gone(run->inserted, run->deleted, rejects)))
      g_ptr_array_add(runs, run);
  }
  return runs;
}

/* Runs at the start of a note that are its number, which adref writes where Word would count
 * another one. */
static guint count_note_mark(const GPtrArray *runs)
{
  const AdrefDocxRun *first = runs->len > 0 ? runs->pdata[0] : NULL;
  gboolean is_number = first && first->role == ADREF_DOCX_ROLE_SIGN && *first->text &&
                       strspn(first->text, "0123456789") == strlen(first->text);
  return is_number ? 1 : 0;
}

GPtrArray *adref_docx_note_runs(const AdrefDocxFile *file, guint note, gboolean rejects)
{
  GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  const GPtrArray *paragraphs = note <= file->notes->len ? file->notes->pdata[note - 1] : NULL;
  for (guint i = 0; paragraphs && i < paragraphs->len; i++) {
    GPtrArray *runs = runs_in(paragraphs->pdata[i], rejects);
    if (i == 0)
      g_ptr_array_remove_range(runs, 0, count_note_mark(runs));
    g_ptr_array_add(all, runs);
  }
  return all;
}

/* Notes in notes are not followed. */
char *adref_docx_note_words(const AdrefDocxFile *file, guint note, gboolean rejects)
{
  GString *words = g_string_new(NULL);
  g_autoptr(GPtrArray) paragraphs = adref_docx_note_runs(file, note, rejects);
  for (guint i = 0; i < paragraphs->len; i++) {
    const GPtrArray *runs = paragraphs->pdata[i];
    g_string_append(words, words->len > 0 ? " " : "");
    for (guint k = 0; k < runs->len; k++)
      g_string_append(words, ((const AdrefDocxRun *)runs->pdata[k])->text);
  }
  char *line = tidy(words);
  gsize space = g_str_has_prefix(line, "\302\240") ? 2 : 0;
  memmove(line, line + space, strlen(line + space) + 1);
  return line;
}

/* --- paragraphs --- */

typedef struct {
  AdrefDocxReading *reading;
  AdrefDocxFile *file;
  GPtrArray *carried;              /* runs whose paragraph goes on; NULL: none */
  const AdrefDocxParagraph *first; /* where they began */
  const char *anchor;              /* of the first of them that has words */
  const char *before;              /* the anchor of the paragraph before */
} Maker;

/* The small number of a preambular paragraph, which only the negotiating view prints. */
static gboolean is_small_label(const AdrefDocxReadParagraph *paragraph)
{
  const AdrefDocxRun *first = paragraph->runs->len > 0 ? paragraph->runs->pdata[0] : NULL;
  return first && first->role == ADREF_DOCX_ROLE_SIGN;
}

/* The number of a clause is no word of its first paragraph. */
void adref_docx_reading_set_words(AdrefDocxReading *reading, guint index)
{
  AdrefDocxReadParagraph *paragraph = reading->paragraphs->pdata[index];
  const AdrefDocxReadParagraph *before = index > 0 ? reading->paragraphs->pdata[index - 1] : NULL;
  gboolean begins =
      paragraph->anchor && !(before && g_strcmp0(before->anchor, paragraph->anchor) == 0);
  begins |= reading->origin != ADREF_DOCX_FOREIGN && is_small_label(paragraph);
  paragraph->skipped = begins ? count_label_runs(paragraph->runs) : 0;
  g_free(paragraph->words);
  paragraph->words = words_of(reading->file, paragraph->runs, paragraph->skipped, reading->rejects);
}

/* The number of a clause, in its style and with its tab. */
static gboolean is_number(const AdrefDocxRun *run)
{
  gboolean is_label = run->role == ADREF_DOCX_ROLE_NUMBER || run->role == ADREF_DOCX_ROLE_SIGN;
  return is_label && g_str_has_suffix(run->text, "\t") && strpbrk(run->text, "0123456789") &&
         !has_words_behind_figure(run->text);
}

/* Of a clause that was joined with the one before, the number is a space between words. */
static void drop_joined_numbers(GPtrArray *runs)
{
  static char blank[] = " ";
  static const AdrefDocxRun space = {.text = blank};
  gboolean has_words = FALSE;
  for (guint i = 0; i < runs->len; i++) {
    const AdrefDocxRun *run = runs->pdata[i];
    if (has_words && is_number(run))
      runs->pdata[i] = (gpointer)(guintptr)&space;
    has_words |= !is_number(run) && !has_space_only(run->text);
  }
}

static void add(Maker *self, GPtrArray *runs, const AdrefDocxParagraph *place, const char *anchor)
{
  AdrefDocxRole role = place->style->role;
  gboolean begins = place->anchor && g_strcmp0(place->anchor, self->before) != 0;
  gboolean is_around =
      self->reading->origin != ADREF_DOCX_FOREIGN && role == ADREF_DOCX_ROLE_AROUND && !begins;
  gboolean has_none = is_empty(runs, self->reading->rejects);
  if (is_around && !has_none)
    g_ptr_array_add(self->reading->around, words_of(self->file, runs, 0, self->reading->rejects));
  if (is_around || (has_none && role != ADREF_DOCX_ROLE_RULE)) {
    lose_comments(self->file, runs);
    g_ptr_array_unref(runs);
    return;
  }
  if (self->reading->origin != ADREF_DOCX_FOREIGN)
    drop_joined_numbers(runs);
  AdrefDocxReadParagraph *paragraph = g_new0(AdrefDocxReadParagraph, 1);
  paragraph->runs = runs;
  paragraph->place = place;
  paragraph->anchor = anchor;
  GPtrArray *all = self->reading->paragraphs;
  if (place->list > 0 &&
      !adref_docx_lists_next(self->file->lists, place->list, place->list_level, &paragraph->label))
    paragraph->label.label = NULL;
  g_ptr_array_add(all, paragraph);
  adref_docx_reading_set_words(self->reading, all->len - 1);
}

static void flush(Maker *self)
{
  if (self->carried)
    add(self, g_steal_pointer(&self->carried), self->first, self->anchor);
}

static void take(Maker *self, const AdrefDocxParagraph *paragraph)
{
  if (is_gone(paragraph->row_inserted, paragraph->row_deleted, self->reading->rejects)) {
    g_autoptr(GPtrArray) gone = runs_in(paragraph, self->reading->rejects);
    lose_comments(self->file, gone);
    return;
  }
  if (self->carried && !is_same_place(self->first, paragraph))
    flush(self);
  GPtrArray *runs = runs_in(paragraph, self->reading->rejects);
  const char *anchor = self->reading->origin == ADREF_DOCX_RETURNED ? paragraph->anchor : NULL;
  if (self->carried) {
    if (!is_empty(self->carried, self->reading->rejects))
      anchor = self->anchor;
    g_ptr_array_extend_and_steal(self->carried, runs);
    runs = g_steal_pointer(&self->carried);
  }
  if (!is_gone(paragraph->inserted, paragraph->deleted, self->reading->rejects)) {
    add(self, runs, paragraph, anchor);
    return;
  }
  self->carried = runs;
  self->first = paragraph;
  self->anchor = anchor;
}

AdrefDocxReading *adref_docx_reading_new(AdrefDocxFile *file, gboolean rejects,
                                         AdrefDocxOrigin origin)
{
  AdrefDocxReading *reading = g_new0(AdrefDocxReading, 1);
  reading->file = file;
  reading->paragraphs = g_ptr_array_new_with_free_func(adref_docx_read_paragraph_free);
  reading->around = g_ptr_array_new_with_free_func(g_free);
  reading->rejects = rejects;
  reading->origin = origin;
  Maker maker = {.reading = reading, .file = file};
  g_ptr_array_set_size(file->lost, 0);
  adref_docx_lists_restart(file->lists);
  for (guint i = 0; i < file->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[i];
    take(&maker, paragraph);
    maker.before = paragraph->anchor;
  }
  flush(&maker);
  return reading;
}

GHashTable *adref_docx_reading_paragraph_words(const AdrefDocxReading *reading)
{
  GHashTable *table =
      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < reading->paragraphs->len; i++) {
    const AdrefDocxReadParagraph *paragraph = reading->paragraphs->pdata[i];
    const char *anchor = paragraph->anchor ? paragraph->anchor : "";
    GPtrArray *words = g_hash_table_lookup(table, anchor);
    if (!words) {
      words = g_ptr_array_new();
      g_hash_table_insert(table, (gpointer)(guintptr)anchor, words);
    }
    g_ptr_array_add(words, paragraph->words);
  }
  return table;
}

char *adref_docx_reading_long_label(const AdrefDocxReading *reading, guint index)
{
  const AdrefDocxReadParagraph *paragraph = reading->paragraphs->pdata[index];
  GString *label = g_string_new(NULL);
  for (guint i = 0; i < paragraph->skipped; i++)
    g_string_append(label, ((const AdrefDocxRun *)paragraph->runs->pdata[i])->text);
  g_autofree char *words = tidy(label);
  return has_words_behind_figure(words) ? g_steal_pointer(&words) : NULL;
}

GHashTable *adref_docx_reading_words(const AdrefDocxReading *reading)
{
  g_autoptr(GHashTable) known = adref_docx_reading_paragraph_words(reading);
  GHashTable *lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer anchor, words;
  g_hash_table_iter_init(&iter, known);
  while (g_hash_table_iter_next(&iter, &anchor, &words)) {
    if (!*(const char *)anchor)
      continue;
    GString *line = g_string_new(NULL);
    for (guint i = 0; i < ((GPtrArray *)words)->len; i++) {
      g_string_append(line, ((GPtrArray *)words)->pdata[i]);
      g_string_append_c(line, '\n');
    }
    g_hash_table_insert(lines, g_strdup(anchor), g_string_free(line, FALSE));
  }
  return lines;
}
