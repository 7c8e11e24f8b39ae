#include "review/check/known_words.h"

#include <string.h>

#include "base/name.h"

enum {
  SHORTEST_EXPECTED = 3, /* bytes of a word that another one is compared with */
  SHORTEST_PARTNER = 4
};

typedef struct {
  char *written, *folded;
} Word;

struct AdrefKnownWords {
  GHashTable *all;           /* folded -> Word */
  GPtrArray *expected[256];  /* by the first byte, of Word; NULL: none */
  GHashTable *next, *before; /* folded word of a name -> GPtrArray of Word: those beside it */
};

static void word_free(gpointer data)
{
  Word *word = data;
  g_free(word->written);
  g_free(word->folded);
  g_free(word);
}

AdrefKnownWords *adref_known_words_new(void)
{
  AdrefKnownWords *known = g_new0(AdrefKnownWords, 1);
  known->all = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, word_free);
  known->next =
      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  known->before =
      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  return known;
}

void adref_known_words_free(AdrefKnownWords *known)
{
  if (!known)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(known->expected); i++)
    g_clear_pointer(&known->expected[i], g_ptr_array_unref);
  g_hash_table_unref(known->next);
  g_hash_table_unref(known->before);
  g_hash_table_unref(known->all);
  g_free(known);
}

/* The length of the word at the start of a text. */
static gsize word_length(const char *text)
{
  const char *at = text;
  while (g_unichar_isalpha(g_utf8_get_char(at)) ||
         (at > text && *at == '\'' && g_unichar_isalpha(g_utf8_get_char(at + 1))))
    at = g_utf8_next_char(at);
  return (gsize)(at - text);
}

static Word *add_word(AdrefKnownWords *known, const char *text, gsize length, gboolean expected)
{
  g_autofree char *folded = g_utf8_strdown(text, (gssize)length);
  Word *word = g_hash_table_lookup(known->all, folded);
  if (word)
    return word;
  word = g_new0(Word, 1);
  word->written = g_strndup(text, length);
  word->folded = g_steal_pointer(&folded);
  g_hash_table_insert(known->all, word->folded, word);
  guchar first = (guchar)*word->folded;
  if (expected && length >= SHORTEST_EXPECTED) {
    if (!known->expected[first])
      known->expected[first] = g_ptr_array_new();
    g_ptr_array_add(known->expected[first], word);
  }
  return word;
}

void adref_known_words_add(AdrefKnownWords *known, const char *text, gboolean expected)
{
  while (*text) {
    gsize length = word_length(text);
    if (length > 0)
      add_word(known, text, length, expected);
    text = length > 0 ? text + length : g_utf8_next_char(text);
  }
}

static void add_beside(GHashTable *table, const Word *word, Word *other)
{
  GPtrArray *list = g_hash_table_lookup(table, word->folded);
  if (!list) {
    list = g_ptr_array_new();
    g_hash_table_insert(table, word->folded, list);
  }
  if (!g_ptr_array_find(list, other, NULL))
    g_ptr_array_add(list, other);
}

void adref_known_words_add_name(AdrefKnownWords *known, const char *name)
{
  Word *last = NULL;
  for (const char *at = name; *at;) {
    gsize length = word_length(at);
    Word *word = length > 0 ? add_word(known, at, length, TRUE) : NULL;
    gboolean joins = at > name && at[-1] == ' ';
    if (word && last && joins) {
      add_beside(known->next, last, word);
      add_beside(known->before, word, last);
    }
    last = word ? word : *at == ' ' ? last : NULL;
    at = length > 0 ? at + length : g_utf8_next_char(at);
  }
}

gboolean adref_known_words_has(const AdrefKnownWords *known, const char *word)
{
  return g_hash_table_contains(known->all, word);
}

const char *adref_known_words_find(const AdrefKnownWords *known, const char *word)
{
  const Word *found = g_hash_table_lookup(known->all, word);
  return found ? found->written : NULL;
}

const char *adref_known_words_near(const AdrefKnownWords *known, const char *word, guint limit)
{
  const GPtrArray *list = known->expected[(guchar)*word];
  const Word *found = NULL;
  guint best = limit + 1;
  for (guint i = 0; list && i < list->len && best > 1; i++) {
    const Word *other = list->pdata[i];
    guint distance = adref_name_distance(word, other->folded, best - 1);
    if (distance < best) {
      best = distance;
      found = other;
    }
  }
  return found ? found->written : NULL;
}

static gboolean are_exchanged(const char *word, const char *other)
{
  gsize first = 0, second;
  while (word[first] && word[first] == other[first])
    first++;
  if (!word[first] || !other[first])
    return FALSE;
  for (second = first + 1; word[second] && word[second] == other[second];)
    second++;
  return word[second] && word[first] == other[second] && word[second] == other[first] &&
         strcmp(word + second + 1, other + second + 1) == 0;
}

const char *adref_known_words_exchanged(const AdrefKnownWords *known, const char *word)
{
  const GPtrArray *list = known->expected[(guchar)*word];
  for (guint i = 0; list && i < list->len; i++)
    if (are_exchanged(word, ((const Word *)list->pdata[i])->folded))
      return ((const Word *)list->pdata[i])->written;
  return NULL;
}

/* The only word beside `word` in a name that `other` was meant to be. */
static const char *meant_beside(GHashTable *table, const char *word, const char *other,
                                gboolean last)
{
  const GPtrArray *list = g_hash_table_lookup(table, word);
  const char *found = NULL;
  for (guint i = 0; list && i < list->len; i++) {
    const Word *beside = list->pdata[i];
    if (strcmp(beside->folded, other) == 0)
      return NULL;
    gboolean is_form = last && (g_str_has_prefix(beside->folded, other) ||
                                g_str_has_prefix(other, beside->folded));
    if (strlen(other) >= SHORTEST_PARTNER && !is_form &&
        adref_name_distance(other, beside->folded, 1) == 1)
      found = beside->written;
  }
  return found;
}

const char *adref_known_words_partner(const AdrefKnownWords *known, const char *one,
                                      const char *other, gboolean *first)
{
  g_autofree char *left = g_utf8_strdown(one, -1), *right = g_utf8_strdown(other, -1);
  const char *found = meant_beside(known->before, right, left, FALSE);
  *first = found != NULL;
  return found ? found : meant_beside(known->next, left, right, TRUE);
}
