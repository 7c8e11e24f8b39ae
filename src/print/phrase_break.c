#include "print/phrase_break.h"

#include <string.h>

#include "clause/icu.h"
#include "print/font_face.h"

/* Words that begin a phrase: conjunctions, prepositions, and prefixes that make nouns of verbs. */
static const char *const openers[] = {
    "ว่าด้วย", "เกี่ยวกับ", "และ", "หรือ",  "ของ",  "ใน",     "ด้าน",  "เพื่อ",   "ระหว่าง", "กับ",
    "แห่ง",   "โดย",    "ต่อ",  "สู่",    "ที่",    "การ",    "ความ", "ວ່າດ້ວຍ", "ກ່ຽວກັບ",  "ແລະ",
    "ຫຼື",     "ຂອງ",    "ໃນ",  "ດ້ານ",  "ເພື່ອ",  "ລະຫວ່າງ", "ກັບ",   "ແຫ່ງ",   "ໂດຍ",    "ຕໍ່",
    "ສູ່",     "ທີ່",      "ການ", "ຄວາມ", "ស្តីពី",  "និង",     "ឬ",    "របស់",   "ក្នុង",    "ដើម្បី",
    "រវាង",  "ជាមួយ",   "នៃ",  "ដោយ",  "ចំពោះ", "លើ",     "ការ",  "សេចក្តី", "កិច្ច",
};

/* Burmese has its particles behind a phrase. */
static const char *const closers[] = {
    "နှင့်", "၏", "တွင်", "အတွက်", "ဆိုင်ရာ", "ဖြင့်", "သို့", "များ", "မှ",
};

/* Openers that are the end of a word, too: ប្រតិបត្តិការ, ราชการ. */
static const char *const makers[] = {"การ", "ความ", "ການ", "ຄວາມ", "ការ"};

/* Words of which the second part begins with an opener. */
static const struct {
  const char *first, *second;
} wholes[] = {
    {"ขีด", "ความสามารถ"},
    {"ครั้ง", "ที่"},
    {"ຄັ້ງ", "ທີ່"},
    {"ຂີດ", "ຄວາມສາມາດ"},
};

static gboolean is_ours(gunichar c)
{
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

static gboolean begins_with_opener(const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS(openers); i++)
    if (g_str_has_prefix(text, openers[i]))
      return TRUE;
  return FALSE;
}

/* Whether the word that begins at `start` is an opener; ICU divides long ones, ว่า|ด้วย. */
static gboolean is_opener(const char *text, gsize start, gsize at)
{
  enum {
    LONG = 18 /* bytes: such an opener is not the end of another word */
  };
  for (gsize i = 0; i < G_N_ELEMENTS(openers); i++) {
    gsize length = strlen(openers[i]);
    gboolean may_be = at - start == length || (length >= LONG && at >= length);
    if (may_be && memcmp(text + at - length, openers[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean ends_with_closer(const char *text, gsize start, gsize at)
{
  for (gsize i = 0; i < G_N_ELEMENTS(closers); i++) {
    gsize length = strlen(closers[i]);
    if (at - start >= length && memcmp(text + at - length, closers[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether a maker at `text` ends a word, since no other word follows. */
static gboolean ends_word(const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS(makers); i++) {
    if (!g_str_has_prefix(text, makers[i]))
      continue;
    const char *behind = text + strlen(makers[i]);
    return !*behind || !is_ours(g_utf8_get_char(behind)) ||
           (g_str_has_prefix(text, "ការ") && begins_with_opener(behind));
  }
  return FALSE;
}

static gboolean is_in_whole(const char *text, gsize start, gsize at)
{
  for (gsize i = 0; i < G_N_ELEMENTS(wholes); i++) {
    gsize length = strlen(wholes[i].first);
    if (at - start == length && memcmp(text + start, wholes[i].first, length) == 0 &&
        g_str_has_prefix(text + at, wholes[i].second))
      return TRUE;
  }
  return FALSE;
}

static gboolean is_kanji(gunichar c)
{
  return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3005;
}

static gboolean is_kanji_numeral(gunichar c)
{
  static const char *const numerals = "一二三四五六七八九十百千万億兆";
  return g_utf8_strchr(numerals, -1, c) != NULL;
}

/* ICU divides 五十|周年 and 締約|者の: a numeral belongs to what it counts, and a single character
 * to those before it. */
static gboolean is_in_kanji_word(const char *text, gsize at)
{
  gunichar before = g_utf8_get_char(g_utf8_prev_char(text + at));
  if (!is_kanji(before) || !is_kanji(g_utf8_get_char(text + at)))
    return FALSE;
  return is_kanji_numeral(before) || !is_kanji(g_utf8_get_char(g_utf8_next_char(text + at)));
}

static gboolean is_hangul(gunichar c)
{
  return c >= 0xAC00 && c <= 0xD7A3;
}

/* ICU lets a line end behind each syllable of Korean, whose words have spaces between them. */
static gboolean is_in_korean_word(const char *text, gsize at)
{
  return is_hangul(g_utf8_get_char(text + at)) &&
         is_hangul(g_utf8_get_char(g_utf8_prev_char(text + at)));
}

/* "Cyber-Resilience", "Japan-ASEAN": behind a hyphen or a short dash that joins two words. */
static gboolean is_behind_hyphen(const char *text, gsize start, gsize at)
{
  const char *dash = g_utf8_prev_char(text + at);
  gunichar c = g_utf8_get_char(dash);
  return (c == '-' || c == 0x2010 || c == 0x2013) && dash > text + start &&
         g_unichar_isalnum(g_utf8_get_char(text + at)) &&
         g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(dash)));
}

gboolean adref_phrase_break_is_one(const char *text, gsize start, gsize at)
{
  if (at == 0 || !text[at] || text[at - 1] == ' ')
    return TRUE;
  if (is_in_kanji_word(text, at) || is_in_korean_word(text, at) ||
      is_behind_hyphen(text, start, at))
    return FALSE;
  if (!is_ours(g_utf8_get_char(text + at)) ||
      !is_ours(g_utf8_get_char(g_utf8_prev_char(text + at))))
    return TRUE;
  if (ends_with_closer(text, start, at))
    return TRUE;
  return begins_with_opener(text + at) && !is_opener(text, start, at) && !ends_word(text + at) &&
         !is_in_whole(text, start, at);
}

gboolean adref_phrase_break_is_needed(const char *language)
{
  static const char *const languages[] = {"th", "lo", "km", "my"};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_script_language_is(language, languages[i]))
      return TRUE;
  return FALSE;
}

GArray *adref_phrase_break_ends(const char *text, const char *language)
{
  g_autofree char *locale = g_strconcat(language ? language : "en", "@lb=strict", NULL);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
  UText *wide = utext_openUTF8(NULL, text, -1, &status);
  GArray *ends = U_SUCCESS(status) ? g_array_new(FALSE, FALSE, sizeof(gsize)) : NULL;
  if (ends) {
    ubrk_setUText(breaks, wide, &status);
    gsize word = (gsize)ubrk_first(breaks);
    for (int32_t next; (next = ubrk_next(breaks)) != UBRK_DONE; word = (gsize)next) {
      gsize end = (gsize)next;
      if (adref_phrase_break_is_one(text, word, end))
        g_array_append_val(ends, end);
    }
  }
  utext_close(wide);
  ubrk_close(breaks);
  return ends;
}
