#include "review/check/check_spelling.h"

#include <string.h>

#include "language/language_tag.h"

enum {
  SHORTEST = 5,       /* bytes of a word that is compared: "tire" and "tier" are two words */
  SHORTEST_KANA = 12, /* bytes of a word of Katakana: four signs */
  LONGEST = 120       /* bytes of a word that is compared */
};

/* --- what two spellings have in common --- */

typedef struct {
  const char *british, *american;
} Ending;

/* British endings and what they are in American English. The first that fits is exchanged. */
static const Ending endings[] = {
    {"ogue", "og"},

    {"amme", "am"},

    {"tre", "ter"},

    {"bre", "ber"},

    {"yse", "yze"},
    {"ysed", "yzed"},
    {"ysing", "yzing"},
    {"yses", "yzes"},
    {"lling", "ling"},
    {"lled", "led"},
    {"ller", "ler"},

    {"efence", "efense"},
    {"ffence", "ffense"},
    {"retence", "retense"},

    {"judgement", "judgment"},

    {"acknowledgement", "acknowledgment"},
    {"fulfil", "fulfill"},

    {"fulfilment", "fulfillment"},
    {"instalment", "installment"},

    {"enrolment", "enrollment"},
    {"skilful", "skillful"},
    {"ageing", "aging"},
    {"sulphur", "sulfur"},
    {"aluminium", "aluminum"},
    {"artefact", "artifact"},

    {"sceptical", "skeptical"},
    {"manoeuvre", "maneuver"},

};

/* Words that mean something else without their hyphen. */
static gboolean is_another_word(const char *word)
{
  static const char *const words[] = {"re-form",    "re-formed",   "re-cover", "re-sign",
                                      "re-sent",    "re-create",   "re-lease", "re-treat",
                                      "re-present", "re-creation", "re-sort",  "co-op"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static void exchange_ending(GString *key)
{
  enum {
    LONG_ENOUGH = 8 /* "filling" and "filing" are two words, "labelling" and "labeling" are one */
  };
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
    gsize length = strlen(endings[i].british);
    if (key->len < length || key->str[key->len - 1] != endings[i].british[length - 1] ||
        strcmp(key->str + key->len - length, endings[i].british) != 0)
      continue;
    gboolean doubled = g_str_has_prefix(endings[i].british, "ll");
    if (doubled && key->len < LONG_ENOUGH)
      continue;
    g_string_truncate(key, key->len - length);
    g_string_append(key, endings[i].american);
    return;
  }
}

/* "our" in front of the end of a word: labour, harbours, favourable, neighbouring. */
static void shorten_our(GString *key)
{
  static const char *const stems[] = {"labour", "harbour",   "favour",    "neighbour", "colour",
                                      "honour", "behaviour", "endeavour", "rumour",    "vigour",
                                      "humour", "armour",    "rigour",    "saviour",   "vapour"};
  for (guint i = 0; strstr(key->str, "our") && i < G_N_ELEMENTS(stems); i++) {
    char *found = strstr(key->str, stems[i]);
    if (found)
      g_string_erase(key, found - key->str + (gssize)strlen(stems[i]) - 2, 1);
  }
}

/* The same for all spellings of a word. `word` is in small letters. Caller frees. */
static char *latin_key(const char *word)
{
  GString *key = g_string_new(word);
  if (strchr(word, '-') && !is_another_word(word))
    g_string_replace(key, "-", "", 0);
  exchange_ending(key);
  shorten_our(key);
  return g_string_free(key, FALSE);
}

/* Katakana without the long vowel at its end and the dots inside: コミュニティー, コミュニティ. */
static char *katakana_key(const char *word)
{
  GString *key = g_string_new(NULL);
  for (const char *at = word; *at; at = g_utf8_next_char(at))
    if (g_utf8_get_char(at) != 0x30FB)
      g_string_append_unichar(key, g_utf8_get_char(at));
  if (g_str_has_suffix(key->str, "ー"))
    g_string_truncate(key, key->len - strlen("ー"));
  static const Ending sounds[] = {{"ヴァ", "バ"}, {"ヴィ", "ビ"}, {"ヴェ", "ベ"},
                                  {"ヴォ", "ボ"}, {"ヴ", "ブ"},   {"ウェ", "ウエ"}};
  for (guint i = 0; i < G_N_ELEMENTS(sounds); i++)
    g_string_replace(key, sounds[i].british, sounds[i].american, 0);
  return g_string_free(key, FALSE);
}

/* --- the words of a text --- */

/* A place where a word of several spellings stands. */
typedef struct {
  const char *spelling;  /* in small letters, without the "s" of a plural; of the table */
  char *before, *behind; /* keys of the words of the same name; NULL: not in a name */
  const AdrefCheckBlock *block;
  gsize at, length;
  gboolean is_name;
} Use;

/* A word as it is written. */
typedef struct {
  char *spelling; /* as in Use */
  char *key;
  GPtrArray *uses; /* of the key, in `mixed`; NULL: it has one spelling */
} Word;

typedef struct {
  AdrefCheckText *text;
  gboolean latin;
  GHashTable *words; /* as written -> Word */
  GHashTable *keys;  /* key -> the spelling that was met first; both of a Word */
  GHashTable *mixed; /* key of several spellings -> GPtrArray of Use */
  GPtrArray *order;  /* of keys in `mixed`, as they are met */
} SpellingCheck;

static void use_free(gpointer data)
{
  Use *use = data;
  g_free(use->before);
  g_free(use->behind);
  g_free(use);
}

static void word_free(gpointer data)
{
  Word *word = data;
  g_free(word->spelling);
  g_free(word->key);
  g_free(word);
}

#define DOT "\343\203\273" /* ・ */

static gboolean is_katakana(gunichar c)
{
  return c >= 0x30A1 && c <= 0x30FC; /* with the dot between words and the long vowel */
}

static gboolean is_letter(const SpellingCheck *self, const char *at)
{
  return self->latin ? g_ascii_isalpha(*at) || *at == '-' : is_katakana(g_utf8_get_char(at));
}

/* The next word that is long enough and stands alone, from *end on: without digits and letters of
 * other alphabets at its sides. */
static gboolean next_word(const SpellingCheck *self, const GString *words, gsize *start, gsize *end)
{
  const char *text = words->str;
  for (gsize at = *end; at < words->len;) {
    gsize from = at;
    while (!self->latin && g_str_has_prefix(text + from, DOT))
      from += strlen(DOT); /* between 日本 and セネガル */
    at = from;
    while (at < words->len && is_letter(self, text + at))
      at = (gsize)(g_utf8_next_char(text + at) - text);
    gsize size = at - from;
    gboolean alone =
        !self->latin ||
        ((from == 0 || (!g_ascii_isdigit(text[from - 1]) && !(text[from - 1] & 0x80))) &&
         !g_ascii_isdigit(text[at]) && !(text[at] & 0x80));
    gsize shortest = self->latin ? SHORTEST : SHORTEST_KANA;
    if (alone && size >= shortest && size < LONGEST && text[from] != '-' && text[at - 1] != '-') {
      *start = from;
      *end = at;
      return TRUE;
    }
    if (size == 0)
      at = (gsize)(g_utf8_next_char(text + at) - text);
  }
  return FALSE;
}

/* The key of the word that stands there, when it has a capital and no sign between. Caller frees.
 */
static char *neighbour(const GString *words, gssize at, gint step)
{
  gssize from = at;
  static const char *const small[] = {"of", "for", "the", "and", "on", "in"};
  for (guint tries = 0; tries < 3; tries++) {
    gssize start = from, end;
    if (start < 0 || start >= (gssize)words->len || words->str[start] != ' ')
      return NULL;
    start += step;
    end = start;
    while (end >= 0 && end < (gssize)words->len &&
           (g_ascii_isalpha(words->str[end]) || words->str[end] == '-'))
      end += step;
    gssize low = MIN(start, end - step), high = MAX(start, end - step);
    if (end == start || high - low > LONGEST)
      return NULL;
    g_autofree char *word = g_ascii_strdown(words->str + low, high - low + 1);
    gboolean joins = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(small); i++)
      joins = joins || strcmp(small[i], word) == 0;
    if (!joins)
      return g_ascii_isupper(words->str[low]) ? latin_key(word) : NULL;
    from = end;
  }
  return NULL;
}

static Use *use_new(const AdrefCheckBlock *block, gsize start, gsize end, const char *spelling)
{
  Use *use = g_new0(Use, 1);
  const GString *words = block->own;
  use->block = block;
  use->at = start;
  use->length = end - start;
  use->spelling = spelling;
  use->is_name = g_ascii_isupper(words->str[start]) && start > 1 && words->str[start - 1] == ' ' &&
                 !strchr(".!?:\x1D", words->str[start - 2]);
  if (use->is_name) {
    use->before = neighbour(words, (gssize)start - 1, -1);
    use->behind = neighbour(words, (gssize)end, 1);
  }
  return use;
}

/* Whether two uses of a word should have one spelling. */
static gboolean must_agree(const Use *first, const Use *second)
{
  if (!first->is_name && !second->is_name)
    return TRUE; /* a capital at the start of a sentence makes no name */
  if (!first->is_name || !second->is_name)
    return FALSE;
  return g_strcmp0(first->before, second->before) == 0 &&
         g_strcmp0(first->behind, second->behind) == 0;
}

/* The word as it is written, in a buffer of LONGEST bytes. */
static const char *copy_word(char *buffer, const GString *words, gsize start, gsize end)
{
  memcpy(buffer, words->str + start, end - start);
  buffer[end - start] = '\0';
  return buffer;
}

static Word *word_new(const SpellingCheck *self, const char *written)
{
  Word *word = g_new0(Word, 1);
  word->spelling = g_ascii_strdown(written, -1);
  gsize length = strlen(word->spelling);
  if (g_str_has_suffix(word->spelling, "s") && !g_str_has_suffix(word->spelling, "ss"))
    word->spelling[length - 1] = '\0'; /* the plural is the same word */
  word->key = self->latin ? latin_key(word->spelling) : katakana_key(word->spelling);
  return word;
}

/* Notes the words of a block, and the keys that have several spellings. */
static void note_words(SpellingCheck *self, const AdrefCheckBlock *block)
{
  char buffer[LONGEST];
  for (gsize start = 0, end = 0; next_word(self, block->own, &start, &end);) {
    const char *written = copy_word(buffer, block->own, start, end);
    if (g_hash_table_contains(self->words, written))
      continue;
    Word *word = word_new(self, written);
    g_hash_table_insert(self->words, g_strdup(written), word);
    const char *first = g_hash_table_lookup(self->keys, word->key);
    if (!first) {
      g_hash_table_insert(self->keys, word->key, word->spelling);
    } else if (strcmp(first, word->spelling) != 0 &&
               !g_hash_table_contains(self->mixed, word->key)) {
      g_hash_table_insert(self->mixed, word->key, g_ptr_array_new_with_free_func(use_free));
      g_ptr_array_add(self->order, word->key);
    }
  }
}

/* The first use of each spelling is kept, and of each name. */
static void add_use(GPtrArray *uses, Use *use)
{
  gboolean known = uses->len >= ADREF_CHECK_SPELLINGS;
  for (guint i = 0; i < uses->len && !known; i++) {
    const Use *other = uses->pdata[i];
    known = strcmp(other->spelling, use->spelling) == 0 && must_agree(other, use);
  }
  if (known)
    use_free(use);
  else
    g_ptr_array_add(uses, use);
}

static void find_mixed(SpellingCheck *self)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, self->words);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    Word *word = value;
    word->uses = g_hash_table_lookup(self->mixed, word->key);
  }
}

static void note_uses(SpellingCheck *self, const AdrefCheckBlock *block)
{
  char buffer[LONGEST];
  for (gsize start = 0, end = 0; next_word(self, block->own, &start, &end);) {
    const Word *word = g_hash_table_lookup(self->words, copy_word(buffer, block->own, start, end));
    if (word->uses)
      add_use(word->uses, use_new(block, start, end, word->spelling));
  }
}

/* "to prevent and counter terrorism": whether the first of two words may be a verb. The word before
 * tells where it can be none: "of counter terrorism". */
static gboolean may_be_verb(const char *words, gsize at, gsize size)
{
  static const char *const verbs[] = {"break", "carry", "check",  "clear", "counter", "cover",
                                      "cross", "draw",  "follow", "hand",  "hold",    "make",
                                      "open",  "shut",  "stand",  "start", "take",    "turn"};
  static const char *const openers[] = {" of", " in", " on", " for", " the", " our", " against"};
  gboolean is_verb = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(verbs); i++)
    is_verb = is_verb || (strlen(verbs[i]) == size && strncmp(verbs[i], words + at, size) == 0);
  for (guint i = 0; i < G_N_ELEMENTS(openers) && is_verb; i++) {
    gsize length = strlen(openers[i]);
    is_verb = at < length + 1 || words[at - 1] != ' ' ||
              strncmp(words + at - 1 - length, openers[i], length) != 0;
  }
  return is_verb;
}

/* Two words that stand elsewhere as one: "cyber security". Both are in small letters, since names
 * have their own spelling, and have at least four: "every day" and "everyday" are two things. */
static void check_divided(SpellingCheck *self, const AdrefCheckBlock *block)
{
  enum {
    SHORTEST_PART = 4
  };
  const char *words = block->own->str;
  gsize before = 0, size = 0; /* the word before */
  for (gsize at = 0; at < block->own->len;) {
    gsize length = 0;
    while (g_ascii_islower(words[at + length]))
      length++;
    gboolean is_pair = size >= SHORTEST_PART && length >= SHORTEST_PART &&
                       before + size + 1 == at && words[at - 1] == ' ' && size + length < LONGEST &&
                       !is_letter(self, words + at + length) && !(words[at + length] & 0x80) &&
                       !may_be_verb(words, before, size);
    if (is_pair) {
      char joined[LONGEST];
      memcpy(joined, words + before, size);
      memcpy(joined + size, words + at, length);
      joined[size + length] = '\0';
      Word *word = word_new(self, joined);
      const char *other = g_hash_table_lookup(self->keys, word->key);
      if (other && !strchr(other, '-')) /* "a supply-chain risk" and "the supply chain" are right */
        adref_check_add(self->text, "integrity/mixed-spelling", block, before,
                        "\"%.*s\" is written \"%s\" elsewhere", (int)(at + length - before),
                        words + before, other);
      word_free(word);
    }
    gboolean is_word =
        length > 0 && (at == 0 || !is_letter(self, words + at - 1)) && words[at + length] == ' ';
    before = at;
    size = is_word ? length : 0;
    at += MAX(length, 1);
    if (is_word)
      at++;
  }
}

/* A space inside of a word that stands elsewhere without: "Indo- Pacific". */
static void check_inner_space(SpellingCheck *self, const AdrefCheckBlock *block)
{
  const char *words = block->own->str;
  for (const char *hyphen = strchr(words, '-'); hyphen; hyphen = strchr(hyphen + 1, '-')) {
    gboolean before = hyphen > words && hyphen[-1] == ' ', behind = hyphen[1] == ' ';
    const char *first = hyphen - (before ? 1 : 0), *second = hyphen + (behind ? 2 : 1);
    gsize left = 0, right = 0;
    while (first - left > words && left < LONGEST && is_letter(self, first - left - 1))
      left++;
    while (right < LONGEST && is_letter(self, second + right))
      right++;
    if (before == behind || left == 0 || right == 0)
      continue;
    g_autofree char *joined =
        g_strdup_printf("%.*s-%.*s", (int)left, first - left, (int)right, second);
    gsize length = (gsize)(second + right - first) + left;
    if (g_hash_table_contains(self->words, joined))
      adref_check_add(self->text, "integrity/mixed-spelling", block, (gsize)(first - words) - left,
                      "\"%.*s\" has a space inside, and is written \"%s\" elsewhere", (int)length,
                      first - left, joined)
          ->suggestion = g_strdup(joined);
  }
}

static void report(SpellingCheck *self, const GPtrArray *uses)
{
  for (guint i = 1; i < uses->len; i++)
    for (guint j = 0; j < i; j++) {
      const Use *first = uses->pdata[j], *other = uses->pdata[i];
      if (strcmp(first->spelling, other->spelling) == 0 || !must_agree(first, other))
        continue;
      adref_check_add(self->text, "integrity/mixed-spelling", other->block, other->at,
                      "\"%.*s\" is written \"%.*s\" on line %u", (int)other->length,
                      other->block->words->str + other->at, (int)first->length,
                      first->block->words->str + first->at,
                      adref_check_block_line(self->text, first->block, first->at));
      break;
    }
}

void adref_check_spelling(AdrefCheckText *text)
{
  gboolean latin = adref_check_is_latin(text->source.language);
  if (!latin && !adref_language_tag_matches(text->source.language, "ja"))
    return;
  SpellingCheck self = {.text = text,
                        .latin = latin,
                        .words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, word_free),
                        .keys = g_hash_table_new(g_str_hash, g_str_equal),
                        .mixed = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                                       (GDestroyNotify)g_ptr_array_unref),
                        .order = g_ptr_array_new()};
  for (guint i = 0; i < text->blocks->len; i++)
    note_words(&self, text->blocks->pdata[i]);
  find_mixed(&self);
  for (guint i = 0; i < text->blocks->len && self.order->len > 0; i++)
    note_uses(&self, text->blocks->pdata[i]);
  for (guint i = 0; i < self.order->len; i++)
    report(&self, g_hash_table_lookup(self.mixed, self.order->pdata[i]));
  for (guint i = 0; i < text->blocks->len && latin; i++) {
    check_divided(&self, text->blocks->pdata[i]);
    check_inner_space(&self, text->blocks->pdata[i]);
  }
  g_ptr_array_unref(self.order);
  g_hash_table_unref(self.mixed);
  g_hash_table_unref(self.keys);
  g_hash_table_unref(self.words);
}
