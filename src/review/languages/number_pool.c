#include "review/languages/number_pool.h"

#include "base/string_order.h"

static void index_key(GHashTable *index, char *key, guint number)
{
  GArray *list = g_hash_table_lookup(index, key);
  if (!list) {
    list = g_array_new(FALSE, FALSE, sizeof(guint));
    g_hash_table_insert(index, key, list);
  } else {
    g_free(key);
  }
  g_array_append_val(list, number);
}

/* What a number may be: the last one is the hour of a time, where the other text does not say times
 * in a way that is known. */
static void readings_of(const AdrefNumberPool *pool, const AdrefLanguageNumber *number,
                        const char *readings[3])
{
  readings[0] = number->value;
  readings[1] = number->other;
  readings[2] = pool->knows_times ? NULL : number->hour;
}

static void index_number(AdrefNumberPool *pool, guint number)
{
  const AdrefLanguageNumber *at = pool->numbers->pdata[number];
  GHashTable *index = at->weak ? pool->weak : pool->strong;
  const char *readings[3];
  readings_of(pool, at, readings);
  for (gsize i = 0; i < G_N_ELEMENTS(readings); i++) {
    if (!readings[i])
      continue;
    index_key(index, g_strdup(readings[i]), number);
    index_key(index, g_strdup_printf("%s %s", readings[i], at->unit ? at->unit : ""), number);
  }
}

static GHashTable *index_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
}

guint adref_number_pool_first(const GArray *numbers, gsize start)
{
  guint from = 0, to = numbers->len;
  while (from < to) {
    guint middle = from + (to - from) / 2;
    if (g_array_index(numbers, AdrefLanguageNumber, middle).start < start)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

void adref_number_pool_init(AdrefNumberPool *pool, const AdrefLanguageNumbers *numbers, gsize start,
                            gsize end)
{
  pool->numbers = g_ptr_array_new();
  pool->used = g_array_new(FALSE, TRUE, sizeof(gboolean));
  pool->strong = index_new();
  pool->weak = index_new();
  guint first = adref_number_pool_first(numbers->numbers, start);
  for (guint i = adref_number_pool_first(numbers->numbers, end); i-- > first;)
    g_ptr_array_add(pool->numbers, &g_array_index(numbers->numbers, AdrefLanguageNumber, i));
  g_array_set_size(pool->used, pool->numbers->len);
  for (guint i = 0; i < pool->numbers->len; i++)
    index_number(pool, i);
}

void adref_number_pool_clear(AdrefNumberPool *pool)
{
  g_ptr_array_unref(pool->numbers);
  g_array_unref(pool->used);
  g_hash_table_unref(pool->strong);
  g_hash_table_unref(pool->weak);
}

/* Uses up one number of that key. */
static gboolean take(AdrefNumberPool *pool, GHashTable *index, const char *key)
{
  GArray *list = g_hash_table_lookup(index, key);
  while (list && list->len > 0) {
    guint number = g_array_index(list, guint, list->len - 1);
    g_array_set_size(list, list->len - 1);
    gboolean *used = &g_array_index(pool->used, gboolean, number);
    if (!*used)
      return *used = TRUE;
  }
  return FALSE;
}

/* Uses up a number that has the value, with the same unit or, where !exact, with none, or with any
 * where `number` has none. */
static gboolean take_partner(AdrefNumberPool *pool, GHashTable *index,
                             const AdrefLanguageNumber *number, gboolean exact)
{
  const char *readings[3];
  readings_of(pool, number, readings);
  for (gsize i = 0; i < G_N_ELEMENTS(readings); i++) {
    if (!readings[i])
      continue;
    const char *unit = exact && number->unit ? number->unit : "";
    g_autofree char *key = !exact && !number->unit ? g_strdup(readings[i])
                                                   : g_strdup_printf("%s %s", readings[i], unit);
    if (take(pool, index, key))
      return TRUE;
  }
  return FALSE;
}

/* One round of pairing: those of `a` that are (not) weak with those in an index of `b`. */
static void pair(AdrefNumberPool *a, AdrefNumberPool *b, GHashTable *index, gboolean weak,
                 gboolean exact)
{
  for (guint i = a->numbers->len; i-- > 0;) {
    const AdrefLanguageNumber *number = a->numbers->pdata[i];
    gboolean *used = &g_array_index(a->used, gboolean, i);
    if (!*used && !number->weak == !weak)
      *used = take_partner(b, index, number, exact);
  }
}

void adref_number_pool_pair(AdrefNumberPool *a, AdrefNumberPool *b)
{
  pair(a, b, b->strong, FALSE, TRUE);
  pair(a, b, b->strong, FALSE, FALSE);
  pair(a, b, b->weak, FALSE, TRUE);
  pair(a, b, b->weak, FALSE, FALSE);
  pair(a, b, b->strong, TRUE, TRUE);
  pair(a, b, b->strong, TRUE, FALSE);
}

/* "5", "5 days", "2 (bis)". Caller frees. */
static char *words_of_rest(const AdrefLanguageNumber *number, gboolean with_unit)
{
  if (number->suffix)
    return g_strdup_printf("%s (%s)", number->value, number->suffix);
  return with_unit
             ? g_strdup_printf("%s %s%s", number->value, number->unit, number->timed ? "s" : "")
             : g_strdup(number->value);
}

char *adref_number_pool_rest(const AdrefNumberPool *pool, const AdrefNumberPool *other)
{
  g_autoptr(GHashTable) values = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) rest = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < other->numbers->len; i++)
    g_hash_table_add(values, ((AdrefLanguageNumber *)other->numbers->pdata[i])->value);
  for (guint i = 0; i < pool->numbers->len; i++) {
    const AdrefLanguageNumber *number = pool->numbers->pdata[i];
    if (number->weak || g_array_index(pool->used, gboolean, i))
      continue;
    gboolean with_unit = number->unit && g_hash_table_contains(values, number->value);
    g_ptr_array_add(rest, words_of_rest(number, with_unit));
  }
  if (rest->len == 0)
    return NULL;
  g_ptr_array_sort(rest, adref_string_order);
  g_ptr_array_add(rest, NULL);
  return g_strjoinv(", ", (char **)rest->pdata);
}

const AdrefLanguageNumber *adref_number_pool_only_rest(const AdrefNumberPool *pool)
{
  enum {
    SMALLEST = 3 /* "both" and "a" say smaller ones */
  };
  const AdrefLanguageNumber *only = NULL;
  for (guint i = 0; i < pool->numbers->len; i++) {
    const AdrefLanguageNumber *number = pool->numbers->pdata[i];
    if (g_array_index(pool->used, gboolean, i))
      continue;
    if (only || number->is_ordinal || number->other ||
        g_ascii_strtoull(number->value, NULL, 10) < SMALLEST)
      return NULL;
    only = number;
  }
  return only;
}
