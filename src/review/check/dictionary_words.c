#include "review/check/dictionary_words.h"

#include <string.h>

enum {
  SHORTEST = 3,        /* characters of a word that is looked up */
  LONGEST = 200,       /* bytes of one */
  MOST_UNKNOWN = 10000 /* words in no dictionary, behind which none is looked up */
};

struct AdrefDictionaryWords {
  AdrefDictionary *dictionary;
  const AdrefKnownWords *known;
  GHashTable *all; /* form -> AdrefDictionaryWord; it owns the forms */
  GPtrArray *unknown, *right;
  GHashTable *pairs_seen; /* "form form" */
  GArray *pairs;
  GArray *places; /* of AdrefDictionaryPlace: the words of a block */
};

/* --- the words of a block --- */

static gboolean is_apostrophe(gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* What belongs to a word: letters, marks, and characters that nobody sees. */
static gboolean is_inner(gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum((char)c) || c == '_';
  return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == 0xAD || c == '_' ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         g_unichar_type(c) == G_UNICODE_PRIVATE_USE || g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* The length of the word at the start of a text, with apostrophes inside; 0: none. */
static gsize word_length(const char *text)
{
  const char *at = text;
  for (;;) {
    gunichar c = g_utf8_get_char(at);
    const char *next = g_utf8_next_char(at);
    if (!is_inner(c) && !(at > text && is_apostrophe(c) && is_inner(g_utf8_get_char(next))))
      return (gsize)(at - text);
    at = next;
  }
}

/* Whether the word has a sign that no word has. */
static gboolean is_plain(const char *word, gsize length)
{
  for (const char *at = word; at < word + length; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isalpha(c) && !is_apostrophe(c))
      return FALSE;
  }
  return TRUE;
}

/* Whether a word behind a slash belongs to an address: "example.org/word". */
static gboolean is_path(const GString *text, gsize at)
{
  enum {
    FARTHEST = 200 /* bytes that are searched for the start of the address */
  };
  gboolean is_address = FALSE;
  for (gsize i = at; i > 0 && at - i < FARTHEST && text->str[i - 1] != ' '; i--)
    is_address = is_address || (text->str[i - 1] == '.' && g_ascii_isalnum(text->str[i]));
  return is_address;
}

/* Whether what stands beside a word makes it a part of something else: "gov.uk", "$x", a word that
 * a bracket cuts. */
static gboolean is_cut(const GString *text, gsize at, gsize end)
{
  const char *words = text->str;
  char before = at > 0 ? words[at - 1] : ' ', behind = words[end];
  gboolean joins_before = at > 1 && g_ascii_isalnum(words[at - 2]);
  gboolean joins_behind = behind && g_ascii_isalnum(words[end + 1]);
  return (before == '/' && is_path(text, at)) || (joins_before && strchr(".\x1D@\\&=", before)) ||
         (joins_behind && strchr(".\x1D@\\&=", behind)) || strchr("@#$\\=%", before) ||
         (behind && strchr("@\\=", behind)) || before == ADREF_CHECK_OTHERS ||
         behind == ADREF_CHECK_OTHERS;
}

/* Whether a sentence, or a part behind a colon, begins at a byte. */
static gboolean is_start(const GString *text, gsize at)
{
  while (at > 0 && strchr("0123456789 \xC2\xA0*(\"'", text->str[at - 1])) /* and no-break spaces */
    at--;
  return at == 0 || strchr(".!?:;)\x1D\x1A", text->str[at - 1]) != NULL;
}

static AdrefDictionaryShape shape_of(const char *form)
{
  guint small = 0, large = 0, first_large = 0;
  for (const char *at = form; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (g_unichar_isupper(c)) {
      first_large += small == 0 ? 1 : 0;
      large++;
    } else if (g_unichar_isalpha(c)) {
      small++;
    }
  }
  if (large == 0)
    return ADREF_DICTIONARY_SMALL;
  if (small == 0)
    return large > 1 ? ADREF_DICTIONARY_CAPITALS : ADREF_DICTIONARY_CAPITAL;
  if (large != first_large || large > 2)
    return ADREF_DICTIONARY_MIXED;
  return large == 1  ? ADREF_DICTIONARY_CAPITAL
         : small > 3 ? ADREF_DICTIONARY_TWO_CAPITALS
                     : ADREF_DICTIONARY_MIXED;
}

gboolean adref_dictionary_is_capitals(const char *form)
{
  return form && shape_of(form) == ADREF_DICTIONARY_CAPITALS;
}

/* The word as the dictionary has it. */
static void read_form(char form[LONGEST], const char *word, gsize length)
{
  gsize size = 0;
  for (gsize i = 0; i < length;) {
    gboolean is_sign = strncmp(word + i, "’", strlen("’")) == 0;
    form[size++] = is_sign ? '\'' : word[i];
    i += is_sign ? strlen("’") : 1;
  }
  form[size] = '\0';
  if (size > 2 && g_ascii_strcasecmp(form + size - 2, "'s") == 0)
    form[size - 2] = '\0';
}

static gboolean is_right(AdrefDictionaryWords *self, const AdrefDictionaryWord *word)
{
  if (word->letters < SHORTEST)
    return TRUE;
  if (adref_dictionary_has(self->dictionary, word->form))
    return TRUE;
  g_autofree char *folded = g_utf8_strdown(word->form, -1);
  const char *written = adref_known_words_find(self->known, folded);
  gboolean lost_capital = written && word->shape == ADREF_DICTIONARY_SMALL &&
                          g_unichar_isupper(g_utf8_get_char(written));
  return written && word->shape != ADREF_DICTIONARY_TWO_CAPITALS && !lost_capital;
}

static void word_free(gpointer data)
{
  g_free(data);
}

/* NULL: there are too many. */
static AdrefDictionaryWord *word_of(AdrefDictionaryWords *self, const char *text, gsize length)
{
  char form[LONGEST];
  read_form(form, text, length);
  AdrefDictionaryWord *word = g_hash_table_lookup(self->all, form);
  if (word || g_hash_table_size(self->all) >= ADREF_DICTIONARY_WORDS_MOST ||
      self->unknown->len >= MOST_UNKNOWN)
    return word;
  char *own = g_strdup(form);
  word = g_new0(AdrefDictionaryWord, 1);
  word->letters = g_utf8_strlen(form, -1);
  word->shape = shape_of(form);
  word->form = own;
  g_hash_table_insert(self->all, own, word);
  word->is_unknown = !is_right(self, word);
  g_ptr_array_add(word->is_unknown ? self->unknown : self->right, word);
  return word;
}

static void note_place(const AdrefDictionaryWord *word, const AdrefDictionaryPlace *place)
{
  AdrefDictionaryWord *kept = (AdrefDictionaryWord *)(guintptr)word;
  if (kept->is_unknown && kept->count < ADREF_DICTIONARY_PLACES)
    kept->places[kept->count] = *place;
  kept->count++;
}

static void note_pair(AdrefDictionaryWords *self, const AdrefDictionaryPlace *one,
                      const AdrefDictionaryPlace *other)
{
  if (!g_unichar_isupper(g_utf8_get_char(one->form)) ||
      !g_unichar_isupper(g_utf8_get_char(other->form)))
    return;
  g_autofree char *key = g_strconcat(one->form, " ", other->form, NULL);
  if (g_hash_table_contains(self->pairs_seen, key))
    return;
  g_hash_table_add(self->pairs_seen, g_steal_pointer(&key));
  AdrefDictionaryPair pair = {*one, *other};
  g_array_append_val(self->pairs, pair);
}

/* Finds the words of a block, each with those beside it. */
static void find_places(AdrefDictionaryWords *self, const AdrefCheckBlock *block)
{
  const GString *own = block->own;
  g_array_set_size(self->places, 0);
  for (gsize at = 0; at < own->len;) {
    gsize length = word_length(own->str + at);
    if (length > 0 && length < LONGEST && is_plain(own->str + at, length) &&
        !is_cut(own, at, at + length)) {
      const AdrefDictionaryWord *word = word_of(self, own->str + at, length);
      AdrefDictionaryPlace place = {.block = block, .at = at, .length = length};
      place.form = word ? word->form : NULL;
      place.word = word;
      place.starts = is_start(own, at);
      if (word)
        g_array_append_val(self->places, place);
    }
    at += length > 0 ? length : (gsize)(g_utf8_next_char(own->str + at) - (own->str + at));
  }
}

/* Whether a block is written in another language: many words in small letters are unknown. A short
 * one, of a cell, is judged as it is. */
static gboolean is_strange(const AdrefDictionaryWords *self)
{
  enum {
    SHORTEST_BLOCK = 6
  };
  guint small = 0, unknown = 0;
  for (guint i = 0; i < self->places->len; i++) {
    const AdrefDictionaryWord *word = g_array_index(self->places, AdrefDictionaryPlace, i).word;
    if (word->shape != ADREF_DICTIONARY_SMALL || word->letters < SHORTEST)
      continue;
    small++;
    unknown += word->is_unknown ? 1 : 0;
  }
  return small >= SHORTEST_BLOCK && unknown * 100 >= small * ADREF_DICTIONARY_STRANGE;
}

static void read_block(AdrefDictionaryWords *self, const AdrefCheckBlock *block)
{
  find_places(self, block);
  if (is_strange(self))
    return;
  for (guint i = 0; i < self->places->len; i++) {
    AdrefDictionaryPlace *place = &g_array_index(self->places, AdrefDictionaryPlace, i);
    AdrefDictionaryPlace *next = i + 1 < self->places->len ? place + 1 : NULL;
    if (next && place->at + place->length + 1 == next->at && block->own->str[next->at - 1] == ' ') {
      place->behind = next->form;
      next->before = place->form;
      note_pair(self, place, next);
    }
    note_place(place->word, place);
  }
}

AdrefDictionaryWords *adref_dictionary_words_read(const GPtrArray *blocks,
                                                  AdrefDictionary *dictionary,
                                                  const AdrefKnownWords *known)
{
  AdrefDictionaryWords *words = g_new0(AdrefDictionaryWords, 1);
  words->dictionary = dictionary;
  words->known = known;
  words->all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, word_free);
  words->unknown = g_ptr_array_new();
  words->right = g_ptr_array_new();
  words->pairs_seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  words->pairs = g_array_new(FALSE, TRUE, sizeof(AdrefDictionaryPair));
  words->places = g_array_new(FALSE, TRUE, sizeof(AdrefDictionaryPlace));
  for (guint i = 0; i < blocks->len; i++)
    read_block(words, blocks->pdata[i]);
  return words;
}

void adref_dictionary_words_free(AdrefDictionaryWords *words)
{
  if (!words)
    return;
  g_array_unref(words->places);
  g_array_unref(words->pairs);
  g_hash_table_unref(words->pairs_seen);
  g_ptr_array_unref(words->unknown);
  g_ptr_array_unref(words->right);
  g_hash_table_unref(words->all);
  g_free(words);
}

const GPtrArray *adref_dictionary_words_unknown(const AdrefDictionaryWords *words)
{
  return words->unknown;
}

const GPtrArray *adref_dictionary_words_right(const AdrefDictionaryWords *words)
{
  return words->right;
}

const GArray *adref_dictionary_words_pairs(const AdrefDictionaryWords *words)
{
  return words->pairs;
}

gboolean adref_dictionary_words_is_unknown(const AdrefDictionaryWords *words, const char *form)
{
  const AdrefDictionaryWord *word = form ? g_hash_table_lookup(words->all, form) : NULL;
  return word && word->is_unknown;
}
