#include "language/phrase_scanner.h"

#include <string.h>

#include "language/numeric_phrase.h"
#include "language/paragraph_reference.h"
#include "language/provision_reference.h"
#include "language/token_reader.h"

void adref_phrase_scanner_init(AdrefPhraseScanner *self, const char *language, const char *style,
                               GHashTable *parties)
{
  self->phrases = adref_phrase_trie_new(language, style, parties);
  self->keys = g_string_chunk_new(1024);
}

void adref_phrase_scanner_clear(AdrefPhraseScanner *self)
{
  adref_phrase_trie_free(self->phrases);
  g_string_chunk_free(self->keys);
}

void adref_phrase_scanner_clear_keys(AdrefPhraseScanner *self)
{
  g_string_chunk_clear(self->keys);
}

/* Names */

static gunichar first_letter(const AdrefTokenReader *self, guint at)
{
  return g_utf8_get_char(self->text + adref_token_reader_token(self, at)->start);
}

static gboolean is_capital(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  return token && token->type == ADREF_TEXT_TOKEN_WORD && g_unichar_isupper(first_letter(self, at));
}

/* Whether all letters are capitals, and there are at least two. */
static gboolean is_all_capitals(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  guint letters = 0;
  for (const char *p = self->text + token->start; p < self->text + token->end;
       p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_islower(c))
      return FALSE;
    letters += g_unichar_isupper(c) ? 1 : 0;
  }
  return letters > 1;
}

/* Whether the apostrophe before `p` follows a letter: "l'UNESCO". */
static gboolean is_behind_elision(const char *text, const char *p)
{
  gsize sign = p - text > 1 && p[-1] == '\'' ? 1 : 0;
  if (p - text > 3 && strncmp(p - 3, "\342\200\231", 3) == 0)
    sign = 3;
  return sign && g_ascii_isalpha(p[-(gssize)sign - 1]);
}

/* Whether the words before `p` end with a title, whose full stop ends no sentence: "Mr. ". */
static gboolean is_behind_title(const char *text, const char *p)
{
  static const char *const titles[] = {"Mr.",  "Mrs.", "Ms.",  "Dr.",  "Prof.", "Hon.",
                                       "H.E.", "St.",  "Gen.", "Amb.", "M.",    "Mme."};
  for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
    gsize length = strlen(titles[i]);
    if ((gsize)(p - text) >= length && strncmp(p - length, titles[i], length) == 0 &&
        ((gsize)(p - text) == length || strchr(" \n(", p[-(gssize)length - 1])))
      return TRUE;
  }
  return FALSE;
}

/* Whether the words before `p` end with a word and a round bracket behind it: "Japan (Tokyo". */
static gboolean is_parenthesis_in_sentence(const char *text, const char *p)
{
  if (p - text < 3 || p[-1] != '(' || p[-2] != ' ')
    return FALSE;
  p -= 2;
  return g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(p)));
}

/* Whether a token would have a capital in any case: at the start of a sentence or an item, behind a
 * quotation mark or bracket. */
static gboolean begins_sentence(const AdrefTokenReader *self, guint at)
{
  const char *p = self->text + adref_token_reader_token(self, at)->start;
  if (is_behind_elision(self->text, p))
    return FALSE;
  while (p > self->text && (p[-1] == ' ' || p[-1] == '*'))
    p--;
  if (is_parenthesis_in_sentence(self->text, p))
    return FALSE;
  if (p > self->text && p[-1] == '.' && is_behind_title(self->text, p))
    return FALSE;
  if (p == self->text || strchr(".!?:;\n(\"'[", p[-1]))
    return TRUE;
  gunichar before = g_utf8_get_char(g_utf8_prev_char(p));
  return before >= 0x80 && !g_unichar_isupper(before) && !g_unichar_islower(before);
}

static gboolean has_role(const AdrefTokenReader *self, guint at, AdrefPhraseRole role)
{
  return adref_token_reader_match_role(self, at, role, NULL) > 0;
}

static gboolean is_proper(const AdrefTokenReader *self, guint at)
{
  guint count;
  const AdrefPhraseMeaning *meaning =
      adref_phrase_trie_find_longest(self->phrases, self->tokens, at, &count);
  gboolean measure = meaning && meaning->role == ADREF_PHRASE_ROLE_MEASURE && count == 1 &&
                     is_capital(self, at + 1); /* "Ha Noi" */
  return is_capital(self, at) && (!meaning || measure || meaning->role == ADREF_PHRASE_ROLE_NAME);
}

static gboolean is_part_of_name(const AdrefTokenReader *self, guint at)
{
  return is_capital(self, at) &&
         (is_proper(self, at) || has_role(self, at, ADREF_PHRASE_ROLE_COMMON));
}

static gboolean is_joint(const AdrefTokenReader *self, guint at)
{
  static const char *const joints[] = {"of", "the", "for"};
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  for (gsize i = 0; i < G_N_ELEMENTS(joints); i++)
    if (adref_token_reader_is_word(self, at, joints[i]))
      return TRUE;
  return token && adref_token_reader_is_word(self, at, "-") && !token->spaced;
}

/* "de", "du", "des", "de la", "d'", "de l'" */
static guint skip_french_joints(const AdrefTokenReader *self, guint at)
{
  static const char *const first[] = {"de", "du", "des", "d"};
  static const char *const more[] = {"la", "l", "'", "’"};
  guint n = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(first) && !n; i++)
    n = adref_token_reader_optional(self, at, first[i]);
  for (gsize i = 0; n && i < G_N_ELEMENTS(more); i++)
    n += adref_token_reader_optional(self, at + n, more[i]);
  return n;
}

/* Small words between two words with capitals: "of the". */
static guint skip_joints(const AdrefTokenReader *self, guint at)
{
  guint n = 0;
  if (adref_token_reader_is_language(self, "fr") && !is_joint(self, at))
    return skip_french_joints(self, at);
  while (n < 2 && is_joint(self, at + n))
    n++;
  return n;
}

/* Whether a token is the first one of a block or cell, in which no name of the block before goes
 * on. */
static gboolean begins_block(const AdrefTokenReader *self, guint at)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  const char *p = token ? self->text + token->start : self->text;
  while (p > self->text && (p[-1] == ' ' || p[-1] == '\n'))
    if (*--p == '\n')
      return TRUE;
  return FALSE;
}

/* Whether one of some tokens begins a block: small words between names may do it, too. */
static gboolean have_border(const AdrefTokenReader *self, guint from, guint to)
{
  for (guint at = from; at <= to; at++)
    if (begins_block(self, at))
      return TRUE;
  return FALSE;
}

/* "Charter of the United Nations": words with capitals. At least one of them must be no common
 * word, and not at the start of a sentence. */
static guint read_capitals(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                           AdrefPhraseMatch *found)
{
  enum {
    LONGEST = 24
  };
  guint n = 0;
  gboolean proper = FALSE, doubtful = FALSE;
  found->guessed = TRUE;
  for (guint joint = 0; n < LONGEST && is_part_of_name(self, at + n + joint);) {
    guint word = at + n + joint;
    if (n > 0 && (have_border(self, at + n, word) ||
                  adref_provision_reference_length(self, word) > 0)) /* "See Article 5" */
      break;
    gboolean due = word == at && begins_sentence(self, at);
    if (due && is_all_capitals(self, at))
      return 0;
    proper |= is_proper(self, word) && (!due || has_role(self, word, ADREF_PHRASE_ROLE_NAME));
    doubtful |= is_proper(self, word) && due;
    found->guessed = found->guessed && !has_role(self, word, ADREF_PHRASE_ROLE_NAME);
    n += joint + 1;
    joint = skip_joints(self, at + n);
  }
  if (!proper && !doubtful)
    return 0;
  found->doubtful = !proper;
  const AdrefTextToken *first = adref_token_reader_token(self, at),
                       *last = adref_token_reader_token(self, at + n - 1);
  GString *key = g_string_new(NULL);
  adref_text_token_fold(key, self->text + first->start, last->end - first->start);
  found->class = ADREF_CHANGE_CLASS_NAME;
  found->key = g_string_chunk_insert_len(keys, key->str, (gssize)key->len);
  g_string_free(key, TRUE);
  return n;
}

static gboolean is_katakana(gunichar c)
{
  gboolean middle_dot = c == 0x30FB; /* between two names */
  return (c >= 0x30A1 && c <= 0x30FC && !middle_dot) || (c >= 0xFF66 && c <= 0xFF9F);
}

/* How many letters of Katakana are so long a name that no other word begins with it: ジャカルタ. */
#define LONG_KATAKANA_NAME 5

/* A name is not found inside of a longer word: タイ in タイプ or リアルタイム, インド in
 * インド太平洋. A long name is found where another word is joined to its end: ジャカルタフォーラム.
 */
static gboolean is_inside_katakana(const AdrefTokenReader *self, guint at, guint n)
{
  const char *start = self->text + adref_token_reader_token(self, at)->start;
  const char *end = self->text + adref_token_reader_token(self, at + n - 1)->end;
  gunichar before = start > self->text ? g_utf8_get_char(g_utf8_prev_char(start)) : 0;
  gunichar last = g_utf8_get_char(g_utf8_prev_char(end)), behind = g_utf8_get_char(end);
  return (is_katakana(first_letter(self, at)) && is_katakana(before)) ||
         (n < LONG_KATAKANA_NAME && is_katakana(last) && is_katakana(behind)) ||
         g_str_has_prefix(end, "太平洋");
}

/* Whether a word is of a script without capitals, as Arabic is. */
static gboolean has_no_case(const AdrefTokenReader *self, const AdrefTextToken *token)
{
  gunichar c = g_utf8_get_char(self->text + token->start);
  return g_unichar_isalpha(c) && !g_unichar_isupper(c) && !g_unichar_islower(c);
}

/* Where the script has capitals, the name of a party has one, and a short code has nothing else:
 * "us" is no name. */
static gboolean is_written_as_name(const AdrefTokenReader *self, guint at, guint n)
{
  const AdrefTextToken *first = adref_token_reader_token(self, at);
  if (first->type == ADREF_TEXT_TOKEN_LETTER)
    return !is_inside_katakana(self, at, n);
  if (has_no_case(self, first))
    return TRUE;
  if (n == 1 && first->end - first->start <= 3)
    return is_all_capitals(self, at);
  for (guint i = at; i < at + n; i++)
    if (is_capital(self, i))
      return TRUE;
  return FALSE;
}

/* Words */

/* "Party's" */
static gboolean is_possessive(const AdrefTokenReader *self, guint at)
{
  static const char *const ends[] = {"'s", "\u2019s"};
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  for (gsize i = 0; token && i < G_N_ELEMENTS(ends); i++) {
    gsize length = strlen(ends[i]);
    if (token->end - token->start > length &&
        memcmp(self->text + token->end - length, ends[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Words after which a word that can be a noun is likely to be a noun. */
static gboolean follows_function_word(const AdrefTokenReader *self, guint at)
{
  static const char *const words[] = {"the",  "a",    "an",   "of",        "in",    "by",   "for",
                                      "with", "upon", "on",   "its",       "their", "our",  "his",
                                      "her",  "no",   "free", "political", "good",  "joint"};
  for (gsize i = 0; at > 0 && i < G_N_ELEMENTS(words); i++)
    if (adref_token_reader_is_word(self, at - 1, words[i]))
      return TRUE;
  return at > 0 && is_possessive(self, at - 1);
}

/* Whether the word is the name of a month: "May", but neither "may" nor "May" at the start of a
 * sentence. */
static gboolean is_month(const AdrefTokenReader *self, guint at)
{
  return has_role(self, at, ADREF_PHRASE_ROLE_MONTH) && is_capital(self, at) &&
         !is_all_capitals(self, at) && !begins_sentence(self, at);
}

static gboolean take(AdrefPhraseMatch *found, AdrefChangeClass class,
                     const AdrefPhraseMeaning *meaning)
{
  found->class = class;
  found->key = meaning->key;
  found->weak = (meaning->flags & ADREF_PHRASE_FLAG_WEAK) != 0;
  found->rank = meaning->rank;
  found->act = meaning->act;
  return TRUE;
}

/* Whether a month stands without a day, a year and a limit: "the June draft", في يونيو, but not
 * "April Jones", and not "May", which may be a verb. */
static gboolean is_lone_month(const AdrefTokenReader *self, guint at, guint n)
{
  if (at > 0 && adref_token_reader_is_word(self, at - 1, "في"))
    return TRUE;
  return is_month(self, at) && !has_role(self, at, ADREF_PHRASE_ROLE_STRENGTH) &&
         !is_capital(self, at + n) &&
         !(at > 0 && is_capital(self, at - 1) && !begins_sentence(self, at - 1));
}

/* Whether one meaning of a phrase of `n` tokens is a match by itself; sets *found. */
static gboolean take_meaning(const AdrefTokenReader *self, guint at, guint n,
                             const AdrefPhraseMeaning *meaning, AdrefPhraseMatch *found)
{
  switch (meaning->role) {
  case ADREF_PHRASE_ROLE_STRENGTH:
    if (is_month(self, at))
      return FALSE;
    found->doubtful = (meaning->flags & ADREF_PHRASE_FLAG_NOUN) && follows_function_word(self, at);
    return take(found, ADREF_CHANGE_CLASS_STRENGTH, meaning);
  case ADREF_PHRASE_ROLE_NEGATION: return take(found, ADREF_CHANGE_CLASS_NEGATION, meaning);
  case ADREF_PHRASE_ROLE_QUALIFIER: return take(found, ADREF_CHANGE_CLASS_QUALIFIER, meaning);
  case ADREF_PHRASE_ROLE_CONJUNCTION: return take(found, ADREF_CHANGE_CLASS_CONJUNCTION, meaning);
  case ADREF_PHRASE_ROLE_TIME: return take(found, ADREF_CHANGE_CLASS_DATE, meaning);
  case ADREF_PHRASE_ROLE_MONTH:
    return is_lone_month(self, at, n) && take(found, ADREF_CHANGE_CLASS_DATE, meaning);
  case ADREF_PHRASE_ROLE_NAME:
    return is_written_as_name(self, at, n) && take(found, ADREF_CHANGE_CLASS_NAME, meaning);
  case ADREF_PHRASE_ROLE_INTENSITY:
  case ADREF_PHRASE_ROLE_PLAIN:
  case ADREF_PHRASE_ROLE_SMALL:
  case ADREF_PHRASE_ROLE_COMMON:
  case ADREF_PHRASE_ROLE_NUMERAL:
  case ADREF_PHRASE_ROLE_SCALE:
  case ADREF_PHRASE_ROLE_ORDINAL:
  case ADREF_PHRASE_ROLE_FRACTION:
  case ADREF_PHRASE_ROLE_MULTIPLE:
  case ADREF_PHRASE_ROLE_MEASURE:
  case ADREF_PHRASE_ROLE_PERCENT:
  case ADREF_PHRASE_ROLE_CURRENCY:
  case ADREF_PHRASE_ROLE_WEEKDAY:
  case ADREF_PHRASE_ROLE_UNIT:
  case ADREF_PHRASE_ROLE_COUNTER:
  case ADREF_PHRASE_ROLE_LIMIT:
  case ADREF_PHRASE_ROLE_BOUND:
  case ADREF_PHRASE_ROLE_ERA:
  case ADREF_PHRASE_ROLE_PARAGRAPH:
  case ADREF_PHRASE_ROLE_PROVISION:
  case ADREF_PHRASE_ROLE_SPELLING: break;
  }
  return FALSE;
}

/* "strongly urges" */
static guint read_intensity(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                            AdrefPhraseMatch *found)
{
  const AdrefPhraseMeaning *meaning;
  guint n = adref_token_reader_match_role(self, at, ADREF_PHRASE_ROLE_INTENSITY, NULL);
  guint more =
      n ? adref_token_reader_match_role(self, at + n, ADREF_PHRASE_ROLE_STRENGTH, &meaning) : 0;
  if (!more || meaning->act == 0)
    return 0;
  g_autofree char *key = g_strconcat("strongly ", meaning->key, NULL);
  *found = (AdrefPhraseMatch){.class = ADREF_CHANGE_CLASS_STRENGTH,
                              .act = meaning->act + 4,
                              .key = g_string_chunk_insert_const(keys, key)};
  return n + more;
}

/* "don't" */
static guint read_contraction(const AdrefTokenReader *self, guint at, AdrefPhraseMatch *found)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  const char *word = self->text + token->start;
  gsize length = token->end - token->start;
  gboolean contracted = length > 3 && g_ascii_tolower(word[length - 1]) == 't' &&
                        (word[length - 2] == '\'' ||
                         (length > 5 && strncmp(word + length - 4, "\342\200\231", 3) == 0));
  if (!contracted)
    return 0;
  *found = (AdrefPhraseMatch){.class = ADREF_CHANGE_CLASS_NEGATION, .key = "not"};
  return 1;
}

/* Whether a phrase of its own begins at a token behind a qualifier. */
static gboolean begins_phrase(const AdrefTokenReader *self, guint at)
{
  static const AdrefPhraseRole roles[] = {
      ADREF_PHRASE_ROLE_STRENGTH,  ADREF_PHRASE_ROLE_NEGATION,  ADREF_PHRASE_ROLE_CONJUNCTION,
      ADREF_PHRASE_ROLE_PARAGRAPH, ADREF_PHRASE_ROLE_PROVISION, ADREF_PHRASE_ROLE_QUALIFIER};
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
    if ((token->begins & 1U << roles[i]) && has_role(self, at, roles[i]))
      return TRUE;
  return FALSE;
}

/* How many tokens behind a qualifier belong to it: "subject to available funds". They end before a
 * sign, a word with a capital, a number, or a word that is a phrase itself. */
static guint count_governed(const AdrefTokenReader *self, guint at)
{
  enum {
    MOST = 8
  };
  guint n = 0, last = 0;
  for (const AdrefTextToken *token; n < MOST && (token = adref_token_reader_token(self, at + n));) {
    if (token->type != ADREF_TEXT_TOKEN_WORD || is_capital(self, at + n) ||
        begins_block(self, at + n) || begins_phrase(self, at + n))
      break;
    n++;
    if (!(token->begins & 1U << ADREF_PHRASE_ROLE_SMALL))
      last = n;
  }
  return last;
}

/* A qualifier with the words that it governs, which are part of its meaning. */
static guint govern(const AdrefTokenReader *self, guint at, guint count, GStringChunk *keys,
                    AdrefPhraseMatch *found)
{
  guint more = count_governed(self, at + count);
  g_autoptr(GString) key = g_string_new(found->key);
  for (guint i = at + count; i < at + count + more; i++) {
    const AdrefTextToken *token = adref_token_reader_token(self, i);
    g_string_append_c(key, ' ');
    adref_text_token_fold(key, self->text + token->start, token->end - token->start);
  }
  found->key = g_string_chunk_insert_len(keys, key->str, (gssize)key->len);
  return count + more;
}

static guint read_phrase(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                         AdrefPhraseMatch *found, guint *passed)
{
  guint count = 1;
  const AdrefPhraseMeaning *meaning =
      adref_phrase_trie_find_longest(self->phrases, self->tokens, at, &count);
  *passed = meaning && meaning->role == ADREF_PHRASE_ROLE_PLAIN ? count : 1;
  for (; meaning; meaning = meaning->next)
    if (take_meaning(self, at, count, meaning, found))
      return meaning->flags & ADREF_PHRASE_FLAG_GOVERNS ? govern(self, at, count, keys, found)
                                                        : count;
  return 0;
}

/* The tokens of a qualifier that begins with a word for a number, "một số"; 0: none. */
static guint longer_phrase(const AdrefTokenReader *self, guint at)
{
  guint count = 0;
  const AdrefPhraseMeaning *meaning =
      adref_phrase_trie_find_longest(self->phrases, self->tokens, at, &count);
  for (; meaning; meaning = meaning->next)
    if (meaning->role == ADREF_PHRASE_ROLE_QUALIFIER)
      return count;
  return 0;
}

/* How many tokens from `at` are a match; 0: none, and *passed tokens are skipped. */
static guint read_at(const AdrefTokenReader *self, guint at, GStringChunk *keys,
                     AdrefPhraseMatch *found, guint *passed)
{
  const AdrefTextToken *token = adref_token_reader_token(self, at);
  *passed = 1;
  gboolean signs = adref_numeric_phrase_has_sign(self, at);
  if (token->word == 0 && token->type == ADREF_TEXT_TOKEN_PUNCTUATION && !signs)
    return 0;
  guint n = adref_paragraph_reference_read(self, at, keys, found);
  if (!n)
    n = adref_provision_reference_read(self, at, keys, found);
  if (!n && (token->word || token->type == ADREF_TEXT_TOKEN_NUMBER || signs))
    n = adref_numeric_phrase_read(self, at, keys, found);
  if (n && token->word && n < longer_phrase(self, at))
    n = 0;
  if (!n && token->word)
    n = read_intensity(self, at, keys, found);
  if (!n && token->type == ADREF_TEXT_TOKEN_WORD)
    n = read_contraction(self, at, found);
  guint phrase = !n && token->word ? read_phrase(self, at, keys, found, passed) : 0;
  AdrefPhraseMatch name = {0};
  guint capitals = !n && *passed == 1 && is_capital(self, at) &&
                           (!phrase || found->class == ADREF_CHANGE_CLASS_NAME)
                       ? read_capitals(self, at, keys, &name)
                       : 0;
  if (capitals > 0 && capitals >= phrase)
    *found = name;
  return n ? n : MAX(capitals, phrase);
}

/* Whether a word, or a letter of a script without spaces, is in no table, or only as a small or
 * common word, and begins nothing else. Most are such words. */
static gboolean has_no_role(const AdrefTokenReader *self, const AdrefTextToken *token)
{
  static const guint32 slight = 1U << ADREF_PHRASE_ROLE_SMALL | 1U << ADREF_PHRASE_ROLE_COMMON;
  const char *text = self->text + token->start;
  if (token->begins & ~slight)
    return FALSE;
  if (token->type == ADREF_TEXT_TOKEN_LETTER) /* 第2項 */
    return memcmp(text, "第", strlen("第")) != 0;
  return token->type == ADREF_TEXT_TOKEN_WORD && g_ascii_islower(*text) &&
         self->text[token->end - 1] != 't';
}

void adref_phrase_scanner_scan(AdrefPhraseScanner *self, const char *text, gsize start, gsize end,
                               GArray *tokens, GArray *matches)
{
  guint at = tokens->len, passed;
  adref_phrase_trie_tokenize(self->phrases, text, start, end, tokens);
  AdrefTokenReader reader = {self->phrases, text, tokens};
  while (at < tokens->len) {
    if (has_no_role(&reader, &g_array_index(tokens, AdrefTextToken, at))) {
      at++;
      continue;
    }
    AdrefPhraseMatch found = {0};
    guint n = read_at(&reader, at, self->keys, &found, &passed);
    if (n) {
      found.first = at;
      found.after = at + n;
      found.start = adref_token_reader_token(&reader, at)->start;
      found.end = adref_token_reader_token(&reader, at + n - 1)->end;
      g_array_append_val(matches, found);
    }
    at += n ? n : passed;
  }
}
