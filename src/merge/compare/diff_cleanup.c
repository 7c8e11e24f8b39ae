#include "merge/compare/diff_cleanup.h"

#include <string.h>

#include "merge/compare/match_units.h"
#include "merge/compare/whole_words.h"

enum {
  SHORT_WORD = 3, /* the most bytes of a short word, such as "the" */
  WEIGHT_SHORT = 1,
  WEIGHT_LONG = 3,
  WEIGHT_ALTERNATIVES = 16,
  MAX_SLIDE = 64,
  STRAY_WORDS = 4,   /* fewer words that were kept in another sentence are a coincidence */
  TYPICAL_COUNT = 16 /* room for runs; few paragraphs have more */
};

static guint is_word(const AdrefToken *token)
{
  return token->type != ADREF_TOKEN_PUNCTUATION ? 1 : 0;
}

static guint token_weight(const AdrefToken *token)
{
  if (token->type == ADREF_TOKEN_PUNCTUATION)
    return 0;
  return token->type == ADREF_TOKEN_WORD && token->length <= SHORT_WORD ? WEIGHT_SHORT
                                                                        : WEIGHT_LONG;
}

/* --- sentences --- */

/* A run of kept words from one old sentence to one new sentence. */
typedef struct {
  guint old_sentence, new_sentence;
  guint start, end; /* places among the old content tokens */
  guint words;
} SentenceLink;

static GArray *find_links(const AdrefContentTokens *old, const AdrefContentTokens *new,
                          const guint *matches)
{
  GArray *links = g_array_sized_new(FALSE, FALSE, sizeof(SentenceLink), TYPICAL_COUNT);
  for (guint i = 0; i < old->length; i++) {
    if (matches[i] == ADREF_NO_MATCH)
      continue;
    SentenceLink next = {old->sentences[i], new->sentences[matches[i]], i, i + 1, 0};
    SentenceLink *last = links->len ? &g_array_index(links, SentenceLink, links->len - 1) : NULL;
    if (!last || last->old_sentence != next.old_sentence ||
        last->new_sentence != next.new_sentence) {
      g_array_append_val(links, next);
      last = &g_array_index(links, SentenceLink, links->len - 1);
    }
    last->end = i + 1;
    last->words += is_word(old->tokens[i]);
  }
  return links;
}

/* For each sentence, the most words that one of its links has. Caller frees. */
static guint *most_words(const GArray *links, gboolean old, guint sentences)
{
  guint *most = g_new0(guint, sentences + 1);
  for (guint i = 0; i < links->len; i++) {
    const SentenceLink *link = &g_array_index(links, SentenceLink, i);
    guint *words = most + (old ? link->old_sentence : link->new_sentence);
    *words = MAX(*words, link->words);
  }
  return most;
}

static guint sentences_of(const AdrefContentTokens *content)
{
  return content->length ? content->sentences[content->length - 1] + 1 : 0;
}

/* Drops the matches of a few words between two sentences that are not matched otherwise. */
static void drop_strays(const AdrefContentTokens *old, const AdrefContentTokens *new,
                        guint *matches)
{
  if (sentences_of(old) < 2 && sentences_of(new) < 2)
    return;
  g_autoptr(GArray) links = find_links(old, new, matches);
  g_autofree guint *old_most = most_words(links, TRUE, sentences_of(old));
  g_autofree guint *new_most = most_words(links, FALSE, sentences_of(new));
  for (guint l = 0; l < links->len; l++) {
    const SentenceLink *link = &g_array_index(links, SentenceLink, l);
    if (link->words >= STRAY_WORDS || link->words == old_most[link->old_sentence] ||
        link->words == new_most[link->new_sentence])
      continue;
    for (guint i = link->start; i < link->end; i++)
      matches[i] = ADREF_NO_MATCH;
  }
}

/* --- short runs of kept words between changes --- */

/* The changes between two runs of kept words. */
typedef struct {
  guint deleted, inserted; /* words */
} ChangeGap;

/* A run of kept tokens that follow each other on both sides, and the gap before it. */
typedef struct {
  ChangeGap gap;
  guint start, end; /* places among the old content tokens; the last run is empty */
} KeptRun;

static guint words_between(const AdrefContentTokens *content, guint start, guint end)
{
  guint words = 0;
  for (guint i = start; i < end; i++)
    words += is_word(content->tokens[i]);
  return words;
}

static GArray *find_runs(const AdrefContentTokens *old, const AdrefContentTokens *new,
                         const guint *matches)
{
  GArray *runs = g_array_sized_new(FALSE, FALSE, sizeof(KeptRun), TYPICAL_COUNT);
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= old->length; i++) {
    gboolean last = i == old->length;
    if (!last && matches[i] == ADREF_NO_MATCH)
      continue;
    guint match = last ? new->length : matches[i];
    if (last || i > old_at || match > new_at || runs->len == 0) {
      ChangeGap gap = {words_between(old, old_at, i), words_between(new, new_at, match)};
      KeptRun run = {gap, i, i};
      g_array_append_val(runs, run);
    }
    g_array_index(runs, KeptRun, runs->len - 1).end = MIN(i + 1, old->length);
    old_at = i + 1;
    new_at = match + 1;
  }
  return runs;
}

static guint size_of(const ChangeGap *gap)
{
  return MAX(gap->deleted, gap->inserted);
}

/* Whether a run of kept words between two changes is too short to help a reader. */
static gboolean is_too_short(const ChangeGap *left, const ChangeGap *right, guint kept_weight)
{
  if (!left->deleted || !left->inserted || !right->deleted || !right->inserted)
    return FALSE;
  guint small = MIN(size_of(left), size_of(right)), both = size_of(left) + size_of(right);
  switch (kept_weight) {
  case 0: return both >= 3;
  case 1: return both >= 4;
  case 2: return both >= 6 && small >= 2;
  case 3: return both >= 8 && small >= 3;
  case 4: return both >= 14 && small >= 5;
  default: return FALSE;
  }
}

static guint run_weight(const AdrefContentTokens *old, const KeptRun *run)
{
  guint sum = 0;
  for (guint i = run->start; i < run->end; i++) {
    if (adref_token_ends_sentence(old->tokens[i]))
      return G_MAXUINT;
    sum += token_weight(old->tokens[i]);
  }
  return sum;
}

/* Whether a bracket ends right before the words from `start` to `end`, and another one begins right
 * behind them. */
static gboolean is_between_brackets(const AdrefContentTokens *content, guint start, guint end)
{
  if (start == 0 || start >= end || end >= content->length)
    return FALSE;
  const AdrefToken *before = content->tokens[start] - 1, *behind = content->tokens[end - 1] + 1;
  while (before > content->tokens[start - 1] && before->type == ADREF_TOKEN_SPACE)
    before--;
  while (behind < content->tokens[end] && behind->type == ADREF_TOKEN_SPACE)
    behind++;
  return before->type == ADREF_TOKEN_CLOSE && before->node->type == ADREF_BRACKET &&
         behind->type == ADREF_TOKEN_OPEN && behind->node->type == ADREF_BRACKET;
}

/* Drops the matches of such runs from left to right; each dropped run makes the neighbouring
 * changes larger. Returns whether there were any. */
static gboolean drop_short_runs(const AdrefContentTokens *old, const AdrefContentTokens *new,
                                guint *matches)
{
  g_autoptr(GArray) runs = find_runs(old, new, matches);
  gboolean dropped = FALSE;
  for (guint r = 0; r + 1 < runs->len; r++) {
    KeptRun *run = &g_array_index(runs, KeptRun, r), *next = run + 1;
    guint words = words_between(old, run->start, run->end);
    if (!is_too_short(&run->gap, &next->gap, run_weight(old, run)) ||
        is_between_brackets(old, run->start, run->end) ||
        (run->start < run->end &&
         is_between_brackets(new, matches[run->start], matches[run->end - 1] + 1)))
      continue;
    for (guint i = run->start; i < run->end; i++)
      matches[i] = ADREF_NO_MATCH;
    next->gap.deleted += run->gap.deleted + words;
    next->gap.inserted += run->gap.inserted + words;
    dropped = TRUE;
  }
  return dropped;
}

/* --- full stops --- */

static guint next_stop(const AdrefContentTokens *content, guint at, guint end)
{
  while (at < end && (content->tokens[at]->type != ADREF_TOKEN_PUNCTUATION ||
                      !adref_token_ends_sentence(content->tokens[at])))
    at++;
  return at;
}

static guint count_stops(const AdrefContentTokens *content, guint at, guint end)
{
  guint count = 0;
  while ((at = next_stop(content, at, end)) < end) {
    count++;
    at++;
  }
  return count;
}

/* Where as many sentences end in a gap on both sides, their full stops are matched in order. */
static void match_full_stops_in(const AdrefContentTokens *old, const AdrefContentTokens *new,
                                guint old_at, guint old_end, guint new_at, guint new_end,
                                guint *matches)
{
  guint count = count_stops(old, old_at, old_end);
  if (count == 0 || count != count_stops(new, new_at, new_end))
    return;
  for (; count > 0; count--, old_at++, new_at++) {
    old_at = next_stop(old, old_at, old_end);
    new_at = next_stop(new, new_at, new_end);
    if (old->tokens[old_at]->id == new->tokens[new_at]->id)
      matches[old_at] = new_at;
  }
}

static void match_full_stops(const AdrefContentTokens *old, const AdrefContentTokens *new,
                             guint *matches)
{
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= old->length; i++) {
    gboolean last = i == old->length;
    if (!last && matches[i] == ADREF_NO_MATCH)
      continue;
    guint match = last ? new->length : matches[i];
    match_full_stops_in(old, new, old_at, i, new_at, match, matches);
    old_at = i + 1;
    new_at = match + 1;
  }
}

/* --- where a run begins --- */

/* Whether the tokens from `start` to `end` are whole alternatives of brackets. The tokens are in
 * one array with those that begin and end nodes. */
static gboolean is_alternatives(const AdrefContentTokens *content, guint start, guint end)
{
  const AdrefToken *before = content->tokens[start], *behind = content->tokens[end - 1];
  const AdrefToken *first = start > 0 ? content->tokens[start - 1] : before;
  const AdrefToken *last = end < content->length ? content->tokens[end] : behind;
  while (before > first && (before - 1)->type == ADREF_TOKEN_SPACE)
    before--;
  while (behind < last && (behind + 1)->type == ADREF_TOKEN_SPACE)
    behind++;
  return before > first && behind < last && (before - 1)->type == ADREF_TOKEN_OPEN &&
         (behind + 1)->type == ADREF_TOKEN_CLOSE && (before - 1)->node->type == ADREF_ALTERNATIVE &&
         (behind + 1)->node->type == ADREF_ALTERNATIVE;
}

/* How well the tokens from `start` to `end` read as one insertion or deletion. */
static guint boundary_score(const AdrefContentTokens *content, guint start, guint end)
{
  const AdrefToken *first = content->tokens[start];
  gboolean begins = start == 0 || content->sentences[start] != content->sentences[start - 1];
  gboolean ends = adref_token_ends_sentence(content->tokens[end - 1]);
  guint points = ends ? 3 : 0;
  if (is_alternatives(content, start, end))
    points += WEIGHT_ALTERNATIVES;
  if (begins)
    points += ends ? 10 : 0;
  else if (content->tokens[start - 1]->type == ADREF_TOKEN_PUNCTUATION)
    points += 4;
  else if (first->type == ADREF_TOKEN_PUNCTUATION)
    points += 2;
  return points + (token_weight(first) >= WEIGHT_LONG ? 1 : 0);
}

/* A run of tokens without a match, between two tokens that match neighbours in the other text. */
typedef struct {
  const AdrefContentTokens *content;
  guint *matches, *inverse; /* by place in this text; by place in the other one */
  guint start, end;
  guint other; /* the place in the other text that the run follows */
  guint other_length;
} ChangeRun;

static guint token_id(const ChangeRun *self, guint i)
{
  return self->content->tokens[i]->id;
}

static gboolean slide_left(ChangeRun *self)
{
  guint start = self->start;
  if (start == 0 || self->other == 0 || self->matches[start - 1] != self->other - 1 ||
      token_id(self, start - 1) != token_id(self, self->end - 1))
    return FALSE;
  self->start--;
  self->end--;
  self->other--;
  self->matches[self->end] = self->other;
  self->inverse[self->other] = self->end;
  self->matches[self->start] = ADREF_NO_MATCH;
  return TRUE;
}

static gboolean slide_right(ChangeRun *self)
{
  guint end = self->end;
  if (end == self->content->length || self->other == self->other_length ||
      self->matches[end] != self->other || token_id(self, end) != token_id(self, self->start))
    return FALSE;
  self->matches[self->start] = self->other;
  self->inverse[self->other] = self->start;
  self->matches[end] = ADREF_NO_MATCH;
  self->start++;
  self->end++;
  self->other++;
  return TRUE;
}

/* Moves a run to the place where it reads best, the first of equal places. */
static void slide(ChangeRun *self)
{
  guint left = 0, steps = 0, best = 0, best_points;
  while (left < MAX_SLIDE && slide_left(self))
    left++;
  best_points = boundary_score(self->content, self->start, self->end);
  for (; steps < left + MAX_SLIDE && slide_right(self);) {
    guint points = boundary_score(self->content, self->start, self->end);
    steps++;
    if (points > best_points) {
      best = steps;
      best_points = points;
    }
  }
  for (; steps > best; steps--)
    slide_left(self);
}

/* Moves all runs of one text. */
static void slide_all(const AdrefContentTokens *content, guint *matches, guint *inverse,
                      guint other_length)
{
  guint behind = 0; /* the place in the other text behind the last match */
  for (guint i = 0; i < content->length;) {
    if (matches[i] != ADREF_NO_MATCH) {
      behind = matches[i++] + 1;
      continue;
    }
    guint end = i;
    while (end < content->length && matches[end] == ADREF_NO_MATCH)
      end++;
    guint next = end < content->length ? matches[end] : other_length;
    if (next == behind) {
      ChangeRun change = {content, matches, inverse, i, end, behind, other_length};
      slide(&change);
      end = change.end;
      behind = change.other;
    }
    i = end;
  }
}

void adref_diff_cleanup(const AdrefContentTokens *old, const AdrefContentTokens *new,
                        guint *matches)
{
  drop_strays(old, new, matches);
  for (guint pass = 0; pass < 3 && drop_short_runs(old, new, matches); pass++)
    continue;
  match_full_stops(old, new, matches);
  g_autofree guint *inverse = g_new(guint, new->length + 1);
  adref_matches_invert(matches, old->length, inverse, new->length);
  slide_all(old, matches, inverse, new->length);
  slide_all(new, inverse, matches, old->length);
  adref_whole_words_restore(old, matches, inverse);
  adref_whole_words_restore(new, inverse, matches);
}
