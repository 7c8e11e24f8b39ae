#include "exchange/docx/docx_hand_marks.h"

#include <string.h>

static const struct {
  guint letter;
  AdrefDocxHand hand;
} signs[] = {{ADREF_DOCX_STRIKE, ADREF_DOCX_HAND_STRUCK},
             {ADREF_DOCX_UNDERLINE, ADREF_DOCX_HAND_UNDERLINED},
             {ADREF_DOCX_BOLD, ADREF_DOCX_HAND_BOLD}};

enum {
  SIGNS = G_N_ELEMENTS(signs)
};

typedef struct {
  AdrefDocxFile *file;     /* to which tracks are added; NULL: passages are only counted */
  GHashTable *sent[SIGNS]; /* anchor -> GString: what went out with that sign; NULL: nothing did */
  AdrefDocxHandMarks count;
  AdrefDocxTrack *passage; /* that may go on */
  AdrefDocxHand open;
} Taker;

static void free_words(gpointer words)
{
  g_string_free(words, TRUE);
}

static const char *anchor_of(const AdrefDocxParagraph *paragraph)
{
  return paragraph->anchor ? paragraph->anchor : "";
}

static void add_words(GHashTable *table, const char *anchor, const char *words)
{
  GString *all = g_hash_table_lookup(table, anchor);
  if (!all) {
    all = g_string_new(NULL);
    g_hash_table_insert(table, (gpointer)(guintptr)anchor, all);
  }
  g_string_append(all, words);
}

static void collect_sent(Taker *self, const AdrefDocxFile *sent)
{
  for (guint sign = 0; sign < SIGNS; sign++)
    self->sent[sign] = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_words);
  for (guint i = 0; i < sent->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = sent->paragraphs->pdata[i];
    for (guint k = 0; k < paragraph->runs->len; k++) {
      const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, k);
      for (guint sign = 0; sign < SIGNS; sign++)
        if (run->letters & signs[sign].letter)
          add_words(self->sent[sign], anchor_of(paragraph), run->text);
    }
  }
}

static gboolean went_out(const Taker *self, guint sign, const AdrefDocxParagraph *paragraph,
                         const char *words)
{
  const GString *all =
      self->sent[sign] ? g_hash_table_lookup(self->sent[sign], anchor_of(paragraph)) : NULL;
  return all && strstr(all->str, words);
}

static gboolean has_space_only(const char *text)
{
  return text[strspn(text, " \t\n")] == '\0';
}

static gboolean is_label(const AdrefDocxRun *run)
{
  return run->role == ADREF_DOCX_ROLE_NUMBER;
}

/* Whether bold or underlined words can be a mark here. */
static gboolean can_be_set_off(const AdrefDocxParagraph *paragraph)
{
  return paragraph->outline == ADREF_DOCX_NO_LEVEL && !paragraph->is_head &&
         paragraph->style->role == ADREF_DOCX_ROLE_NONE;
}

/* The letters that all words of a paragraph have. */
static guint common_letters(const AdrefDocxParagraph *paragraph)
{
  guint letters = ~0U;
  for (guint i = 0; i < paragraph->runs->len; i++) {
    const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, i);
    if (!is_label(run) && !has_space_only(run->text))
      letters &= run->letters;
  }
  return letters;
}

static AdrefDocxHand sign_of(const Taker *self, const AdrefDocxParagraph *paragraph,
                             const AdrefDocxRun *run, guint common)
{
  if (run->deleted || !*run->text)
    return ADREF_DOCX_HAND_NONE;
  for (guint i = 0; i < SIGNS; i++) {
    gboolean is_struck = signs[i].hand == ADREF_DOCX_HAND_STRUCK;
    gboolean is_meant = is_struck || (can_be_set_off(paragraph) && !run->link && !run->inserted &&
                                      (self->sent[i] || !(common & signs[i].letter)));
    if ((run->letters & signs[i].letter) && is_meant && !went_out(self, i, paragraph, run->text))
      return signs[i].hand;
  }
  return ADREF_DOCX_HAND_NONE;
}

static AdrefDocxTrack *new_track(Taker *self, const AdrefDocxRun *run, AdrefDocxHand hand)
{
  AdrefDocxTrack *track = g_new0(AdrefDocxTrack, 1);
  track->author = run->formatter ? run->formatter : "";
  track->date = run->formatted;
  track->hand = hand;
  g_ptr_array_add(self->file->tracks, track);
  return track;
}

static void mark(Taker *self, AdrefDocxRun *run, AdrefDocxHand hand)
{
  gboolean goes_on = hand == self->open && self->passage &&
                     strcmp(self->passage->author, run->formatter ? run->formatter : "") == 0;
  if (!goes_on)
    self->passage = new_track(self, run, hand);
  if (hand == ADREF_DOCX_HAND_STRUCK)
    run->deleted = self->passage;
  else
    run->inserted = self->passage;
  for (guint i = 0; i < SIGNS; i++)
    run->letters &= ~signs[i].letter;
}

/* The number of a paragraph that is struck as a whole goes with it. */
static void mark_label(Taker *self, const AdrefDocxParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->runs->len; i++) {
    AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, i);
    if (is_label(run) && !run->deleted)
      run->deleted = self->passage;
  }
}

static void take_paragraph(Taker *self, const AdrefDocxParagraph *paragraph)
{
  guint common = common_letters(paragraph), struck = 0;
  self->open = ADREF_DOCX_HAND_NONE;
  self->passage = NULL;
  for (guint i = 0; i < paragraph->runs->len; i++) {
    AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, i);
    gboolean is_blank = has_space_only(run->text) || is_label(run);
    AdrefDocxHand hand = sign_of(self, paragraph, run, common);
    if (hand != self->open && hand != ADREF_DOCX_HAND_NONE && !is_blank) {
      self->count.struck += hand == ADREF_DOCX_HAND_STRUCK ? 1 : 0;
      self->count.set_off += hand != ADREF_DOCX_HAND_STRUCK ? 1 : 0;
    }
    struck += hand == ADREF_DOCX_HAND_STRUCK && !is_blank ? 1 : 0;
    if (self->file && hand != ADREF_DOCX_HAND_NONE)
      mark(self, run, hand);
    if (!is_blank || hand == ADREF_DOCX_HAND_NONE)
      self->open = hand;
  }
  if (self->file && struck > 0 && self->passage && (common & ADREF_DOCX_STRIKE))
    mark_label(self, paragraph);
}

static AdrefDocxHandMarks run_taker(Taker *self, const AdrefDocxFile *file,
                                    const AdrefDocxFile *sent)
{
  if (sent)
    collect_sent(self, sent);
  for (guint i = 0; i < file->paragraphs->len; i++)
    take_paragraph(self, file->paragraphs->pdata[i]);
  for (guint i = 0; i < SIGNS; i++)
    g_clear_pointer(&self->sent[i], g_hash_table_unref);
  return self->count;
}

AdrefDocxHandMarks adref_docx_hand_marks_count(const AdrefDocxFile *file, const AdrefDocxFile *sent)
{
  Taker taker = {0};
  return run_taker(&taker, file, sent);
}

void adref_docx_hand_marks_take(AdrefDocxFile *file, const AdrefDocxFile *sent)
{
  Taker taker = {.file = file};
  run_taker(&taker, file, sent);
}
