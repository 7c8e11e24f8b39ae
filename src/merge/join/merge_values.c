#include "merge/join/merge_values.h"

#include <string.h>

static void overlap_free(gpointer data)
{
  AdrefEntryOverlap *overlap = data;
  g_free(overlap->entry);
  g_free(overlap->ours);
  g_free(overlap->theirs);
  g_free(overlap);
}

GPtrArray *adref_entry_overlaps_new(void)
{
  return g_ptr_array_new_with_free_func(overlap_free);
}

char *adref_entry_words(gboolean has, const AdrefYaml *value)
{
  return !has ? g_strdup("nothing") : value ? adref_yaml_describe(value) : g_strdup("another line");
}

void adref_entry_overlap_add(GPtrArray *overlaps, const char *entry, char *ours, char *theirs)
{
  AdrefEntryOverlap *overlap = g_new0(AdrefEntryOverlap, 1);
  overlap->entry = g_strdup(entry);
  overlap->ours = ours;
  overlap->theirs = theirs;
  g_ptr_array_add(overlaps, overlap);
}

static void add_overlap(GPtrArray *overlaps, const char *path, const AdrefYaml *ours,
                        const AdrefYaml *theirs)
{
  adref_entry_overlap_add(overlaps, path, adref_entry_words(ours != NULL, ours),
                          adref_entry_words(theirs != NULL, theirs));
}

static GString *write_value(const AdrefYaml *node)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_list(writer);
  adref_yaml_put_node(writer, node);
  adref_yaml_close(writer);
  return adref_yaml_writer_end(writer);
}

gboolean adref_yaml_values_equal(const AdrefYaml *a, const AdrefYaml *b)
{
  if (!a || !b)
    return a == b;
  g_autoptr(GString) one = write_value(a), other = write_value(b);
  return g_string_equal(one, other);
}

/* --- lists of words --- */

static gboolean is_list_of_words(const AdrefYaml *node)
{
  if (!node || node->type != ADREF_YAML_LIST)
    return FALSE;
  for (guint i = 0; i < node->items->len; i++)
    if (((const AdrefYaml *)node->items->pdata[i])->type != ADREF_YAML_SCALAR)
      return FALSE;
  return TRUE;
}

static gboolean has_word(const AdrefYaml *list, const char *word)
{
  for (guint i = 0; list && i < list->items->len; i++)
    if (strcmp(((const AdrefYaml *)list->items->pdata[i])->text, word) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the words that both lists have stand in the same order. */
static gboolean has_order_of(const AdrefYaml *list, const AdrefYaml *other)
{
  guint at = 0;
  for (guint i = 0; i < list->items->len; i++) {
    const char *word = ((const AdrefYaml *)list->items->pdata[i])->text;
    if (!has_word(other, word))
      continue;
    while (at < other->items->len &&
           (!has_word(list, ((const AdrefYaml *)other->items->pdata[at])->text) ||
            strcmp(((const AdrefYaml *)other->items->pdata[at])->text, word) != 0)) {
      if (has_word(list, ((const AdrefYaml *)other->items->pdata[at])->text))
        return FALSE;
      at++;
    }
    at++;
  }
  return TRUE;
}

/* The order is that of the side that changed it; NULL: both did, in different ways. */
static const AdrefYaml *choose_order(const AdrefYaml *base, const AdrefYaml *ours,
                                     const AdrefYaml *theirs)
{
  if (has_order_of(ours, theirs))
    return ours;
  if (base && has_order_of(base, ours))
    return theirs;
  return base && has_order_of(base, theirs) ? ours : NULL;
}

static gboolean put_words(AdrefYamlWriter *writer, const AdrefYaml *base, const AdrefYaml *ours,
                          const AdrefYaml *theirs)
{
  const AdrefYaml *first = choose_order(base, ours, theirs),
                  *second = first == ours ? theirs : ours;
  if (!first)
    return FALSE;
  adref_yaml_open_list(writer);
  for (guint i = 0; i < first->items->len; i++) {
    const AdrefYaml *item = first->items->pdata[i];
    if (has_word(second, item->text) || !has_word(base, item->text))
      adref_yaml_put_node(writer, item);
  }
  for (guint i = 0; i < second->items->len; i++) {
    const AdrefYaml *item = second->items->pdata[i];
    if (!has_word(first, item->text) && !has_word(base, item->text))
      adref_yaml_put_node(writer, item);
  }
  adref_yaml_close(writer);
  return TRUE;
}

/* --- maps --- */

static void put_value(AdrefYamlWriter *writer, const AdrefYaml *base, const AdrefYaml *ours,
                      const AdrefYaml *theirs, const char *path, GPtrArray *overlaps);

static void put_entry(AdrefYamlWriter *writer, const char *key, const AdrefYaml *const *maps,
                      const char *path, GPtrArray *overlaps)
{
  const AdrefYaml *base = maps[0] ? adref_yaml_get(maps[0], key) : NULL,
                  *ours = adref_yaml_get(maps[1], key), *theirs = adref_yaml_get(maps[2], key);
  g_autofree char *below = g_strdup_printf("%s: %s", path, key);
  const AdrefYaml *only = ours ? ours : theirs;
  if (!ours || !theirs) {
    if (base && adref_yaml_values_equal(base, only))
      return;
    if (base)
      add_overlap(overlaps, below, ours, theirs);
  }
  adref_yaml_put(writer, key);
  if (ours && theirs)
    put_value(writer, base, ours, theirs, below, overlaps);
  else
    adref_yaml_put_node(writer, only);
}

static void put_map(AdrefYamlWriter *writer, const AdrefYaml *const *maps, const char *path,
                    GPtrArray *overlaps)
{
  adref_yaml_open_map(writer);
  for (guint i = 0; i < maps[1]->items->len; i++)
    put_entry(writer, ((const AdrefYaml *)maps[1]->items->pdata[i])->key, maps, path, overlaps);
  for (guint i = 0; i < maps[2]->items->len; i++) {
    const char *key = ((const AdrefYaml *)maps[2]->items->pdata[i])->key;
    if (!adref_yaml_get(maps[1], key))
      put_entry(writer, key, maps, path, overlaps);
  }
  adref_yaml_close(writer);
}

/* Recursive by put_map(), to ADREF_YAML_MAX_LEVELS. */
static void put_value(AdrefYamlWriter *writer, const AdrefYaml *base, const AdrefYaml *ours,
                      const AdrefYaml *theirs, const char *path, GPtrArray *overlaps)
{
  const AdrefYaml *maps[] = {base && base->type == ADREF_YAML_MAP ? base : NULL, ours, theirs};
  const AdrefYaml *words = is_list_of_words(base) ? base : NULL;
  if (adref_yaml_values_equal(ours, theirs) || adref_yaml_values_equal(base, theirs)) {
    adref_yaml_put_node(writer, ours);
  } else if (adref_yaml_values_equal(base, ours)) {
    adref_yaml_put_node(writer, theirs);
  } else if (ours->type == ADREF_YAML_MAP && theirs->type == ADREF_YAML_MAP) {
    put_map(writer, maps, path, overlaps);
  } else if (!is_list_of_words(ours) || !is_list_of_words(theirs) ||
             !put_words(writer, words, ours, theirs)) {
    add_overlap(overlaps, path, ours, theirs);
    adref_yaml_put_node(writer, ours);
  }
}

GString *adref_yaml_values_join(const char *key, const AdrefYaml *base, const AdrefYaml *ours,
                                const AdrefYaml *theirs, const char *path, GPtrArray *overlaps)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_map(writer);
  adref_yaml_put(writer, key);
  put_value(writer, base, ours, theirs, path, overlaps);
  adref_yaml_close(writer);
  return adref_yaml_writer_end(writer);
}
