#include "review/search/passage_table.h"

#include <string.h>

enum {
  NAME = 40,
  OPEN = G_MAXUINT32 /* a range that goes on in the next text */
};

typedef struct {
  guint32 clause_length, text, length; /* the clause's id stands before the text */
} Stored;

typedef struct {
  guint32 passage, first, last;
} Range;

/* A passage of the text that was added last. */
typedef struct {
  gsize start, end; /* with the empty lines behind it */
  guint32 passage;
} Place;

struct AdrefPassageTable {
  GString *names; /* NAME bytes each */
  GString *bytes;
  GArray *passages; /* of Stored */
  GArray *ranges;   /* of Range */
  char name[NAME + 1];
  /* while texts are added */
  GHashTable *index;   /* passage's number + 1 as a key, by its bytes */
  GArray *counts;      /* of guint32: how often the last text has each passage */
  GArray *open_ranges; /* of guint32: the range of each passage that is open */
  GBytes *last;
  GArray *places; /* of Place */
  /* for adref_passage_table_range(): the ranges of each passage */
  GArray *range_starts; /* of guint32; NULL until it is needed */
  GArray *sorted;       /* of Range */
};

/* --- passages of a text --- */

static const char *const kinds[] = {"chapeau", "pp", "op", "item", "closing", "annex", "heading"};

static gsize kind_length(const char *word, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
    gsize size = strlen(kinds[i]);
    if (length > size && memcmp(word, kinds[i], size) == 0 && word[size] == ' ')
      return size;
  }
  return 0;
}

static gboolean is_id_byte(char c)
{
  return g_ascii_islower(c) || g_ascii_isdigit(c) || c == '-';
}

gboolean adref_passage_is_marker(const char *line, gsize length, const char **id, gsize *id_length)
{
  static const char opening[] = "<!-- ";
  gsize at = sizeof opening - 1;
  if (length < at || memcmp(line, opening, at) != 0)
    return FALSE;
  gsize kind = kind_length(line + at, length - at);
  if (kind == 0)
    return FALSE;
  at += kind + 1;
  gsize end = at;
  while (end < length && is_id_byte(line[end]))
    end++;
  gboolean has_id = end < length && line[end] == ' ' && line[at] != '-';
  *id = line + at;
  *id_length = has_id ? end - at : 0;
  return TRUE;
}

static gsize line_end(const char *text, gsize length, gsize at)
{
  const char *end = memchr(text + at, '\n', length - at);
  return end ? (gsize)(end - text) : length;
}

static gboolean is_empty(const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r')
      return FALSE;
  return TRUE;
}

static gsize skip_empty(const char *text, gsize length, gsize at)
{
  while (at < length) {
    gsize end = line_end(text, length, at);
    if (!is_empty(text + at, end - at))
      return at;
    at = MIN(end + 1, length);
  }
  return at;
}

gboolean adref_passage_next(const char *text, gsize length, gsize *at, gsize *start,
                            AdrefPassage *passage)
{
  gsize from = skip_empty(text, length, *at), end = from;
  if (from >= length)
    return FALSE;
  *start = from;
  *passage = (AdrefPassage){.clause = text};
  gsize first = line_end(text, length, from);
  if (adref_passage_is_marker(text + from, first - from, &passage->clause, &passage->clause_length))
    from = end = MIN(first + 1, length);
  for (gsize next = from; next < length; next = MIN(end + 1, length)) {
    gsize stop = line_end(text, length, next);
    const char *id;
    gsize id_length;
    if (is_empty(text + next, stop - next) ||
        adref_passage_is_marker(text + next, stop - next, &id, &id_length))
      break;
    end = stop;
  }
  passage->text = text + from;
  passage->length = end - from;
  *at = end;
  return TRUE;
}

/* --- the table --- */

static guint hash_bytes(const char *bytes, gsize length)
{
  guint64 hash = 0x9e3779b97f4a7c15u ^ length;
  for (; length >= 8; bytes += 8, length -= 8) {
    guint64 word;
    memcpy(&word, bytes, sizeof word);
    hash = (hash ^ word) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  for (; length > 0; bytes++, length--)
    hash = (hash ^ (guint8)*bytes) * 0x100000001b3u;
  return (guint)(hash ^ (hash >> 32));
}

guint adref_passage_hash(gconstpointer key)
{
  const AdrefPassage *passage = key;
  return hash_bytes(passage->text, passage->length) ^
         hash_bytes(passage->clause, passage->clause_length) * 31;
}

gboolean adref_passage_equal(gconstpointer a, gconstpointer b)
{
  const AdrefPassage *one = a, *other = b;
  return one->length == other->length && one->clause_length == other->clause_length &&
         memcmp(one->text, other->text, one->length) == 0 &&
         memcmp(one->clause, other->clause, one->clause_length) == 0;
}

static AdrefPassageTable *new_table(void)
{
  AdrefPassageTable *self = g_new0(AdrefPassageTable, 1);
  self->names = g_string_new(NULL);
  self->bytes = g_string_new(NULL);
  self->passages = g_array_new(FALSE, FALSE, sizeof(Stored));
  self->ranges = g_array_new(FALSE, FALSE, sizeof(Range));
  return self;
}

/* Makes what is needed while texts are added. */
static void begin(AdrefPassageTable *self)
{
  self->index = g_hash_table_new_full(adref_passage_hash, adref_passage_equal, g_free, NULL);
  self->counts = g_array_new(FALSE, TRUE, sizeof(guint32));
  self->open_ranges = g_array_new(FALSE, TRUE, sizeof(guint32));
  self->places = g_array_new(FALSE, FALSE, sizeof(Place));
}

AdrefPassageTable *adref_passage_table_new(void)
{
  AdrefPassageTable *self = new_table();
  begin(self);
  return self;
}

void adref_passage_table_free(AdrefPassageTable *self)
{
  if (!self)
    return;
  g_string_free(self->names, TRUE);
  g_string_free(self->bytes, TRUE);
  g_array_unref(self->passages);
  g_array_unref(self->ranges);
  g_clear_pointer(&self->index, g_hash_table_unref);
  g_clear_pointer(&self->counts, g_array_unref);
  g_clear_pointer(&self->open_ranges, g_array_unref);
  g_clear_pointer(&self->last, g_bytes_unref);
  g_clear_pointer(&self->places, g_array_unref);
  g_clear_pointer(&self->range_starts, g_array_unref);
  g_clear_pointer(&self->sorted, g_array_unref);
  g_free(self);
}

/* The key of the index holds a copy of the passage: the bytes of the table may move. */
static AdrefPassage *copy_passage(const AdrefPassage *passage)
{
  AdrefPassage *copy = g_malloc(sizeof *copy + passage->clause_length + passage->length);
  char *bytes = (char *)(copy + 1);
  memcpy(bytes, passage->clause, passage->clause_length);
  memcpy(bytes + passage->clause_length, passage->text, passage->length);
  *copy = (AdrefPassage){bytes, passage->clause_length, bytes + passage->clause_length,
                         passage->length};
  return copy;
}

static guint32 intern(AdrefPassageTable *self, const AdrefPassage *passage)
{
  gpointer known = g_hash_table_lookup(self->index, passage);
  if (known)
    return GPOINTER_TO_UINT(known) - 1;
  guint32 number = self->passages->len, none = 0;
  g_string_append_len(self->bytes, passage->clause, (gssize)passage->clause_length);
  Stored stored = {(guint32)passage->clause_length, (guint32)self->bytes->len,
                   (guint32)passage->length};
  g_string_append_len(self->bytes, passage->text, (gssize)passage->length);
  g_array_append_val(self->passages, stored);
  g_array_append_val(self->counts, none);
  g_array_append_val(self->open_ranges, none);
  g_hash_table_insert(self->index, copy_passage(passage), GUINT_TO_POINTER(number + 1));
  return number;
}

static void open_passage(AdrefPassageTable *self, guint32 passage)
{
  guint32 *count = &g_array_index(self->counts, guint32, passage);
  if ((*count)++ > 0)
    return;
  guint32 text = adref_passage_table_texts(self);
  guint32 number = g_array_index(self->open_ranges, guint32, passage);
  /* one that was closed by this very text goes on */
  Range *range = number > 0 ? &g_array_index(self->ranges, Range, number - 1) : NULL;
  if (range && range->last == text - 1) {
    range->last = OPEN;
    return;
  }
  Range opened = {passage, text, OPEN};
  g_array_append_val(self->ranges, opened);
  g_array_index(self->open_ranges, guint32, passage) = self->ranges->len;
}

static void close_passage(AdrefPassageTable *self, guint32 passage)
{
  guint32 *count = &g_array_index(self->counts, guint32, passage);
  if (--(*count) > 0)
    return;
  guint32 range = g_array_index(self->open_ranges, guint32, passage);
  g_array_index(self->ranges, Range, range - 1).last = adref_passage_table_texts(self) - 1;
}

/* How many bytes are the same at the start, and at the end, of two texts. */
static gsize common_start(const char *a, const char *b, gsize length)
{
  gsize at = 0;
  enum {
    BLOCK = 4096
  };
  while (length - at >= BLOCK && memcmp(a + at, b + at, BLOCK) == 0)
    at += BLOCK;
  while (at < length && a[at] == b[at])
    at++;
  return at;
}

static gsize common_end(const char *a, const char *b, gsize length)
{
  gsize count = 0;
  enum {
    BLOCK = 4096
  };
  while (length - count >= BLOCK && memcmp(a - count - BLOCK, b - count - BLOCK, BLOCK) == 0)
    count += BLOCK;
  while (count < length && *(a - count - 1) == *(b - count - 1))
    count++;
  return count;
}

/* The places of the last text that lie wholly in its first `bytes`. */
static guint places_before(const GArray *places, gsize bytes)
{
  guint low = 0, high = places->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(places, Place, middle).end <= bytes)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The first place that begins at or behind a byte. */
static guint places_from(const GArray *places, gsize byte)
{
  guint low = 0, high = places->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(places, Place, middle).start < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The passages of the part of a text between two bytes, which are borders of passages. */
static GArray *read_places(AdrefPassageTable *self, const char *text, gsize from, gsize to)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
  gsize start, at = from;
  AdrefPassage passage;
  while (at < to && adref_passage_next(text, to, &at, &start, &passage)) {
    at = skip_empty(text, to, at);
    Place place = {start, at, intern(self, &passage)};
    g_array_append_val(places, place);
  }
  return places;
}

/* Puts other places for the `removed` ones from `at` on, and moves those behind them. */
static void splice(AdrefPassageTable *self, guint at, guint removed, const GArray *added,
                   gssize moved)
{
  for (guint i = at + removed; i < self->places->len; i++) {
    Place *place = &g_array_index(self->places, Place, i);
    place->start = (gsize)((gssize)place->start + moved);
    place->end = (gsize)((gssize)place->end + moved);
  }
  for (guint i = 0; i < removed; i++)
    close_passage(self, g_array_index(self->places, Place, at + i).passage);
  for (guint i = 0; i < added->len; i++)
    open_passage(self, g_array_index(added, Place, i).passage);
  if (removed > 0)
    g_array_remove_range(self->places, at, removed);
  g_array_insert_vals(self->places, at, added->data, added->len);
}

/* After unpacking: all ranges are closed, and the next text, of which all is read, opens them again
 * (open_passage). */
static void reopen(AdrefPassageTable *self)
{
  begin(self);
  for (guint32 i = 0; i < self->passages->len; i++) {
    AdrefPassage passage = adref_passage_table_passage(self, i);
    g_hash_table_insert(self->index, copy_passage(&passage), GUINT_TO_POINTER(i + 1));
  }
  g_array_set_size(self->counts, self->passages->len);
  g_array_set_size(self->open_ranges, self->passages->len);
  for (guint32 i = 0; i < self->ranges->len; i++) {
    Range *range = &g_array_index(self->ranges, Range, i);
    range->last = MIN(range->last, adref_passage_table_texts(self) - 1);
    g_array_index(self->open_ranges, guint32, range->passage) = i + 1;
  }
}

gboolean adref_passage_table_add(AdrefPassageTable *self, const char *name, GBytes *added)
{
  if (!self->index)
    reopen(self);
  g_clear_pointer(&self->range_starts, g_array_unref);
  g_clear_pointer(&self->sorted, g_array_unref);
  gsize length, old_length = 0;
  const char *text = g_bytes_get_data(added, &length);
  const char *old = self->last ? g_bytes_get_data(self->last, &old_length) : "";
  if (self->bytes->len + length > ADREF_PASSAGE_TABLE_MAX_BYTES)
    return FALSE;
  gsize shorter = MIN(length, old_length), same = common_start(text, old, shorter);
  gsize same_end = common_end(text + length, old + old_length, shorter - same);
  /* Whether a passage ends may depend on the line behind it, and where it begins on the one before:
   * the passages next to the change are read again. */
  guint before = places_before(self->places, same);
  before -= before > 0;
  guint behind = MAX(before, places_from(self->places, old_length - same_end) + 1);
  behind = MIN(behind, self->places->len);
  gsize from = before > 0 ? g_array_index(self->places, Place, before - 1).end : 0;
  gsize to = behind < self->places->len
                 ? g_array_index(self->places, Place, behind).start + length - old_length
                 : length;
  g_autoptr(GArray) places = read_places(self, text, from, to);
  splice(self, before, behind - before, places, (gssize)length - (gssize)old_length);
  g_string_append_printf(self->names, "%-40.40s", name);
  g_clear_pointer(&self->last, g_bytes_unref);
  self->last = g_bytes_ref(added);
  return TRUE;
}

guint adref_passage_table_texts(const AdrefPassageTable *self)
{
  return (guint)(self->names->len / NAME);
}

const char *adref_passage_table_name(AdrefPassageTable *self, guint text)
{
  memcpy(self->name, self->names->str + (gsize)text * NAME, NAME);
  self->name[NAME] = '\0';
  return g_strchomp(self->name);
}

guint adref_passage_table_passages(const AdrefPassageTable *self)
{
  return self->passages->len;
}

AdrefPassage adref_passage_table_passage(const AdrefPassageTable *self, guint passage)
{
  const Stored *stored = &g_array_index(self->passages, Stored, passage);
  const char *text = self->bytes->str + stored->text;
  return (AdrefPassage){text - stored->clause_length, stored->clause_length, text, stored->length};
}

/* Sorts the ranges by their passages, each passage's in the order of the texts. */
static void sort_ranges(AdrefPassageTable *self)
{
  guint count = self->passages->len;
  self->range_starts = g_array_sized_new(FALSE, TRUE, sizeof(guint32), count + 1);
  g_array_set_size(self->range_starts, count + 1);
  guint32 *starts = (guint32 *)self->range_starts->data;
  for (guint i = 0; i < self->ranges->len; i++)
    starts[g_array_index(self->ranges, Range, i).passage + 1]++;
  for (guint i = 0; i < count; i++)
    starts[i + 1] += starts[i];
  self->sorted = g_array_sized_new(FALSE, FALSE, sizeof(Range), self->ranges->len);
  g_array_set_size(self->sorted, self->ranges->len);
  g_autofree guint32 *next = g_memdup2(starts, (count + 1) * sizeof *starts);
  for (guint i = 0; i < self->ranges->len; i++) {
    const Range *range = &g_array_index(self->ranges, Range, i);
    g_array_index(self->sorted, Range, next[range->passage]++) = *range;
  }
}

gboolean adref_passage_table_range(AdrefPassageTable *self, guint passage, guint n, guint *first,
                                   guint *last)
{
  if (!self->range_starts)
    sort_ranges(self);
  guint at = g_array_index(self->range_starts, guint32, passage) + n;
  if (at >= g_array_index(self->range_starts, guint32, passage + 1))
    return FALSE;
  const Range *range = &g_array_index(self->sorted, Range, at);
  *first = range->first;
  *last = MIN(range->last, adref_passage_table_texts(self) - 1);
  return TRUE;
}

/* --- kept --- */

/* Both structs are three numbers. */
static GVariant *pack_numbers(const GArray *array)
{
  return g_variant_new_fixed_array(G_VARIANT_TYPE_UINT32, array->data, (gsize)array->len * 3,
                                   sizeof(guint32));
}

GVariant *adref_passage_table_pack(AdrefPassageTable *self)
{
  return g_variant_new("(ss@au@au)", self->names->str, self->bytes->str,
                       pack_numbers(self->passages), pack_numbers(self->ranges));
}

static void unpack_numbers(GVariant *value, gsize child, GArray *array)
{
  gsize count;
  g_autoptr(GVariant) numbers = g_variant_get_child_value(value, child);
  gconstpointer data = g_variant_get_fixed_array(numbers, &count, sizeof(guint32));
  g_array_append_vals(array, data, (guint)(count / 3));
}

static void unpack_string(GVariant *value, gsize child, GString *string)
{
  gsize length;
  g_autoptr(GVariant) packed = g_variant_get_child_value(value, child);
  const char *data = g_variant_get_string(packed, &length);
  g_string_append_len(string, data, (gssize)length);
}

static gboolean is_consistent(const AdrefPassageTable *self)
{
  guint texts = adref_passage_table_texts(self);
  if (self->names->len % NAME != 0)
    return FALSE;
  for (guint i = 0; i < self->passages->len; i++) {
    const Stored *stored = &g_array_index(self->passages, Stored, i);
    if (stored->clause_length > stored->text || stored->text > self->bytes->len ||
        stored->length > self->bytes->len - stored->text)
      return FALSE;
  }
  for (guint i = 0; i < self->ranges->len; i++) {
    const Range *range = &g_array_index(self->ranges, Range, i);
    if (range->passage >= self->passages->len || range->first >= texts ||
        range->first > range->last)
      return FALSE;
  }
  return TRUE;
}

AdrefPassageTable *adref_passage_table_unpack(GVariant *value)
{
  g_autoptr(AdrefPassageTable) self = new_table();
  unpack_string(value, 0, self->names);
  unpack_string(value, 1, self->bytes);
  unpack_numbers(value, 2, self->passages);
  unpack_numbers(value, 3, self->ranges);
  return is_consistent(self) ? g_steal_pointer(&self) : NULL;
}
