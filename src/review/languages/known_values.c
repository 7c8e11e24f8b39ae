#include "review/languages/known_values.h"

#include <string.h>

#include "base/digest.h"

typedef struct {
  guint8 bytes[ADREF_KNOWN_VALUES_PAIR];
} Pair;

struct AdrefKnownValues {
  GBytes *bytes;     /* from which they were read; NULL: none */
  GHashTable *pairs; /* of Pair, in `bytes` */
  GByteArray *found;
  gboolean has_new; /* in `found` */
};

static guint pair_hash(gconstpointer pair)
{
  guint hash;
  memcpy(&hash, pair, sizeof hash);
  return hash;
}

static gboolean pair_equal(gconstpointer a, gconstpointer b)
{
  return memcmp(a, b, sizeof(Pair)) == 0;
}

AdrefKnownValues *adref_known_values_new(GBytes *bytes)
{
  AdrefKnownValues *self = g_new0(AdrefKnownValues, 1);
  gsize size = 0;
  const guint8 *pairs = bytes ? g_bytes_get_data(bytes, &size) : NULL;
  self->bytes = bytes ? g_bytes_ref(bytes) : NULL;
  self->pairs = g_hash_table_new(pair_hash, pair_equal);
  self->found = g_byte_array_new();
  for (gsize at = 0; size - at >= sizeof(Pair); at += sizeof(Pair))
    g_hash_table_add(self->pairs, (guint8 *)(guintptr)(pairs + at));
  return self;
}

void adref_known_values_free(AdrefKnownValues *self)
{
  g_hash_table_unref(self->pairs);
  g_byte_array_unref(self->found);
  g_clear_pointer(&self->bytes, g_bytes_unref);
  g_free(self);
}

gboolean adref_known_values_has(const AdrefKnownValues *self,
                                const guint8 pair[ADREF_KNOWN_VALUES_PAIR])
{
  return g_hash_table_contains(self->pairs, pair);
}

void adref_known_values_take(AdrefKnownValues *self, GByteArray *found)
{
  for (gsize at = 0; !self->has_new && found->len - at >= sizeof(Pair); at += sizeof(Pair))
    self->has_new = !adref_known_values_has(self, found->data + at);
  g_byte_array_append(self->found, found->data, found->len);
  g_byte_array_unref(found);
}

GBytes *adref_known_values_bytes(const AdrefKnownValues *self)
{
  return self->has_new ? g_bytes_new(self->found->data, self->found->len) : NULL;
}

void adref_known_values_pair(const guint8 *first, const guint8 *second, gboolean is_heading,
                             guint8 pair[ADREF_KNOWN_VALUES_PAIR])
{
  AdrefDigest *digest = adref_digest_new();
  guint8 whole[ADREF_DIGEST_SIZE], heading = is_heading ? 1 : 0;
  adref_digest_add(digest, first, ADREF_DIGEST_SIZE);
  adref_digest_add(digest, second, ADREF_DIGEST_SIZE);
  adref_digest_add(digest, &heading, 1);
  adref_digest_end(digest, whole);
  memcpy(pair, whole, ADREF_KNOWN_VALUES_PAIR);
}
