#include "review/search/precedent_index.h"

#include <math.h>
#include <string.h>

#include "review/search/folded_words.h"

enum {
  MAX_TOKENS = ADREF_PRECEDENT_MAX_NGRAMS / 2,
  PER_BUCKET = 4 /* n-grams for each bucket */
};

static const char magic[8] = "adrefpr1";

typedef struct {
  char magic[8];
  guint32 clauses, buckets, postings, bytes;
} Header;

/* Offsets of strings, which end with NUL. */
typedef struct {
  guint32 source, place, text;
  float weight; /* of all its n-grams */
} Clause;

/* --- n-grams --- */

typedef struct {
  guint32 hash;
  gboolean is_character; /* of a script without spaces */
} Token;

static guint32 mix(guint64 value)
{
  value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdu;
  value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53u;
  return (guint32)(value ^ (value >> 33));
}

static guint32 hash_bytes(const char *bytes, gsize length)
{
  guint64 hash = 0xcbf29ce484222325u;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8)bytes[i]) * 0x100000001b3u;
  return mix(hash);
}

static gboolean is_character_word(gunichar c)
{
  return (c >= 0xe00 && c <= 0xeff) || (c >= 0x1000 && c <= 0x109f) ||
         (c >= 0x1780 && c <= 0x17ff) || (c >= 0x3040 && c <= 0x30ff) ||
         (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c >= 0x20000;
}

static void add_token(GArray *tokens, const char *start, const char *end, gboolean is_character)
{
  Token token = {hash_bytes(start, (gsize)(end - start)), is_character};
  if (end > start && tokens->len < MAX_TOKENS)
    g_array_append_val(tokens, token);
}

static void read_tokens(const char *folded, GArray *tokens)
{
  const char *word = folded;
  for (const char *p = folded;; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gboolean is_character = c >= 0xe00 && is_character_word(c);
    if (!is_character && (g_unichar_isalnum(c) || g_unichar_ismark(c)))
      continue;
    add_token(tokens, word, p, FALSE);
    if (c == 0)
      return;
    word = g_utf8_next_char(p);
    if (is_character)
      add_token(tokens, p, word, TRUE);
  }
}

static gint compare_hashes(gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return (x > y) - (x < y);
}

/* Scratch of a text that is read. */
typedef struct {
  GString *folded;
  GArray *tokens; /* of Token */
  GArray *ngrams; /* of guint32: hashes, each once */
} Reader;

static Reader reader_new(void)
{
  return (Reader){g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(Token)),
                  g_array_new(FALSE, FALSE, sizeof(guint32))};
}

static void reader_clear(Reader *reader)
{
  g_string_free(reader->folded, TRUE);
  g_array_unref(reader->tokens);
  g_array_unref(reader->ngrams);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reader, reader_clear)

static void add_ngram(GArray *ngrams, guint32 hash)
{
  g_array_append_val(ngrams, hash);
}

static void remove_doubles(GArray *ngrams)
{
  guint32 *hashes = (guint32 *)(gpointer)ngrams->data;
  guint kept = 0;
  g_array_sort(ngrams, compare_hashes);
  for (guint i = 0; i < ngrams->len; i++)
    if (kept == 0 || hashes[i] != hashes[kept - 1])
      hashes[kept++] = hashes[i];
  g_array_set_size(ngrams, kept);
}

static void read_ngrams(Reader *reader, const char *text)
{
  g_string_truncate(reader->folded, 0);
  g_array_set_size(reader->tokens, 0);
  g_array_set_size(reader->ngrams, 0);
  adref_folded_words_append(reader->folded, NULL, text, strlen(text));
  read_tokens(reader->folded->str, reader->tokens);
  const Token *tokens = (const Token *)(gpointer)reader->tokens->data;
  for (guint i = 0; i < reader->tokens->len; i++) {
    guint64 second = i + 1 < reader->tokens->len ? tokens[i + 1].hash : 0;
    guint64 third = i + 2 < reader->tokens->len ? tokens[i + 2].hash : 0;
    if (!tokens[i].is_character)
      add_ngram(reader->ngrams, tokens[i].hash);
    if (second)
      add_ngram(reader->ngrams, mix(((guint64)tokens[i].hash << 32 | second) + 1));
    if (third && tokens[i].is_character)
      add_ngram(reader->ngrams, mix(((guint64)tokens[i].hash << 32 | second) * 31 + third));
  }
  remove_doubles(reader->ngrams);
}

static gboolean is_common(guint count, guint clauses)
{
  return count > ADREF_PRECEDENT_COMMON && count > clauses / 50;
}

/* The weight of an n-gram that so many clauses have. */
static double weight_of(guint count, guint clauses)
{
  return is_common(count, clauses) ? 0 : log((clauses + 2.0) / (count + 1.0));
}

/* --- building --- */

struct AdrefPrecedentBuilder {
  GString *bytes;
  GArray *clauses; /* of Clause */
  GArray *ngrams;  /* of guint32: of all clauses */
  GArray *ends;    /* of guint32: of each clause in `ngrams` */
  Reader reader;
  char *source; /* the last one, which begins at */
  guint32 source_at;
};

AdrefPrecedentBuilder *adref_precedent_builder_new(void)
{
  AdrefPrecedentBuilder *self = g_new0(AdrefPrecedentBuilder, 1);
  self->bytes = g_string_new(NULL);
  self->clauses = g_array_new(FALSE, FALSE, sizeof(Clause));
  self->ngrams = g_array_new(FALSE, FALSE, sizeof(guint32));
  self->ends = g_array_new(FALSE, FALSE, sizeof(guint32));
  self->reader = reader_new();
  return self;
}

void adref_precedent_builder_free(AdrefPrecedentBuilder *self)
{
  if (!self)
    return;
  g_string_free(self->bytes, TRUE);
  g_array_unref(self->clauses);
  g_array_unref(self->ngrams);
  g_array_unref(self->ends);
  reader_clear(&self->reader);
  g_free(self->source);
  g_free(self);
}

static guint32 add_string(AdrefPrecedentBuilder *self, const char *string)
{
  guint32 at = (guint32)self->bytes->len;
  g_string_append_len(self->bytes, string, (gssize)strlen(string) + 1);
  return at;
}

gboolean adref_precedent_builder_add(AdrefPrecedentBuilder *self, const char *source,
                                     const char *place, const char *text)
{
  gsize length = strlen(source) + strlen(place) + strlen(text);
  if (self->clauses->len >= ADREF_PRECEDENT_MAX_CLAUSES ||
      self->bytes->len + length + 3 > ADREF_PRECEDENT_MAX_BYTES)
    return FALSE;
  if (g_strcmp0(self->source, source) != 0) {
    g_free(self->source);
    self->source = g_strdup(source);
    self->source_at = add_string(self, source);
  }
  Clause clause = {.source = self->source_at};
  clause.place = add_string(self, place);
  clause.text = add_string(self, text);
  g_array_append_val(self->clauses, clause);
  read_ngrams(&self->reader, text);
  g_array_append_vals(self->ngrams, self->reader.ngrams->data, self->reader.ngrams->len);
  g_array_append_val(self->ends, self->ngrams->len);
  return TRUE;
}

/* How many clauses have an n-gram of each bucket. A clause counts once. */
static guint32 *count_buckets(const AdrefPrecedentBuilder *self, guint32 buckets)
{
  guint32 *counts = g_new0(guint32, (gsize)buckets + 1);
  const guint32 *ngrams = (const guint32 *)(gpointer)self->ngrams->data;
  for (guint i = 0; i < self->ngrams->len; i++)
    counts[ngrams[i] & (buckets - 1)]++;
  return counts;
}

static void fill(const AdrefPrecedentBuilder *self, guint32 buckets, const guint32 *counts,
                 const guint32 *starts, guint32 *postings)
{
  g_autofree guint32 *next = g_memdup2(starts, (gsize)buckets * sizeof *starts);
  const guint32 *ngrams = (const guint32 *)(gpointer)self->ngrams->data;
  guint at = 0;
  for (guint32 i = 0; i < self->clauses->len; i++) {
    Clause *clause = &g_array_index(self->clauses, Clause, i);
    for (; at < g_array_index(self->ends, guint32, i); at++) {
      guint32 bucket = ngrams[at] & (buckets - 1);
      clause->weight += (float)weight_of(counts[bucket], self->clauses->len);
      if (!is_common(counts[bucket], self->clauses->len))
        postings[next[bucket]++] = i;
    }
  }
}

/* In the file a bucket of a common n-gram is empty; its end has the highest bit. */
#define COMMON (1u << 31)

GBytes *adref_precedent_builder_finish(AdrefPrecedentBuilder *self)
{
  guint32 buckets = 1024;
  while (buckets < self->ngrams->len / PER_BUCKET)
    buckets *= 2;
  g_autofree guint32 *counts = count_buckets(self, buckets);
  g_autofree guint32 *starts = g_new(guint32, (gsize)buckets + 1);
  guint32 total = 0;
  for (guint32 i = 0; i <= buckets; i++) {
    starts[i] = total;
    total += i < buckets && !is_common(counts[i], self->clauses->len) ? counts[i] : 0;
  }
  g_autofree guint32 *postings = g_new(guint32, MAX(total, 1));
  fill(self, buckets, counts, starts, postings);
  for (guint32 i = 0; i < buckets; i++)
    starts[i] |= is_common(counts[i], self->clauses->len) ? COMMON : 0;
  Header header = {.clauses = self->clauses->len,
                   .buckets = buckets,
                   .postings = total,
                   .bytes = (guint32)self->bytes->len};
  memcpy(header.magic, magic, sizeof magic);
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, (const guint8 *)&header, sizeof header);
  g_byte_array_append(out, (const guint8 *)self->clauses->data,
                      self->clauses->len * (guint)sizeof(Clause));
  g_byte_array_append(out, (const guint8 *)starts, (buckets + 1) * (guint)sizeof *starts);
  g_byte_array_append(out, (const guint8 *)postings, total * (guint)sizeof *postings);
  g_byte_array_append(out, (const guint8 *)self->bytes->str, (guint)self->bytes->len);
  return g_byte_array_free_to_bytes(out);
}

/* --- reading --- */

struct AdrefPrecedentIndex {
  GBytes *bytes;
  Header header;
  const Clause *clauses;
  const guint32 *starts, *postings;
  const char *strings;
};

AdrefPrecedentIndex *adref_precedent_index_new(GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  Header header;
  if (length < sizeof header)
    return NULL;
  memcpy(&header, data, sizeof header);
  gsize clauses = header.clauses * sizeof(Clause);
  gsize starts = ((gsize)header.buckets + 1) * sizeof(guint32);
  gsize postings = header.postings * sizeof(guint32);
  if (memcmp(header.magic, magic, sizeof magic) != 0 || header.buckets == 0 ||
      (header.buckets & (header.buckets - 1)) != 0 ||
      length != sizeof header + clauses + starts + postings + header.bytes ||
      (header.bytes > 0 && data[length - 1] != '\0'))
    return NULL;
  AdrefPrecedentIndex *self = g_new0(AdrefPrecedentIndex, 1);
  self->bytes = g_bytes_ref(bytes);
  self->header = header;
  data += sizeof header;
  self->clauses = (const Clause *)(gconstpointer)data;
  self->starts = (const guint32 *)(gconstpointer)(data + clauses);
  self->postings = (const guint32 *)(gconstpointer)(data + clauses + starts);
  self->strings = data + clauses + starts + postings;
  return self;
}

void adref_precedent_index_free(AdrefPrecedentIndex *self)
{
  if (!self)
    return;
  g_bytes_unref(self->bytes);
  g_free(self);
}

/* The postings of a bucket; *count 0: none, or damaged. FALSE: it is common. */
static gboolean read_bucket(const AdrefPrecedentIndex *self, guint32 bucket,
                            const guint32 **postings, guint *count)
{
  guint32 start = self->starts[bucket] & ~COMMON, end = self->starts[bucket + 1] & ~COMMON;
  gboolean is_sound = start <= end && end <= self->header.postings;
  *postings = self->postings + (is_sound ? start : 0);
  *count = is_sound ? end - start : 0;
  return (self->starts[bucket] & COMMON) == 0;
}

/* Adds the weights of the text's n-grams to the clauses that have them. Returns the weight of all.
 */
static double add_weights(const AdrefPrecedentIndex *self, const GArray *ngrams, float *weights)
{
  double all = 0;
  for (guint i = 0; i < ngrams->len; i++) {
    const guint32 *postings;
    guint count;
    guint32 bucket = g_array_index(ngrams, guint32, i) & (self->header.buckets - 1);
    if (!read_bucket(self, bucket, &postings, &count))
      continue;
    double weight = weight_of(count, self->header.clauses);
    all += weight;
    for (guint j = 0; j < count; j++)
      if (postings[j] < self->header.clauses)
        weights[postings[j]] += (float)weight;
  }
  return all;
}

static gint compare_matches(gconstpointer a, gconstpointer b)
{
  const AdrefPrecedentMatch *one = a, *other = b;
  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  return (one->clause > other->clause) - (one->clause < other->clause);
}

/* How much of the text's wording the clause has; of two that have as much, the one that has less
 * besides is nearer. */
static double score_of(double shared, double text, double clause)
{
  return shared / text * (0.85 + 0.15 * MIN(shared / MAX(clause, 1e-6), 1));
}

GArray *adref_precedent_index_find(const AdrefPrecedentIndex *self, const char *text, guint most)
{
  GArray *matches = g_array_new(FALSE, FALSE, sizeof(AdrefPrecedentMatch));
  g_auto(Reader) reader = reader_new();
  g_autofree float *weights = g_new0(float, MAX(self->header.clauses, 1));
  read_ngrams(&reader, text);
  double all = add_weights(self, reader.ngrams, weights);
  for (guint i = 0; all > 0 && i < self->header.clauses; i++) {
    if (weights[i] < all * ADREF_PRECEDENT_MIN_SCORE)
      continue;
    AdrefPrecedentMatch match = {i, score_of(weights[i], all, self->clauses[i].weight)};
    if (match.score >= ADREF_PRECEDENT_MIN_SCORE)
      g_array_append_val(matches, match);
  }
  g_array_sort(matches, compare_matches);
  g_array_set_size(matches, MIN(matches->len, most));
  return matches;
}

static const char *string_at(const AdrefPrecedentIndex *self, guint32 offset)
{
  return offset < self->header.bytes ? self->strings + offset : "";
}

const char *adref_precedent_index_source(const AdrefPrecedentIndex *self, guint clause)
{
  return string_at(self, self->clauses[clause].source);
}

const char *adref_precedent_index_place(const AdrefPrecedentIndex *self, guint clause)
{
  return string_at(self, self->clauses[clause].place);
}

const char *adref_precedent_index_text(const AdrefPrecedentIndex *self, guint clause)
{
  return string_at(self, self->clauses[clause].text);
}
