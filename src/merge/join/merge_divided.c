#include "merge/join/merge_divided.h"

#include "clause/node_copy.h"
#include "merge/compare/align_sequences.h"
#include "merge/content_key.h"
#include "merge/join/merge_breaks.h"

/* While a table of them is made. */
typedef struct {
  const AdrefMergeDividedTexts *texts;
  guint *counts; /* by part: how many sides have it */
} Search;

static guint count_of(const Search *self)
{
  return self->texts->context->count;
}

static void divided_free(gpointer data)
{
  AdrefMergeDivided *self = data;
  for (guint s = 0; s < self->count; s++)
    g_clear_pointer(&self->sides[s], g_array_unref);
  g_array_unref(self->base);
  g_free(self->sides);
  g_free(self);
}

/* The paragraph that is all that a node holds, perhaps in a list; NULL: it holds other things. */
static const AdrefNode *only_paragraph(const AdrefNode *node)
{
  while (node && node->first == node->last &&
         (node->type == ADREF_CLAUSE || node->type == ADREF_LIST || node->type == ADREF_ITEM))
    node = node->first;
  return node && node->type == ADREF_PARAGRAPH ? node : NULL;
}

AdrefNode *adref_merge_divided_form(const AdrefNode *node, const AdrefNode *top,
                                    AdrefNode *paragraph)
{
  if (node->type == ADREF_PARAGRAPH)
    return paragraph;
  AdrefNode *form = adref_node_copy(top), *at = form;
  for (node = node->first; node->type != ADREF_PARAGRAPH; node = node->first) {
    AdrefNode *copy = adref_node_copy(node);
    adref_node_append(at, copy);
    at = copy;
  }
  adref_node_append(at, paragraph);
  return form;
}

/* --- the nodes of one side --- */

/* FALSE: the node holds more than one paragraph. */
static gboolean add_part(GArray *parts, guint number, const AdrefNode *node)
{
  AdrefMergePart part = {only_paragraph(node), number};
  g_array_append_val(parts, part);
  return part.paragraph != NULL;
}

static gboolean is_member(const AdrefMergeDivided *self, const AdrefMergeDividedTexts *texts,
                          const AdrefMergeDividedSide *side, guint own)
{
  gboolean is_old = side->parts[own] < texts->length;
  guint place = is_old ? side->parts[own] : side->split_from[own];
  return place != ADREF_NO_MATCH && place >= self->from && place <= self->to &&
         (!is_old || side->in_order[place] == own);
}

/* FALSE: one moved, or something else stands between them. */
static gboolean find_side(const Search *self, AdrefMergeDivided *divided, guint s)
{
  const AdrefMergeDividedSide *side = &self->texts->sides[s];
  guint at = side->in_order[divided->from], end = at;
  if (at == ADREF_NO_MATCH)
    return FALSE;
  GArray *parts = divided->sides[s] = g_array_new(FALSE, FALSE, sizeof(AdrefMergePart));
  for (; end < side->length && is_member(divided, self->texts, side, end); end++)
    if (!add_part(parts, side->parts[end], side->nodes[end]))
      return FALSE;
  for (guint i = divided->from; i <= divided->to; i++)
    if (side->matches[i] != ADREF_NO_MATCH && (side->matches[i] < at || side->matches[i] >= end))
      return FALSE;
  return TRUE;
}

/* --- what is to be merged --- */

/* Whether each new part stands among these nodes in all texts that have it. */
static gboolean are_complete(const Search *self, const AdrefMergeDivided *divided)
{
  g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
  for (guint s = 0; s < count_of(self); s++)
    for (guint i = 0; divided->sides[s] && i < divided->sides[s]->len; i++) {
      gpointer part =
          GUINT_TO_POINTER(g_array_index(divided->sides[s], AdrefMergePart, i).part + 1);
      guint before = GPOINTER_TO_UINT(g_hash_table_lookup(counts, part));
      g_hash_table_insert(counts, part, GUINT_TO_POINTER(before + 1));
    }
  GHashTableIter iter;
  gpointer part, count;
  g_hash_table_iter_init(&iter, counts);
  while (g_hash_table_iter_next(&iter, &part, &count)) {
    guint number = GPOINTER_TO_UINT(part) - 1;
    if (number >= self->texts->length && self->counts[number] != GPOINTER_TO_UINT(count))
      return FALSE;
  }
  return TRUE;
}

static GBytes *content_of(const Search *self, const GArray *parts, guint side)
{
  GString *key = g_string_new(NULL);
  for (guint i = 0; i < parts->len; i++) {
    const AdrefMergePart *part = &g_array_index(parts, AdrefMergePart, i);
    g_string_append_printf(key, "%u\n", part->part);
    adref_content_key_append(key, part->paragraph, &self->texts->context->references[side]);
  }
  return g_string_free_to_bytes(key);
}

/* Leaves the sides that changed something. Whether these want different things. */
static gboolean differ(const Search *self, AdrefMergeDivided *divided)
{
  g_autoptr(GBytes) base = content_of(self, divided->base, count_of(self));
  g_autoptr(GHashTable) contents =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  for (guint s = 0; s < count_of(self); s++) {
    if (!divided->sides[s])
      continue;
    GBytes *own = content_of(self, divided->sides[s], s);
    if (g_bytes_equal(own, base)) {
      g_clear_pointer(&divided->sides[s], g_array_unref);
      g_bytes_unref(own);
    } else {
      g_hash_table_add(contents, own);
    }
  }
  return g_hash_table_size(contents) > 1;
}

/* NULL: the nodes are merged one by one. */
static AdrefMergeDivided *divided_new(const Search *self, guint from, guint to)
{
  AdrefMergeDivided *divided = g_new0(AdrefMergeDivided, 1);
  divided->from = from;
  divided->to = to;
  divided->count = count_of(self);
  divided->base = g_array_new(FALSE, FALSE, sizeof(AdrefMergePart));
  divided->sides = g_new0(GArray *, count_of(self) + 1);
  gboolean possible = TRUE;
  for (guint i = from; i <= to && possible; i++)
    possible = add_part(divided->base, i, self->texts->nodes[i]);
  for (guint s = 0; s < count_of(self) && possible; s++)
    possible = !self->texts->sides[s].nodes || find_side(self, divided, s);
  if (possible && are_complete(self, divided) && differ(self, divided))
    return divided;
  divided_free(divided);
  return NULL;
}

/* --- all of a text --- */

/* Whether a node of the base is a part of the one before it in the text of some side. */
static gboolean is_joined(const Search *self, guint i)
{
  for (guint s = 0; s < count_of(self); s++) {
    const AdrefMergeDividedSide *side = &self->texts->sides[s];
    guint whole = side->nodes ? side->joined_into[i] : ADREF_NO_MATCH;
    if (whole != ADREF_NO_MATCH &&
        (whole == side->matches[i - 1] || whole == side->joined_into[i - 1]))
      return TRUE;
  }
  return FALSE;
}

/* By node of the base: whether some side divided it. Caller frees. */
static guint8 *find_split(const Search *self)
{
  guint8 *split = g_new0(guint8, self->texts->length + 1);
  for (guint s = 0; s < count_of(self); s++) {
    const AdrefMergeDividedSide *side = &self->texts->sides[s];
    for (guint j = 0; side->nodes && j < side->length; j++)
      if (side->split_from[j] != ADREF_NO_MATCH)
        split[side->split_from[j]] = TRUE;
  }
  return split;
}

static guint *count_parts(const AdrefMergeDividedTexts *texts)
{
  guint *counts = g_new0(guint, texts->all + 1);
  for (guint s = 0; s < texts->context->count; s++)
    for (guint j = 0; texts->sides[s].nodes && j < texts->sides[s].length; j++)
      counts[texts->sides[s].parts[j]]++;
  return counts;
}

GHashTable *adref_merge_divided_find(const AdrefMergeDividedTexts *texts)
{
  g_autofree guint *counts = count_parts(texts);
  Search search = {texts, counts};
  GHashTable *found = g_hash_table_new_full(NULL, NULL, NULL, divided_free);
  g_autofree guint8 *split = find_split(&search);
  for (guint from = 0, to; from < texts->length; from = to + 1) {
    gboolean is_divided = split[from] != 0;
    for (to = from; to + 1 < texts->length && is_joined(&search, to + 1); to++)
      is_divided = TRUE;
    AdrefMergeDivided *divided = is_divided ? divided_new(&search, from, to) : NULL;
    if (divided)
      g_hash_table_insert(found, GUINT_TO_POINTER(from + 1), divided);
  }
  return found;
}
