#include "merge/compare/match_nesting.h"

#include <string.h>

#include "merge/content_key.h"

enum {
  MAX_DEPTH = 64,        /* nodes around a word that are compared */
  LOOK_AHEAD = 8,        /* nodes of a gap that a node is compared with */
  LOOK_FAR = 2000,       /* tokens */
  MAX_ROUNDS = 24,       /* rounds of removing crossings; after them no match is kept */
  MAX_CROSSINGS = 100000 /* crossings in one round */
};

static void match_tokens(AdrefMatchedTokens *old, AdrefMatchedTokens *new, guint i, guint j)
{
  old->matches[i] = j;
  new->matches[j] = i;
}

static void unmatch(AdrefMatchedTokens *old, AdrefMatchedTokens *new, guint i)
{
  if (old->matches[i] != ADREF_NO_MATCH)
    new->matches[old->matches[i]] = ADREF_NO_MATCH;
  old->matches[i] = ADREF_NO_MATCH;
}

static gboolean is_matched(const AdrefMatchedTokens *text_tokens, guint i)
{
  return text_tokens->matches[i] != ADREF_NO_MATCH;
}

static void match_nodes(AdrefMatchedTokens *old, AdrefMatchedTokens *new, guint i, guint j)
{
  match_tokens(old, new, i, j);
  match_tokens(old, new, old->tokens[i].pair, new->tokens[j].pair);
}

static void unmatch_nodes(AdrefMatchedTokens *old, AdrefMatchedTokens *new, guint i)
{
  unmatch(old, new, old->tokens[i].pair);
  unmatch(old, new, i);
}

static void count_kept(AdrefMatchedTokens *text_tokens)
{
  text_tokens->kept[0] = 0;
  for (guint i = 0; i < text_tokens->length; i++)
    text_tokens->kept[i + 1] = text_tokens->kept[i] + (is_matched(text_tokens, i) ? 1 : 0);
}

/* --- nodes around words that match --- */

/* The innermost node around each token. Caller frees. */
static guint *nodes_around(const AdrefMatchedTokens *text_tokens)
{
  guint *around = g_new(guint, text_tokens->length + 1);
  guint open = ADREF_NO_MATCH;
  for (guint i = 0; i < text_tokens->length; i++) {
    const AdrefToken *token = text_tokens->tokens + i;
    if (token->type == ADREF_TOKEN_CLOSE)
      open = around[token->pair];
    around[i] = open;
    if (token->type == ADREF_TOKEN_OPEN)
      open = i;
  }
  return around;
}

/* The nodes around a token from the outside in; returns how many there are. */
static guint ancestors_of(const guint *around, guint at, guint *nodes)
{
  guint depth = 0;
  for (guint node = around[at]; node != ADREF_NO_MATCH && depth < MAX_DEPTH; node = around[node])
    nodes[depth++] = node;
  for (guint i = 0; i < depth / 2; i++) {
    guint swapped = nodes[i];
    nodes[i] = nodes[depth - 1 - i];
    nodes[depth - 1 - i] = swapped;
  }
  return depth;
}

static AdrefNodeType type_at(const AdrefMatchedTokens *text_tokens, guint i)
{
  return text_tokens->tokens[i].node->type;
}

static gboolean holds_type(const AdrefMatchedTokens *text_tokens, const guint *nodes, guint from,
                           guint count, AdrefNodeType type)
{
  for (guint i = from; i < count; i++)
    if (type_at(text_tokens, nodes[i]) == type)
      return TRUE;
  return FALSE;
}

/* By token: how many words before it match. Caller frees. */
static guint *words_before(const AdrefMatchedTokens *text_tokens)
{
  guint *before = g_new(guint, text_tokens->length + 1);
  before[0] = 0;
  for (guint i = 0; i < text_tokens->length; i++)
    before[i + 1] =
        before[i] +
        (is_matched(text_tokens, i) && adref_token_is_content(text_tokens->tokens + i) ? 1 : 0);
  return before;
}

/* The words that match before each token of both texts. */
typedef struct {
  const guint *old, *new;
} WordCounts;

/* How the words of an old node and of a new one that match lie to each other. */
typedef enum {
  WORDS_SAME,
  WORDS_OLD_HAS_MORE,
  WORDS_NEW_HAS_MORE,
} WordExtent;

static WordExtent compare_extents(const AdrefMatchedTokens *old, const AdrefMatchedTokens *new,
                                  WordCounts counts, guint i, guint j)
{
  guint old_start = counts.old[i], old_end = counts.old[old->tokens[i].pair];
  guint new_start = counts.new[j], new_end = counts.new[new->tokens[j].pair];
  if (old_start == new_start && old_end == new_end)
    return WORDS_SAME;
  return old_end - old_start >= new_end - new_start ? WORDS_OLD_HAS_MORE : WORDS_NEW_HAS_MORE;
}

/* Whether a node is matched with one of those, which are inside of the one that it is compared
 * with. Nodes around it that match others must be outside of that one. */
static gboolean matches_inside(const AdrefMatchedTokens *text_tokens, guint node,
                               const guint *inside, guint from, guint count)
{
  for (guint i = from; is_matched(text_tokens, node) && i < count; i++)
    if (text_tokens->matches[node] == inside[i])
      return TRUE;
  return FALSE;
}

/* Matches the nodes around two words by their types and by the words in them, from the outside in.
 */
static void match_ancestors(AdrefMatchedTokens *old, AdrefMatchedTokens *new, WordCounts counts,
                            const guint *olds, guint old_count, const guint *news, guint new_count)
{
  for (guint a = 0, b = 0; a < old_count && b < new_count;) {
    guint i = olds[a], j = news[b];
    gboolean free = !is_matched(old, i) && !is_matched(new, j);
    WordExtent extent = compare_extents(old, new, counts, i, j);
    if (old->matches[i] == j ||
        (free && extent == WORDS_SAME && type_at(old, i) == type_at(new, j))) {
      match_nodes(old, new, i, j);
      a++;
      b++;
    } else if (matches_inside(old, i, news, b + 1, new_count)) {
      b++;
    } else if (matches_inside(new, j, olds, a + 1, old_count)) {
      a++;
    } else if (extent == WORDS_OLD_HAS_MORE || is_matched(old, i) ||
               (free && extent == WORDS_SAME &&
                !holds_type(new, news, b + 1, new_count, type_at(old, i)))) {
      a++;
    } else {
      b++;
    }
  }
}

static void match_around_words(AdrefMatchedTokens *old, AdrefMatchedTokens *new)
{
  g_autofree guint *old_words = words_before(old), *new_words = words_before(new);
  WordCounts counts = {old_words, new_words};
  g_autofree guint *old_around = nodes_around(old), *new_around = nodes_around(new);
  guint olds[MAX_DEPTH], news[MAX_DEPTH], old_last = ADREF_NO_MATCH, new_last = ADREF_NO_MATCH;
  for (guint i = 0; i < old->length; i++) {
    if (!is_matched(old, i) || !adref_token_is_content(old->tokens + i))
      continue;
    guint j = old->matches[i];
    if (old_around[i] == old_last && new_around[j] == new_last)
      continue;
    old_last = old_around[i];
    new_last = new_around[j];
    guint old_count = ancestors_of(old_around, i, olds),
          new_count = ancestors_of(new_around, j, news);
    match_ancestors(old, new, counts, olds, old_count, news, new_count);
  }
}

/* Separates nodes that matched but do not contain the same matches, or contain none any more. */
static void unmatch_unlike(AdrefMatchedTokens *old, AdrefMatchedTokens *new, gboolean empty_too)
{
  g_autofree guint *olds = words_before(old), *news = words_before(new);
  for (guint i = 0; i < old->length; i++) {
    if (old->tokens[i].type != ADREF_TOKEN_OPEN || !is_matched(old, i))
      continue;
    guint j = old->matches[i], old_end = old->tokens[i].pair, new_end = new->tokens[j].pair;
    gboolean alike = olds[i] == news[j] && olds[old_end] == news[new_end];
    if (!alike || (empty_too && olds[i] == olds[old_end]))
      unmatch_nodes(old, new, i);
  }
}

/* --- gaps --- */

/* The tokens between two neighbouring matches. */
typedef struct {
  guint old_start, old_end, new_start, new_end;
} TokenGap;

/* All gaps, also empty ones. */
static GArray *find_gaps(const AdrefMatchedTokens *old, const AdrefMatchedTokens *new)
{
  GArray *gaps = g_array_new(FALSE, FALSE, sizeof(TokenGap));
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= old->length; i++) {
    if (i < old->length && !is_matched(old, i))
      continue;
    TokenGap gap = {old_at, i, new_at, i < old->length ? old->matches[i] : new->length};
    if (gap.old_start < gap.old_end && gap.new_start < gap.new_end)
      g_array_append_val(gaps, gap);
    old_at = i + 1;
    new_at = gap.new_end + 1;
  }
  return gaps;
}

/* The next node at or behind `i` that begins and ends in the gap; `end` when there is none. */
static guint next_node(const AdrefMatchedTokens *text_tokens, guint i, guint end)
{
  for (; i < end; i++)
    if (text_tokens->tokens[i].type == ADREF_TOKEN_OPEN && text_tokens->tokens[i].pair < end)
      return i;
  return end;
}

static guint find_like(const AdrefMatchedTokens *new, const AdrefNode *node, guint from, guint end)
{
  guint tries = LOOK_AHEAD, last = MIN(end, from + LOOK_FAR);
  for (guint j = next_node(new, from, last); j < last && tries > 0; tries--) {
    if (adref_content_key_equal_nodes(node, new->tokens[j].node))
      return j;
    j = next_node(new, new->tokens[j].pair + 1, last);
  }
  return end;
}

/* Matches nodes of a gap that have the same attributes, in their order: they stayed although all
 * their words changed. */
static void match_in_gap(AdrefMatchedTokens *old, AdrefMatchedTokens *new, GArray *gaps,
                         TokenGap gap)
{
  guint j = gap.new_start;
  for (guint i = next_node(old, gap.old_start, gap.old_end); i < gap.old_end;
       i = next_node(old, old->tokens[i].pair + 1, gap.old_end)) {
    guint like = find_like(new, old->tokens[i].node, j, gap.new_end);
    if (like == gap.new_end)
      continue;
    match_nodes(old, new, i, like);
    j = new->tokens[like].pair + 1;
    TokenGap inside = {i + 1, old->tokens[i].pair, like + 1, new->tokens[like].pair};
    g_array_append_val(gaps, inside);
  }
}

static void match_in_gaps(AdrefMatchedTokens *old, AdrefMatchedTokens *new)
{
  g_autoptr(GArray) gaps = find_gaps(old, new);
  for (guint g = 0; g < gaps->len; g++)
    match_in_gap(old, new, gaps, g_array_index(gaps, TokenGap, g));
}

static gboolean is_node_end(const AdrefToken *token)
{
  return token->type == ADREF_TOKEN_OPEN || token->type == ADREF_TOKEN_CLOSE;
}

static gboolean is_space(const AdrefMatchedTokens *text_tokens, guint i)
{
  return text_tokens->tokens[i].type == ADREF_TOKEN_SPACE;
}

static gboolean is_same_space(const AdrefMatchedTokens *old, const AdrefMatchedTokens *new, guint i,
                              guint j)
{
  return is_space(old, i) && is_space(new, j) && old->tokens[i].id == new->tokens[j].id;
}

/* Matches the space at the beginning of a gap with that of the other side, and the space at its
 * end. Code has several in a row. */
static void match_spaces(AdrefMatchedTokens *old, AdrefMatchedTokens *new, TokenGap gap)
{
  guint i = gap.old_start, j = gap.new_start;
  while (i < gap.old_end && is_node_end(old->tokens + i))
    i++;
  while (j < gap.new_end && is_node_end(new->tokens + j))
    j++;
  while (i < gap.old_end && j < gap.new_end && is_same_space(old, new, i, j))
    match_tokens(old, new, i++, j++);
  guint last = gap.old_end, new_last = gap.new_end;
  while (last > i && is_node_end(old->tokens + last - 1))
    last--;
  while (new_last > j && is_node_end(new->tokens + new_last - 1))
    new_last--;
  while (last > i && new_last > j && is_same_space(old, new, last - 1, new_last - 1))
    match_tokens(old, new, --last, --new_last);
}

static gboolean is_literal(const AdrefNode *node)
{
  return node->type == ADREF_TEXT && node->as.literal;
}

/* A number that is in a reference in only one of the texts still matches the same digits. */
static void match_numbers(AdrefMatchedTokens *old, AdrefMatchedTokens *new, TokenGap gap)
{
  if (gap.old_end - gap.old_start != 1 || gap.new_end - gap.new_start != 1)
    return;
  const AdrefToken *one = old->tokens + gap.old_start, *other = new->tokens + gap.new_start;
  if (one->type == ADREF_TOKEN_NUMBER && other->type == ADREF_TOKEN_NUMBER &&
      one->length == other->length && is_literal(one->node) == is_literal(other->node) &&
      memcmp(one->node->text + one->start, other->node->text + other->start, one->length) == 0)
    match_tokens(old, new, gap.old_start, gap.new_start);
}

/* Does not make a list of gaps, for there is one between any two words. */
static void match_spaces_and_numbers(AdrefMatchedTokens *old, AdrefMatchedTokens *new)
{
  TokenGap gap = {0};
  for (guint i = 0; i <= old->length; i++) {
    if (i < old->length && !is_matched(old, i))
      continue;
    gap.old_end = i;
    gap.new_end = i < old->length ? old->matches[i] : new->length;
    if (gap.old_start < gap.old_end && gap.new_start < gap.new_end) {
      match_numbers(old, new, gap);
      match_spaces(old, new, gap);
    }
    gap.old_start = i + 1;
    gap.new_start = gap.new_end + 1;
  }
}

/* --- crossings --- */

/* The matches inside of a node of one text; or, when `start` = `end`, a break between them. */
typedef struct {
  guint start, end;
  gboolean old;
} NodeSpan;

static void add_spans(GArray *spans, const AdrefMatchedTokens *text_tokens, gboolean old)
{
  for (guint i = 0; i < text_tokens->length; i++) {
    const AdrefToken *token = text_tokens->tokens + i;
    NodeSpan span = {text_tokens->kept[i], text_tokens->kept[i], old};
    if (token->type == ADREF_TOKEN_OPEN && !is_matched(text_tokens, i))
      span.end = text_tokens->kept[token->pair];
    else if (token->type != ADREF_TOKEN_BLOCK_BREAK)
      continue;
    if (span.end > span.start || token->type == ADREF_TOKEN_BLOCK_BREAK)
      g_array_append_val(spans, span);
  }
}

static gint compare_spans(gconstpointer a, gconstpointer b)
{
  const NodeSpan *first = a, *second = b;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  gboolean first_break = first->end == first->start, second_break = second->end == second->start;
  if (first_break != second_break)
    return first_break ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return first->old - second->old;
}

/* The matches in their order. */
typedef struct {
  guint *places;  /* in `old` */
  guint *weights; /* by match: the weight of all before it; a word weighs more than a space */
} MatchList;

static void match_list_init(MatchList *matches, const AdrefMatchedTokens *old)
{
  guint count = 0;
  matches->places = g_new(guint, old->length + 1);
  matches->weights = g_new(guint, old->length + 1);
  matches->weights[0] = 0;
  for (guint i = 0; i < old->length; i++) {
    if (!is_matched(old, i))
      continue;
    matches->weights[count + 1] = matches->weights[count] + (is_space(old, i) ? 1 : 10);
    matches->places[count++] = i;
  }
}

static void match_list_clear(MatchList *matches)
{
  g_free(matches->places);
  g_free(matches->weights);
}

static void unmatch_range(AdrefMatchedTokens *old, AdrefMatchedTokens *new,
                          const MatchList *matches, guint start, guint end)
{
  for (guint k = start; k < end; k++)
    if (!is_node_end(old->tokens + matches->places[k]))
      unmatch(old, new, matches->places[k]);
}

/* Removes a crossing by dropping the matches that weigh least. */
static void uncross(AdrefMatchedTokens *old, AdrefMatchedTokens *new, const MatchList *matches,
                    const NodeSpan *left, const NodeSpan *right)
{
  guint bounds[4] = {left->start, right->start, left->end, right->end};
  if (right->start == right->end)
    bounds[2] = bounds[3] = left->end;
  guint best = 0, least = G_MAXUINT;
  for (guint i = 0; i < 3; i++) {
    guint weight = matches->weights[bounds[i + 1]] - matches->weights[bounds[i]];
    if (bounds[i] < bounds[i + 1] && weight < least) {
      least = weight;
      best = i;
    }
  }
  unmatch_range(old, new, matches, bounds[best], bounds[best + 1]);
}

static gboolean crosses(const NodeSpan *top, const NodeSpan *span)
{
  if (span->start == span->end)
    return top->start < span->start && span->start < top->end && top->old != span->old;
  return span->start > top->start && span->start < top->end && span->end > top->end;
}

static void unmatch_all(AdrefMatchedTokens *old, AdrefMatchedTokens *new)
{
  for (guint i = 0; i < old->length; i++)
    unmatch(old, new, i);
}

/* Removes the crossings of spans in order; returns how many there were. */
static guint uncross_spans(AdrefMatchedTokens *old, AdrefMatchedTokens *new, const GArray *spans)
{
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(NodeSpan));
  MatchList matches;
  match_list_init(&matches, old);
  guint count = 0;
  for (guint s = 0; s < spans->len && count < MAX_CROSSINGS; s++) {
    const NodeSpan *span = &g_array_index(spans, NodeSpan, s);
    while (stack->len > 0 && g_array_index(stack, NodeSpan, stack->len - 1).end <= span->start)
      g_array_set_size(stack, stack->len - 1);
    const NodeSpan *top = stack->len ? &g_array_index(stack, NodeSpan, stack->len - 1) : NULL;
    if (top && crosses(top, span)) {
      uncross(old, new, &matches, top, span);
      count++;
    } else if (span->end > span->start) {
      g_array_append_val(stack, *span);
    }
  }
  match_list_clear(&matches);
  return count;
}

/* Removes crossings; returns whether there were any. */
static gboolean uncross_all(AdrefMatchedTokens *old, AdrefMatchedTokens *new)
{
  count_kept(old);
  count_kept(new);
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(NodeSpan));
  add_spans(spans, old, TRUE);
  add_spans(spans, new, FALSE);
  if (spans->len < 2)
    return FALSE;
  g_array_sort(spans, compare_spans);
  guint count = uncross_spans(old, new, spans);
  if (count == MAX_CROSSINGS)
    unmatch_all(old, new);
  return count > 0;
}

/* Whether there are nodes or breaks, not only words. */
static gboolean holds_nodes(const AdrefMatchedTokens *text_tokens)
{
  for (guint i = 0; i < text_tokens->length; i++)
    if (is_node_end(text_tokens->tokens + i) ||
        text_tokens->tokens[i].type == ADREF_TOKEN_BLOCK_BREAK)
      return TRUE;
  return FALSE;
}

void adref_match_nesting(AdrefMatchedTokens *old, AdrefMatchedTokens *new)
{
  gboolean old_nodes = holds_nodes(old), new_nodes = holds_nodes(new);
  if (old_nodes && new_nodes) {
    match_around_words(old, new);
    unmatch_unlike(old, new, FALSE);
    match_in_gaps(old, new);
  }
  match_spaces_and_numbers(old, new);
  if (!old_nodes && !new_nodes)
    return;
  guint rounds = 0;
  while (uncross_all(old, new)) {
    unmatch_unlike(old, new, TRUE);
    if (++rounds == MAX_ROUNDS)
      unmatch_all(old, new);
  }
}
