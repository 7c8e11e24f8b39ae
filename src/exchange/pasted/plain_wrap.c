#include "exchange/pasted/plain_wrap.h"

#include <string.h>

#include "base/pattern.h"
#include "clause/labels/item_label.h"
#include "clause/labels/numbering.h"
#include "exchange/paragraphs/eastern_items.h"
#include "exchange/paragraphs/opening_words.h"

enum {
  LEAST = 34,       /* characters at which lines are broken */
  MOST = 120,       /* no editor of plain text breaks lines there */
  LIKELY = 40,      /* characters of a broken line, where there are too few to tell their width */
  FEWEST_LINES = 4, /* that go on, to tell whether they are broken */
  LOOKED_AT = 100   /* lines of a paragraph, before and behind one */
};

static glong length_of(const char *line)
{
  return g_utf8_strlen(line, -1);
}

static gboolean goes_on(char *const *line)
{
  return **line && line[1] && *line[1];
}

/* The characters that had to fit into the line before: a word, or one letter of Japanese. */
static glong first_word(const char *words)
{
  gunichar first = g_utf8_get_char(words);
  return adref_eastern_is_letter(first) ? 1 : g_utf8_strlen(words, (gssize)strcspn(words, " \t"));
}

static gboolean is_full(glong width, const char *line, const char *below)
{
  const char *words = below + strspn(below, " \t");
  glong space = adref_eastern_is_letter(g_utf8_get_char(words)) ? 0 : 1;
  return length_of(line) + space + first_word(words) > width;
}

static gint compare_lengths(gconstpointer a, gconstpointer b)
{
  glong first = *(const glong *)a, second = *(const glong *)b;
  return (first < second) - (first > second);
}

/* Of twenty lines that go on one may be longer: the row of a table. */
glong adref_plain_wrap_width(char *const *lines)
{
  g_autoptr(GArray) lengths = g_array_new(FALSE, FALSE, sizeof(glong));
  for (char *const *line = lines; *line; line++) {
    glong length = length_of(*line);
    if (goes_on(line) && length <= MOST)
      g_array_append_val(lengths, length);
  }
  if (lengths->len < FEWEST_LINES)
    return 0;
  g_array_sort(lengths, compare_lengths);
  glong width = g_array_index(lengths, glong, lengths->len / 20);
  guint full = 0;
  for (char *const *line = lines; *line; line++)
    full += goes_on(line) && length_of(*line) <= MOST && is_full(width, *line, line[1]);
  return width >= LEAST && full * 2 >= lengths->len ? width : 0;
}

gboolean adref_plain_wrap_ends_sentence(const char *line)
{
  static const char *const ends[] = {".",  ":",  ";",  "!", "?", "。", "；",
                                     "：", "！", "？", "؟", "؛", "।",  "။"};
  gsize length = strlen(line);
  while (length > 0 && strchr(" \t\f\r", line[length - 1]))
    length--;
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
    gsize sign = strlen(ends[i]);
    if (length >= sign && memcmp(line + length - sign, ends[i], sign) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A mark: the words before its last number or letters, and these. */
typedef struct {
  gsize before, length;
  gint64 number, letter, roman; /* values of it; 0: it is none of that kind */
} WrapMark;

/* A letter of another alphabet, "(ก)", by its place in it. */
static WrapMark read_other_letter(const char *words, gsize length)
{
  AdrefItemLabel label = adref_item_label_read(words, length);
  gboolean is_letter = label.length > 0 && label.kind == ADREF_ITEM_LABEL_LETTER;
  return is_letter ? (WrapMark){.before = 1, .length = 1, .letter = label.numbers[0]}
                   : (WrapMark){0};
}

static WrapMark read_mark(const char *words, gsize length)
{
  WrapMark mark = {.before = length};
  while (mark.before > 0 && !g_ascii_isalnum(words[mark.before - 1]))
    mark.before--;
  if (mark.before == 0 && *words == '(')
    return read_other_letter(words, length);
  gsize end = mark.before;
  while (mark.before > 0 && g_ascii_isalnum(words[mark.before - 1]))
    mark.before--;
  const char *value = words + mark.before;
  mark.length = end - mark.before;
  mark.number = g_ascii_strtoll(value, NULL, 10);
  mark.letter = mark.length == 1 && g_ascii_isalpha(*value) ? g_ascii_tolower(*value) : 0;
  mark.roman = adref_numbering_roman_value(value, mark.length);
  return mark;
}

static gboolean are_neighbours(gint64 one, gint64 other)
{
  return one > 0 && other > 0 && ABS(one - other) == 1;
}

/* Whether a line begins with the number before or behind the mark: "2." and "3.", "(a)" and "(b)",
 * "Article IV" and "Article V"; or with the same mark where it has no number. */
static gboolean is_in_list(const char *line, const char *words, gsize length)
{
  WrapMark mark = read_mark(words, length);
  if (mark.length == 0)
    return strncmp(line, words, length) == 0;
  WrapMark other = read_mark(line, adref_opening_number_length(line));
  return other.before == mark.before && strncmp(line, words, mark.before) == 0 &&
         (are_neighbours(mark.number, other.number) || are_neighbours(mark.letter, other.letter) ||
          are_neighbours(mark.roman, other.roman));
}

gboolean adref_plain_wrap_is_in_list(char *const *lines, guint at, const char *words, gsize length)
{
  for (guint i = at, n = 0; i > 0 && *lines[i - 1] && n < LOOKED_AT; i--, n++)
    if (is_in_list(lines[i - 1] + adref_eastern_indent(lines[i - 1]), words, length))
      return TRUE;
  for (guint i = at + 1, n = 0; lines[i] && *lines[i] && n < LOOKED_AT; i++, n++)
    if (is_in_list(lines[i] + adref_eastern_indent(lines[i]), words, length))
      return TRUE;
  return FALSE;
}

/* Whether a line is as long as an editor makes them. */
static gboolean is_likely(const char *line)
{
  glong length = length_of(line);
  return length >= LIKELY && length <= MOST;
}

gboolean adref_plain_wrap_is_none(char *const *lines)
{
  guint longs = 0, broken = 0;
  for (char *const *line = lines; *line; line++) {
    longs += length_of(*line) > MOST;
    broken += goes_on(line) && is_likely(*line) && !adref_plain_wrap_ends_sentence(*line);
  }
  return longs > 0 && longs >= broken;
}

gboolean adref_plain_wrap_goes_on(glong width, char *const *lines, guint at, const char *words,
                                  gsize length)
{
  if (at == 0 || !*lines[at - 1] || adref_plain_wrap_ends_sentence(lines[at - 1]))
    return FALSE;
  gboolean full = width > 0 ? is_full(width, lines[at - 1], words) : is_likely(lines[at - 1]);
  return full && !adref_plain_wrap_is_in_list(lines, at, words, length);
}

gboolean adref_plain_wrap_is_figure(const char *words)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new("^[0-9]{1,3}(?:[.,][0-9]{1,3})* \\p{Ll}|"
                                "^[0-9]{1,2} \\p{Lu}\\p{L}{2,11}\\.?,? [12][0-9]{3}(?![0-9])",
                                FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  return g_ascii_isdigit(*words) && adref_pattern_find(pattern, words, strlen(words), 0, NULL,
                                                       NULL) == ADREF_PATTERN_MATCH_YES;
}

gboolean adref_plain_wrap_is_bare_figure(const char *words)
{
  gsize length = 0;
  while (g_ascii_isdigit(words[length]) ||
         (length > 0 && (words[length] == '.' || words[length] == ',') &&
          g_ascii_isdigit(words[length + 1])))
    length++;
  return length > 0 && words[length] && strchr(" ],", words[length]);
}
