#include "merge/diff_cleanup.h"

enum {
  SHORT_WORD = 3, /* bytes of a word such as "the" */
  WORTH_SHORT = 1,
  WORTH_LONG = 3,
  MAX_SLIDE = 64,
  STRAY_WORDS = 4, /* fewer words kept in another sentence are chance */
  FEW = 16         /* stretches of one kind that most paragraphs have at most */
};

static guint is_word(const AdrefToken *token)
{
  return token->type != ADREF_TOKEN_SIGN ? 1 : 0;
}

static guint worth(const AdrefToken *token)
{
  if (token->type == ADREF_TOKEN_SIGN)
    return 0;
  return token->type == ADREF_TOKEN_WORD && token->length <= SHORT_WORD ? WORTH_SHORT : WORTH_LONG;
}

/* --- sentences --- */

/* A run of words kept that went from one sentence to one sentence. */
typedef struct {
  guint old_sentence, new_sentence;
  guint start, end; /* in the old speech */
  guint words;
} Link;

static GArray *find_links(const AdrefSpeech *old, const AdrefSpeech *new, const guint *mates)
{
  GArray *links = g_array_sized_new(FALSE, FALSE, sizeof(Link), FEW);
  for (guint i = 0; i < old->length; i++) {
    if (mates[i] == ADREF_NO_MATE)
      continue;
    Link next = {old->sentences[i], new->sentences[mates[i]], i, i + 1, 0};
    Link *last = links->len ? &g_array_index(links, Link, links->len - 1) : NULL;
    if (!last || last->old_sentence != next.old_sentence ||
        last->new_sentence != next.new_sentence) {
      g_array_append_val(links, next);
      last = &g_array_index(links, Link, links->len - 1);
    }
    last->end = i + 1;
    last->words += is_word(old->tokens[i]);
  }
  return links;
}

/* The most words that one link of each sentence holds. Caller frees. */
static guint *most_words(const GArray *links, gboolean old, guint sentences)
{
  guint *most = g_new0(guint, sentences + 1);
  for (guint i = 0; i < links->len; i++) {
    const Link *link = &g_array_index(links, Link, i);
    guint *words = most + (old ? link->old_sentence : link->new_sentence);
    *words = MAX(*words, link->words);
  }
  return most;
}

static guint sentences_of(const AdrefSpeech *speech)
{
  return speech->length ? speech->sentences[speech->length - 1] + 1 : 0;
}

/* Drops few words that went to a sentence which is neither side's own. */
static void drop_strays(const AdrefSpeech *old, const AdrefSpeech *new, guint *mates)
{
  if (sentences_of(old) < 2 && sentences_of(new) < 2)
    return;
  g_autoptr(GArray) links = find_links(old, new, mates);
  g_autofree guint *old_most = most_words(links, TRUE, sentences_of(old));
  g_autofree guint *new_most = most_words(links, FALSE, sentences_of(new));
  for (guint l = 0; l < links->len; l++) {
    const Link *link = &g_array_index(links, Link, l);
    if (link->words >= STRAY_WORDS || link->words == old_most[link->old_sentence] ||
        link->words == new_most[link->new_sentence])
      continue;
    for (guint i = link->start; i < link->end; i++)
      mates[i] = ADREF_NO_MATE;
  }
}

/* --- islands --- */

/* What changed between two runs of words kept. */
typedef struct {
  guint deleted, inserted; /* words */
} Gap;

/* A run of tokens kept that follow each other on both sides, behind a gap. */
typedef struct {
  Gap gap;
  guint start, end; /* in the old speech; the last run is empty */
} Run;

static guint words_between(const AdrefSpeech *speech, guint start, guint end)
{
  guint words = 0;
  for (guint i = start; i < end; i++)
    words += is_word(speech->tokens[i]);
  return words;
}

static GArray *find_runs(const AdrefSpeech *old, const AdrefSpeech *new, const guint *mates)
{
  GArray *runs = g_array_sized_new(FALSE, FALSE, sizeof(Run), FEW);
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= old->length; i++) {
    gboolean last = i == old->length;
    if (!last && mates[i] == ADREF_NO_MATE)
      continue;
    guint mate = last ? new->length : mates[i];
    if (last || i > old_at || mate > new_at || runs->len == 0) {
      Gap gap = {words_between(old, old_at, i), words_between(new, new_at, mate)};
      Run run = {gap, i, i};
      g_array_append_val(runs, run);
    }
    g_array_index(runs, Run, runs->len - 1).end = MIN(i + 1, old->length);
    old_at = i + 1;
    new_at = mate + 1;
  }
  return runs;
}

static guint size_of(const Gap *gap)
{
  return MAX(gap->deleted, gap->inserted);
}

/* Whether what is kept between two changes is too little for a reader to hold on to. */
static gboolean is_island(const Gap *left, const Gap *right, guint worth_kept)
{
  if (!left->deleted || !left->inserted || !right->deleted || !right->inserted)
    return FALSE;
  guint small = MIN(size_of(left), size_of(right)), both = size_of(left) + size_of(right);
  switch (worth_kept) {
  case 0: return both >= 3;
  case 1: return both >= 4;
  case 2: return both >= 6 && small >= 2;
  case 3: return both >= 8 && small >= 3;
  case 4: return both >= 14 && small >= 5;
  default: return FALSE;
  }
}

static guint worth_of(const AdrefSpeech *old, const Run *run)
{
  guint sum = 0;
  for (guint i = run->start; i < run->end; i++) {
    if (adref_token_ends_sentence(old->tokens[i]))
      return G_MAXUINT;
    sum += worth(old->tokens[i]);
  }
  return sum;
}

/* Drops islands from the left to the right; what is dropped makes its neighbours larger. Whether
 * anything was. */
static gboolean drop_islands(const AdrefSpeech *old, const AdrefSpeech *new, guint *mates)
{
  g_autoptr(GArray) runs = find_runs(old, new, mates);
  gboolean dropped = FALSE;
  for (guint r = 0; r + 1 < runs->len; r++) {
    Run *run = &g_array_index(runs, Run, r), *next = run + 1;
    guint words = words_between(old, run->start, run->end);
    if (!is_island(&run->gap, &next->gap, worth_of(old, run)))
      continue;
    for (guint i = run->start; i < run->end; i++)
      mates[i] = ADREF_NO_MATE;
    next->gap.deleted += run->gap.deleted + words;
    next->gap.inserted += run->gap.inserted + words;
    dropped = TRUE;
  }
  return dropped;
}

/* --- full stops --- */

static guint next_stop(const AdrefSpeech *speech, guint at, guint end)
{
  while (at < end && (speech->tokens[at]->type != ADREF_TOKEN_SIGN ||
                      !adref_token_ends_sentence(speech->tokens[at])))
    at++;
  return at;
}

static guint count_stops(const AdrefSpeech *speech, guint at, guint end)
{
  guint count = 0;
  while ((at = next_stop(speech, at, end)) < end) {
    count++;
    at++;
  }
  return count;
}

/* Where as many sentences end on both sides of a gap, they end together. */
static void mate_stops_in(const AdrefSpeech *old, const AdrefSpeech *new, guint old_at,
                          guint old_end, guint new_at, guint new_end, guint *mates)
{
  guint count = count_stops(old, old_at, old_end);
  if (count == 0 || count != count_stops(new, new_at, new_end))
    return;
  for (; count > 0; count--, old_at++, new_at++) {
    old_at = next_stop(old, old_at, old_end);
    new_at = next_stop(new, new_at, new_end);
    if (old->tokens[old_at]->id == new->tokens[new_at]->id)
      mates[old_at] = new_at;
  }
}

static void mate_stops(const AdrefSpeech *old, const AdrefSpeech *new, guint *mates)
{
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= old->length; i++) {
    gboolean last = i == old->length;
    if (!last && mates[i] == ADREF_NO_MATE)
      continue;
    guint mate = last ? new->length : mates[i];
    mate_stops_in(old, new, old_at, i, new_at, mate, mates);
    old_at = i + 1;
    new_at = mate + 1;
  }
}

/* --- where a stretch begins --- */

/* How well a stretch from `start` to `end` reads as one that came or went. */
static guint reads(const AdrefSpeech *speech, guint start, guint end)
{
  const AdrefToken *first = speech->tokens[start];
  gboolean begins = start == 0 || speech->sentences[start] != speech->sentences[start - 1];
  gboolean ends = adref_token_ends_sentence(speech->tokens[end - 1]);
  guint points = ends ? 3 : 0;
  if (begins)
    points += ends ? 10 : 0;
  else if (speech->tokens[start - 1]->type == ADREF_TOKEN_SIGN)
    points += 4;
  else if (first->type == ADREF_TOKEN_SIGN)
    points += 2;
  return points + (worth(first) >= WORTH_LONG ? 1 : 0);
}

/* A stretch of one text that has nothing in its place in the other: `with` are its mates there. */
typedef struct {
  const AdrefSpeech *speech;
  guint *mates, *with; /* by place in `speech`; by place in the other one */
  guint start, end;
  guint other; /* the place in the other one behind which it stands */
  guint other_length;
} Stretch;

static guint token_id(const Stretch *self, guint i)
{
  return self->speech->tokens[i]->id;
}

static gboolean slide_left(Stretch *self)
{
  guint start = self->start;
  if (start == 0 || self->other == 0 || self->mates[start - 1] != self->other - 1 ||
      token_id(self, start - 1) != token_id(self, self->end - 1))
    return FALSE;
  self->start--;
  self->end--;
  self->other--;
  self->mates[self->end] = self->other;
  self->with[self->other] = self->end;
  self->mates[self->start] = ADREF_NO_MATE;
  return TRUE;
}

static gboolean slide_right(Stretch *self)
{
  guint end = self->end;
  if (end == self->speech->length || self->other == self->other_length ||
      self->mates[end] != self->other || token_id(self, end) != token_id(self, self->start))
    return FALSE;
  self->mates[self->start] = self->other;
  self->with[self->other] = self->start;
  self->mates[end] = ADREF_NO_MATE;
  self->start++;
  self->end++;
  self->other++;
  return TRUE;
}

/* Puts a stretch where it reads best; the first such place. */
static void slide(Stretch *self)
{
  guint left = 0, steps = 0, best = 0, best_points;
  while (left < MAX_SLIDE && slide_left(self))
    left++;
  best_points = reads(self->speech, self->start, self->end);
  for (; steps < left + MAX_SLIDE && slide_right(self);) {
    guint points = reads(self->speech, self->start, self->end);
    steps++;
    if (points > best_points) {
      best = steps;
      best_points = points;
    }
  }
  for (; steps > best; steps--)
    slide_left(self);
}

/* Slides all stretches of one text. */
static void slide_all(const AdrefSpeech *speech, guint *mates, guint *with, guint other_length)
{
  guint behind = 0; /* the other text's place behind the last mate */
  for (guint i = 0; i < speech->length;) {
    if (mates[i] != ADREF_NO_MATE) {
      behind = mates[i++] + 1;
      continue;
    }
    guint end = i;
    while (end < speech->length && mates[end] == ADREF_NO_MATE)
      end++;
    guint next = end < speech->length ? mates[end] : other_length;
    if (next == behind) {
      Stretch stretch = {speech, mates, with, i, end, behind, other_length};
      slide(&stretch);
      end = stretch.end;
      behind = stretch.other;
    }
    i = end;
  }
}

static guint *inverse(const guint *mates, guint length, guint other_length)
{
  guint *with = g_new(guint, other_length + 1);
  for (guint j = 0; j < other_length; j++)
    with[j] = ADREF_NO_MATE;
  for (guint i = 0; i < length; i++)
    if (mates[i] != ADREF_NO_MATE)
      with[mates[i]] = i;
  return with;
}

void adref_polish(const AdrefSpeech *old, const AdrefSpeech *new, guint *mates)
{
  drop_strays(old, new, mates);
  for (guint pass = 0; pass < 3 && drop_islands(old, new, mates); pass++)
    continue;
  mate_stops(old, new, mates);
  g_autofree guint *with = inverse(mates, old->length, new->length);
  slide_all(old, mates, with, new->length);
  slide_all(new, with, mates, old->length);
}
