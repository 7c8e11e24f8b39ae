#include "language/text_token.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/nfc.h"
#include "clause/text/hidden.h"

typedef enum {
  KIND_SPACE,
  KIND_INVISIBLE, /* not visible */
  KIND_LETTER,
  KIND_MARK,            /* combines with the letter before it */
  KIND_UNSPACED_LETTER, /* a letter that is a token by itself */
  KIND_DIGIT,
  KIND_SYMBOL,
  KIND_PUNCTUATION,
} CharacterClass;

/* Scripts without spaces between words. */
static gboolean is_unspaced_script(gunichar c)
{
  static const gunichar ranges[][2] = {
      {0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17DD}, {0x2E80, 0x2FDF},
      {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3031, 0x3035}, {0x3040, 0x3096},
      {0x309D, 0x30FA}, {0x30FC, 0x31FF}, {0x3400, 0x9FFF}, {0xA9E0, 0xA9FF},
      {0xAA60, 0xAA7F}, {0xF900, 0xFAFF}, {0xFF66, 0xFF9F}, {0x20000, 0x3FFFF},
  };
  if (c < ranges[0][0])
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;
  return FALSE;
}

static CharacterClass kind_of_type(gunichar c)
{
  switch (g_unichar_type(c)) {
  case G_UNICODE_SPACE_SEPARATOR:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR: return KIND_SPACE;
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
  case G_UNICODE_SURROGATE: return KIND_INVISIBLE;
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK: return KIND_MARK;
  case G_UNICODE_OTHER_NUMBER: /* 10², 5½ */
  case G_UNICODE_DECIMAL_NUMBER: return KIND_DIGIT;
  case G_UNICODE_CURRENCY_SYMBOL:
  case G_UNICODE_MODIFIER_SYMBOL:
  case G_UNICODE_MATH_SYMBOL:
  case G_UNICODE_OTHER_SYMBOL: return KIND_SYMBOL;
  case G_UNICODE_CONNECT_PUNCTUATION:
  case G_UNICODE_DASH_PUNCTUATION:
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
  case G_UNICODE_INITIAL_PUNCTUATION:
  case G_UNICODE_OTHER_PUNCTUATION:
  case G_UNICODE_OPEN_PUNCTUATION: return KIND_PUNCTUATION;
  case G_UNICODE_LOWERCASE_LETTER:
  case G_UNICODE_MODIFIER_LETTER:
  case G_UNICODE_OTHER_LETTER:
  case G_UNICODE_TITLECASE_LETTER:
  case G_UNICODE_UPPERCASE_LETTER:
  case G_UNICODE_LETTER_NUMBER:
  case G_UNICODE_UNASSIGNED:
  case G_UNICODE_PRIVATE_USE: break;
  }
  return is_unspaced_script(c) ? KIND_UNSPACED_LETTER : KIND_LETTER;
}

#define S KIND_SPACE
#define I KIND_INVISIBLE
#define L KIND_LETTER
#define D KIND_DIGIT
#define Y KIND_SYMBOL
#define P KIND_PUNCTUATION

static const guint8 kinds_of_ascii[128] = {
    I, I, I, I, I, I, I, I, I, S, S, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I, I,
    S, P, P, P, Y, P, P, P, P, P, P, Y, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, Y, Y, Y, P,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, P, P, Y, P,
    Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, P, P, Y, I,
};

#undef S
#undef I
#undef L
#undef D
#undef Y
#undef P

/* A letter of Japanese or Chinese, as most characters of such a text are. */
static gboolean is_east_asian_letter(gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3041 && c <= 0x3094) ||
         (c >= 0x30A1 && c <= 0x30FA);
}

/* The class of the character at `at`, and the place of the next one. */
static CharacterClass kind_at(const char *text, gsize at, gsize *next)
{
  if ((guchar)text[at] < 0x80) {
    *next = at + 1;
    return kinds_of_ascii[(guchar)text[at]];
  }
  gunichar c = g_utf8_get_char(text + at);
  *next = (gsize)(g_utf8_next_char(text + at) - text);
  if (is_east_asian_letter(c))
    return KIND_UNSPACED_LETTER;
  return adref_hidden_is(c) ? KIND_INVISIBLE : kind_of_type(c);
}

/* Whether three digits and no more stand at `at`. */
static gboolean is_group(const char *text, gsize at, gsize end)
{
  guint digits = 0;
  for (gsize next; at < end && kind_at(text, at, &next) == KIND_DIGIT; at = next)
    digits++;
  return digits == 3;
}

/* Whether a sign joins the digits before and behind it to one number: a point, comma or colon, a
 * wide point, the Arabic decimal sign; before three digits also the Swiss apostrophe, a wide comma,
 * the Arabic sign of thousands. */
static gboolean joins_digits(const char *text, gsize at, gsize next, gsize end)
{
  gunichar c = g_utf8_get_char(text + at);
  gsize after;
  if (next >= end || kind_at(text, next, &after) != KIND_DIGIT)
    return FALSE;
  if (c == '.' || c == ',' || c == ':' || c == 0xFF0E || c == 0x066B)
    return TRUE;
  return (c == '\'' || c == 0x2019 || c == 0xFF0C || c == 0x066C) && is_group(text, next, end);
}

/* The end of a number: digits, with the signs that join them. */
static gsize figure_end(const char *text, gsize at, gsize end)
{
  gsize next;
  while (at < end) {
    CharacterClass kind = kind_at(text, at, &next);
    if (kind != KIND_DIGIT && kind != KIND_INVISIBLE && !joins_digits(text, at, next, end))
      break;
    at = next;
  }
  return at;
}

/* Arabic, Hebrew and Korean write words of a letter or two, and some longer ones, without a space
 * before a number: و٣٫٥, ו-3.5, 약1,250척. */
static gboolean is_before_numbers(gunichar c)
{
  return (c >= 0x0590 && c <= 0x06FF) || (c >= 0xAC00 && c <= 0xD7A3);
}

/* Whether the figure at `at` has several groups of digits. */
static gboolean is_joined_figure(const char *text, gsize at, gsize end)
{
  gsize next = at;
  while (at < end && kind_at(text, at, &next) == KIND_DIGIT)
    at = next;
  if (at >= end)
    return FALSE;
  kind_at(text, at, &next);
  return joins_digits(text, at, next, end);
}

/* The end of a word of which the first character ends at `at`. An apostrophe between two letters is
 * part of it. */
static gsize word_end(const char *text, gsize at, gsize end)
{
  gsize last = at;
  /* whether the letter before is of a script that writes on to a number */
  gboolean writes_on = is_before_numbers(g_utf8_get_char(g_utf8_prev_char(text + at)));
  while (at < end) {
    gsize next, after;
    CharacterClass kind = kind_at(text, at, &next);
    if (kind == KIND_DIGIT && writes_on && is_joined_figure(text, at, end))
      break;
    if (kind == KIND_LETTER || kind == KIND_DIGIT)
      writes_on = kind == KIND_LETTER && is_before_numbers(g_utf8_get_char(text + at));
    gboolean apostrophe = text[at] == '\'' || strncmp(text + at, "\342\200\231", 3) == 0;
    if (apostrophe && next < end && kind_at(text, next, &after) == KIND_LETTER)
      kind = KIND_LETTER;
    if (kind != KIND_LETTER && kind != KIND_MARK && kind != KIND_DIGIT && kind != KIND_INVISIBLE)
      break;
    at = next;
    if (kind != KIND_INVISIBLE)
      last = at;
  }
  return last;
}

/* Whether a character begins with a byte that no mark begins with: ASCII, or U+4000 to U+8FFF. */
static gboolean is_no_mark(char lead)
{
  return (guchar)lead < 0x80 || ((guchar)lead >= 0xE4 && (guchar)lead <= 0xE8);
}

static gsize letter_end(const char *text, gsize at, gsize end)
{
  gsize next;
  while (at < end && !is_no_mark(text[at]) && kind_at(text, at, &next) == KIND_MARK)
    at = next;
  return at;
}

/* "Rp5", "RM5": these codes have no other letters and no space behind them. */
static gboolean is_currency_before_digit(const char *text, gsize at, gsize end)
{
  return at + 2 < end && text[at] == 'R' && (text[at + 1] == 'p' || text[at + 1] == 'M') &&
         g_ascii_isdigit(text[at + 2]);
}

/* The sign ’. */
static gboolean is_raised_comma(const char *at)
{
  return at[0] == '\342' && at[1] == '\200' && at[2] == '\231';
}

/* Whether a word ends at an apostrophe as in "l'accord", "qu'il", "d'ici", which is a word by
 * itself. */
static gboolean is_elided(const char *word, gsize length, const char *end)
{
  static const char *const words[] = {"l", "d",  "s",     "n",      "c",     "j",
                                      "m", "qu", "jusqu", "lorsqu", "puisqu"};
  gsize sign = *end == '\'' ? 1 : is_raised_comma(end) ? 3 : 0;
  if (!sign || !g_unichar_isalpha(g_utf8_get_char(end + sign)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i]) == length && g_ascii_strncasecmp(words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean is_korean_scale(const char *letter)
{
  enum {
    HANGUL = 0xEA /* the least first byte of its letters */
  };
  return (guchar)*letter >= HANGUL &&
         g_utf8_strchr("십백천만억조", -1, g_utf8_get_char(letter)) != NULL;
}

/* Whether a Korean scale stands behind figures, 만 of 500만명 and of 5천만: it is a word by itself.
 */
static gboolean is_korean_scale_of_figures(const char *text, const char *letter)
{
  if (!is_korean_scale(letter))
    return FALSE;
  while (letter > text) {
    letter = g_utf8_prev_char(letter);
    if (!is_korean_scale(letter))
      return g_ascii_isdigit(*letter);
  }
  return FALSE;
}

/* Where the ending of a Korean verb begins that is read as a word of its own, 하여야 of 제출하여야;
 * the end of the word when it has none. `next` is the end of its first letter. */
static gsize korean_stem_end(const char *text, gsize next, gsize stop)
{
  static const char *const endings[] = {"하여야",   "해야",   "되어야", "하여서는", "해서는",
                                        "되어서는", "하도록", "하기로", "하지"};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    gsize length = strlen(endings[i]);
    if (stop - next >= length && memcmp(text + stop - length, endings[i], length) == 0)
      return stop - length;
  }
  return stop;
}

static gboolean is_hangul(const char *letter)
{
  gunichar c = g_utf8_get_char(letter);
  return c >= 0xAC00 && c <= 0xD7A3;
}

static gsize token_end(const char *text, gsize next, gsize end, CharacterClass kind,
                       AdrefTextTokenType *type)
{
  if (kind == KIND_LETTER || kind == KIND_MARK) {
    *type = ADREF_TEXT_TOKEN_WORD;
    gboolean is_wide = (guchar)text[next - 1] >= 0x80; /* digits may begin a figure behind it */
    gsize at = is_wide ? next : next + adref_byte_scan_alnum(text + next, end - next);
    if (is_currency_before_digit(text, next - 1, end))
      return next + 1;
    if ((guchar)text[next - 1] >= 0x80 &&
        is_korean_scale_of_figures(text, g_utf8_prev_char(text + next)))
      return next;
    if (at - next == 5 && g_ascii_strncasecmp(text + next, "annot", 5) == 0 &&
        g_ascii_tolower(text[next - 1]) == 'c')
      return next + 2;
    if (at < end && is_elided(text + next - 1, at - next + 1, text + at))
      return at;
    if (at < end && text[at] != ' ')
      at = word_end(text, at, end);
    return (guchar)text[next - 1] >= 0x80 && is_hangul(g_utf8_prev_char(text + next))
               ? korean_stem_end(text, next, at)
               : at;
  }
  if (kind == KIND_DIGIT) {
    *type = ADREF_TEXT_TOKEN_NUMBER;
    return figure_end(text, next, end);
  }
  if (kind == KIND_UNSPACED_LETTER) {
    *type = ADREF_TEXT_TOKEN_LETTER;
    return letter_end(text, next, end);
  }
  *type = kind == KIND_SYMBOL ? ADREF_TEXT_TOKEN_SYMBOL : ADREF_TEXT_TOKEN_PUNCTUATION;
  return next;
}

gboolean adref_text_token_next(const char *text, gsize at, gsize end, AdrefTextToken *token)
{
  gboolean spaced = FALSE;
  gsize next;
  for (; at < end; at = next) {
    CharacterClass kind = kind_at(text, at, &next);
    if (kind != KIND_SPACE && kind != KIND_INVISIBLE) {
      AdrefTextTokenType type = ADREF_TEXT_TOKEN_PUNCTUATION;
      gsize stop = token_end(text, next, end, kind, &type);
      *token = (AdrefTextToken){
          .start = (guint)at, .end = (guint)stop, .type = (guint8)type, .spaced = spaced};
      return TRUE;
    }
    spaced = spaced || kind == KIND_SPACE;
  }
  return FALSE;
}

static void fold_unicode(GString *out, const char *word, gsize length)
{
  g_autoptr(GString) shown = g_string_sized_new(length);
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c == 0x2019)
      g_string_append_c(shown, '\'');
    else if (!adref_hidden_is(c))
      g_string_append_len(shown, p, g_utf8_next_char(p) - p);
  }
  g_autofree char *plain = adref_nfc_normalize(shown->str, shown->len, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold(plain, -1);
  g_string_append(out, folded);
}

/* Whether a character of two bytes from U+00C0 on is a letter that folds to one of two bytes: É, é,
 * but not ß. */
static gboolean is_plain_latin(guchar first, guchar second)
{
  static const guchar lead = 0xC3, times = 0x97, sharp_s = 0x9F;
  return first == lead && second >= 0x80 && second != times && second != sharp_s;
}

/* Folds the character at `i`, and moves behind it; FALSE where that takes more than one look. */
static gboolean fold_plain(char *out, const char *word, gsize *i, gsize length)
{
  static const guchar first_small = 0xA0, case_bit = 0x20;
  guchar c = (guchar)word[*i], second = *i + 1 < length ? (guchar)word[*i + 1] : 0;
  if (c < 0x80) {
    out[(*i)++] = (char)(c >= 'A' && c <= 'Z' ? c | case_bit : c);
    return TRUE;
  }
  if (is_plain_latin(c, second)) {
    out[(*i)++] = (char)c;
    out[(*i)++] = (char)(second < first_small ? second + case_bit : second);
    return TRUE;
  }
  if (c < 0xE3 || c > 0xE9 || !is_east_asian_letter(g_utf8_get_char(word + *i)))
    return FALSE;
  memcpy(out + *i, word + *i, 3);
  *i += 3;
  return TRUE;
}

void adref_text_token_fold(GString *out, const char *word, gsize length)
{
  gsize start = out->len;
  g_string_set_size(out, start + length);
  for (gsize i = 0; i < length;)
    if (!fold_plain(out->str + start, word, &i, length)) {
      g_string_truncate(out, start);
      fold_unicode(out, word, length);
      return;
    }
}
