#include "exchange/text/speaking_id.h"

#include <string.h>

#include "base/name.h"
#include "clause/icu.h"
#include "clause/words.h"
#include "exchange/paragraphs/opening_words.h"

enum {
  MOST_WORDS = 3,   /* of an id */
  MOST_BYTES = 60,  /* of an id */
  READ_BYTES = 600, /* of a paragraph: an id speaks of its beginning */
  SHORTEST = 3,     /* characters of a Latin word that says something */
  RARE = 8          /* a word of an id is in at most every eighth paragraph */
};

static UTransliterator *open_latin(void)
{
  UChar id[64];
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(id, 64, &length, "Any-Latin; Latin-ASCII; Any-Lower", -1, &status);
  return utrans_openU(id, length, UTRANS_FORWARD, NULL, 0, NULL, &status);
}

/* A copy in Latin letters without accents, by ICU; small letters where it is ASCII. *latin is
 * opened when it is needed, which takes long; the caller closes it. */
static char *to_latin(const char *words, UTransliterator **latin)
{
  if (g_str_is_ascii(words))
    return g_ascii_strdown(words, -1);
  enum {
    ROOM = 4096
  };
  UChar text[ROOM];
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  if (!*latin)
    *latin = open_latin();
  u_strFromUTF8(text, ROOM, &length, words, -1, &status);
  int32_t limit = length;
  if (*latin && U_SUCCESS(status))
    utrans_transUChars(*latin, text, &length, ROOM, 0, &limit, &status);
  char *result = g_new0(char, ROOM * 3 + 1);
  if (U_SUCCESS(status))
    u_strToUTF8(result, ROOM * 3, NULL, text, length, &status);
  return result;
}

static void cut(GString *id)
{
  if (id->len <= MOST_BYTES)
    return;
  gsize end = MOST_BYTES;
  while (end > MOST_BYTES / 2 && id->str[end] != '-')
    end--;
  g_string_truncate(id, end > MOST_BYTES / 2 ? end : MOST_BYTES);
}

static char *id_of(const char *words, UTransliterator **transliterator)
{
  g_autofree char *start = g_utf8_substring(words, 0, MIN(g_utf8_strlen(words, -1), READ_BYTES));
  g_autofree char *latin = to_latin(start, transliterator);
  GString *id = g_string_new(NULL);
  gboolean gap = FALSE;
  for (const char *at = latin; *at; at++) {
    gboolean letter = g_ascii_isalnum(*at);
    if (letter && gap && id->len > 0)
      g_string_append_c(id, '-');
    if (letter)
      g_string_append_c(id, g_ascii_tolower(*at));
    gap = letter ? FALSE : gap || *at != '\'';
  }
  cut(id);
  return g_string_free(id, FALSE);
}

static void close_latin(UTransliterator *latin)
{
  if (latin)
    utrans_close(latin);
}

/* Whether ICU can spell a letter of Japanese: it takes characters for those of Chinese, and endings
 * such as "ni" say nothing. */
static gboolean is_spelt(gunichar c)
{
  GUnicodeScript script = g_unichar_get_script(c);
  return script != G_UNICODE_SCRIPT_HAN && script != G_UNICODE_SCRIPT_HIRAGANA;
}

/* A copy of Japanese words without those that cannot be spelt; NULL: they are not Japanese, since
 * they have no kana. Caller frees. */
static char *spelt_words(const char *words)
{
  gboolean is_japanese = FALSE;
  g_autoptr(GString) spelt = g_string_new(NULL);
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    GUnicodeScript script = g_unichar_get_script(c);
    is_japanese =
        is_japanese || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
    g_string_append_unichar(spelt, is_spelt(c) ? c : ' ');
  }
  return is_japanese ? g_string_free(g_steal_pointer(&spelt), FALSE) : NULL;
}

char *adref_speaking_id_of(const char *words)
{
  UTransliterator *latin = NULL;
  g_autofree char *spelt = spelt_words(words);
  char *id = id_of(spelt ? spelt : words, &latin);
  close_latin(latin);
  return id;
}

static gboolean begins_clause(const AdrefIncomingParagraph *paragraph)
{
  switch (paragraph->kind) {
  case ADREF_INCOMING_TITLE:
  case ADREF_INCOMING_HEADING:
  case ADREF_INCOMING_MORE:
  case ADREF_INCOMING_SKIP: return FALSE;
  case ADREF_INCOMING_CHAPEAU:
  case ADREF_INCOMING_PP:
  case ADREF_INCOMING_OP:
  case ADREF_INCOMING_PLAN_ITEM:
  case ADREF_INCOMING_CLOSING:
  case ADREF_INCOMING_ANNEX:
  case ADREF_INCOMING_DATE: return TRUE;
  }
  return FALSE;
}

/* Case-folded; letters of ASCII need no table. */
static char *fold(const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)word[i] >= 0x80)
      return g_utf8_casefold(word, (gssize)length);
  return g_ascii_strdown(word, (gssize)length);
}

/* Whether a word says something: a short one of Latin letters does not, nor does a number. */
static gboolean is_telling(const char *word, gsize length)
{
  gunichar first = g_utf8_get_char(word);
  if (first < 0x80 ? !g_ascii_isalpha((char)first) : !g_unichar_isalpha(first))
    return FALSE;
  gboolean is_latin = first < 0x80 || g_unichar_get_script(first) == G_UNICODE_SCRIPT_LATIN;
  return g_utf8_strlen(word, (gssize)length) >= (is_latin ? SHORTEST : 1);
}

/* The words of a paragraph's beginning (of char *), case-folded, in their order. */
static GPtrArray *words_of(const AdrefIncomingParagraph *paragraph, AdrefWordSegmenter *segmenter,
                           gboolean is_japanese)
{
  GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *label = adref_incoming_label(paragraph);
  gsize number = label ? strlen(label) : adref_opening_number_length(paragraph->words);
  const char *text = paragraph->words + number;
  gsize length = MIN(strlen(text), READ_BYTES);
  while (length > 0 && ((guchar)text[length] & 0xC0) == 0x80)
    length--;
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(AdrefWordSegment));
  adref_word_segmenter_split(segmenter, text, length, found);
  for (guint i = 0; i < found->len; i++) {
    const AdrefWordSegment *word = &g_array_index(found, AdrefWordSegment, i);
    const char *start = text + word->start;
    if (word->word && is_telling(start, word->length) &&
        (!is_japanese || is_spelt(g_utf8_get_char(start))))
      g_ptr_array_add(list, fold(start, word->length));
  }
  return list;
}

/* In how many paragraphs a word is, and in which of them it was counted last, from 1. */
typedef struct {
  guint paragraphs, last;
} WordCount;

/* Counts the words of a paragraph. The table keeps them by reference. */
static void count_words(GHashTable *counts, const GPtrArray *words, guint paragraph)
{
  for (guint i = 0; i < words->len; i++) {
    WordCount *count = g_hash_table_lookup(counts, words->pdata[i]);
    if (!count) {
      count = g_new0(WordCount, 1);
      g_hash_table_insert(counts, words->pdata[i], count);
    }
    count->paragraphs += count->last < paragraph ? 1 : 0;
    count->last = paragraph;
  }
}

static gboolean is_rare(GHashTable *counts, const char *word, guint most)
{
  const WordCount *count = g_hash_table_lookup(counts, word);
  return count->paragraphs <= most;
}

static char *choose(GHashTable *counts, const GPtrArray *words, guint most, UTransliterator **latin)
{
  g_autoptr(GString) chosen = g_string_new(NULL);
  guint n = 0;
  for (guint i = 0; i < words->len && n < MOST_WORDS; i++)
    if (is_rare(counts, words->pdata[i], most)) {
      g_string_append_printf(chosen, "%s ", (const char *)words->pdata[i]);
      n++;
    }
  for (guint i = 0; n == 0 && i < words->len && i < MOST_WORDS; i++)
    g_string_append_printf(chosen, "%s ", (const char *)words->pdata[i]);
  return id_of(chosen->str, latin);
}

/* The id, with a number behind it where it is taken, or `other` where it is empty. `taken` has by
 * id the number that was tried last. */
static char *make_unique(GHashTable *taken, const char *id, const char *other)
{
  const char *base = adref_name_is(ADREF_NAME_CLAUSE, id) ? id : other;
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(taken, base));
  char *unique = g_strdup(base);
  while (g_hash_table_contains(taken, unique)) {
    g_free(unique);
    unique = g_strdup_printf("%s-%u", base, ++n + 1);
  }
  g_hash_table_replace(taken, g_strdup(base), GUINT_TO_POINTER(n));
  g_hash_table_replace(taken, g_strdup(unique), GUINT_TO_POINTER(n));
  return unique;
}

static gboolean lacks_id(const AdrefIncomingParagraph *paragraph)
{
  return !paragraph->id && begins_clause(paragraph);
}

static gboolean lacks_ids(const GPtrArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    if (lacks_id(paragraphs->pdata[i]))
      return TRUE;
  return FALSE;
}

void adref_speaking_ids_give(AdrefIncomingText *incoming, const char *language)
{
  const GPtrArray *paragraphs = incoming->paragraphs;
  if (!lacks_ids(paragraphs))
    return;
  UTransliterator *latin = NULL;
  gboolean is_japanese = language && g_str_has_prefix(language, "ja");
  guint counted[ADREF_INCOMING_SKIP + 1] = {0};
  g_autoptr(AdrefWordSegmenter) segmenter = adref_word_segmenter_new(language);
  g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = paragraphs->pdata[i];
    g_ptr_array_add(all, words_of(paragraph, segmenter, is_japanese));
    count_words(counts, all->pdata[i], i + 1);
    if (paragraph->id)
      g_hash_table_insert(taken, g_strdup(paragraph->id), NULL);
  }
  for (guint i = 0; i < paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = paragraphs->pdata[i];
    guint count = ++counted[paragraph->kind];
    if (!lacks_id(paragraph))
      continue;
    const char *kind = adref_incoming_kind_word(paragraph->kind);
    g_autofree char *other = is_japanese ? g_strdup_printf("%s-%u", kind, count) : g_strdup(kind);
    g_autofree char *id = choose(counts, all->pdata[i], MAX(paragraphs->len / RARE, 1), &latin);
    paragraph->id = make_unique(taken, id, other);
  }
  close_latin(latin);
}
