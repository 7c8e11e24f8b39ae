#include "work/changes/kept_clauses.h"

#include <string.h>

#include "history/result_cache.h"
#include "merge/join/marked_text.h"

/* The digests, one behind the other; of each text its id and the places of its digests there. */
static const char kept_type[] = "(aya(sau))";

enum {
  SIZE = ADREF_MARKED_TEXT_DIGEST,
  MAX_TEXTS = 1000 /* of a path; fewer than these make a result of ADREF_RESULT_CACHE_MAX_RESULT */
};

struct AdrefKeptClauses {
  char *path;
  GVariant *value;   /* what was kept; owns the digests and places in it; or NULL */
  GHashTable *texts; /* id -> its places (GVariant "au") */
  const char *digests;
  gsize count;       /* of the digests */
  GHashTable *added; /* id -> digests of its clauses (GBytes) */
};

static void variant_unref(gpointer value)
{
  g_variant_unref(value);
}

static void bytes_unref(gpointer bytes)
{
  g_bytes_unref(bytes);
}

static void take_value(AdrefKeptClauses *self)
{
  gsize size;
  GVariantIter texts;
  const char *id;
  GVariant *places;
  g_autoptr(GVariant) digests = g_variant_get_child_value(self->value, 0);
  g_autoptr(GVariant) list = g_variant_get_child_value(self->value, 1);
  self->digests = g_variant_get_fixed_array(digests, &size, 1);
  self->count = size / SIZE;
  g_variant_iter_init(&texts, list);
  while (g_variant_iter_next(&texts, "(&s@au)", &id, &places))
    g_hash_table_insert(self->texts, g_strdup(id), places);
}

AdrefKeptClauses *adref_kept_clauses_read(AdrefRepo *repo, const char *path)
{
  AdrefKeptClauses *self = g_new0(AdrefKeptClauses, 1);
  const char *parts[] = {"clauses 2", path, NULL};
  self->path = g_strdup(path);
  self->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, variant_unref);
  self->added = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, bytes_unref);
  self->value = adref_result_cache_read(repo, parts, kept_type);
  if (self->value)
    take_value(self);
  return self;
}

void adref_kept_clauses_free(gpointer data)
{
  AdrefKeptClauses *self = data;
  g_hash_table_unref(self->texts);
  g_hash_table_unref(self->added);
  g_clear_pointer(&self->value, g_variant_unref);
  g_free(self->path);
  g_free(self);
}

GBytes *adref_kept_clauses_find(const AdrefKeptClauses *self, const char *id)
{
  gsize count;
  GBytes *added = g_hash_table_lookup(self->added, id);
  GVariant *text = g_hash_table_lookup(self->texts, id);
  if (added || !text)
    return added ? g_bytes_ref(added) : NULL;
  const guint32 *places = g_variant_get_fixed_array(text, &count, sizeof *places);
  char *digests = g_malloc(count * SIZE + 1);
  for (gsize i = 0; i < count; i++) {
    if (places[i] >= self->count) {
      g_free(digests);
      return NULL;
    }
    memcpy(digests + i * SIZE, self->digests + places[i] * SIZE, SIZE);
  }
  return g_bytes_new_take(digests, count * SIZE);
}

void adref_kept_clauses_add(AdrefKeptClauses *self, const char *id, GBytes *digests)
{
  g_hash_table_replace(self->added, g_strdup(id), g_bytes_ref(digests));
}

static guint hash_digest(gconstpointer digest)
{
  guint hash;
  memcpy(&hash, digest, sizeof hash);
  return hash;
}

static gboolean is_same_digest(gconstpointer a, gconstpointer b)
{
  return memcmp(a, b, SIZE) == 0;
}

/* The place of a digest among all, behind which it is put when it is new. `places` knows each, plus
 * 1, by its bytes, which must stay where they are. */
static guint32 place_of(GHashTable *places, GByteArray *all, const guint8 *digest)
{
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, digest));
  if (place > 0)
    return place - 1;
  g_byte_array_append(all, digest, SIZE);
  g_hash_table_insert(places, (gpointer)(guintptr)digest, GUINT_TO_POINTER(all->len / SIZE));
  return all->len / SIZE - 1;
}

static void put_text(GVariantBuilder *texts, GHashTable *places, GByteArray *all, const char *id,
                     GBytes *digests)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data(digests, &size);
  g_autofree guint32 *numbers = g_new(guint32, size / SIZE + 1);
  for (gsize i = 0; i < size / SIZE; i++)
    numbers[i] = place_of(places, all, bytes + i * SIZE);
  g_variant_builder_add(
      texts, "(s@au)", id,
      g_variant_new_fixed_array(G_VARIANT_TYPE_UINT32, numbers, size / SIZE, sizeof *numbers));
}

/* What was kept is added to what is to be kept, as far as there is room. */
static void take_over(AdrefKeptClauses *self)
{
  GHashTableIter iter;
  gpointer id;
  if (g_hash_table_size(self->texts) + g_hash_table_size(self->added) > MAX_TEXTS)
    return;
  g_hash_table_iter_init(&iter, self->texts);
  while (g_hash_table_iter_next(&iter, &id, NULL)) {
    GBytes *digests = adref_kept_clauses_find(self, id);
    if (digests)
      g_hash_table_replace(self->added, g_strdup(id), digests);
  }
}

void adref_kept_clauses_write(AdrefKeptClauses *self, AdrefRepo *repo)
{
  const char *parts[] = {"clauses 2", self->path, NULL};
  GVariantBuilder texts;
  GHashTableIter iter;
  gpointer id, digests;
  if (g_hash_table_size(self->added) == 0)
    return;
  take_over(self);
  g_autoptr(GHashTable) places = g_hash_table_new(hash_digest, is_same_digest);
  g_autoptr(GByteArray) all = g_byte_array_new();
  g_variant_builder_init(&texts, G_VARIANT_TYPE("a(sau)"));
  g_hash_table_iter_init(&iter, self->added);
  while (g_hash_table_iter_next(&iter, &id, &digests))
    put_text(&texts, places, all, id, digests);
  GVariant *members[] = {g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, all->data, all->len, 1),
                         g_variant_builder_end(&texts)};
  adref_result_cache_write(repo, parts, g_variant_new_tuple(members, G_N_ELEMENTS(members)));
}
