#include "exchange/paragraphs/eastern_items.h"

#include <string.h>

#include "clause/labels/item_label.h"

#define IDEOGRAPHIC_SPACE 0x3000

enum {
  WRAPPED = 20,    /* characters: who writes prose breaks no shorter lines */
  MOST_LINES = 200 /* below the first item, in which the second one is looked for */
};

gboolean adref_eastern_is_letter(gunichar c)
{
  GUnicodeScript script = g_unichar_get_script(c);
  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || (g_unichar_iswide(c) && g_unichar_ispunct(c));
}

gboolean adref_eastern_is_text(const char *text, gsize length)
{
  enum {
    PART = 10
  };
  gsize letters = 0, eastern = 0;
  for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    letters += g_unichar_isalpha(c) ? 1 : 0;
    eastern += adref_eastern_is_letter(c) ? 1 : 0;
  }
  return eastern > 0 && eastern * PART >= letters;
}

gsize adref_eastern_indent(const char *line)
{
  gsize n = 0;
  for (;;) {
    if (line[n] == ' ' || line[n] == '\t' || line[n] == '\f')
      n += 1;
    else if (strncmp(line + n, "\xC2\xA0", 2) == 0)
      n += 2;
    else if (strncmp(line + n, "\xE3\x80\x80", 3) == 0)
      n += 3;
    else
      return n;
  }
}

/* --- one mark --- */

static gboolean is_in(const char *letters, gunichar c)
{
  return c != 0 && g_utf8_strchr(letters, -1, c) != NULL;
}

static gboolean is_kana(gunichar c)
{
  return is_in("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリル"
               "レロワヰヱヲン",
               c);
}

static gboolean is_ideograph(gunichar c)
{
  return is_in("一二三四五六七八九十", c);
}

/* Figures of ASCII and wide ones, at most `most`; returns what is behind them. */
static const char *read_figures(const char *at, guint most, guint *number)
{
  *number = 0;
  for (guint i = 0; i < most; i++, at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (!g_ascii_isdigit((char)(c < 0x80 ? c : 0)) && !(c >= 0xFF10 && c <= 0xFF19))
      break;
    *number = *number * 10 + (guint)g_unichar_digit_value(c);
  }
  return at;
}

static guint circle_number(gunichar c)
{
  if (c >= 0x2460 && c <= 0x2473)
    return c - 0x2460 + 1;
  if (c >= 0x3251 && c <= 0x325F)
    return c - 0x3251 + 21;
  return c >= 0x32B1 && c <= 0x32BF ? c - 0x32B1 + 36 : 0;
}

/* （ア）, (1) */
static const char *read_inner(const char *words, AdrefEasternItem *item)
{
  gboolean wide = g_str_has_prefix(words, "（");
  const char *at = wide ? words + strlen("（") : words + 1;
  if (is_kana(g_utf8_get_char(at))) {
    item->kind = ADREF_EASTERN_KANA_IN;
    at = g_utf8_next_char(at);
  } else {
    item->kind = ADREF_EASTERN_FIGURE;
    at = read_figures(at, 2, &item->number);
    if (item->number == 0)
      return NULL;
  }
  if (!g_str_has_prefix(at, "）") && *at != ')')
    return NULL;
  return g_utf8_next_char(at);
}

/* One sign that is a mark by itself. */
static gboolean read_sign(gunichar c, AdrefEasternItem *item)
{
  if (is_in("・･●■◆", c)) {
    item->kind = ADREF_EASTERN_BULLET;
  } else if ((item->number = circle_number(c)) > 0) {
    item->kind = ADREF_EASTERN_CIRCLE;
  } else if (c >= 0x2474 && c <= 0x2487) {
    item->kind = ADREF_EASTERN_SIGN;
    item->number = c - 0x2474 + 1;
  } else if (c >= 0x32D0 && c <= 0x32FE) { /* ㋐ */
    item->kind = ADREF_EASTERN_KANA_IN;
  }
  return item->kind != ADREF_EASTERN_NONE;
}

/* What an ideographic space has to follow. */
static const char *read_spaced(const char *words, AdrefEasternItem *item)
{
  gunichar c = g_utf8_get_char(words);
  const char *at = g_utf8_next_char(words);
  if (is_kana(c)) {
    item->kind = ADREF_EASTERN_KANA;
  } else if (is_ideograph(c)) {
    item->kind = ADREF_EASTERN_IDEOGRAPH;
    while (is_ideograph(g_utf8_get_char(at)))
      at = g_utf8_next_char(at);
  } else {
    item->kind = ADREF_EASTERN_NUMBER;
    at = read_figures(words, 3, &item->number);
  }
  gboolean empty = item->kind == ADREF_EASTERN_NUMBER && item->number == 0;
  return empty || g_utf8_get_char(at) != IDEOGRAPHIC_SPACE ? NULL : at;
}

/* Whether texts in other scripts have the mark, too: only words in these make it one of theirs. */
static gboolean is_of_any_script(const AdrefEasternItem *item, gunichar c)
{
  return (item->kind == ADREF_EASTERN_BULLET && !is_in("・･", c)) ||
         (item->kind == ADREF_EASTERN_FIGURE && c == '(');
}

AdrefEasternItem adref_eastern_item_read(const char *words)
{
  const AdrefEasternItem none = {ADREF_EASTERN_NONE, 0, 0};
  AdrefEasternItem item = none;
  if (!*words)
    return none;
  gunichar c = g_utf8_get_char(words);
  const char *behind = g_utf8_next_char(words);
  if (c == '(' || c == 0xFF08)
    behind = read_inner(words, &item);
  else if (!read_sign(c, &item))
    behind = read_spaced(words, &item);
  if (!behind)
    return none;
  item.length = (gsize)(behind - words) + adref_eastern_indent(behind);
  gunichar first = g_utf8_get_char(words + item.length);
  gboolean repeated = item.kind == ADREF_EASTERN_BULLET && first == c; /* ・・・ */
  if (first == 0 || repeated || (is_of_any_script(&item, c) && !adref_eastern_is_letter(first)))
    return none;
  return item;
}

/* --- lines --- */

/* Whether a line ends as a sentence, a clause or an introduction does. */
static gboolean is_ended(const char *line)
{
  gsize length = strlen(line);
  return length > 0 &&
         is_in("。：:；;、，,.！？」』", g_utf8_get_char(g_utf8_prev_char(line + length)));
}

/* Whether the next item of this kind stands in the lines below, up to an empty one. */
static gboolean has_next(char **below, const AdrefEasternItem *item)
{
  for (guint i = 0; i < MOST_LINES && below[i] && below[i][adref_eastern_indent(below[i])]; i++) {
    AdrefEasternItem other = adref_eastern_item_read(below[i] + adref_eastern_indent(below[i]));
    if (other.kind == item->kind && (item->number == 0 || other.number == item->number + 1))
      return TRUE;
  }
  return FALSE;
}

guint8 *adref_eastern_items_find(char **lines)
{
  guint last[ADREF_EASTERN_IDEOGRAPH + 1] = {0}; /* the number of the last one, or 1 */
  guint8 *kinds = g_new0(guint8, g_strv_length(lines) + 1);
  gboolean begins_block = TRUE;
  for (guint i = 0; lines[i]; i++) {
    const char *words = lines[i] + adref_eastern_indent(lines[i]);
    AdrefEasternItem item = adref_eastern_item_read(words);
    gboolean goes_on =
        last[item.kind] > 0 && item.number == (item.number ? last[item.kind] + 1 : 0);
    gboolean first = item.number <= 1 || item.kind == ADREF_EASTERN_NUMBER;
    if (item.kind != ADREF_EASTERN_NONE &&
        (begins_block || goes_on ||
         (first && (is_ended(lines[i - 1]) || has_next(lines + i + 1, &item))))) {
      kinds[i] = (guint8)item.kind;
      last[item.kind] = MAX(item.number, 1);
    }
    begins_block = !*words;
    for (guint kind = 0; begins_block && kind < G_N_ELEMENTS(last); kind++)
      last[kind] = 0;
  }
  return kinds;
}

gboolean adref_eastern_line_goes_on(const char *before, const char *end, const char *line)
{
  gsize length = strcspn(line, "\n");
  if (end <= before || !adref_eastern_is_letter(g_utf8_get_char(line)) ||
      !adref_eastern_is_letter(g_utf8_get_char(g_utf8_prev_char(end))))
    return FALSE;
  return g_utf8_strlen(before, end - before) >= WRAPPED && !memchr(line, '|', length) &&
         !memchr(before, '|', (gsize)(end - before)) && *before != '#' && *before != '<' &&
         adref_item_label_read(line, length).length == 0;
}
