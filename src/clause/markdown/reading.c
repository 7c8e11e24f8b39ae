#include "clause/markdown/reading.h"

#include <string.h>

#include "base/digest.h"
#include "base/parallel_for.h"
#include "clause/brackets/suspected_position.h"
#include "clause/markdown/canonical.h"

struct AdrefReadings {
  GPtrArray *kept; /* of AdrefReading, the last one that was asked for at the end */
};

static void reading_clear(gpointer data)
{
  AdrefReading *reading = data;
  g_bytes_unref(reading->bytes);
  adref_node_free(reading->document);
  g_ptr_array_unref(reading->problems);
  g_clear_pointer(&reading->suspected, g_ptr_array_unref);
  if (reading->canonical)
    g_string_free(reading->canonical, TRUE);
  g_free(reading->hashes.bytes);
  g_free(reading->hashes.printed);
  g_clear_pointer(&reading->parties, g_hash_table_unref);
}

void adref_reading_unref(AdrefReading *reading)
{
  if (reading)
    g_rc_box_release_full(reading, reading_clear);
}

static void unref_reading(gpointer reading)
{
  adref_reading_unref(reading);
}

AdrefReadings *adref_readings_new(void)
{
  AdrefReadings *readings = g_new0(AdrefReadings, 1);
  readings->kept = g_ptr_array_new_with_free_func(unref_reading);
  return readings;
}

static void unref_some(gpointer data, guint worker, guint from, guint to)
{
  const GPtrArray *kept = data;
  (void)worker;
  for (guint i = from; i < to; i++)
    adref_reading_unref(kept->pdata[i]);
}

/* Great texts have so many nodes that two threads free them. */
void adref_readings_free(AdrefReadings *readings)
{
  enum {
    GREAT = 128 * 1024 /* bytes of all texts */
  };
  if (!readings)
    return;
  GPtrArray *kept = readings->kept;
  gsize bytes = 0;
  for (guint i = 0; i < kept->len; i++)
    bytes += g_bytes_get_size(((AdrefReading *)kept->pdata[i])->bytes);
  g_ptr_array_set_free_func(kept, NULL);
  adref_parallel_for(kept->len, bytes > GREAT ? 1 : MAX(kept->len, 1), unref_some, kept);
  g_ptr_array_unref(kept);
  g_free(readings);
}

static gboolean is_same_numbering(const AdrefNumbering *a, const AdrefNumbering *b)
{
  return a->operative == b->operative && a->single_operative == b->single_operative &&
         a->preambular == b->preambular && a->sections == b->sections;
}

static gboolean is_reading_of(const AdrefReading *reading, const AdrefReadingRequest *request)
{
  return reading->parties == request->options.parties &&
         reading->outside_statement == request->options.outside_statement &&
         is_same_numbering(&reading->numbering, request->options.numbers) &&
         g_bytes_equal(reading->bytes, request->bytes);
}

/* One that was made before, or NULL. The caller gets a reference. */
static AdrefReading *find(AdrefReadings *self, const AdrefReadingRequest *request)
{
  for (guint i = self->kept->len; i-- > 0;) {
    AdrefReading *reading = self->kept->pdata[i];
    if (!is_reading_of(reading, request))
      continue;
    g_ptr_array_add(self->kept, g_ptr_array_steal_index(self->kept, i));
    return g_rc_box_acquire(reading);
  }
  return NULL;
}

static void keep(AdrefReadings *self, AdrefReading *reading)
{
  if (self->kept->len == ADREF_READINGS_MAX)
    g_ptr_array_remove_index(self->kept, 0);
  g_ptr_array_add(self->kept, g_rc_box_acquire(reading));
}

static void read_one(AdrefReadingRequest *request)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  gsize length;
  const char *text = g_bytes_get_data(request->bytes, &length);
  AdrefNode *document =
      adref_markdown_read(text, length, &request->options, problems, &request->error);
  if (!document)
    return;
  request->reading = g_rc_box_new0(AdrefReading);
  request->reading->bytes = g_bytes_ref(request->bytes);
  request->reading->document = document;
  request->reading->problems = g_steal_pointer(&problems);
  request->reading->numbering = *request->options.numbers;
  request->reading->outside_statement = request->options.outside_statement;
}

static void read_some(gpointer data, guint worker, guint from, guint to)
{
  AdrefReadingRequest **requests = data;
  (void)worker;
  for (guint i = from; i < to; i++)
    read_one(requests[i]);
}

void adref_readings_read_all(AdrefReadings *self, AdrefReadingRequest *requests, guint count)
{
  g_autofree AdrefReadingRequest **missing = g_new(AdrefReadingRequest *, count + 1);
  guint missing_count = 0;
  for (guint i = 0; i < count; i++) {
    requests[i].reading = self ? find(self, &requests[i]) : NULL;
    if (!requests[i].reading)
      missing[missing_count++] = &requests[i];
  }
  adref_parallel_for(missing_count, 1, read_some, missing);
  for (guint i = 0; i < missing_count; i++) {
    AdrefReading *reading = missing[i]->reading;
    if (reading && missing[i]->options.parties)
      reading->parties = g_hash_table_ref(missing[i]->options.parties);
    if (reading && self)
      keep(self, reading);
  }
}

AdrefReading *adref_readings_read(AdrefReadings *self, GBytes *bytes,
                                  const AdrefMarkdownReadOptions *options, GError **error)
{
  AdrefReadingRequest request = {.bytes = bytes, .options = *options};
  adref_readings_read_all(self, &request, 1);
  if (request.error)
    g_propagate_error(error, request.error);
  return request.reading;
}

static void find_some(gpointer data, guint worker, guint from, guint to)
{
  AdrefReading *const *readings = data;
  (void)worker;
  for (guint i = from; i < to; i++) {
    AdrefReading *reading = readings[i];
    gsize length;
    const char *text = g_bytes_get_data(reading->bytes, &length);
    reading->suspected =
        adref_suspected_positions_find(reading->document, text, length, reading->parties);
  }
}

/* Those of some readings that have not what is asked for yet, each once; *count becomes theirs.
 * Caller frees. */
static AdrefReading **select_missing(AdrefReading *const *readings, guint *count,
                                     gboolean (*has)(const AdrefReading *reading))
{
  AdrefReading **missing = g_new(AdrefReading *, *count + 1);
  guint missing_count = 0;
  for (guint i = 0; i < *count; i++) {
    gboolean known = has(readings[i]);
    for (guint j = 0; !known && j < missing_count; j++) /* texts of the same bytes share one */
      known = missing[j] == readings[i];
    if (!known)
      missing[missing_count++] = readings[i];
  }
  *count = missing_count;
  return missing;
}

static gboolean has_suspected(const AdrefReading *reading)
{
  return reading->suspected != NULL;
}

void adref_readings_find_suspected(AdrefReading *const *readings, guint count)
{
  g_autofree AdrefReading **missing = select_missing(readings, &count, has_suspected);
  adref_parallel_for(count, 1, find_some, missing);
}

const GPtrArray *adref_reading_suspected(AdrefReading *reading)
{
  adref_readings_find_suspected(&reading, 1);
  return reading->suspected;
}

static gboolean has_hashes(const AdrefReading *reading)
{
  return reading->hashes.bytes != NULL;
}

static void hash_some(gpointer data, guint worker, guint from, guint to)
{
  AdrefReading *const *readings = data;
  (void)worker;
  for (guint i = from; i < to; i++) {
    AdrefReading *reading = readings[i];
    gsize length;
    const char *bytes = g_bytes_get_data(reading->bytes, &length);
    g_autoptr(GString) canonical = adref_canonical(reading->document);
    reading->hashes.bytes = adref_digest_of(bytes, length);
    reading->hashes.printed = adref_text_hash(reading->document);
    reading->hashes.is_canonical =
        canonical->len == length && memcmp(canonical->str, bytes, length) == 0;
  }
}

void adref_readings_hash(AdrefReading *const *readings, guint count)
{
  g_autofree AdrefReading **missing = select_missing(readings, &count, has_hashes);
  adref_parallel_for(count, 1, hash_some, missing);
}

const AdrefReadingHashes *adref_reading_hashes(AdrefReading *reading)
{
  adref_readings_hash(&reading, 1);
  return &reading->hashes;
}

const GString *adref_reading_canonical(AdrefReading *reading)
{
  if (!reading->canonical)
    reading->canonical = adref_canonical(reading->document);
  return reading->canonical;
}
