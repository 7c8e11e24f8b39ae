#include "base/interner.h"

#include <string.h>

typedef struct {
  const char *bytes;
  guint length;
  guint8 kind;
  guint64 hash;
} InternedString;

struct AdrefInterner {
  GArray *entries;     /* of InternedString, by number */
  GStringChunk *bytes; /* of all strings */
  guint *slots;        /* a hash table with open addressing: number + 1; 0: free */
  gsize mask;
};

enum {
  FIRST_SLOTS = 64,
  CHUNK = 16 * 1024
};

AdrefInterner *adref_interner_new(void)
{
  AdrefInterner *interner = g_new0(AdrefInterner, 1);
  interner->entries = g_array_new(FALSE, FALSE, sizeof(InternedString));
  interner->bytes = g_string_chunk_new(CHUNK);
  interner->slots = g_new0(guint, FIRST_SLOTS);
  interner->mask = FIRST_SLOTS - 1;
  return interner;
}

void adref_interner_free(AdrefInterner *interner)
{
  if (!interner)
    return;
  g_array_unref(interner->entries);
  g_string_chunk_free(interner->bytes);
  g_free(interner->slots);
  g_free(interner);
}

guint adref_interner_size(const AdrefInterner *interner)
{
  return interner->entries->len;
}

static guint64 mix(guint64 hash, guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  return hash ^ (hash >> 29);
}

/* The bytes of a string of at most 8 bytes as one number. Different strings of one length have
 * different numbers. */
static guint64 short_value(const char *bytes, gsize length)
{
  guint32 first, last;
  if (length < sizeof first)
    return length == 0 ? 0
                       : (guchar)bytes[0] | (guint64)(guchar)bytes[length / 2] << 8 |
                             (guint64)(guchar)bytes[length - 1] << 16;
  memcpy(&first, bytes, sizeof first);
  memcpy(&last, bytes + length - sizeof last, sizeof last);
  return first | (guint64)last << 32;
}

/* Strings of at most 8 bytes with the same kind and length have different hashes, since each step
 * of the computation can be inverted. */
static inline guint64 hash_of(guint8 kind, const char *bytes, gsize length)
{
  guint64 hash = mix(length + 1, kind), value;
  for (; length > sizeof value; bytes += sizeof value, length -= sizeof value) {
    memcpy(&value, bytes, sizeof value);
    hash = mix(hash, value);
  }
  return mix(mix(hash, short_value(bytes, length)), 0);
}

static void grow(AdrefInterner *self)
{
  self->mask = self->mask * 2 + 1;
  g_free(self->slots);
  self->slots = g_new0(guint, self->mask + 1);
  for (guint i = 0; i < self->entries->len; i++) {
    gsize slot = g_array_index(self->entries, InternedString, i).hash & self->mask;
    while (self->slots[slot])
      slot = (slot + 1) & self->mask;
    self->slots[slot] = i + 1;
  }
}

static gboolean is_entry(const AdrefInterner *self, guint number, const InternedString *sought,
                         const char *bytes)
{
  const InternedString *entry = &g_array_index(self->entries, InternedString, number);
  return entry->hash == sought->hash && entry->kind == sought->kind &&
         entry->length == sought->length &&
         (entry->length <= 8 || memcmp(entry->bytes, bytes, entry->length) == 0);
}

/* The slot of a string, or the free slot in which it would be put. */
static inline gsize slot_of(const AdrefInterner *self, const InternedString *entry,
                            const char *bytes)
{
  gsize slot = entry->hash & self->mask;
  while (self->slots[slot] && !is_entry(self, self->slots[slot] - 1, entry, bytes))
    slot = (slot + 1) & self->mask;
  return slot;
}

static guint add(AdrefInterner *self, gsize slot, InternedString entry, const char *bytes)
{
  entry.bytes = g_string_chunk_insert_len(self->bytes, bytes, entry.length);
  g_array_append_val(self->entries, entry);
  self->slots[slot] = self->entries->len;
  if (self->entries->len * 2 > self->mask)
    grow(self);
  return self->entries->len - 1;
}

static inline guint number_of(AdrefInterner *self, const InternedString *entry, const char *bytes)
{
  gsize slot = slot_of(self, entry, bytes);
  return self->slots[slot] ? self->slots[slot] - 1 : add(self, slot, *entry, bytes);
}

static inline InternedString new_entry(guint8 kind, const char *bytes, gsize length)
{
  return (InternedString){NULL, (guint)length, kind, hash_of(kind, bytes, length)};
}

guint adref_interner_intern(AdrefInterner *self, guint8 kind, const char *bytes, gsize length)
{
  InternedString entry = new_entry(kind, bytes, length);
  return number_of(self, &entry, bytes);
}

guint adref_interner_find(const AdrefInterner *self, guint8 kind, const char *bytes, gsize length)
{
  InternedString entry = new_entry(kind, bytes, length);
  return self->slots[slot_of(self, &entry, bytes)] - 1;
}

guint *adref_interner_merge(AdrefInterner *self, const AdrefInterner *other)
{
  guint *numbers = g_new(guint, other->entries->len + 1);
  for (guint i = 0; i < other->entries->len; i++) {
    const InternedString *entry = &g_array_index(other->entries, InternedString, i);
    numbers[i] = number_of(self, entry, entry->bytes);
  }
  return numbers;
}
