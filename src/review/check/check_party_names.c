#include "review/check/check_party_names.h"

#include <string.h>

#include "base/name.h"
#include "language/language_tag.h"

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
    g_auto(GStrv) names = adref_party_printed_names(all->pdata[i], language);
    for (char **name = names; *name; name++)
      each_word(*name, note_known, known);
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

/* --- codes and long names --- */

/* Whether words end with a name, and not with the end of a longer word. */
static gboolean ends_with(const char *words, gsize end, const char *name)
{
  gsize length = name ? strlen(name) : 0;
  return length > 0 && end >= length && strncmp(words + end - length, name, length) == 0 &&
         (end == length || !g_ascii_isalpha(words[end - length - 1]));
}

/* The country whose name ends at a byte; NULL: none. */
static const AdrefParty *named_before(const AdrefParties *parties, const char *words, gsize end,
                                      const char *language)
{
  const GPtrArray *all = adref_parties_all(parties);
  for (guint i = 0; i < MIN(all->len, MAX_KNOWN); i++) {
    const AdrefParty *party = all->pdata[i];
    g_auto(GStrv) names = party->members ? NULL : adref_party_printed_names(party, language);
    for (char **name = names; name && *name; name++)
      if (ends_with(words, end, *name))
        return party;
  }
  return NULL;
}

/* Whether two codes have the same letters. */
static gboolean has_letters_of(const char *code, const char *other)
{
  for (const char *at = code; *at; at++)
    if (!strchr(other, *at))
      return FALSE;
  return strlen(code) == strlen(other);
}

/* Whether a code is made of the first letters of the last words before a byte: "Republic of Korea
 * (ROK)". */
static gboolean is_made_of(const char *code, const char *words, gsize end)
{
  gsize left = strlen(code);
  for (gsize at = end; at > 0 && left > 0; at--)
    if (g_ascii_isalpha(words[at - 1]) && (at == 1 || !g_ascii_isalpha(words[at - 2])) &&
        g_ascii_toupper(words[at - 1]) != code[--left])
      return FALSE;
  return left == 0;
}

/* "Thailand (TLS)", "Cambodia (KMH)". */
static void check_codes(AdrefCheckText *text, const AdrefCheckBlock *block,
                        const AdrefParties *parties)
{
  enum {
    LETTERS = 3
  };
  const char *words = block->own->str;
  for (const char *open = strchr(words, '('); open; open = strchr(open + 1, '(')) {
    gsize length = strspn(open + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (length != LETTERS || open[1 + length] != ')' || open == words || open[-1] != ' ')
      continue;
    g_autofree char *code = g_strndup(open + 1, length);
    gsize end = (gsize)(open - words) - 1;
    const AdrefParty *party = named_before(parties, words, end, text->source.language);
    if (party && strcmp(party->code, code) != 0 && !is_made_of(code, words, end) &&
        (adref_parties_get(parties, code) || has_letters_of(code, party->code)))
      adref_check_add(text, "integrity/party-name", block, (gsize)(open + 1 - words),
                      "%s has the code %s, and not %s",
                      adref_party_short(party, text->source.language), party->code, code)
          ->suggestion = g_strdup(party->code);
  }
}

/* "the Kingdom of Malaysia". */
static void check_forms(AdrefCheckText *text, const AdrefCheckBlock *block, const AdrefParty *party)
{
  static const char *const forms[] = {"Kingdom", "Republic", "Sultanate", "Federation"};
  const char *words = block->own->str, *name = adref_party_short(party, text->source.language);
  const char *whole = adref_party_long(party, text->source.language);
  for (guint i = 0; name && whole && i < G_N_ELEMENTS(forms); i++) {
    g_autofree char *form = g_strdup_printf("%s of %s", forms[i], name);
    const char *at = strstr(words, form);
    if (at && !g_ascii_isalpha(at[strlen(form)]) && !strstr(whole, form))
      adref_check_add(text, "integrity/party-name", block, (gsize)(at - words),
                      "\"%s\" is no name of %s", form, name)
          ->suggestion = g_strdup(whole);
  }
}

static void check_long_names(AdrefCheckText *text, const AdrefCheckBlock *block,
                             const AdrefParties *parties)
{
  const char *words = block->own->str;
  const GPtrArray *all = adref_parties_all(parties);
  if (!strstr(words, "Kingdom of") && !strstr(words, "Republic of") &&
      !strstr(words, "Sultanate of") && !strstr(words, "Federation of"))
    return;
  for (guint i = 0; i < MIN(all->len, MAX_KNOWN); i++)
    if (!((const AdrefParty *)all->pdata[i])->members)
      check_forms(text, block, all->pdata[i]);
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
    check_codes(text, self.block, parties);
    if (adref_language_tag_matches(text->source.language, "en"))
      check_long_names(text, self.block, parties);
  }
}
