#include "review/change/bracket_event.h"

#include <string.h>

#include "review/text_side.h"

enum {
  MAX_OUTER = 64,        /* nodes around a bracket that are searched for another one */
  MAX_NODES = 1000,      /* nodes of a bracket that are read */
  MAX_ALTERNATIVES = 64, /* alternatives of a bracket that are compared */
};

/* An alternative of a bracket in one of the texts. */
typedef struct {
  char *words;
  const GPtrArray *groups; /* its positions, or NULL */
} Alternative;

static void alternative_clear(gpointer data)
{
  g_free(((Alternative *)data)->words);
}

static char *words_of(const AdrefNode *alternative, AdrefTextSide side)
{
  GString *words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(alternative);
  for (guint i = 0; i < MAX_NODES && adref_walk_next(&walk); i++) {
    if (!adref_text_side_has_content(side, walk.node)) {
      if (walk.entering)
        adref_walk_skip(&walk);
    } else if (walk.entering && walk.node->text) {
      g_string_append_len(words, walk.node->text, (gssize)walk.node->length);
    }
  }
  return g_strstrip(g_string_free(words, FALSE));
}

/* The alternatives of a bracket in one of the texts; those of brackets in it are not. */
static GArray *alternatives_of(const AdrefNode *bracket, AdrefTextSide side)
{
  GArray *list = g_array_new(FALSE, FALSE, sizeof(Alternative));
  g_array_set_clear_func(list, alternative_clear);
  AdrefWalk walk = adref_walk(bracket);
  for (guint i = 0; i < MAX_NODES && adref_walk_next(&walk); i++) {
    const AdrefNode *node = walk.node;
    if (!walk.entering || node == bracket)
      continue;
    gboolean inside = node->type == ADREF_ALTERNATIVE && adref_text_side_has_content(side, node);
    if (list->len == MAX_ALTERNATIVES)
      break;
    if (inside && adref_text_side_has_node(side, node)) {
      Alternative alternative = {words_of(node, side), node->as.positions.groups};
      g_array_append_val(list, alternative);
    } else if (inside) {
      continue;
    }
    if (node->type != ADREF_BRACKET || node->parent != bracket)
      adref_walk_skip(&walk);
  }
  return list;
}

static const Alternative *alternative_at(const GArray *list, guint i)
{
  return &g_array_index(list, Alternative, i);
}

static gboolean same_words(const GArray *one, guint i, const GArray *other, guint j)
{
  return strcmp(alternative_at(one, i)->words, alternative_at(other, j)->words) == 0;
}

static gboolean has_words(const GArray *list, const char *words)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp(alternative_at(list, i)->words, words) == 0)
      return TRUE;
  return FALSE;
}

/* Whether two neighbours of the longer list are one alternative of the shorter one. */
static gboolean holds_both(const GArray *longer, const GArray *shorter)
{
  for (guint i = 0; i + 1 < longer->len; i++) {
    const char *first = alternative_at(longer, i)->words;
    const char *next = alternative_at(longer, i + 1)->words;
    if (!*first || !*next)
      continue;
    g_autofree char *spaced = g_strconcat(first, " ", next, NULL);
    g_autofree char *close = g_strconcat(first, next, NULL);
    if (has_words(shorter, spaced) || has_words(shorter, close))
      return TRUE;
  }
  return FALSE;
}

static gboolean are_reordered(const GArray *old, const GArray *new)
{
  gboolean other = FALSE;
  for (guint i = 0; i < old->len; i++) {
    if (!has_words(new, alternative_at(old, i)->words))
      return FALSE;
    other = other || !same_words(old, i, new, i);
  }
  return other;
}

/* --- positions --- */

static GHashTable *positions_of(const GPtrArray *groups)
{
  GHashTable *parties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **code = position->parties; *code; code++)
      g_hash_table_add(parties, g_strdup_printf("%s %u", *code, position->verb));
  }
  return parties;
}

/* Adds the positions that one table has and the other has not. */
static void add_missing(GHashTable *from, GHashTable *in, GHashTable *missing)
{
  GHashTableIter iter;
  gpointer party;
  g_hash_table_iter_init(&iter, from);
  while (g_hash_table_iter_next(&iter, &party, NULL))
    if (!g_hash_table_contains(in, party))
      g_hash_table_add(missing, g_strdup(party));
}

static gboolean are_equal(GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer party;
  g_hash_table_iter_init(&iter, one);
  while (g_hash_table_iter_next(&iter, &party, NULL))
    if (!g_hash_table_contains(other, party))
      return FALSE;
  return g_hash_table_size(one) == g_hash_table_size(other);
}

/* Whether the same parties stand in another order somewhere. */
static gboolean are_parties_reordered(const GArray *old, const GArray *new)
{
  for (guint i = 0; i < old->len; i++) {
    const GPtrArray *before = alternative_at(old, i)->groups,
                    *after = alternative_at(new, i)->groups;
    g_autofree char *text = before ? adref_positions_text(before) : NULL,
                    *now = after ? adref_positions_text(after) : NULL;
    if (g_strcmp0(text, now) != 0)
      return TRUE;
  }
  return FALSE;
}

static AdrefShift position_event(const GArray *old, const GArray *new)
{
  g_autoptr(GHashTable) gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) came = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint places = 0;
  for (guint i = 0; i < old->len; i++) {
    g_autoptr(GHashTable) before = positions_of(alternative_at(old, i)->groups);
    g_autoptr(GHashTable) after = positions_of(alternative_at(new, i)->groups);
    add_missing(before, after, gone);
    add_missing(after, before, came);
    places += are_equal(before, after) ? 0 : 1;
  }
  guint left = g_hash_table_size(gone), joined = g_hash_table_size(came);
  if (left > 0 && joined > 0 && places == 1)
    return ADREF_SHIFT_POSITION_CHANGED;
  if (left > 0 && joined > 0)
    return are_equal(gone, came) ? ADREF_SHIFT_POSITION_MOVED : ADREF_SHIFT_POSITION_CHANGED;
  if (left + joined == 0 && are_parties_reordered(old, new))
    return ADREF_SHIFT_POSITION_CHANGED;
  return joined > 0 ? ADREF_SHIFT_POSITION_ADDED
         : left > 0 ? ADREF_SHIFT_POSITION_DROPPED
                    : ADREF_SHIFT_NONE;
}

/* The event of a bracket that stayed. */
static AdrefShift alternative_event(const AdrefNode *bracket)
{
  g_autoptr(GArray) old = alternatives_of(bracket, ADREF_TEXT_SIDE_OLD);
  g_autoptr(GArray) new = alternatives_of(bracket, ADREF_TEXT_SIDE_NEW);
  if (new->len > old->len)
    return holds_both(new, old) ? ADREF_SHIFT_ALTERNATIVE_SPLIT : ADREF_SHIFT_ALTERNATIVE_ADDED;
  if (new->len < old->len)
    return holds_both(old, new) ? ADREF_SHIFT_ALTERNATIVES_JOINED : ADREF_SHIFT_ALTERNATIVE_DROPPED;
  return are_reordered(old, new) ? ADREF_SHIFT_ALTERNATIVES_REORDERED : position_event(old, new);
}

/* --- brackets in brackets --- */

static guint count_alternatives(const AdrefNode *bracket, AdrefTextSide side)
{
  g_autoptr(GArray) list = alternatives_of(bracket, side);
  return list->len;
}

/* The brackets of the other text right inside a bracket of one text only; `last` is the last one.
 */
static guint count_inner(const AdrefNode *bracket, const AdrefNode **last)
{
  AdrefChangeMark other = bracket->mark == ADREF_WRAPPED ? ADREF_UNWRAPPED : ADREF_WRAPPED;
  guint count = 0;
  AdrefWalk walk = adref_walk(bracket);
  for (guint i = 0; i < MAX_NODES && count < 2 && adref_walk_next(&walk); i++) {
    if (!walk.entering || walk.node == bracket || walk.node->type != ADREF_BRACKET)
      continue;
    count += walk.node->mark == other ? 1 : 0;
    if (walk.node->mark == other)
      *last = walk.node;
    adref_walk_skip(&walk);
  }
  return count;
}

static gboolean is_only_child(const AdrefNode *node)
{
  return !node->prev && !node->next;
}

/* Whether a second pair of brackets stands around the same words. */
static gboolean is_second_pair(const AdrefNode *bracket)
{
  const AdrefNode *outer = bracket->parent, *inner = bracket->first;
  gboolean in_other = outer && outer->type == ADREF_ALTERNATIVE && is_only_child(bracket) &&
                      is_only_child(outer) && outer->parent->mark == ADREF_KEPT;
  gboolean has_other = inner && is_only_child(inner) && inner->first &&
                       is_only_child(inner->first) && inner->first->type == ADREF_BRACKET;
  return in_other || has_other;
}

const AdrefNode *adref_bracket_event_quoted(const AdrefNode *bracket)
{
  gboolean one_text = bracket->mark == ADREF_WRAPPED || bracket->mark == ADREF_UNWRAPPED;
  const AdrefNode *outer = bracket->parent;
  return one_text && is_second_pair(bracket) && outer->type == ADREF_ALTERNATIVE &&
                 outer->parent->mark == ADREF_KEPT
             ? outer->parent
             : bracket;
}

static AdrefShift wrapping_event(const AdrefNode *bracket)
{
  gboolean opened = bracket->mark == ADREF_WRAPPED;
  const AdrefNode *inner = NULL;
  guint count = count_inner(bracket, &inner);
  if (count == 0 && is_second_pair(bracket))
    return opened ? ADREF_SHIFT_NESTED : ADREF_SHIFT_UNNESTED;
  if (count == 0)
    return opened ? ADREF_SHIFT_OPENED : ADREF_SHIFT_RESOLVED;
  if (count > 1)
    return opened ? ADREF_SHIFT_JOINED : ADREF_SHIFT_SPLIT;
  guint old = count_alternatives(opened ? inner : bracket, ADREF_TEXT_SIDE_OLD);
  guint new = count_alternatives(opened ? bracket : inner, ADREF_TEXT_SIDE_NEW);
  return new > old   ? ADREF_SHIFT_ALTERNATIVE_ADDED
         : new < old ? ADREF_SHIFT_ALTERNATIVE_DROPPED
                     : ADREF_SHIFT_EXTENT_CHANGED;
}

AdrefShift adref_bracket_event(const AdrefNode *bracket)
{
  switch (bracket->mark) {
  case ADREF_DELETED:
    return bracket->parent && bracket->parent->mark == ADREF_DELETED ? ADREF_SHIFT_NONE
                                                                     : ADREF_SHIFT_RESOLVED;
  case ADREF_INSERTED: return ADREF_SHIFT_OPENED;
  case ADREF_KEPT: return alternative_event(bracket);
  case ADREF_UNWRAPPED:
  case ADREF_WRAPPED:
    return adref_change_old_node(bracket) ? ADREF_SHIFT_NONE : wrapping_event(bracket);
  }
  return ADREF_SHIFT_NONE;
}

gboolean adref_bracket_event_is_part(const AdrefNode *bracket)
{
  if (bracket->mark != ADREF_WRAPPED && bracket->mark != ADREF_UNWRAPPED)
    return FALSE;
  const AdrefNode *outer = bracket->parent;
  for (guint i = 0; i < MAX_OUTER && outer; i++, outer = outer->parent) {
    if (outer->type != ADREF_BRACKET)
      continue;
    return outer->mark != bracket->mark &&
           (outer->mark == ADREF_WRAPPED || outer->mark == ADREF_UNWRAPPED);
  }
  return FALSE;
}
