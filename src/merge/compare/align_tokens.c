#include "merge/compare/align_tokens.h"

#include <string.h>

#include "merge/compare/diff_cleanup.h"
#include "merge/compare/match_units.h"

enum {
  MIN_SENTENCE = 3 /* words that a sentence needs to be an anchor */
};

/* One of the two texts, divided into units: sentences, and in them the alternatives of brackets. */
typedef struct {
  AdrefContentTokens content_tokens;
  AdrefElement *elements;
  GArray *starts;    /* of guint: where each unit begins; then the end */
  GByteArray *parts; /* by unit: whether it is what is left of a sentence without alternatives */
} TokenSide;

/* The units of a text while they are found. */
typedef struct {
  TokenSide *side;
  guint sentence, sentences; /* the first unit of the sentence; the sentences so far */
  guint depth;               /* alternatives around the token */
  gboolean begins, divides;  /* with the next token a sentence begins; only a unit */
  gboolean whole;            /* the first unit of the sentence may be all of it */
} UnitReader;

static AdrefElement element_of(const AdrefToken *token)
{
  AdrefElement element = {token->id, ADREF_ELEMENT_WORD};
  if (token->type == ADREF_TOKEN_PUNCTUATION)
    element.type = ADREF_ELEMENT_PUNCTUATION;
  if (token->type == ADREF_TOKEN_NUMBER)
    element.type = ADREF_ELEMENT_NUMBER;
  return element;
}

/* Whether a unit ends with the token at `i`. The full stops in "1.5" and "e.g." end no sentence,
 * for letters follow. */
static gboolean ends_unit(AdrefTokenSlice slice, guint i)
{
  const AdrefToken *token = slice.tokens + i, *next = token + 1;
  if (!adref_token_ends_sentence(token))
    return FALSE;
  return i + 1 == slice.length || !adref_token_is_content(next) ||
         token->type != ADREF_TOKEN_PUNCTUATION || token->length > 1;
}

/* Whether a token is an end of one of several alternatives. */
static gboolean is_of_alternatives(const AdrefToken *token)
{
  return (token->type == ADREF_TOKEN_OPEN || token->type == ADREF_TOKEN_CLOSE) &&
         token->node->type == ADREF_ALTERNATIVE && (token->node->prev || token->node->next);
}

static void begin_unit(UnitReader *self)
{
  TokenSide *side = self->side;
  guint8 part = self->depth == 0 && !self->begins;
  if (self->begins) {
    self->sentence = side->starts->len;
    self->sentences++;
    self->whole = self->depth == 0;
  } else if (self->whole) {
    side->parts->data[self->sentence] = TRUE;
  }
  g_array_append_val(side->starts, side->content_tokens.length);
  g_byte_array_append(side->parts, &part, 1);
}

static void read_token(UnitReader *self, AdrefTokenSlice slice, guint i)
{
  AdrefContentTokens *content_tokens = &self->side->content_tokens;
  const AdrefToken *token = slice.tokens + i;
  if (is_of_alternatives(token)) {
    self->depth = token->type == ADREF_TOKEN_OPEN ? self->depth + 1 : self->depth - 1;
    self->divides = TRUE;
  }
  self->begins = self->begins || token->type == ADREF_TOKEN_BLOCK_BREAK;
  if (!adref_token_is_content(token))
    return;
  if (self->begins || self->divides)
    begin_unit(self);
  self->begins = ends_unit(slice, i);
  self->divides = FALSE;
  self->side->elements[content_tokens->length] = element_of(token);
  content_tokens->sentences[content_tokens->length] = self->sentences - 1;
  content_tokens->tokens[content_tokens->length++] = token;
}

static void token_side_init(TokenSide *side, AdrefTokenSlice slice)
{
  side->content_tokens.tokens = g_new(const AdrefToken *, slice.length + 1);
  side->content_tokens.sentences = g_new(guint, slice.length + 1);
  side->content_tokens.length = 0;
  side->elements = g_new(AdrefElement, slice.length + 1);
  side->starts = g_array_new(FALSE, FALSE, sizeof(guint));
  side->parts = g_byte_array_new();
  UnitReader reader = {.side = side, .begins = TRUE};
  for (guint i = 0; i < slice.length; i++)
    read_token(&reader, slice, i);
  g_array_append_val(side->starts, side->content_tokens.length);
}

static void token_side_clear(TokenSide *side)
{
  g_free(side->content_tokens.tokens);
  g_free(side->content_tokens.sentences);
  g_free(side->elements);
  g_array_unref(side->starts);
  g_byte_array_unref(side->parts);
}

static guint unit_start(const TokenSide *side, guint unit)
{
  return g_array_index(side->starts, guint, unit);
}

static guint unit_count(const TokenSide *side)
{
  return side->starts->len - 1;
}

/* --- units --- */

/* Sets `ids` to those of a unit; returns how many there are. */
static guint unit_ids(const TokenSide *side, guint unit, guint *ids)
{
  guint length = 0;
  for (guint i = unit_start(side, unit); i < unit_start(side, unit + 1); i++)
    ids[length++] = side->elements[i].id;
  return length;
}

/* A unit of few words, or what is left of a sentence, gets an id of its own, so that it matches no
 * other and is no anchor. */
static AdrefMatchUnits new_units(const TokenSide *side, AdrefInterner *contents, guint8 which)
{
  guint count = unit_count(side);
  AdrefMatchUnit *units = g_new0(AdrefMatchUnit, count + 1);
  g_autofree guint *ids = g_new(guint, side->content_tokens.length + 1);
  for (guint i = 0; i < count; i++) {
    guint length = unit_ids(side, i, ids);
    guint8 kind = length < MIN_SENTENCE || side->parts->data[i] ? which : 0;
    units[i].weight = length;
    units[i].content =
        adref_interner_intern(contents, kind, (const char *)ids, length * sizeof(guint));
  }
  return (AdrefMatchUnits){units, count};
}

/* Matches the units that are the same. */
static void match_units(AdrefAligner *aligner, const TokenSide *old, const TokenSide *new,
                        guint *matches)
{
  for (guint i = 0; i < unit_count(old); i++)
    matches[i] = ADREF_NO_MATCH;
  if (unit_count(old) == 1 || unit_count(new) == 1)
    return;
  g_autoptr(AdrefInterner) contents = adref_interner_new();
  AdrefMatchUnits olds = new_units(old, contents, 1), news = new_units(new, contents, 2);
  adref_match_units_identical(aligner, olds, news, FALSE, matches);
  g_free((gpointer)(guintptr)olds.units);
  g_free((gpointer)(guintptr)news.units);
}

/* --- words --- */

typedef struct {
  AdrefAligner *aligner;
  const TokenSide *old, *new;
  guint *matches; /* by place among the old content tokens */
} Alignment;

static void align_range(const Alignment *self, guint old_start, guint old_end, guint new_start,
                        guint new_end)
{
  AdrefSequence old = {self->old->elements + old_start, old_end - old_start};
  AdrefSequence new = {self->new->elements + new_start, new_end - new_start};
  guint *matches = self->matches + old_start;
  if (old.length == 0 || new.length == 0)
    return;
  adref_align_sequences(self->aligner, old, new, matches);
  for (guint i = 0; i < old.length; i++)
    if (matches[i] != ADREF_NO_MATCH)
      matches[i] += new_start;
}

/* Aligns the words of sentences that match, and the words between such sentences. */
static void align_sentences(const Alignment *self, const guint *units)
{
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i < unit_count(self->old); i++) {
    if (units[i] == ADREF_NO_MATCH)
      continue;
    guint old_start = unit_start(self->old, i), new_start = unit_start(self->new, units[i]);
    align_range(self, old_at, old_start, new_at, new_start);
    old_at = unit_start(self->old, i + 1);
    new_at = unit_start(self->new, units[i] + 1);
    align_range(self, old_start, old_at, new_start, new_at);
  }
  align_range(self, old_at, self->old->content_tokens.length, new_at,
              self->new->content_tokens.length);
}

/* Turns matches by place among the content tokens into matches by place among all tokens. */
static void store_matches(const TokenSide *before, const TokenSide *after, const guint *found,
                          AdrefTokenSlice old, AdrefTokenSlice new, guint *matches)
{
  for (guint i = 0; i < old.length; i++)
    matches[i] = ADREF_NO_MATCH;
  for (guint i = 0; i < before->content_tokens.length; i++)
    if (found[i] != ADREF_NO_MATCH)
      matches[before->content_tokens.tokens[i] - old.tokens] =
          (guint)(after->content_tokens.tokens[found[i]] - new.tokens);
}

/* --- one order --- */

/* Words that limit the one beside them. Of two words that changed places such a one has moved:
 * "may only meet", "may meet only". */
static gboolean is_limiting(const AdrefToken *token)
{
  static const char *const words[] = {"only",   "not",     "never", "also",   "always", "all",
                                      "both",   "each",    "even",  "just",   "solely", "mainly",
                                      "merely", "jointly", "fully", "purely", "first"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i]) == token->length &&
        memcmp(words[i], token->node->text + token->start, token->length) == 0)
      return TRUE;
  return FALSE;
}

static gint compare_tokens(const AdrefToken *one, const AdrefToken *other)
{
  if (one->node->type != ADREF_TEXT || other->node->type != ADREF_TEXT)
    return (gint)one->node->type - (gint)other->node->type;
  gboolean limiting = is_limiting(one);
  if (limiting != is_limiting(other))
    return limiting ? -1 : 1;
  gint order = memcmp(one->node->text + one->start, other->node->text + other->start,
                      MIN(one->length, other->length));
  return order != 0 ? order : (one->length > other->length) - (one->length < other->length);
}

/* Compares the last words that differ. */
static gint compare_words(const AdrefContentTokens *one, const AdrefContentTokens *other)
{
  for (guint i = one->length; i > 0; i--) {
    const AdrefToken *token = one->tokens[i - 1], *at_place = other->tokens[i - 1];
    gint order = token->id == at_place->id ? 0 : compare_tokens(token, at_place);
    if (order != 0)
      return order;
  }
  return 0;
}

/* Whether the new text is read as the old one. Two alignments may cost the same; the one that is
 * taken shall not depend on which of the two texts is the old one. */
static gboolean is_turned(const TokenSide *old, const TokenSide *new)
{
  guint before = old->content_tokens.length, after = new->content_tokens.length;
  return before != after ? before > after
                         : compare_words(&old->content_tokens, &new->content_tokens) < 0;
}

/* Turns matches by place in one text into those by place in the other. */
static guint *turn(const guint *matches, guint length, guint other_length)
{
  guint *turned = g_new(guint, other_length + 1);
  for (guint j = 0; j < other_length; j++)
    turned[j] = ADREF_NO_MATCH;
  for (guint i = 0; i < length; i++)
    if (matches[i] != ADREF_NO_MATCH)
      turned[matches[i]] = i;
  return turned;
}

/* Aligns the words; returns the matches by place among the content tokens of `old`. */
static guint *align(AdrefAligner *aligner, const TokenSide *old, const TokenSide *new)
{
  guint *found = g_new(guint, old->content_tokens.length + 1);
  g_autofree guint *units = g_new(guint, unit_count(old) + 1);
  for (guint i = 0; i < old->content_tokens.length; i++)
    found[i] = ADREF_NO_MATCH;
  Alignment alignment = {aligner, old, new, found};
  match_units(aligner, old, new, units);
  align_sentences(&alignment, units);
  adref_diff_cleanup(&old->content_tokens, &new->content_tokens, found);
  return found;
}

void adref_align_tokens(AdrefAligner *aligner, AdrefTokenSlice old, AdrefTokenSlice new,
                        guint *matches)
{
  TokenSide before, after;
  token_side_init(&before, old);
  token_side_init(&after, new);
  gboolean turned = is_turned(&before, &after);
  g_autofree guint *found =
      turned ? align(aligner, &after, &before) : align(aligner, &before, &after);
  if (turned) {
    g_autofree guint *other = found;
    found = turn(other, after.content_tokens.length, before.content_tokens.length);
  }
  store_matches(&before, &after, found, old, new, matches);
  token_side_clear(&before);
  token_side_clear(&after);
}
