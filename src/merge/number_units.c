#include "merge/number_units.h"

#include <string.h>

#include "clause/words.h"

enum {
  MAX_JOINED = 120 /* bytes of a number with its units */
};

static const char *const digits[] = {"〇", "零", "一", "二", "三", "四", "五", "六", "七", "八",
                                     "九", "十", "百", "千", "万", "億", "兆", "亿", "两", NULL};

static const char *const prefixes[] = {"第", "令和", "平成", "昭和", "大正", "明治", "西暦", NULL};

/* Longer ones first. */
static const char *const units[] = {
    "パーセント", "キロメートル", "メートル", "キログラム", "ユーロ", "バーツ",
    "ウォン",     "ドル",         "トン",     "週間",       "日間",   "年間",
    "か月",       "ヶ月",         "カ月",     "か国",       "カ国",   "ヶ国",
    "円",         "年",           "月",       "日",         "条",     "項",
    "号",         "章",           "節",       "回",         "名",     "人",
    "時",         "分",           "秒",       "件",         "個",     "台",
    "国",         "歳",           "週",       "元",         "百分点", "平方公里",
    "公里",       "公斤",         "美元",     "日元",       "欧元",   "英镑",
    "人民币",     "吨",           "米",       "天",         "个",     "款",
    "倍",         "％",           "度",       NULL};

/* The length of the word of a list that the text begins with; 0: none. */
static gsize begins_with(const char *text, gsize length, const char *const *words)
{
  for (; *words; words++) {
    gsize size = strlen(*words);
    if (size <= length && memcmp(text, *words, size) == 0)
      return size;
  }
  return 0;
}

static gboolean is_wide_digit(gunichar c)
{
  return c >= 0xFF10 && c <= 0xFF19;
}

static gsize number_length(const char *text, gsize length)
{
  gsize at = 0;
  while (at < length) {
    gsize digit = begins_with(text + at, length - at, digits);
    gboolean point =
        at > 0 && strchr(".,", text[at]) && at + 1 < length && g_ascii_isdigit(text[at + 1]);
    if (digit == 0 && !g_ascii_isdigit(text[at]) && !point &&
        !is_wide_digit(g_utf8_get_char(text + at)))
      break;
    at += digit > 0 ? digit : (gsize)(g_utf8_next_char(text + at) - (text + at));
  }
  return at;
}

/* The length of numbers with their units at the beginning of a text. */
static gsize units_length(const char *text, gsize length)
{
  gsize all = 0;
  for (;;) {
    gsize at = all + begins_with(text + all, length - all, prefixes);
    gsize number = number_length(text + at, length - at);
    gsize unit = begins_with(text + at + number, length - at - number, units);
    if (number == 0 || unit == 0)
      return all;
    all = at + number + unit;
  }
}

static gboolean is_katakana(gunichar c)
{
  return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}

static gsize katakana_length(const char *text, gsize length)
{
  const char *at = text, *end = text + length;
  while (at < end && is_katakana(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return (gsize)(at - text);
}

/* The length of a Korean word that begins with a number: "500원으로", "제5조에". */
static gsize hangul_length(const char *text, gsize length)
{
  static const char *const ordinal[] = {"제", NULL};
  gsize before = begins_with(text, length, ordinal);
  gsize number = before + number_length(text + before, length - before);
  if (number == before)
    return 0;
  const char *at = text + number, *end = text + length;
  while (at < end && g_utf8_get_char(at) >= 0xAC00 && g_utf8_get_char(at) <= 0xD7A3)
    at = g_utf8_next_char(at);
  return at > text + number ? (gsize)(at - text) : 0;
}

/* Only what begins with such a character, or with a digit before one, is looked at. */
static gboolean may_begin(const char *text, const AdrefWordSegment *segment, gsize length)
{
  const char *word = text + segment->start;
  gsize end = segment->start + segment->length;
  if ((guchar)word[0] >= 0xE3)
    return TRUE;
  return g_ascii_isdigit(word[0]) && end < length && (guchar)text[end] >= 0xE3;
}

static gsize joined_length(const char *text, gsize length)
{
  if (length > MAX_JOINED) {
    length = MAX_JOINED;
    while (((guchar)text[length] & 0xC0) == 0x80)
      length--;
  }
  gsize units_found = units_length(text, length), katakana = katakana_length(text, length);
  return MAX(MAX(units_found, katakana), hangul_length(text, length));
}

/* Takes the unit that the next word begins with: the first letter of 天内. */
static void cut_unit(AdrefWordSegment *number, AdrefWordSegment *next, gsize end)
{
  guint length = (guint)end - (guint)next->start;
  number->length += length;
  next->start += length;
  next->length -= length;
}

/* Whether a word is a modal verb and a preposition that the dictionary of words has as one: 应在,
 * 可由. */
static gboolean is_modal_with_preposition(const char *text, const AdrefWordSegment *segment)
{
  static const char modals[] = "应可须宜将", prepositions[] = "在由向与于从按";
  const char *first = text + segment->start;
  if (segment->length != 6 || (guchar)first[0] < 0xE3)
    return FALSE;
  return g_utf8_strchr(modals, -1, g_utf8_get_char(first)) &&
         g_utf8_strchr(prepositions, -1, g_utf8_get_char(g_utf8_next_char(first)));
}

static void divide_modals(const char *text, GArray *segments)
{
  for (guint i = 0; i < segments->len; i++) {
    AdrefWordSegment *segment = &g_array_index(segments, AdrefWordSegment, i);
    if (G_LIKELY(segment->length != 6) || !is_modal_with_preposition(text, segment))
      continue;
    AdrefWordSegment behind = *segment;
    segment->length = 3;
    behind.start += 3;
    behind.length = 3;
    g_array_insert_val(segments, i + 1, behind);
  }
}

void adref_number_units_join(const char *text, GArray *segments)
{
  divide_modals(text, segments);
  AdrefWordSegment *all = (AdrefWordSegment *)(gpointer)segments->data;
  guint count = segments->len, kept = 0;
  gsize length = count > 0 ? all[count - 1].start + all[count - 1].length : 0;
  for (guint i = 0; i < count; i++) {
    AdrefWordSegment segment = all[i];
    if (G_UNLIKELY(may_begin(text, &segment, length))) {
      gsize end = segment.start + joined_length(text + segment.start, length - segment.start);
      while (i + 1 < count && all[i + 1].start + all[i + 1].length <= end) {
        segment.length += all[++i].length;
        segment.word = TRUE;
      }
      if (i + 1 < count && all[i + 1].start < end)
        cut_unit(&segment, &all[i + 1], end);
    }
    all[kept++] = segment;
  }
  g_array_set_size(segments, kept);
}
