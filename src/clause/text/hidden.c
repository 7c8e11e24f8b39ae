#include "clause/text/hidden.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/icu.h"

gboolean adref_hidden_is(gunichar c)
{
  static const gunichar ranges[][2] = {
      {0x0000, 0x0008},   {0x000B, 0x001F},   {0x007F, 0x009F},    {0x00AD, 0x00AD},
      {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},    {0x17B4, 0x17B5},
      {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E},    {0x2060, 0x206F},
      {0x2800, 0x2800},   {0x3164, 0x3164},   {0xE000, 0xF8FF},    {0xFE00, 0xFE0F},
      {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFC},    {0x1BCA0, 0x1BCA3},
      {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}, {0xF0000, 0x10FFFF},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(ranges) && c >= ranges[i][0]; i++)
    if (c <= ranges[i][1])
      return TRUE;
  return FALSE;
}

/* The separators of lines and paragraphs: a space between words, which a page may print as a new
 * line or as nothing. */
static gboolean is_separator(gunichar c)
{
  return c == 0x2028 || c == 0x2029;
}

static gboolean is_hidden(gunichar c)
{
  return adref_hidden_is(c) || is_separator(c);
}

static gboolean is_joiner(gunichar c)
{
  return c == 0x200C || c == 0x200D;
}

gboolean adref_hidden_takes_joiner(gunichar before)
{
  return (before >= 0x0600 && before <= 0x10FF) || (before >= 0x1700 && before <= 0x18AF) ||
         (before >= 0xFB50 && before <= 0xFEFC) || before >= 0x1F000;
}

static gboolean uses_zero_width_spaces(gunichar c)
{
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

/* Symbols, and the ideographs that are signs, can be drawn as emoji. */
static gboolean has_emoji_variants(gunichar c)
{
  return (c >= 0x2100 && c <= 0x2BFF) || c == 0x3030 || c == 0x303D || c == 0x3297 || c == 0x3299 ||
         c >= 0x1F000;
}

/* Symbols, ideographs, emoji and South-East Asian letters have variants. */
static gboolean has_variants(gunichar c)
{
  return (c >= 0x2100 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x9FFF) || c >= 0x1F000 ||
         (c >= 0x1000 && c <= 0x18AF);
}

static gboolean is_allowed(gunichar before, gunichar c)
{
  if (is_joiner(c))
    return adref_hidden_takes_joiner(before);
  if (c == 0x200B)
    return uses_zero_width_spaces(before);
  if (c == 0xFE0E || c == 0xFE0F)
    return has_emoji_variants(before);
  if ((c >= 0xFE00 && c <= 0xFE02) || (c >= 0xE0100 && c <= 0xE01EF))
    return has_variants(before);
  return FALSE;
}

/* The script of a letter, for scripts whose letters look alike: 1 Latin, 2 Greek, 4 Cyrillic, 8
 * Armenian, Cherokee, Coptic, Lisu or Deseret; 0: another character. */
static guint script_of(gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha((char)c) ? 1 : 0;
  if (!g_unichar_isalpha(c))
    return 0;
  GUnicodeScript script = g_unichar_get_script(c);
  gboolean is_rare = script == G_UNICODE_SCRIPT_ARMENIAN || script == G_UNICODE_SCRIPT_CHEROKEE ||
                     script == G_UNICODE_SCRIPT_COPTIC || script == G_UNICODE_SCRIPT_LISU ||
                     script == G_UNICODE_SCRIPT_DESERET;
  return script == G_UNICODE_SCRIPT_LATIN      ? 1
         : script == G_UNICODE_SCRIPT_GREEK    ? 2
         : script == G_UNICODE_SCRIPT_CYRILLIC ? 4
         : is_rare                             ? 8
                                               : 0;
}

static gboolean is_mixed(guint scripts)
{
  return (scripts & (scripts - 1)) != 0;
}

static gboolean is_one_of(gunichar c, const gunichar *list, gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (c == list[i])
      return TRUE;
  return FALSE;
}

static gboolean is_ideograph(gunichar c)
{
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static gboolean is_katakana(gunichar c)
{
  return c >= 0x30A1 && c <= 0x30FC && c != 0x30FB;
}

/* Letters of Cyrillic and Greek that are drawn as a letter of Latin is. Small Greek letters are
 * not: single ones are symbols in any text. */
static gboolean looks_latin(gunichar c)
{
  static const gunichar letters[] = {
      0x0391, 0x0392, 0x0395, 0x0396, 0x0397, 0x0399, 0x039A, 0x039C, 0x039D, 0x039F,
      0x03A1, 0x03A4, 0x03A5, 0x03A7, 0x03BF, 0x0405, 0x0406, 0x0408, 0x0410, 0x0412,
      0x0415, 0x041A, 0x041C, 0x041D, 0x041E, 0x0420, 0x0421, 0x0422, 0x0423, 0x0425,
      0x0430, 0x0435, 0x043E, 0x0440, 0x0441, 0x0443, 0x0445, 0x0455, 0x0456, 0x0458,
      0x04BB, 0x04C0, 0x04CF, 0x0501, 0x051B, 0x051D,
  };
  return is_one_of(c, letters, G_N_ELEMENTS(letters));
}

/* Letters of Latin itself, or made of them, that are drawn as another letter is: dotless and
 * phonetic letters, small capitals, ligatures, letters for mathematics. */
static gboolean is_odd_latin(gunichar c)
{
  static const gunichar letters[] = {0x01C0, 0x0251, 0x0261, 0x0269, 0x026A, 0x1D04,
                                     0x1D0F, 0x1D1C, 0x1D20, 0x1D21, 0x1D22, 0xA731};
  return is_one_of(c, letters, G_N_ELEMENTS(letters)) || (c >= 0xFB00 && c <= 0xFB06) ||
         (c >= 0x1D400 && c <= 0x1D7FF);
}

/* What a language changes in the search. */
typedef struct {
  gunichar before;   /* as if it stood before the text */
  gboolean foreign;  /* Cyrillic and Greek letters are not the language's own */
  gboolean dotless;  /* it has the letter U+0131 */
  gboolean leftward; /* it is written from right to left, and uses direction marks */
} LanguageHabits;

/* Whether the code of a language stands in a list as ",ar,fa,". */
static gboolean is_language(const char *language, const char *list)
{
  char key[8];
  gsize length = language ? strcspn(language, "-_") : 0;
  if (length == 0 || length > sizeof key - 3)
    return FALSE;
  key[0] = key[length + 1] = ',';
  memcpy(key + 1, language, length);
  key[length + 2] = '\0';
  return strstr(list, key) != NULL;
}

static LanguageHabits habits_of(const char *language)
{
  return (LanguageHabits){
      .before = is_language(language, ",km,") ? 0x1780 : ' ',
      .foreign = !is_language(language, ",be,bg,el,kk,ky,mk,mn,ru,sr,tg,tt,uk,uz,"),
      .dotless = is_language(language, ",az,kk,tr,tt,"),
      .leftward = is_language(language, ",ar,dv,fa,he,ku,ps,sd,ug,ur,yi,"),
  };
}

enum {
  KATAKANA_E = 0x30A8,
  KATAKANA_KA = 0x30AB,
  KATAKANA_TA = 0x30BF,
  KATAKANA_CHI = 0x30C1,
  KATAKANA_TO = 0x30C8,
  KATAKANA_NI = 0x30CB,
  KATAKANA_HA = 0x30CF,
  KATAKANA_RO = 0x30ED,
  KATAKANA_LONG = 0x30FC,
  IDEOGRAPH_ONE = 0x4E00,
  IDEOGRAPH_TWO = 0x4E8C,
  IDEOGRAPH_EIGHT = 0x516B,
  IDEOGRAPH_POWER = 0x529B,
  IDEOGRAPH_THOUSAND = 0x5343,
  IDEOGRAPH_ORACLE = 0x535C,
  IDEOGRAPH_MOUTH = 0x53E3,
  IDEOGRAPH_EVENING = 0x5915,
  IDEOGRAPH_WORK = 0x5DE5
};

/* Whether a letter of katakana is drawn as an ideograph is, or the other way round. */
static gboolean may_trap(gunichar c)
{
  switch (c) {
  case KATAKANA_E:
  case KATAKANA_KA:
  case KATAKANA_TA:
  case KATAKANA_CHI:
  case KATAKANA_TO:
  case KATAKANA_NI:
  case KATAKANA_HA:
  case KATAKANA_RO:
  case KATAKANA_LONG:
  case IDEOGRAPH_ONE:
  case IDEOGRAPH_TWO:
  case IDEOGRAPH_EIGHT:
  case IDEOGRAPH_POWER:
  case IDEOGRAPH_THOUSAND:
  case IDEOGRAPH_ORACLE:
  case IDEOGRAPH_MOUTH:
  case IDEOGRAPH_EVENING:
  case IDEOGRAPH_WORK: return TRUE;
  default: return FALSE;
  }
}

static gboolean is_in(gunichar c, const char *letters)
{
  return c != 0 && g_utf8_strchr(letters, -1, c) != NULL;
}

/* A letter that is drawn as another one, and the letters beside it that show which one was meant:
 * ニつ is 二つ, 効カ is 効力, 八ノイ is ハノイ. NULL: any letter. */
static const struct {
  const char *letter, *before, *behind;
} kana[] = {
    {"ニ", NULL, "つ国者人年月日回件名点項条号章度種倍割重次百千万十"},
    {"ー", "のにはをとがへもで", "般定部方致層貫元律時連環切覧括"},
    {"ロ", NULL, "頭座径"},
    {"エ", NULL, "業場事程学芸作"},
    {"ハ", NULL, "月"},
    {"タ", NULL, "方刻食"},
    {"カ", "効協能努電動権勢魅圧実有強活暴武威体学財火水風労戦兵推", NULL},
};
static const struct {
  const char *letter, *behind;
} ideographs[] = {
    {"工", NULL},       {"夕", NULL},     {"卜", NULL},     {"力", "ンナタメザ"},
    {"八", "ノワンイ"}, {"口", "シンー"}, {"二", "ュャョ"}, {"千", "ェャュョ"},
};

static gboolean is_counter(gunichar c)
{
  return is_in(c, "カケヵヶ");
}

/* Whether a letter of katakana stands where only an ideograph can, with no katakana beside it. */
static gboolean is_lone_kana(gunichar before, gunichar c, gunichar behind)
{
  if (is_katakana(before) || is_katakana(behind))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(kana); i++) {
    if (!is_in(c, kana[i].letter))
      continue;
    gboolean begins = !kana[i].behind ? FALSE : before == 0;
    gboolean is_counted = !kana[i].behind && is_in(behind, "国月所年条村");
    return (begins || !kana[i].before || is_in(before, kana[i].before)) &&
           (!kana[i].behind || is_in(behind, kana[i].behind)) && !is_counted;
  }
  return FALSE;
}

/* Whether an ideograph begins a word of katakana. */
static gboolean is_lone_ideograph(gunichar before, gunichar c, gunichar behind)
{
  if (is_ideograph(before) || !is_katakana(behind) || is_counter(behind))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(ideographs); i++)
    if (is_in(c, ideographs[i].letter))
      return !ideographs[i].behind || is_in(behind, ideographs[i].behind);
  return FALSE;
}

/* Whether the middle one of three characters (0: a border of words) is a letter of katakana among
 * ideographs, or an ideograph among katakana, that is drawn as one of the others: 第ニ条 for
 * 第二条. In 日ロ首脳 it is the short name of a country. */
static gboolean is_kana_trap(gunichar before, gunichar c, gunichar behind)
{
  if (!may_trap(c))
    return FALSE;
  if (is_ideograph(before) && is_ideograph(behind) && is_katakana(c) && c != KATAKANA_KA)
    return !(c == KATAKANA_RO && is_in(before, "日米中英仏独伊印韓欧対反親朝豪"));
  if (is_katakana(before) && is_katakana(behind) && is_ideograph(c))
    return c != IDEOGRAPH_THOUSAND && !is_counter(behind);
  return is_lone_kana(before, c, behind) || is_lone_ideograph(before, c, behind);
}

static gboolean is_direction_mark(gunichar c)
{
  return c == 0x200E || c == 0x200F || c == 0x061C;
}

/* Marks on one letter that no spelling needs: in scripts of India and South-East Asia, where
 * vowels, tones and consonants below are marks, those of Hebrew and Arabic, and others. */
enum {
  MAX_MARKS_INDIC = 6,
  MAX_MARKS_SEMITIC = 4,
  MAX_MARKS = 2
};

static guint max_marks(gunichar letter)
{
  if (letter >= 0x0900 && letter <= 0x1CFF)
    return MAX_MARKS_INDIC;
  return letter >= 0x0590 && letter <= 0x08FF ? MAX_MARKS_SEMITIC : MAX_MARKS;
}

/* A mark that strikes through or encloses its letter, but for the frame of a key. */
static gboolean is_overlay(gunichar c)
{
  return (c >= 0x0334 && c <= 0x0338) || (c >= 0x20D0 && c <= 0x20F0 && c != 0x20E3);
}

static AdrefHiddenKind kind_of(gunichar c)
{
  if (c == 0x00AD)
    return ADREF_HIDDEN_SOFT_HYPHEN;
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || is_separator(c))
    return ADREF_HIDDEN_CONTROL;
  if (is_direction_mark(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
    return ADREF_HIDDEN_DIRECTION;
  if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000)
    return ADREF_HIDDEN_PRIVATE;
  return c >= 0xE0000 && c <= 0xE007F ? ADREF_HIDDEN_TAG : ADREF_HIDDEN_INVISIBLE;
}

/* A sign for a part of an ideograph, which is drawn as the ideograph is: U+2F47 as U+65E5. */
static gboolean is_radical(gunichar c)
{
  return c >= 0x2E80 && c <= 0x2FD5;
}

static gboolean is_border(gunichar c)
{
  if (c < 0x80)
    return !g_ascii_isalnum((char)c);
  return !is_radical(c) && (g_unichar_isspace(c) || g_unichar_ispunct(c));
}

/* A letter of Japanese or Chinese: no border of words, not hidden, no mark, of no script whose
 * letters look like those of another one. */
static gboolean is_east_asian(gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3041 && c <= 0x3094) ||
         (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}

/* The last two characters of a word, while a plain text is read. */
typedef struct {
  gunichar before, letter; /* 0: none */
} PlainWord;

/* Whether a character beyond ASCII is a border of words that every text may have: no-break space,
 * « », dashes, quotation marks, and 、。「」『』・. */
static gboolean is_plain_border(gunichar c)
{
  return c == 0x00A0 || c == 0x00AB || c == 0x00BB || (c >= 0x2010 && c <= 0x201F) || c == 0x3001 ||
         c == 0x3002 || (c >= 0x300C && c <= 0x300F) || c == 0x30FB;
}

/* Reads one character beyond ASCII; FALSE: it takes a closer look. */
static gboolean is_plain_character(PlainWord *word, gunichar c)
{
  gboolean is_latin = c >= 0x00C0 && c <= 0x00FF && c != 0x00D7 && c != 0x00F7;
  if (is_plain_border(c)) {
    gboolean is_trap = is_kana_trap(word->before, word->letter, 0);
    *word = (PlainWord){0};
    return !is_trap;
  }
  if (!is_latin && (!is_east_asian(c) || is_kana_trap(word->before, word->letter, c)))
    return FALSE;
  *word = (PlainWord){word->letter, c};
  return TRUE;
}

/* Whether a text has only characters in which nothing can hide, as most texts do: printable ASCII,
 * tabs and newlines, letters of Latin-1, Japanese and Chinese letters, and their signs. */
static gboolean is_plain(const char *text, gsize length)
{
  PlainWord word = {0}; /* without letters of ASCII, beside which nothing looks alike */
  for (gsize i = 0; i < length;) {
    guchar c = (guchar)text[i];
    if (c < 0x80) {
      gsize count = adref_byte_scan_printable(text + i, length - i);
      if ((count == 0 && c != '\n' && c != '\t') || is_kana_trap(word.before, word.letter, 0))
        return FALSE;
      word = (PlainWord){0};
      i += MAX(count, 1);
      continue;
    }
    if (!is_plain_character(&word, g_utf8_get_char(text + i)))
      return FALSE;
    i += (gsize)(g_utf8_next_char(text + i) - (text + i));
  }
  return !is_kana_trap(word.before, word.letter, 0);
}

/* A word while it is read. */
typedef struct {
  gsize start;
  guint scripts, letters; /* of which scripts; how many letters of these scripts */
  gboolean latin;         /* each of these letters is drawn as a letter of Latin */
  gboolean found;
  AdrefHiddenKind kind; /* of the first thing that was found */
  gunichar letter;      /* the last that is no mark */
  gunichar before;      /* and the one before it */
  guint marks;          /* on it */
} HiddenScan;

static void note(HiddenScan *self, AdrefHiddenKind kind)
{
  if (!self->found)
    self->kind = kind;
  self->found = TRUE;
}

static void scan_mark(HiddenScan *self, gunichar c)
{
  self->marks++;
  if (self->marks > max_marks(self->letter) || (is_overlay(c) && g_unichar_isalnum(self->letter)))
    note(self, ADREF_HIDDEN_MARKS);
}

static void scan_letter(HiddenScan *self, const LanguageHabits *habits, gunichar c)
{
  guint script = script_of(c);
  if (is_kana_trap(self->before, self->letter, c))
    note(self, ADREF_HIDDEN_LOOK_ALIKE);
  self->before = self->letter;
  self->letter = c;
  self->marks = 0;
  if (is_odd_latin(c) || is_radical(c) || (c == 0x0131 && !habits->dotless))
    note(self, ADREF_HIDDEN_LOOK_ALIKE);
  if (script == 0)
    return;
  self->scripts |= script;
  self->letters++;
  self->latin &= looks_latin(c);
}

/* Whether the letters of a word belong together: they mix scripts, or a whole word of Cyrillic or
 * Greek letters is drawn as one of Latin. */
static gboolean is_look_alike(const HiddenScan *self, const LanguageHabits *habits)
{
  if (is_mixed(self->scripts))
    return TRUE;
  return habits->foreign && self->latin &&
         (self->scripts == 4 || (self->scripts == 2 && self->letters > 1));
}

static gboolean is_hidden_here(const LanguageHabits *habits, gunichar before, gunichar c)
{
  return is_hidden(c) && !is_allowed(before, c) && !(habits->leftward && is_direction_mark(c));
}

/* A letter or digit of ASCII, as most are. */
static void scan_ascii(HiddenScan *self, gunichar c)
{
  gboolean is_letter = g_ascii_isalpha((char)c);
  self->before = self->letter;
  self->letter = c;
  self->marks = 0;
  self->scripts |= is_letter ? 1 : 0;
  self->letters += is_letter ? 1 : 0;
  self->latin &= !is_letter;
}

/* The same as scan_letter() of it. */
static void scan_east_asian(HiddenScan *self, gunichar c)
{
  if (is_kana_trap(self->before, self->letter, c))
    note(self, ADREF_HIDDEN_LOOK_ALIKE);
  self->before = self->letter;
  self->letter = c;
  self->marks = 0;
}

/* Reads one character that is no border of words. */
static void scan_character(HiddenScan *self, const LanguageHabits *habits, gunichar before,
                           gunichar c)
{
  if (c < 0x7F && c > ' ') {
    scan_ascii(self, c);
    return;
  }
  if (is_east_asian(c)) {
    scan_east_asian(self, c);
    return;
  }
  if (is_hidden_here(habits, before, c))
    note(self, kind_of(c));
  else if (g_unichar_ismark(c))
    scan_mark(self, c);
  else if (!is_hidden(c))
    scan_letter(self, habits, c);
}

gboolean adref_hidden_next(const char *text, gsize length, const char *language, gsize from,
                           AdrefHiddenWord *found)
{
  if (from >= length || is_plain(text + from, length - from))
    return FALSE;
  LanguageHabits habits = habits_of(language);
  gunichar before = habits.before;
  HiddenScan word = {.start = from, .latin = TRUE};
  for (gsize at = from; at <= length;) {
    gunichar c = at < length ? g_utf8_get_char(text + at) : ' ';
    gsize next = at < length ? (gsize)(g_utf8_next_char(text + at) - text) : at + 1;
    if (is_east_asian(c) || !is_border(c) || is_hidden(c)) {
      scan_character(&word, &habits, before, c);
    } else {
      if (is_look_alike(&word, &habits) || is_kana_trap(word.before, word.letter, 0))
        note(&word, ADREF_HIDDEN_LOOK_ALIKE);
      if (word.found) {
        *found = (AdrefHiddenWord){word.kind, word.start, at};
        return TRUE;
      }
      word = (HiddenScan){.start = next, .latin = TRUE};
    }
    before = c;
    at = next;
  }
  return FALSE;
}

gboolean adref_hidden_find(const char *text, gsize length, const char *language, gsize *start,
                           gsize *end)
{
  AdrefHiddenWord word;
  if (!adref_hidden_next(text, length, language, 0, &word))
    return FALSE;
  *start = word.start;
  *end = word.end;
  return TRUE;
}

const char *adref_hidden_kind_word(AdrefHiddenKind kind)
{
  static const char *const words[] = {
      "invisible character",     "direction control", "soft hyphen",
      "tag character",           "control character", "private character",
      "letters that look alike", "marks on a letter",
  };
  return words[kind];
}

/* What of the word that begins at p is written as numbers, besides hidden characters. */
typedef struct {
  gboolean foreign; /* letters that are not Latin */
  gboolean marks;
} EscapedParts;

static EscapedParts parts_of_word(const char *p, const char *end, const LanguageHabits *habits)
{
  HiddenScan word = {.latin = TRUE};
  for (; p < end; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (is_border(c) && !is_hidden(c))
      break;
    if (!is_hidden(c))
      scan_character(&word, habits, ' ', c);
  }
  return (EscapedParts){is_look_alike(&word, habits),
                        word.found && word.kind == ADREF_HIDDEN_MARKS};
}

static gboolean is_odd_space(gunichar c)
{
  return c != ' ' && g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR && c != 0x3000;
}

static gboolean is_escaped(gunichar c, const EscapedParts *parts, const LanguageHabits *habits)
{
  return is_hidden(c) || (parts->foreign && script_of(c) > 1) ||
         (parts->marks && g_unichar_ismark(c)) || is_odd_latin(c) || is_radical(c) ||
         (c == 0x0131 && !habits->dotless);
}

char *adref_hidden_escape(const char *text, gsize length, const char *language, gboolean spaces)
{
  GString *out = g_string_sized_new(length);
  LanguageHabits habits = habits_of(language);
  EscapedParts parts = {0};
  gboolean begins = TRUE;
  for (const char *p = text, *end = text + length; p < end; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gboolean border = is_border(c) && !is_hidden(c);
    if (border)
      parts = (EscapedParts){0};
    else if (begins)
      parts = parts_of_word(p, end, &habits);
    begins = border;
    if (is_escaped(c, &parts, &habits) || (spaces && is_odd_space(c)))
      g_string_append_printf(out, "<U+%04X>", c);
    else
      g_string_append_len(out, p, g_utf8_next_char(p) - p);
  }
  return g_string_free(out, FALSE);
}

struct AdrefConfusables {
  USpoofChecker *checker;
};

AdrefConfusables *adref_confusables_new(void)
{
  AdrefConfusables *confusables = g_new0(AdrefConfusables, 1);
  UErrorCode status = U_ZERO_ERROR;
  confusables->checker = uspoof_open(&status);
  return confusables;
}

void adref_confusables_free(AdrefConfusables *confusables)
{
  if (!confusables)
    return;
  uspoof_close(confusables->checker);
  g_free(confusables);
}

gboolean adref_confusables_match(AdrefConfusables *confusables, const char *first,
                                 const char *second)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t found = uspoof_areConfusableUTF8(confusables->checker, first, -1, second, -1, &status);
  return U_SUCCESS(status) && found != 0;
}
