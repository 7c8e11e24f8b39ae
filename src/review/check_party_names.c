#include "review/check_party_names.h"

#include <string.h>

#include "base/name.h"

enum {
  SHORTEST = 8,     /* bytes of a word that is compared */
  LONG_ENOUGH = 10, /* of one in which two letters may be others */
  MAX_KNOWN = 2000, /* words of names */
  MAX_WORDS = 2000  /* different words of a text that are compared with them */
};

/* The length of the word at the start of a text: letters, and hyphens between them. */
static gsize word_length(const char *text)
{
  const char *at = text;
  while (g_unichar_isalpha(g_utf8_get_char(at)) || (*at == '-' && at > text))
    at = g_utf8_next_char(at);
  return (gsize)(at - text);
}

/* Calls `visit` for each word with a capital that is long enough. */
static void each_word(const char *words, void (*visit)(const char *word, gsize at, gpointer data),
                      gpointer data)
{
  for (const char *at = words; *at;) {
    gsize length = word_length(at);
    if (length >= SHORTEST && g_unichar_isupper(g_utf8_get_char(at))) {
      g_autofree char *word = g_strndup(at, length);
      visit(word, (gsize)(at - words), data);
    }
    at = length > 0 ? at + length : g_utf8_next_char(at);
  }
}

static void note_known(const char *word, gsize at, gpointer known)
{
  (void)at;
  if (g_hash_table_size(known) < MAX_KNOWN)
    g_hash_table_add(known, g_strdup(word));
}

static GHashTable *known_words(const AdrefParties *parties, const char *language)
{
  GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *all = adref_parties_all(parties);
  for (guint i = 0; i < all->len; i++) {
    const char *names[] = {adref_party_short(all->pdata[i], language),
                           adref_party_long(all->pdata[i], language)};
    for (guint j = 0; j < G_N_ELEMENTS(names); j++)
      if (names[j])
        each_word(names[j], note_known, known);
  }
  return known;
}

/* The known word of which another one is a misspelling; NULL: none. "Indonesian" is none of
 * "Indonesia", and "Republics" none of "Republic". */
static const char *meant(GHashTable *known, const char *word)
{
  GHashTableIter iter;
  gpointer name;
  const char *found = NULL;
  g_hash_table_iter_init(&iter, known);
  while (g_hash_table_iter_next(&iter, &name, NULL)) {
    guint limit = strlen(name) >= LONG_ENOUGH ? 2 : 1;
    gboolean is_form = g_str_has_prefix(word, name) || g_str_has_prefix(name, word);
    if (*word == *(const char *)name && !is_form &&
        adref_name_distance(word, name, limit) <= limit && (!found || strcmp(name, found) < 0))
      found = name;
  }
  return found;
}

typedef struct {
  AdrefCheckText *text;
  const AdrefCheckBlock *block;
  GHashTable *known, *seen; /* seen: word -> the word that was meant, or NULL */
} NameCheck;

static void check_word(const char *word, gsize at, gpointer data)
{
  NameCheck *self = data;
  if (g_hash_table_contains(self->known, word))
    return;
  gpointer name = NULL;
  if (!g_hash_table_lookup_extended(self->seen, word, NULL, &name)) {
    if (g_hash_table_size(self->seen) >= MAX_WORDS)
      return;
    name = (gpointer)(guintptr)meant(self->known, word);
    g_hash_table_insert(self->seen, g_strdup(word), name);
  }
  if (name)
    adref_check_add(self->text, "integrity/party-name", self->block, at, "\"%s\" is nearly \"%s\"",
                    word, (const char *)name)
        ->suggestion = g_strdup(name);
}

void adref_check_party_names(AdrefCheckText *text, const AdrefParties *parties)
{
  if (!adref_check_is_latin(text->source.language))
    return;
  g_autoptr(GHashTable) known = known_words(parties, text->source.language);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  NameCheck self = {text, NULL, known, seen};
  for (guint i = 0; i < text->blocks->len; i++) {
    self.block = text->blocks->pdata[i];
    each_word(self.block->own->str, check_word, &self);
  }
}
