#include "merge/join/clause_merge.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/marker.h"
#include "clause/node_copy.h"
#include "merge/join/side_notes.h"

enum {
  MAX_NAMED = 60 /* bytes of a clause without id in the name of a conflict */
};

/* A text whose clauses can be found. */
typedef struct {
  GPtrArray *clauses; /* of const AdrefNode *, in their order */
  GPtrArray *keys;    /* of char *: what names each of them, no two alike */
  GHashTable *places; /* key -> index + 1 */
} ClauseSide;

typedef struct {
  ClauseSide base, ours, theirs;
  GPtrArray *conflicts;
} ClauseMerge;

static void side_clear(ClauseSide *side)
{
  g_hash_table_unref(side->places);
  g_ptr_array_unref(side->keys);
  g_ptr_array_unref(side->clauses);
}

static void add_unseen(GString *text, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    if (node->type == ADREF_NOTE)
      g_string_append_printf(text, "\nnote %s: %s", node->as.party, node->text);
    if (node->type == ADREF_COMMENT)
      g_string_append_printf(text, "\ncomment %s", node->text);
    if (node->type == ADREF_AD_REF)
      g_string_append(text, "\nad ref");
  }
}

/* All of a clause but the numbers in its references. */
static char *content_of(const AdrefNode *clause)
{
  g_autofree char *marker = adref_marker_write(clause->as.clause);
  GString *text = g_string_new(marker);
  g_autofree char *hash = adref_clause_hash(clause);
  g_string_append_printf(text, "\n%s", hash);
  add_unseen(text, clause);
  return g_string_free(text, FALSE);
}

gboolean adref_clause_merge_is_same(const AdrefNode *a, const AdrefNode *b)
{
  g_autofree char *first = content_of(a), *second = content_of(b);
  return strcmp(first, second) == 0;
}

/* "#id"; for a clause without id "=" with its content, and which of those with this content it is.
 */
static char *key_of(const AdrefNode *clause, GHashTable *counts)
{
  const char *id = clause->as.clause->id;
  g_autofree char *content = id ? NULL : content_of(clause);
  g_autofree char *name = id ? g_strconcat("#", id, NULL) : g_strconcat("=", content, NULL);
  guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, name)) + 1;
  char *key = count == 1 ? g_strdup(name) : g_strdup_printf("%s\n%u", name, count);
  g_hash_table_insert(counts, g_steal_pointer(&name), GUINT_TO_POINTER(count));
  return key;
}

static ClauseSide side_of(const AdrefNode *document)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  ClauseSide side = {g_ptr_array_new(), g_ptr_array_new_with_free_func(g_free),
                     g_hash_table_new(g_str_hash, g_str_equal)};
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    char *key = key_of(clause, counts);
    g_ptr_array_add(side.clauses, (gpointer)(guintptr)clause);
    g_ptr_array_add(side.keys, key);
    g_hash_table_insert(side.places, key, GUINT_TO_POINTER(side.clauses->len));
  }
  return side;
}

static const AdrefNode *find(const ClauseSide *side, const char *key)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(side->places, key));
  return place > 0 ? side->clauses->pdata[place - 1] : NULL;
}

static gboolean is_same(const AdrefNode *a, const AdrefNode *b)
{
  return a == b || (a && b && adref_clause_merge_is_same(a, b));
}

static void add_conflict(GPtrArray *conflicts, const AdrefNode *clause)
{
  const char *id = clause->as.clause->id;
  if (id) {
    g_ptr_array_add(conflicts, g_strdup(id));
    return;
  }
  g_autofree char *words = adref_node_words(clause);
  const char *end = strlen(words) > MAX_NAMED ? g_utf8_find_prev_char(words, words + MAX_NAMED)
                                              : words + strlen(words);
  g_ptr_array_add(conflicts,
                  g_strdup_printf("\"%.*s%s\"", (int)(end - words), words, *end ? " ..." : ""));
}

static void append(AdrefNode *document, const AdrefNode *clause)
{
  if (clause)
    adref_node_append(document, adref_node_copy_tree(clause, ADREF_KEPT));
}

/* Appends the clause with a key, of the side that changed it; of both sides in a conflict. */
static void add_clause(const ClauseMerge *self, const char *key, AdrefNode *document)
{
  const AdrefNode *base = find(&self->base, key);
  const AdrefNode *ours = find(&self->ours, key), *theirs = find(&self->theirs, key);
  gboolean as_theirs = is_same(ours, theirs) || is_same(base, ours);
  gboolean as_ours = !as_theirs && is_same(base, theirs);
  if (!as_theirs && !as_ours)
    add_conflict(self->conflicts, ours ? ours : theirs);
  if (!as_ours)
    append(document, theirs);
  if (!as_theirs)
    append(document, ours);
}

/* The keys of a side that both other sides have, in its order. */
static GPtrArray *common_keys(const ClauseMerge *self, const ClauseSide *side)
{
  GPtrArray *common = g_ptr_array_new();
  for (guint i = 0; i < side->keys->len; i++) {
    char *key = side->keys->pdata[i];
    if (find(&self->base, key) && find(&self->ours, key) && find(&self->theirs, key))
      g_ptr_array_add(common, key);
  }
  return common;
}

static gboolean is_same_order(const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (strcmp(a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* The keys of the result: in the order of `first`, with what only `second` has, each behind the one
 * that stands before it there. */
static GPtrArray *join_orders(const ClauseSide *first, const ClauseSide *second)
{
  GQueue order = G_QUEUE_INIT;
  g_autoptr(GHashTable) links = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < first->keys->len; i++) {
    g_queue_push_tail(&order, first->keys->pdata[i]);
    g_hash_table_insert(links, first->keys->pdata[i], order.tail);
  }
  for (guint i = 0; i < second->keys->len; i++) {
    char *key = second->keys->pdata[i];
    if (find(first, key))
      continue;
    GList *before = i > 0 ? g_hash_table_lookup(links, second->keys->pdata[i - 1]) : NULL;
    GList *link = g_list_alloc();
    link->data = key;
    g_queue_insert_after_link(&order, before, link);
    g_hash_table_insert(links, key, link);
  }
  GPtrArray *keys = g_ptr_array_new();
  for (const GList *link = order.head; link; link = link->next)
    g_ptr_array_add(keys, link->data);
  g_queue_clear(&order);
  return keys;
}

static GPtrArray *order_of(const ClauseMerge *self)
{
  g_autoptr(GPtrArray) base = common_keys(self, &self->base);
  g_autoptr(GPtrArray) ours = common_keys(self, &self->ours);
  g_autoptr(GPtrArray) theirs = common_keys(self, &self->theirs);
  gboolean we_moved = !is_same_order(base, ours);
  if (we_moved && !is_same_order(base, theirs) && !is_same_order(ours, theirs))
    g_ptr_array_add(self->conflicts, g_strdup("the order of the clauses"));
  return we_moved ? join_orders(&self->ours, &self->theirs)
                  : join_orders(&self->theirs, &self->ours);
}

/* Whether a side has words in a clause without id that neither the base nor the other side has. */
static gboolean has_own_words(const ClauseMerge *self, const ClauseSide *side,
                              const ClauseSide *other)
{
  for (guint i = 0; i < side->keys->len; i++) {
    const char *key = side->keys->pdata[i];
    if (*key != '#' && !find(&self->base, key) && !find(other, key))
      return TRUE;
  }
  return FALSE;
}

/* A clause without id that both sides changed is gone from both, and stands in both with other
 * words. */
static void find_changed_by_both(const ClauseMerge *self)
{
  if (!has_own_words(self, &self->ours, &self->theirs) ||
      !has_own_words(self, &self->theirs, &self->ours))
    return;
  for (guint i = 0; i < self->base.keys->len; i++) {
    const char *key = self->base.keys->pdata[i];
    if (*key != '#' && !find(&self->ours, key) && !find(&self->theirs, key))
      add_conflict(self->conflicts, self->base.clauses->pdata[i]);
  }
}

/* The side whose front matter changed; where both sides changed it, ours. */
static const AdrefNode *front_matter_side(const AdrefNode *base, const AdrefNode *ours,
                                          const AdrefNode *theirs)
{
  return g_strcmp0(ours->text, base->text) == 0 ? theirs : ours;
}

static AdrefNode *merge(const ClauseMerge *self, AdrefNode *document)
{
  find_changed_by_both(self);
  g_autoptr(GPtrArray) order = order_of(self);
  for (guint i = 0; i < order->len; i++)
    add_clause(self, order->pdata[i], document);
  adref_node_pair_bracket_edges(document);
  return document;
}

AdrefNode *adref_clause_merge(const AdrefNode *base, const AdrefNode *ours, const AdrefNode *theirs,
                              GPtrArray *conflicts)
{
  const AdrefMergeSide sides[] = {{.document = ours}, {.document = theirs}};
  g_auto(AdrefSideNotes) notes;
  adref_side_notes_init(&notes, base, sides, G_N_ELEMENTS(sides));
  ours = notes.sides[0].document;
  theirs = notes.sides[1].document;
  ClauseMerge self = {side_of(base), side_of(ours), side_of(theirs), conflicts};
  AdrefNode *merged = merge(&self, adref_node_copy(front_matter_side(base, ours, theirs)));
  side_clear(&self.base);
  side_clear(&self.ours);
  side_clear(&self.theirs);
  return merged;
}
