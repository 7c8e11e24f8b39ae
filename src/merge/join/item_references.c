#include "merge/join/item_references.h"

#include <string.h>

#include "base/error.h"
#include "clause/labels/item_reference.h"
#include "clause/link_target.h"
#include "merge/compare/part_matching.h"

typedef struct {
  AdrefLinkTargets *targets[2]; /* of the old and the new text */
  AdrefItemIndex *index;
  GHashTable *items; /* ITEM of the old text -> that of the new one, of the clauses in `matched` */
  GHashTable *matched;
  const char *language;
  GPtrArray *changes, *problems;
} ItemReferences;

void adref_item_reference_change_free(gpointer data)
{
  AdrefItemReferenceChange *change = data;
  g_free(change->old);
  g_free(change->new);
  g_free(change->clause);
  g_free(change);
}

/* --- which item is which --- */

static void match_items(ItemReferences *self, const AdrefNode *old, const AdrefNode *new)
{
  if (!g_hash_table_add(self->matched, (gpointer)(guintptr) new))
    return;
  g_autoptr(GHashTable) matches = adref_part_matching_new(old, new, ADREF_ITEM, self->language);
  GHashTableIter iter;
  gpointer before, after;
  g_hash_table_iter_init(&iter, matches);
  while (g_hash_table_iter_next(&iter, &before, &after))
    g_hash_table_insert(self->items, before, after);
}

/* --- the words of references --- */

static void add_change(ItemReferences *self, const AdrefNode *link, const AdrefNode *text,
                       const AdrefItemReference *reference, const char *words)
{
  AdrefItemReferenceChange *change = g_new(AdrefItemReferenceChange, 1);
  gsize length = reference->end - reference->start;
  *change = (AdrefItemReferenceChange){link->line, link->column,
                                       g_strndup(text->text + reference->start, length),
                                       g_strdup(words), g_strdup(link->as.link.url + 1)};
  g_ptr_array_add(self->changes, change);
}

/* The words of a reference to an item below `holder`: those of before with other names. NULL: it
 * cannot be written so, since the item is at another depth now or has no name. */
static char *write_names(const ItemReferences *self, const char *text,
                         const AdrefItemReference *reference, const AdrefNode *holder,
                         const AdrefNode *item)
{
  g_autoptr(GString) words = g_string_new(NULL);
  gsize end = reference->end;
  for (guint i = reference->count; i-- > 0; item = item->parent->parent) {
    gsize start = reference->names[i].start, stop = reference->names[i].end;
    g_autofree char *like = g_strndup(text + start, stop - start);
    g_autofree char *name =
        item->type == ADREF_ITEM ? adref_item_reference_name(self->index, item, like) : NULL;
    if (!name)
      return NULL;
    g_string_prepend_len(words, text + stop, (gssize)(end - stop));
    g_string_prepend(words, g_ascii_strcasecmp(name, like) == 0 ? like : name);
    end = start;
  }
  g_string_prepend_len(words, text + reference->start, (gssize)(end - reference->start));
  return item == holder ? g_string_free(g_steal_pointer(&words), FALSE) : NULL;
}

/* A link while its words are written. */
typedef struct {
  AdrefNode *link;
  const AdrefNode *old_clause, *new_clause; /* to which it leads */
  const AdrefNode *old_holder, *new_holder; /* of the item that was named last; else these */
} FollowedLink;

/* A reference to an item that the clause does not have is reported where the text is read. */
static void report(ItemReferences *self, const FollowedLink *followed, const char *names)
{
  const AdrefNode *link = followed->link;
  if (adref_item_reference_check(self->index, link, followed->new_clause, NULL))
    return;
  adref_problem(self->problems, link->line, link->column,
                "the reference to %s of %s: which item that is now cannot be decided, for it is "
                "gone, was replaced or stands elsewhere; write the reference anew",
                names, link->as.link.url + 1);
}

static AdrefNode *now(const ItemReferences *self, const AdrefNode *item)
{
  return g_hash_table_lookup(self->items, item);
}

/* Where "(b)(i) and (ii)" is read, (ii) is an item of (b). */
static const AdrefNode *find_item(ItemReferences *self, FollowedLink *followed, const char *words,
                                  const AdrefItemReference *reference, const AdrefNode **holder)
{
  const AdrefNode *item =
      adref_item_reference_find(self->index, followed->old_clause, words, reference);
  *holder = followed->new_clause;
  if (!item) {
    item = adref_item_reference_find(self->index, followed->old_holder, words, reference);
    *holder = followed->new_holder;
  }
  if (item) {
    const AdrefNode *outer = item->parent->parent;
    followed->old_holder = outer;
    followed->new_holder = outer->type == ADREF_ITEM ? now(self, outer) : followed->new_clause;
  }
  return item;
}

/* The new words of a reference; NULL: they stay. */
static char *follow_reference(ItemReferences *self, FollowedLink *followed, const AdrefNode *text,
                              const AdrefItemReference *reference)
{
  gsize length = reference->end - reference->start;
  const AdrefNode *holder;
  const AdrefNode *item = find_item(self, followed, text->text, reference, &holder);
  if (!item)
    return NULL;
  g_autofree char *names = g_strndup(text->text + reference->start, length);
  const AdrefNode *is = now(self, item);
  g_autofree char *words = is ? write_names(self, text->text, reference, holder, is) : NULL;
  if (!words)
    report(self, followed, names);
  return words && strcmp(words, names) != 0 ? g_steal_pointer(&words) : NULL;
}

static void follow_text(ItemReferences *self, FollowedLink *followed, AdrefNode *text)
{
  g_autoptr(GString) written = g_string_new(NULL);
  AdrefItemReference reference;
  gsize from = 0, done = 0;
  for (; adref_item_reference_next(text->text, text->length, from, &reference);
       from = reference.end) {
    g_autofree char *words = follow_reference(self, followed, text, &reference);
    if (!words)
      continue;
    add_change(self, followed->link, text, &reference, words);
    g_string_append_len(written, text->text + done, (gssize)(reference.start - done));
    g_string_append(written, words);
    done = reference.end;
  }
  if (done == 0)
    return;
  g_string_append_len(written, text->text + done, (gssize)(text->length - done));
  gsize length = written->len;
  adref_node_take_text(text, g_string_free(g_steal_pointer(&written), FALSE), length);
}

static void follow_link(ItemReferences *self, AdrefNode *link)
{
  const char *name = link->as.link.url + 1;
  const AdrefNode *old = adref_link_targets_clause(self->targets[0], name);
  const AdrefNode *new = adref_link_targets_clause(self->targets[1], name);
  if (!old || !new)
    return;
  match_items(self, old, new);
  FollowedLink followed = {link, old, new, old, new};
  AdrefWalk walk = adref_walk(link);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_TEXT)
      follow_text(self, &followed, walk.node);
}

/* --- which reference stood there before --- */

/* The references to items in a clause. */
static GPtrArray *references_in(const AdrefNode *clause)
{
  GPtrArray *links = g_ptr_array_new();
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    AdrefItemReference reference;
    if (!walk.entering || !adref_node_is_cross_reference(walk.node))
      continue;
    g_autofree char *words = adref_node_words(walk.node);
    if (adref_item_reference_next(words, strlen(words), 0, &reference))
      g_ptr_array_add(links, walk.node);
  }
  return links;
}

gboolean adref_item_references_exist(const AdrefNode *document)
{
  gboolean found = FALSE;
  for (const AdrefNode *clause = document->first; clause && !found; clause = clause->next) {
    g_autoptr(GPtrArray) links = references_in(clause);
    found = links->len > 0;
  }
  return found;
}

/* Whether two references have the same target and name the same items. */
static gboolean is_same(const AdrefNode *a, const AdrefNode *b)
{
  if (strcmp(a->as.link.url, b->as.link.url) != 0)
    return FALSE;
  g_autofree char *first = adref_node_words(a), *second = adref_node_words(b);
  gsize at[2] = {0, 0}, lengths[2] = {strlen(first), strlen(second)};
  for (;;) {
    AdrefItemReference x, y;
    gboolean more = adref_item_reference_next(first, lengths[0], at[0], &x);
    if (more != adref_item_reference_next(second, lengths[1], at[1], &y))
      return FALSE;
    if (!more)
      return TRUE;
    if (x.end - x.start != y.end - y.start ||
        memcmp(first + x.start, second + y.start, x.end - x.start) != 0)
      return FALSE;
    at[0] = x.end;
    at[1] = y.end;
  }
}

/* Follows the references of a clause that stood there before. With as many of them as before, each
 * is compared with the one at its place; else those at the beginning and at the end that stayed. */
static void follow_clause(ItemReferences *self, const AdrefNode *old, GPtrArray *links)
{
  g_autoptr(GPtrArray) before = references_in(old);
  guint first = 0, last = 0, fewer = MIN(before->len, links->len);
  if (before->len == links->len) {
    for (guint i = 0; i < links->len; i++)
      if (is_same(before->pdata[i], links->pdata[i]))
        follow_link(self, links->pdata[i]);
    return;
  }
  while (first < fewer && is_same(before->pdata[first], links->pdata[first]))
    first++;
  while (last < fewer - first &&
         is_same(before->pdata[before->len - 1 - last], links->pdata[links->len - 1 - last]))
    last++;
  for (guint i = 0; i < links->len; i++)
    if (i < first || i >= links->len - last)
      follow_link(self, links->pdata[i]);
}

/* The n-th clause that has no id is paired with the n-th one of the other text. */
static const AdrefNode *former_of(const ItemReferences *self, const AdrefNode *clause,
                                  const AdrefNode **unnamed)
{
  if (clause->as.clause->id)
    return adref_link_targets_clause(self->targets[0], clause->as.clause->id);
  while (*unnamed && (*unnamed)->as.clause->id)
    *unnamed = (*unnamed)->next;
  const AdrefNode *found = *unnamed;
  *unnamed = found ? found->next : NULL;
  return found;
}

static void follow_all(ItemReferences *self, const AdrefNode *old, AdrefNode *new)
{
  const AdrefNode *unnamed = old->first;
  for (AdrefNode *clause = new->first; clause; clause = clause->next) {
    const AdrefNode *former = former_of(self, clause, &unnamed);
    g_autoptr(GPtrArray) links = former ? references_in(clause) : NULL;
    if (links && links->len > 0)
      follow_clause(self, former, links);
  }
}

void adref_item_references_follow(const AdrefNode *old, AdrefNode *new, const char *language,
                                  GPtrArray *changes, GPtrArray *problems)
{
  g_autoptr(AdrefLinkTargets) before = adref_link_targets_new(old);
  g_autoptr(AdrefLinkTargets) after = adref_link_targets_new(new);
  g_autoptr(AdrefItemIndex) index = adref_item_index_new();
  g_autoptr(GHashTable) items = g_hash_table_new(g_direct_hash, g_direct_equal);
  g_autoptr(GHashTable) matched = g_hash_table_new(g_direct_hash, g_direct_equal);
  ItemReferences self = {.targets = {before, after},
                         .index = index,
                         .items = items,
                         .matched = matched,
                         .language = language,
                         .changes = changes,
                         .problems = problems};
  follow_all(&self, old, new);
}
