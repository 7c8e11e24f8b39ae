#include "clause/labels/item_label.h"

#include <string.h>

#include "clause/labels/numbering.h"

/* Words before a number. Equal numbers have the same meaning in a sequence. */
static const struct {
  const char *word;
  guint id;
} words[] = {
    {"Article", 1},  {"ARTICLE", 1},  {"Art.", 1},     {"Artikel", 1}, {"Artículo", 1},
    {"Artigo", 1},   {"Articolo", 1}, {"Статья", 1},   {"Điều", 1},    {"ĐIỀU", 1},
    {"Khoản", 2},    {"Chương", 3},   {"CHƯƠNG", 3},   {"Mục", 4},     {"ข้อ", 5},
    {"มาตรา", 6},    {"หมวด", 7},     {"Pasal", 8},    {"PASAL", 8},   {"Perkara", 9},
    {"Ayat", 10},    {"Section", 11}, {"SECTION", 11}, {"Sec.", 11},   {"Chapter", 12},
    {"CHAPTER", 12}, {"Part", 13},    {"PART", 13},    {"Rule", 14},   {"Paragraph", 15},
    {"Para.", 15},   {"Annex", 16},   {"ANNEX", 16},   {"§", 17},      {"§§", 17},
    {"មាត្រា", 18},   {"ມາດຕາ", 19},   {"ပုဒ်မ", 20},     {"المادة", 21}, {"Clause", 22},
};

/* Units of 第三条 and 제3조. */
static const struct {
  const char *unit;
  guint id;
} units[] = {
    {"条", 41}, {"條", 41}, {"조", 41}, {"章", 42}, {"장", 42}, {"節", 43}, {"节", 43},
    {"項", 44}, {"项", 44}, {"号", 45}, {"款", 46}, {"編", 47}, {"编", 47}, {"部", 48},
};

static const char *const alphabets[] = {"กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
                                        "абвгдежзиклмнопрстуфхцчшщэюя", "αβγδεζηθικλμνξοπρστυφχψω",
                                        "أبجدهوزحطي", "가나다라마바사아자차카타파하"};

typedef struct {
  const char *at, *end;
} Cursor;

static gunichar peek(const Cursor *self)
{
  return self->at < self->end ? g_utf8_get_char(self->at) : 0;
}

static void step(Cursor *self)
{
  self->at = g_utf8_next_char(self->at);
}

static gboolean take(Cursor *self, const char *word)
{
  gsize length = strlen(word);
  if ((gsize)(self->end - self->at) < length || memcmp(self->at, word, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

static gboolean is_space(gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xA0;
}

static void skip_spaces(Cursor *self)
{
  while (is_space(peek(self)))
    step(self);
}

/* Up to three figures of any script; 0: none, or a number that begins with 0, or a longer one. */
static guint take_figures(Cursor *self)
{
  guint number = 0, digits = 0;
  Cursor cursor = *self;
  for (; g_unichar_isdigit(peek(&cursor)) && digits <= 3; digits++) {
    number = number * 10 + (guint)g_unichar_digit_value(peek(&cursor));
    if (number == 0)
      return 0;
    step(&cursor);
  }
  if (digits == 0 || digits > 3)
    return 0;
  *self = cursor;
  return number;
}

static guint ideograph_value(gunichar c)
{
  static const gunichar figures[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                     0x516D, 0x4E03, 0x516B, 0x4E5D};
  for (guint i = 0; i < G_N_ELEMENTS(figures); i++)
    if (figures[i] == c)
      return i + 1;
  return c == 0x5341 ? 10 : c == 0x767E ? 100 : 0;
}

/* 三, 十二, 二十, 百五: below 1,000. */
static guint take_ideographs(Cursor *self)
{
  guint number = 0, last = 0, value;
  while ((value = ideograph_value(peek(self))) > 0 && number < 1000) {
    if (value >= 10) {
      number += MAX(last, 1) * value;
      last = 0;
    } else {
      last = value;
    }
    step(self);
  }
  return number + last;
}

static guint take_suffix(Cursor *self)
{
  Cursor cursor = *self;
  skip_spaces(&cursor);
  for (guint n = 2; adref_numbering_suffix(n); n++) {
    Cursor behind = cursor;
    if (take(&behind, adref_numbering_suffix(n)) && !g_unichar_isalnum(peek(&behind))) {
      *self = behind;
      return n;
    }
  }
  return 0;
}

/* "đ" follows "d" in Vietnamese lists, as "d bis" does. */
static gboolean take_d_bar(Cursor *self, AdrefItemLabel *label)
{
  if (!take(self, "đ"))
    return FALSE;
  label->numbers[0] = 'd' - 'a' + 1;
  label->suffix = 2;
  return TRUE;
}

/* A letter of another alphabet; its place, from 1. */
static guint take_other_letter(Cursor *self)
{
  gunichar c = peek(self);
  for (gsize i = 0; i < G_N_ELEMENTS(alphabets) && c >= 0x80; i++) {
    const char *found = g_utf8_strchr(alphabets[i], -1, c);
    if (found) {
      step(self);
      return (guint)g_utf8_pointer_to_offset(alphabets[i], found) + 1;
    }
  }
  return 0;
}

static gboolean is_capital(const AdrefItemLabel *label)
{
  return label->kind == ADREF_ITEM_LABEL_CAPITAL;
}

/* "a", "aa", "iv": Latin letters of one case. */
static gboolean take_letters(Cursor *self, AdrefItemLabel *label)
{
  enum {
    LONGEST = 8
  };
  const char *start = self->at;
  gboolean capital = g_ascii_isupper(*start);
  while (self->at < self->end && g_ascii_isalpha(*self->at) &&
         g_ascii_isupper(*self->at) == capital)
    self->at++;
  gsize length = (gsize)(self->at - start);
  if (length == 0 || length > LONGEST)
    return FALSE;
  guint letter = (guint)(g_ascii_tolower(start[0]) - 'a') + 1;
  gboolean is_double = length == 2 && start[0] == start[1];
  label->kind = capital ? ADREF_ITEM_LABEL_CAPITAL : ADREF_ITEM_LABEL_LETTER;
  label->roman = adref_numbering_roman_value(start, length);
  label->numbers[0] = length == 1 ? letter : is_double ? 26 + letter : 0;
  label->count = 1;
  if (label->numbers[0] == 0 && label->roman > 0) {
    label->kind = is_capital(label) ? ADREF_ITEM_LABEL_ROMAN_CAPITAL : ADREF_ITEM_LABEL_ROMAN;
    label->numbers[0] = label->roman;
  }
  return label->numbers[0] > 0;
}

static gboolean take_mark(Cursor *self, AdrefItemLabel *label, gboolean ideographs)
{
  Cursor start = *self;
  label->kind = ADREF_ITEM_LABEL_FIGURE;
  label->count = 1;
  label->numbers[0] = take_figures(self);
  if (label->numbers[0] == 0 && ideographs)
    label->numbers[0] = take_ideographs(self);
  if (label->numbers[0] > 0)
    return TRUE;
  *self = start;
  label->kind = ADREF_ITEM_LABEL_LETTER;
  if (take_d_bar(self, label))
    return TRUE;
  label->numbers[0] = take_other_letter(self);
  return label->numbers[0] > 0 || (self->at < self->end && take_letters(self, label));
}

/* "(a)", "（一）", "(a bis)" */
static gboolean read_parenthesis(Cursor *self, AdrefItemLabel *label)
{
  gboolean wide = take(self, "（");
  if ((!wide && !take(self, "(")) || !take_mark(self, label, TRUE))
    return FALSE;
  guint suffix = take_suffix(self);
  label->suffix = suffix > 0 ? suffix : label->suffix;
  label->end = wide ? 0xFF09 : ')';
  if (!take(self, wide ? "）" : ")"))
    return FALSE;
  if (label->suffix == 0)
    label->suffix = peek(self) != ' ' ? take_suffix(self) : 0;
  return TRUE;
}

/* "a)", "iv.", "一、", "一　", "١.", "١-"; a figure of ASCII before a point is a list of
 * CommonMark.
 */
static gboolean read_mark(Cursor *self, AdrefItemLabel *label)
{
  if (take_ideographs(&(Cursor){self->at, self->end}) > 0) {
    label->kind = ADREF_ITEM_LABEL_FIGURE;
    label->count = 1;
    label->numbers[0] = take_ideographs(self);
    label->end = peek(self) == 0x3000 ? 0x3000 : 0x3001;
    return label->end == 0x3000 || take(self, "、");
  }
  if (g_ascii_isdigit((char)MIN(peek(self), 0x7F)) || !take_mark(self, label, FALSE))
    return FALSE;
  label->end = peek(self);
  gboolean figure = label->kind == ADREF_ITEM_LABEL_FIGURE;
  return take(self, ")") || take(self, ".") || (figure && (take(self, "-") || take(self, "။")));
}

static gboolean add_number(AdrefItemLabel *label, guint number)
{
  if (label->count == ADREF_ITEM_LABEL_NUMBERS)
    return FALSE;
  label->numbers[label->count++] = number;
  return TRUE;
}

/* ".2", ".X" and "(2)", "(b)" behind the first number. */
static gboolean take_more_numbers(Cursor *self, AdrefItemLabel *label, gboolean parentheses)
{
  for (;;) {
    Cursor cursor = *self;
    AdrefItemLabel inner = {0};
    guint number = 0;
    if (take(&cursor, ".")) {
      number = take_figures(&cursor);
      if (number == 0 && !take(&cursor, "X"))
        return TRUE;
    } else {
      skip_spaces(&cursor);
      if (!parentheses || !read_parenthesis(&cursor, &inner))
        return TRUE;
      number = inner.numbers[0];
    }
    if (!add_number(label, number))
      return FALSE;
    *self = cursor;
  }
}

static gboolean read_decimal(Cursor *self, AdrefItemLabel *label)
{
  guint number = take_figures(self);
  if (number == 0 || peek(self) != '.')
    return FALSE;
  label->kind = ADREF_ITEM_LABEL_DECIMAL;
  add_number(label, number);
  if (!take_more_numbers(self, label, FALSE) || label->count < 2)
    return FALSE;
  label->suffix = take_suffix(self);
  take(self, ".");
  return TRUE;
}

static gboolean take_word_number(Cursor *self, AdrefItemLabel *label)
{
  const char *start = self->at;
  guint number = take_figures(self);
  if (number == 0) {
    while (self->at < self->end && g_ascii_isupper(*self->at))
      self->at++;
    number = adref_numbering_roman_value(start, (gsize)(self->at - start));
  }
  return number > 0 && add_number(label, number);
}

static gboolean read_word(Cursor *self, AdrefItemLabel *label)
{
  const char *start = self->at;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    self->at = start;
    if (*words[i].word != *start || !take(self, words[i].word) || !is_space(peek(self)))
      continue;
    step(self);
    label->kind = ADREF_ITEM_LABEL_WORD;
    label->word = words[i].id;
    if (!take_word_number(self, label) || !take_more_numbers(self, label, TRUE))
      return FALSE;
    label->suffix = take_suffix(self);
    if (!take(self, "."))
      take(self, ":");
    return TRUE;
  }
  return FALSE;
}

/* 第三条, 第3条の2, 제3조 */
static gboolean read_eastern(Cursor *self, AdrefItemLabel *label)
{
  if (!take(self, "第") && !take(self, "제"))
    return FALSE;
  guint number = take_figures(self);
  if (!add_number(label, number > 0 ? number : take_ideographs(self)) || label->numbers[0] == 0)
    return FALSE;
  label->kind = ADREF_ITEM_LABEL_WORD;
  for (gsize i = 0; i < G_N_ELEMENTS(units) && label->word == 0; i++)
    if (take(self, units[i].unit))
      label->word = units[i].id;
  if (label->word > 0 && take(self, "の")) {
    number = take_figures(self);
    return add_number(label, number > 0 ? number : take_ideographs(self)) &&
           label->numbers[label->count - 1] > 0;
  }
  return label->word > 0;
}

static gboolean is_end(gunichar c)
{
  return c == 0 || c == '\n' || is_space(c) || c == 0x3000;
}

/* Whether a label can end here. */
static gboolean ends(const Cursor *self, const AdrefItemLabel *label)
{
  gunichar c = peek(self);
  if (c == '\\' && (self->at + 1 == self->end || self->at[1] == '\n'))
    return TRUE;
  if (label->end == 0xFF09 || label->end == 0x3001)
    return TRUE;
  if (!is_end(c))
    return FALSE;
  Cursor words_after = *self;
  while (is_space(peek(&words_after)))
    step(&words_after);
  gunichar first = peek(&words_after);
  gboolean strict = label->kind == ADREF_ITEM_LABEL_WORD || label->kind == ADREF_ITEM_LABEL_DECIMAL;
  return !strict || !(g_unichar_islower(first) || g_unichar_isdigit(first) || first == ',');
}

/* Whether a label or a bullet may begin here. Most lines of prose begin with a word that is none,
 * and are known by it at little cost. */
static gboolean may_begin_label(const char *line, gsize length)
{
  static const char initials[] = "ACKMPRS"; /* of the words before a number */
  gsize letters = 0;
  while (letters < length && g_ascii_isalpha(line[letters]))
    letters++;
  if (letters == 0)
    return length > 0;
  gboolean marked = letters < length && strchr(").", line[letters]);
  return marked || (letters == 1 && *line == 'o') || strchr(initials, *line);
}

AdrefItemLabel adref_item_label_read(const char *line, gsize length)
{
  static gboolean (*const readers[])(Cursor * self, AdrefItemLabel * label) = {
      read_parenthesis, read_decimal, read_word, read_eastern, read_mark};
  if (!may_begin_label(line, length))
    return (AdrefItemLabel){0};
  for (gsize i = 0; i < G_N_ELEMENTS(readers); i++) {
    Cursor cursor = {line, line + length};
    AdrefItemLabel label = {0};
    if (readers[i](&cursor, &label) && ends(&cursor, &label)) {
      label.length = (gsize)(cursor.at - line);
      return label.length <= ADREF_ITEM_LABEL_LIMIT ? label : (AdrefItemLabel){0};
    }
  }
  return (AdrefItemLabel){0};
}

/* --- bullets --- */

/* A bullet that needs no space behind it, and one that does, since it may be a dash. */
static const char free_bullets[] = "•‣◦▪▫●○■□◆◇▶►➢➤❖✓✔⁃∙・･\xEF\x82\xB7\xEF\x82\xA7\xEF\x83\x98",
                  spaced_bullets[] = "–—·−‐‑";

static gboolean is_one_of(const char *signs, gunichar c)
{
  return c != 0 && g_utf8_strchr(signs, -1, c) != NULL;
}

static gboolean is_wide_space(gunichar c)
{
  return is_space(c) || c == 0x3000;
}

/* Whether a line ends here, perhaps with a hard break. */
static gboolean is_line_end(const Cursor *self)
{
  gunichar c = peek(self);
  return c == 0 || c == '\n' || (c == '\\' && (self->at + 1 == self->end || self->at[1] == '\n'));
}

/* "o" as Word writes an inner bullet, before a tab or two spaces: not the word of Portuguese. */
static gboolean is_letter_bullet(const Cursor *behind)
{
  Cursor second = *behind;
  if (peek(behind) != ' ')
    return peek(behind) == '\t';
  step(&second);
  return peek(&second) == ' ' || peek(&second) == '\t';
}

static gboolean read_bullet(Cursor *self, AdrefItemLabel *label)
{
  gunichar sign = peek(self);
  gboolean is_free = is_one_of(free_bullets, sign);
  if (!is_free && sign != 'o' && !is_one_of(spaced_bullets, sign))
    return FALSE;
  step(self);
  Cursor behind = *self, words_behind = *self;
  while (peek(&behind) == ' ' || peek(&behind) == '\t')
    step(&behind);
  while (is_wide_space(peek(&words_behind)))
    step(&words_behind);
  gunichar first = peek(&words_behind);
  gboolean again = is_one_of(free_bullets, first) || is_one_of(spaced_bullets, first);
  label->kind = ADREF_ITEM_LABEL_BULLET;
  label->end = sign;
  if (again || is_free)
    return !again;
  if (is_line_end(self) && peek(self) == '\\')
    return TRUE;
  gboolean spaced = sign == 'o' ? is_letter_bullet(self) : is_wide_space(peek(self));
  return spaced && !is_line_end(&behind);
}

AdrefItemLabel adref_item_mark_read(const char *line, gsize length)
{
  AdrefItemLabel label = adref_item_label_read(line, length);
  if (label.length > 0 || !may_begin_label(line, length))
    return label;
  Cursor cursor = {line, line + length};
  if (!read_bullet(&cursor, &label))
    return (AdrefItemLabel){0};
  label.length = (gsize)(cursor.at - line);
  return label;
}

gboolean adref_item_label_is_bullet(const char *label)
{
  gunichar c = g_utf8_get_char(label);
  return c != 0 && !*g_utf8_next_char(label) &&
         (c == 'o' || is_one_of(free_bullets, c) || is_one_of(spaced_bullets, c));
}

const char *adref_item_label_space(const char *label, const char *behind)
{
  gunichar c = g_utf8_get_char(label), first = g_utf8_get_char(behind);
  gboolean wide = g_str_has_suffix(label, "）") || g_str_has_suffix(label, "、") ||
                  is_one_of("・･", c) || (is_one_of(free_bullets, c) && g_unichar_iswide(first));
  if (c == 'o' && !label[1])
    return "  ";
  return wide || first == 0xA0 || first == 0x3000 ? "" : " ";
}

gboolean adref_item_label_may_be_dash(const AdrefItemLabel *label)
{
  return !is_one_of(free_bullets, label->end);
}
