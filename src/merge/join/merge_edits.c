#include "merge/join/merge_edits.h"

#include "merge/compare/align_tokens.h"

enum {
  MAX_SLIDE = 64, /* words that an edit is tried at other places for */
  MAX_WORK = 64,  /* words looked at while edits are widened, for each word; then the whole block is
                     one edit */
  FREE_WORK = 100000 /* words more, for short blocks */
};

/* --- alignment --- */

/* Words as tokens of the redline, with the spaces before them; places[t] is the word of token t. */
static AdrefToken *tokens_of(const AdrefMergeWords *words, const AdrefNode *space, guint *places,
                             guint *count)
{
  AdrefToken *tokens = g_new(AdrefToken, 2 * words->length + 1);
  guint length = 0;
  for (guint i = 0; i < words->length; i++) {
    const AdrefMergeWord *word = &words->words[i];
    gboolean edge = word->type == ADREF_TOKEN_OPEN || word->type == ADREF_TOKEN_CLOSE;
    if (word->spaced && i > 0) {
      places[length] = ADREF_NO_MATCH;
      tokens[length++] = (AdrefToken){.node = space, .length = 1, .type = ADREF_TOKEN_SPACE};
    }
    places[length] = i;
    tokens[length++] = (AdrefToken){.node = word->node,
                                    .start = word->start,
                                    .length = word->length,
                                    .id = word->id,
                                    .type = edge ? ADREF_TOKEN_ATOM : word->type};
  }
  *count = length;
  return tokens;
}

static guint *align(AdrefAligner *aligner, const AdrefMergeWords *base,
                    const AdrefMergeWords *words)
{
  g_autoptr(AdrefNode) space = adref_node_new_text(ADREF_TEXT, " ", 1);
  g_autofree guint *olds = g_new(guint, 2 * base->length + 1);
  g_autofree guint *news = g_new(guint, 2 * words->length + 1);
  guint old_count, new_count;
  g_autofree AdrefToken *old = tokens_of(base, space, olds, &old_count);
  g_autofree AdrefToken *new = tokens_of(words, space, news, &new_count);
  g_autofree guint *found = g_new(guint, old_count + 1);
  adref_align_tokens(aligner, (AdrefTokenSlice){old, old_count}, (AdrefTokenSlice){new, new_count},
                     found);
  guint *matches = g_new(guint, base->length + 1);
  for (guint t = 0; t < old_count; t++)
    if (olds[t] != ADREF_NO_MATCH)
      matches[olds[t]] = found[t] == ADREF_NO_MATCH ? ADREF_NO_MATCH : news[found[t]];
  return matches;
}

/* Formatting is kept at both ends or at none; a word with another space before it is another. */
static void drop_halves(const AdrefMergeWords *base, const AdrefMergeWords *words, guint *matches)
{
  for (guint i = 0; i < base->length; i++) {
    const AdrefMergeWord *word = &base->words[i];
    guint match = matches[i];
    if (match == ADREF_NO_MATCH)
      continue;
    if (word->spaced != words->words[match].spaced)
      matches[i] = ADREF_NO_MATCH;
  }
  for (guint i = 0; i < base->length; i++) {
    const AdrefMergeWord *word = &base->words[i];
    if (word->type != ADREF_TOKEN_OPEN && word->type != ADREF_TOKEN_CLOSE)
      continue;
    if (matches[i] == ADREF_NO_MATCH || matches[word->pair] != words->words[matches[i]].pair)
      matches[i] = matches[word->pair] = ADREF_NO_MATCH;
  }
}

/* --- edits --- */

static void add_edit(GArray *edits, guint start, guint end, guint from, guint to, guint side)
{
  if (start == end && from == to)
    return;
  AdrefMergeEdit edit = {start, end, from, to, side, start, end};
  g_array_append_val(edits, edit);
}

/* The only bracket among some words; ADREF_NO_MATCH: there is none, or are several. */
static guint only_bracket(const AdrefMergeWords *words, guint from, guint to)
{
  guint found = ADREF_NO_MATCH;
  for (guint i = from; i < to; i++) {
    if (words->words[i].node->type != ADREF_BRACKET)
      continue;
    if (found != ADREF_NO_MATCH)
      return ADREF_NO_MATCH;
    found = i;
  }
  return found;
}

/* A bracket that became another bracket is an edit of its own. */
static void add_edits(GArray *edits, const AdrefMergeWords *base, const AdrefMergeWords *words,
                      const AdrefMergeEdit *edit)
{
  guint was = only_bracket(base, edit->start, edit->end);
  guint is = only_bracket(words, edit->from, edit->to);
  if (was == ADREF_NO_MATCH || is == ADREF_NO_MATCH) {
    add_edit(edits, edit->start, edit->end, edit->from, edit->to, edit->side);
    return;
  }
  add_edit(edits, edit->start, was, edit->from, is, edit->side);
  add_edit(edits, was, was + 1, is, is + 1, edit->side);
  add_edit(edits, was + 1, edit->end, is + 1, edit->to, edit->side);
}

static GArray *edits_of(const AdrefMergeWords *base, const AdrefMergeWords *words,
                        const guint *matches, guint side)
{
  GArray *edits = g_array_new(FALSE, FALSE, sizeof(AdrefMergeEdit));
  guint at = 0, place = 0;
  for (guint i = 0; i <= base->length; i++) {
    guint match = i == base->length ? words->length : matches[i];
    if (match == ADREF_NO_MATCH)
      continue;
    AdrefMergeEdit edit = {at, i, place, match, side, 0, 0};
    add_edits(edits, base, words, &edit);
    at = i + 1;
    place = match + 1;
  }
  return edits;
}

/* --- widening --- */

typedef struct {
  const AdrefMergeWords *base, *words;
  GArray *edits; /* of AdrefMergeEdit */
  gboolean changed;
  gsize work, most_work;
} Widening;

static AdrefMergeEdit *edit_at(const Widening *self, guint i)
{
  return &g_array_index(self->edits, AdrefMergeEdit, i);
}

/* Widens an edit by one word to the left, or joins it with the edit that stands there. Returns its
 * place. */
static guint widen_left(Widening *self, guint i)
{
  AdrefMergeEdit *edit = edit_at(self, i);
  self->changed = TRUE;
  if (i > 0 && edit_at(self, i - 1)->end == edit->start) {
    edit_at(self, i - 1)->end = edit->end;
    edit_at(self, i - 1)->to = edit->to;
    g_array_remove_index(self->edits, i);
    return i - 1;
  }
  edit->start--;
  edit->from--;
  return i;
}

static void widen_right(Widening *self, guint i)
{
  AdrefMergeEdit *edit = edit_at(self, i);
  self->changed = TRUE;
  if (i + 1 < self->edits->len && edit_at(self, i + 1)->start == edit->end) {
    edit->end = edit_at(self, i + 1)->end;
    edit->to = edit_at(self, i + 1)->to;
    g_array_remove_index(self->edits, i + 1);
    return;
  }
  edit->end++;
  edit->to++;
}

/* How far formatting that begins or ends among the words reaches: *left and *right are places that
 * the range has to include. */
static void reach(const AdrefMergeWords *words, guint from, guint to, gboolean *left,
                  gboolean *right)
{
  for (guint i = from; i < to; i++) {
    const AdrefMergeWord *word = &words->words[i];
    if (word->type == ADREF_TOKEN_OPEN && word->pair >= to)
      *right = TRUE;
    if (word->type == ADREF_TOKEN_CLOSE && word->pair < from)
      *left = TRUE;
  }
}

static void widen(Widening *self, guint i)
{
  while (self->work < self->most_work) {
    const AdrefMergeEdit *edit = edit_at(self, i);
    gboolean left = FALSE, right = FALSE;
    self->work += 1 + edit->end - edit->start + edit->to - edit->from;
    reach(self->base, edit->start, edit->end, &left, &right);
    reach(self->words, edit->from, edit->to, &left, &right);
    left = left || self->base->glued[edit->start] || self->words->glued[edit->from];
    right = right || self->base->glued[edit->end] || self->words->glued[edit->to];
    if (left && edit->start > 0 && edit->from > 0)
      i = widen_left(self, i);
    else if (right && edit->end < self->base->length && edit->to < self->words->length)
      widen_right(self, i);
    else
      return;
  }
}

/* Formatting around long words makes each step look at all of them; so the steps are limited. */
static void widen_all(Widening *self, guint side)
{
  self->most_work = (gsize)MAX_WORK * (self->base->length + self->words->length) + FREE_WORK;
  do {
    self->changed = FALSE;
    for (guint i = 0; i < self->edits->len; i++)
      widen(self, i);
  } while (self->changed && self->work < self->most_work);
  if (self->work < self->most_work)
    return;
  g_array_set_size(self->edits, 0);
  add_edit(self->edits, 0, self->base->length, 0, self->words->length, side);
}

/* --- places where words repeat --- */

/* How far the words of a range could be shifted within `words`, at most `limit` words. */
static void slide(const AdrefMergeWords *words, guint from, guint to, guint low, guint high,
                  guint *left, guint *right)
{
  *left = *right = 0;
  while (*left < MAX_SLIDE && from - *left > low &&
         words->words[from - *left - 1].id == words->words[to - *left - 1].id)
    ++*left;
  while (*right < MAX_SLIDE && to + *right < high &&
         words->words[from + *right].id == words->words[to + *right].id)
    ++*right;
}

static void find_places(const Widening *self)
{
  for (guint i = 0; i < self->edits->len; i++) {
    AdrefMergeEdit *edit = edit_at(self, i);
    guint left = 0, right = 0;
    guint low = i > 0 ? edit_at(self, i - 1)->end : 0;
    guint high = i + 1 < self->edits->len ? edit_at(self, i + 1)->start : self->base->length;
    if (edit->from == edit->to)
      slide(self->base, edit->start, edit->end, low, high, &left, &right);
    else if (edit->start == edit->end)
      slide(self->words, edit->from, edit->to, edit->from - (edit->start - low),
            edit->to + (high - edit->end), &left, &right);
    edit->low = edit->start - left;
    edit->high = edit->end + right;
  }
}

GArray *adref_merge_edits_find(AdrefAligner *aligner, const AdrefMergeWords *base,
                               const AdrefMergeWords *words, guint side)
{
  g_autofree guint *matches = align(aligner, base, words);
  drop_halves(base, words, matches);
  Widening widening = {.base = base, .words = words, .edits = edits_of(base, words, matches, side)};
  widen_all(&widening, side);
  find_places(&widening);
  return widening.edits;
}
