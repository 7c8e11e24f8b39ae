#include "merge/match_nesting.h"

#include <string.h>

#include "merge/content_key.h"

enum {
  MAX_DEPTH = 64,        /* nodes around a word that are looked at */
  LOOK_AHEAD = 8,        /* nodes of a gap that one is compared with */
  LOOK_FAR = 2000,       /* tokens */
  MAX_ROUNDS = 24,       /* of undoing crossings; then nothing is kept */
  MAX_CROSSINGS = 100000 /* in one round */
};

static void mate(AdrefStrand *old, AdrefStrand *new, guint i, guint j)
{
  old->mates[i] = j;
  new->mates[j] = i;
}

static void part(AdrefStrand *old, AdrefStrand *new, guint i)
{
  if (old->mates[i] != ADREF_NO_MATE)
    new->mates[old->mates[i]] = ADREF_NO_MATE;
  old->mates[i] = ADREF_NO_MATE;
}

static gboolean is_mated(const AdrefStrand *strand, guint i)
{
  return strand->mates[i] != ADREF_NO_MATE;
}

static void mate_nodes(AdrefStrand *old, AdrefStrand *new, guint i, guint j)
{
  mate(old, new, i, j);
  mate(old, new, old->tokens[i].pair, new->tokens[j].pair);
}

static void part_nodes(AdrefStrand *old, AdrefStrand *new, guint i)
{
  part(old, new, old->tokens[i].pair);
  part(old, new, i);
}

static void count_kept(AdrefStrand *strand)
{
  strand->kept[0] = 0;
  for (guint i = 0; i < strand->length; i++)
    strand->kept[i + 1] = strand->kept[i] + (is_mated(strand, i) ? 1 : 0);
}

/* --- nodes around words that are mates --- */

/* The innermost node around each token. Caller frees. */
static guint *nodes_around(const AdrefStrand *strand)
{
  guint *around = g_new(guint, strand->length + 1);
  guint open = ADREF_NO_MATE;
  for (guint i = 0; i < strand->length; i++) {
    const AdrefToken *token = strand->tokens + i;
    if (token->type == ADREF_TOKEN_CLOSE)
      open = around[token->pair];
    around[i] = open;
    if (token->type == ADREF_TOKEN_OPEN)
      open = i;
  }
  return around;
}

/* The nodes around a token from the outside in; gives how many. */
static guint chain(const guint *around, guint at, guint *nodes)
{
  guint depth = 0;
  for (guint node = around[at]; node != ADREF_NO_MATE && depth < MAX_DEPTH; node = around[node])
    nodes[depth++] = node;
  for (guint i = 0; i < depth / 2; i++) {
    guint swapped = nodes[i];
    nodes[i] = nodes[depth - 1 - i];
    nodes[depth - 1 - i] = swapped;
  }
  return depth;
}

static AdrefNodeType type_at(const AdrefStrand *strand, guint i)
{
  return strand->tokens[i].node->type;
}

static gboolean holds_type(const AdrefStrand *strand, const guint *nodes, guint from, guint count,
                           AdrefNodeType type)
{
  for (guint i = from; i < count; i++)
    if (type_at(strand, nodes[i]) == type)
      return TRUE;
  return FALSE;
}

/* Mates the nodes around two words by their types, from the outside in. */
static void mate_chains(AdrefStrand *old, AdrefStrand *new, const guint *olds, guint old_count,
                        const guint *news, guint new_count)
{
  for (guint a = 0, b = 0; a < old_count && b < new_count;) {
    guint i = olds[a], j = news[b];
    gboolean free = !is_mated(old, i) && !is_mated(new, j);
    if (old->mates[i] == j || (free && type_at(old, i) == type_at(new, j))) {
      mate_nodes(old, new, i, j);
      a++;
      b++;
    } else if (is_mated(old, i) ||
               (free && !holds_type(new, news, b + 1, new_count, type_at(old, i)))) {
      a++;
    } else {
      b++;
    }
  }
}

static void mate_around_words(AdrefStrand *old, AdrefStrand *new)
{
  g_autofree guint *old_around = nodes_around(old), *new_around = nodes_around(new);
  guint olds[MAX_DEPTH], news[MAX_DEPTH], old_last = ADREF_NO_MATE, new_last = ADREF_NO_MATE;
  for (guint i = 0; i < old->length; i++) {
    if (!is_mated(old, i) || !adref_token_speaks(old->tokens + i))
      continue;
    guint j = old->mates[i];
    if (old_around[i] == old_last && new_around[j] == new_last)
      continue;
    old_last = old_around[i];
    new_last = new_around[j];
    guint old_count = chain(old_around, i, olds), new_count = chain(new_around, j, news);
    mate_chains(old, new, olds, old_count, news, new_count);
  }
}

/* How many words that are mates stand before each token. Caller frees. */
static guint *words_before(const AdrefStrand *strand)
{
  guint *before = g_new(guint, strand->length + 1);
  before[0] = 0;
  for (guint i = 0; i < strand->length; i++)
    before[i + 1] =
        before[i] + (is_mated(strand, i) && adref_token_speaks(strand->tokens + i) ? 1 : 0);
  return before;
}

/* Parts nodes that do not hold the same mates, or that hold none and once held some. */
static void part_unlike(AdrefStrand *old, AdrefStrand *new, gboolean empty_too)
{
  g_autofree guint *olds = words_before(old), *news = words_before(new);
  for (guint i = 0; i < old->length; i++) {
    if (old->tokens[i].type != ADREF_TOKEN_OPEN || !is_mated(old, i))
      continue;
    guint j = old->mates[i], old_end = old->tokens[i].pair, new_end = new->tokens[j].pair;
    gboolean alike = olds[i] == news[j] && olds[old_end] == news[new_end];
    if (!alike || (empty_too && olds[i] == olds[old_end]))
      part_nodes(old, new, i);
  }
}

/* --- gaps --- */

/* The tokens between two neighbouring mates. */
typedef struct {
  guint old_start, old_end, new_start, new_end;
} Gap;

/* All gaps, also empty ones. */
static GArray *find_gaps(const AdrefStrand *old, const AdrefStrand *new)
{
  GArray *gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= old->length; i++) {
    if (i < old->length && !is_mated(old, i))
      continue;
    Gap gap = {old_at, i, new_at, i < old->length ? old->mates[i] : new->length};
    if (gap.old_start < gap.old_end && gap.new_start < gap.new_end)
      g_array_append_val(gaps, gap);
    old_at = i + 1;
    new_at = gap.new_end + 1;
  }
  return gaps;
}

/* The next node at or behind `i` that begins and ends in the gap, or `end`. */
static guint next_node(const AdrefStrand *strand, guint i, guint end)
{
  for (; i < end; i++)
    if (strand->tokens[i].type == ADREF_TOKEN_OPEN && strand->tokens[i].pair < end)
      return i;
  return end;
}

static guint find_like(const AdrefStrand *new, const AdrefNode *node, guint from, guint end)
{
  guint tries = LOOK_AHEAD, last = MIN(end, from + LOOK_FAR);
  for (guint j = next_node(new, from, last); j < last && tries > 0; tries--) {
    if (adref_key_equal(node, new->tokens[j].node))
      return j;
    j = next_node(new, new->tokens[j].pair + 1, last);
  }
  return end;
}

/* Mates nodes of a gap that have the same attributes, in their order: all their words changed. */
static void mate_in_gap(AdrefStrand *old, AdrefStrand *new, GArray *gaps, Gap gap)
{
  guint j = gap.new_start;
  for (guint i = next_node(old, gap.old_start, gap.old_end); i < gap.old_end;
       i = next_node(old, old->tokens[i].pair + 1, gap.old_end)) {
    guint like = find_like(new, old->tokens[i].node, j, gap.new_end);
    if (like == gap.new_end)
      continue;
    mate_nodes(old, new, i, like);
    j = new->tokens[like].pair + 1;
    Gap inside = {i + 1, old->tokens[i].pair, like + 1, new->tokens[like].pair};
    g_array_append_val(gaps, inside);
  }
}

static void mate_in_gaps(AdrefStrand *old, AdrefStrand *new)
{
  g_autoptr(GArray) gaps = find_gaps(old, new);
  for (guint g = 0; g < gaps->len; g++)
    mate_in_gap(old, new, gaps, g_array_index(gaps, Gap, g));
}

static gboolean is_node_end(const AdrefToken *token)
{
  return token->type == ADREF_TOKEN_OPEN || token->type == ADREF_TOKEN_CLOSE;
}

static gboolean is_space(const AdrefStrand *strand, guint i)
{
  return strand->tokens[i].type == ADREF_TOKEN_SPACE;
}

static gboolean is_same_space(const AdrefStrand *old, const AdrefStrand *new, guint i, guint j)
{
  return is_space(old, i) && is_space(new, j) && old->tokens[i].id == new->tokens[j].id;
}

/* Mates the space that a gap begins with on both sides, and the one that it ends with. */
static void mate_spaces(AdrefStrand *old, AdrefStrand *new, Gap gap)
{
  guint i = gap.old_start, j = gap.new_start;
  while (i < gap.old_end && is_node_end(old->tokens + i))
    i++;
  while (j < gap.new_end && is_node_end(new->tokens + j))
    j++;
  if (i < gap.old_end && j < gap.new_end && is_same_space(old, new, i, j))
    mate(old, new, i++, j++);
  guint last = gap.old_end, new_last = gap.new_end;
  while (last > i && is_node_end(old->tokens + last - 1))
    last--;
  while (new_last > j && is_node_end(new->tokens + new_last - 1))
    new_last--;
  if (last > i && new_last > j && is_same_space(old, new, last - 1, new_last - 1))
    mate(old, new, last - 1, new_last - 1);
}

/* A number that stands in a reference of only one of the texts is still the same letters. */
static void mate_numbers(AdrefStrand *old, AdrefStrand *new, Gap gap)
{
  if (gap.old_end - gap.old_start != 1 || gap.new_end - gap.new_start != 1)
    return;
  const AdrefToken *one = old->tokens + gap.old_start, *other = new->tokens + gap.new_start;
  if (one->type == ADREF_TOKEN_FIGURE && other->type == ADREF_TOKEN_FIGURE &&
      one->length == other->length && one->node->as.literal == other->node->as.literal &&
      memcmp(one->node->text + one->start, other->node->text + other->start, one->length) == 0)
    mate(old, new, gap.old_start, gap.new_start);
}

/* Looks at each gap as it stands, for there is one between any two words. */
static void mate_small_things(AdrefStrand *old, AdrefStrand *new)
{
  Gap gap = {0};
  for (guint i = 0; i <= old->length; i++) {
    if (i < old->length && !is_mated(old, i))
      continue;
    gap.old_end = i;
    gap.new_end = i < old->length ? old->mates[i] : new->length;
    if (gap.old_start < gap.old_end && gap.new_start < gap.new_end) {
      mate_numbers(old, new, gap);
      mate_spaces(old, new, gap);
    }
    gap.old_start = i + 1;
    gap.new_start = gap.new_end + 1;
  }
}

/* --- crossings --- */

/* The mates that a node of one text holds; or, with `start` = `end`, a break between them. */
typedef struct {
  guint start, end;
  gboolean old;
} Span;

static void add_spans(GArray *spans, const AdrefStrand *strand, gboolean old)
{
  for (guint i = 0; i < strand->length; i++) {
    const AdrefToken *token = strand->tokens + i;
    Span span = {strand->kept[i], strand->kept[i], old};
    if (token->type == ADREF_TOKEN_OPEN && !is_mated(strand, i))
      span.end = strand->kept[token->pair];
    else if (token->type != ADREF_TOKEN_BREAK)
      continue;
    if (span.end > span.start || token->type == ADREF_TOKEN_BREAK)
      g_array_append_val(spans, span);
  }
}

static gint compare_spans(gconstpointer a, gconstpointer b)
{
  const Span *first = a, *second = b;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  gboolean first_break = first->end == first->start, second_break = second->end == second->start;
  if (first_break != second_break)
    return first_break ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return first->old - second->old;
}

/* The mates in their order. */
typedef struct {
  guint *places;  /* in `old` */
  guint *weights; /* of all before each; a word counts more than a space */
} Mates;

static void mates_init(Mates *mates, const AdrefStrand *old)
{
  guint count = 0;
  mates->places = g_new(guint, old->length + 1);
  mates->weights = g_new(guint, old->length + 1);
  mates->weights[0] = 0;
  for (guint i = 0; i < old->length; i++) {
    if (!is_mated(old, i))
      continue;
    mates->weights[count + 1] = mates->weights[count] + (is_space(old, i) ? 1 : 10);
    mates->places[count++] = i;
  }
}

static void mates_clear(Mates *mates)
{
  g_free(mates->places);
  g_free(mates->weights);
}

static void part_range(AdrefStrand *old, AdrefStrand *new, const Mates *mates, guint start,
                       guint end)
{
  for (guint k = start; k < end; k++)
    if (!is_node_end(old->tokens + mates->places[k]))
      part(old, new, mates->places[k]);
}

/* Undoes a crossing where it costs least. */
static void uncross(AdrefStrand *old, AdrefStrand *new, const Mates *mates, const Span *left,
                    const Span *right)
{
  guint bounds[4] = {left->start, right->start, left->end, right->end};
  if (right->start == right->end)
    bounds[2] = bounds[3] = left->end;
  guint best = 0, least = G_MAXUINT;
  for (guint i = 0; i < 3; i++) {
    guint weight = mates->weights[bounds[i + 1]] - mates->weights[bounds[i]];
    if (bounds[i] < bounds[i + 1] && weight < least) {
      least = weight;
      best = i;
    }
  }
  part_range(old, new, mates, bounds[best], bounds[best + 1]);
}

static gboolean crosses(const Span *top, const Span *span)
{
  if (span->start == span->end)
    return top->start < span->start && span->start < top->end && top->old != span->old;
  return span->start > top->start && span->start < top->end && span->end > top->end;
}

static void part_all(AdrefStrand *old, AdrefStrand *new)
{
  for (guint i = 0; i < old->length; i++)
    part(old, new, i);
}

/* Undoes crossings among spans in order; gives how many. */
static guint uncross_spans(AdrefStrand *old, AdrefStrand *new, const GArray *spans)
{
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Span));
  Mates mates;
  mates_init(&mates, old);
  guint count = 0;
  for (guint s = 0; s < spans->len && count < MAX_CROSSINGS; s++) {
    const Span *span = &g_array_index(spans, Span, s);
    while (stack->len > 0 && g_array_index(stack, Span, stack->len - 1).end <= span->start)
      g_array_set_size(stack, stack->len - 1);
    const Span *top = stack->len ? &g_array_index(stack, Span, stack->len - 1) : NULL;
    if (top && crosses(top, span)) {
      uncross(old, new, &mates, top, span);
      count++;
    } else if (span->end > span->start) {
      g_array_append_val(stack, *span);
    }
  }
  mates_clear(&mates);
  return count;
}

/* Undoes crossings; whether there were any. */
static gboolean uncross_all(AdrefStrand *old, AdrefStrand *new)
{
  count_kept(old);
  count_kept(new);
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(Span));
  add_spans(spans, old, TRUE);
  add_spans(spans, new, FALSE);
  if (spans->len < 2)
    return FALSE;
  g_array_sort(spans, compare_spans);
  guint count = uncross_spans(old, new, spans);
  if (count == MAX_CROSSINGS)
    part_all(old, new);
  return count > 0;
}

/* Whether there is anything but a row of words. */
static gboolean holds_nodes(const AdrefStrand *strand)
{
  for (guint i = 0; i < strand->length; i++)
    if (is_node_end(strand->tokens + i) || strand->tokens[i].type == ADREF_TOKEN_BREAK)
      return TRUE;
  return FALSE;
}

void adref_knot(AdrefStrand *old, AdrefStrand *new)
{
  gboolean old_nodes = holds_nodes(old), new_nodes = holds_nodes(new);
  if (old_nodes && new_nodes) {
    mate_around_words(old, new);
    part_unlike(old, new, FALSE);
    mate_in_gaps(old, new);
  }
  mate_small_things(old, new);
  if (!old_nodes && !new_nodes)
    return;
  guint rounds = 0;
  while (uncross_all(old, new)) {
    part_unlike(old, new, TRUE);
    if (++rounds == MAX_ROUNDS)
      part_all(old, new);
  }
}
