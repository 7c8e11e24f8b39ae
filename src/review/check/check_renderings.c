#include "review/check/check_renderings.h"

#include <string.h>

#include "language/language_tag.h"

/* Words of a language, divided by "|", which stand for the same. */
typedef struct {
  const char *language, *key, *words;
} WordRow;

/* The bit of the pair of bytes at `at`. */
static guint pair_at(const char *at)
{
  static const guchar case_bit = 0x20;
  guint first = (guchar)at[0] | case_bit, second = (guchar)at[1] | case_bit;
  return (first << 4 ^ second) % 4096;
}

static void add_pairs(AdrefRendering *self)
{
  for (gsize i = 0; i + 1 < self->words->len; i++) {
    guint pair = pair_at(self->words->str + i);
    self->pairs.bits[pair / 64] |= 1UL << pair % 64;
  }
}

static gboolean may_stand(const AdrefRendering *self, const char *word, gsize length)
{
  for (gsize i = 0; i + 1 < length; i++) {
    guint pair = pair_at(word + i);
    if (!(self->pairs.bits[pair / 64] & 1UL << pair % 64))
      return FALSE;
  }
  return TRUE;
}

/* Whether a word stands in a text: whole where its first byte is a Latin letter. Spaces at its ends
 * are part of it. */
static const char *find_word(const char *text, const char *word, gsize length)
{
  g_autofree char *wanted = g_strndup(word, length);
  for (const char *at = strcasestr(text, wanted); at; at = strcasestr(at + 1, wanted)) {
    const char *end = at + length;
    gboolean latin = (guchar)*word < 0x80 || (guchar)*word == 0xC3;
    gboolean inside = (at > text && (g_ascii_isalnum(at[-1]) || (at[-1] & 0x80))) ||
                      g_ascii_isalnum(*end) || (*end & 0x80);
    if (!latin || !inside || g_str_has_prefix(end, "’"))
      return at;
  }
  return NULL;
}

/* The first of the words of a row that stands in a clause; NULL: none does. Caller frees. */
static char *word_of_row(const WordRow *row, const AdrefRendering *clause)
{
  for (const char *word = row->words; *word;) {
    gsize length = strcspn(word, "|");
    if (may_stand(clause, word, length) && find_word(clause->words->str, word, length))
      return g_strndup(word, length);
    word += length + (word[length] == '|' ? 1 : 0);
  }
  return NULL;
}

/* --- only --- */

static const WordRow exclusions[] = {
    {"en", "only", "only|solely|exclusively"},
    {"ja", "only", "のみ|だけ|に限|もっぱら|専ら|限定|以外|初めて|しか|唯一|限り"},
    {"fr", "only",
     "uniquement|seulement|exclusivement|que|qu|seul|seule|seuls|seules|unique|limite|limité"},
    {"id", "only", "hanya|semata|satu-satunya|saja"},
};

/* An "only" of the source that the translation has lost; "not only" is said otherwise. */
static void check_only(AdrefCheckText *translation, const AdrefRendering *source,
                       const AdrefRendering *other)
{
  gboolean is_known = FALSE;
  if (!adref_language_tag_matches(source->language, "en") ||
      strcasestr(source->words->str, "not only") || strcasestr(source->words->str, "only if"))
    return;
  g_autofree char *word = word_of_row(&exclusions[0], source);
  for (guint i = 1; word && i < G_N_ELEMENTS(exclusions); i++) {
    if (!adref_language_tag_matches(other->language, exclusions[i].language))
      continue;
    g_autofree char *here = word_of_row(&exclusions[i], other);
    is_known = !here;
  }
  if (is_known)
    adref_check_add(translation, "language/qualifier", other->first, 0,
                    "%s has \"%s\", which is said by no word here", source->language, word);
}

/* --- words that were left in English --- */

static gboolean is_function_word(const char *word, gsize length)
{
  static const char *const words[] = {"the", "of", "and", "for", "to",   "in",
                                      "an",  "on", "by",  "or",  "with", "a"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i]) == length && strncmp(words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether two words in small letters are English: of a text in another script one is a small word
 * of the language; in Latin letters both are long. */
static gboolean is_pair(const char *first, gsize first_length, const char *second,
                        gsize second_length, gboolean latin)
{
  enum {
    SHORTEST = 5 /* letters of a word that another language need not have */
  };
  if (latin)
    return first_length >= SHORTEST && second_length >= SHORTEST;
  return is_function_word(first, first_length) || is_function_word(second, second_length);
}

/* The length of a word in small Latin letters alone at the start of words. */
static gsize small_word(const char *words)
{
  gsize length = 0;
  while (g_ascii_islower(words[length]))
    length++;
  return words[length] & 0x80 && g_unichar_isalpha(g_utf8_get_char(words + length)) &&
                 g_utf8_get_char(words + length) < 0x250
             ? 0
             : length;
}

/* Two words in succession that stand in the source as well. */
static void check_left(AdrefCheckText *translation, const AdrefRendering *source,
                       const AdrefRendering *other)
{
  const char *words = other->first->own->str;
  gboolean latin = adref_check_is_latin(other->language);
  if (!adref_language_tag_matches(source->language, "en"))
    return;
  for (gsize at = 0; words[at]; at++) {
    gboolean begins =
        at == 0 || !(g_ascii_isalnum(words[at - 1]) || strchr("-.'@/", words[at - 1]));
    gsize first = begins && !(at > 0 && latin && words[at - 1] & 0x80) ? small_word(words + at) : 0;
    gsize second = first > 0 && words[at + first] == ' ' ? small_word(words + at + first + 1) : 0;
    gsize length = first + 1 + second;
    if (second > 0 && !strchr("-@/", words[at + length] ? words[at + length] : 'x') &&
        is_pair(words + at, first, words + at + first + 1, second, latin) &&
        may_stand(source, words + at, length) &&
        find_word(source->words->str, words + at, length)) {
      adref_check_add(translation, "language/untranslated", other->first, at,
                      "\"%.*s\" stands here as in %s", (int)length, words + at, source->language);
      return;
    }
  }
}

/* --- a name that was left out of a list --- */

/* The length of the word with a capital at the start of words; 0: there is none. */
static gsize capital_word(const char *words)
{
  const char *at = words;
  if (!g_unichar_isupper(g_utf8_get_char(words)))
    return 0;
  while (g_unichar_isalpha(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return (gsize)(at - words);
}

/* "Koror, Yokohama and Nouméa": three names of one word. */
typedef struct {
  const char *names[3];
  gsize lengths[3];
} NameList;

static gboolean read_list(const char *words, NameList *list)
{
  static const char *const signs[][2] = {{", ", ", "}, {" and ", ", and "}};
  for (gsize i = 0; i < G_N_ELEMENTS(list->names); i++) {
    list->names[i] = words;
    list->lengths[i] = capital_word(words);
    words += list->lengths[i];
    if (list->lengths[i] == 0)
      return FALSE;
    for (gsize j = 0; i < G_N_ELEMENTS(signs); j++) {
      if (j == G_N_ELEMENTS(signs[i]))
        return FALSE;
      if (!g_str_has_prefix(words, signs[i][j]))
        continue;
      words += strlen(signs[i][j]);
      break;
    }
  }
  return TRUE;
}

/* Where the first and the third name stand in a translation with nothing but "and" between them;
 * NULL: nowhere. */
static const char *find_rest(const char *words, const NameList *list)
{
  static const char *const joints[] = {"et", "dan", "und", "y", "e", "và", "serta"};
  for (gsize i = 0; i < G_N_ELEMENTS(joints); i++) {
    g_autofree char *rest = g_strdup_printf("%.*s %s %.*s", (int)list->lengths[0], list->names[0],
                                            joints[i], (int)list->lengths[2], list->names[2]);
    const char *at = strstr(words, rest);
    if (at && !g_unichar_isalpha(g_utf8_get_char(at + strlen(rest))))
      return at;
  }
  return NULL;
}

/* Names that both languages write alike show where the list stands; the name between them is said
 * nowhere in the translation. */
static void check_names(AdrefCheckText *translation, const AdrefRendering *source,
                        const AdrefRendering *other)
{
  NameList list;
  const char *words = source->words->str;
  if (!adref_language_tag_matches(source->language, "en") || !adref_check_is_latin(other->language))
    return;
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    if ((at > words && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(at)))) ||
        !read_list(at, &list))
      continue;
    g_autofree char *name = g_strndup(list.names[1], list.lengths[1]);
    const char *found = find_rest(other->first->own->str, &list);
    if (!found || strstr(other->words->str, name))
      continue;
    adref_check_add(translation, "language/name", other->first,
                    (gsize)(found - other->first->own->str), "the list lacks %s, which %s has",
                    name, source->language);
    return;
  }
}

void adref_check_rendering(AdrefCheckText *translation, AdrefRendering *source,
                           AdrefRendering *other)
{
  add_pairs(source);
  add_pairs(other);
  check_only(translation, source, other);
  check_names(translation, source, other);
  if (!other->is_reported)
    check_left(translation, source, other);
}
