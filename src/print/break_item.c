#include "print/break_item.h"

#include <string.h>

#include "clause/icu.h"
#include "clause/labels/numbering.h"
#include "print/phrase_break.h"

enum {
  LINE_SEPARATOR = 3, /* bytes of U+2028 */
};

/* A styled text while it is split into break items. */
typedef struct {
  AdrefBreakItems *items;
  const AdrefStyledText *styled_text;
  const char *text;
  gsize length;
  guint8 *levels; /* bidirectional level of each byte; NULL: all have the same level */
  guint span;
} Splitting;

static const AdrefTextSpan *span_of(Splitting *splitting, gsize byte)
{
  const GArray *spans = splitting->styled_text->spans;
  const AdrefTextSpan *all = (const AdrefTextSpan *)(const void *)spans->data;
  while (splitting->span + 1 < spans->len && all[splitting->span + 1].start <= byte)
    splitting->span++;
  return &all[splitting->span];
}

static gsize span_end(const Splitting *splitting)
{
  const GArray *spans = splitting->styled_text->spans;
  return splitting->span + 1 < spans->len
             ? g_array_index(spans, AdrefTextSpan, splitting->span + 1).start
             : splitting->length;
}

static guint8 level_at(const Splitting *splitting, gsize byte)
{
  return splitting->levels ? splitting->levels[byte] : (splitting->items->is_rtl ? 1 : 0);
}

static guint face_of(AdrefBreakItems *items, guint style)
{
  guint none = G_MAXUINT;
  while (items->faces->len <= style)
    g_array_append_val(items->faces, none);
  guint *face = &g_array_index(items->faces, guint, style);
  if (*face == G_MAXUINT)
    *face =
        adref_shaper_face(items->shaper, &g_array_index(items->styles, AdrefTextStyle, style).face);
  return *face;
}

/* By how much the clusters of a word can be stretched. */
static float cluster_stretch_of(const AdrefBreakItems *items, const AdrefBreakItem *item)
{
  float size = g_array_index(items->styles, AdrefTextStyle, item->style).face.size;
  return ADREF_BREAK_ITEM_CLUSTER_STRETCH * size * (float)item->shape->parts;
}

static void add_item(Splitting *splitting, gsize start, gsize end, guint style, guint8 level)
{
  AdrefBreakItems *items = splitting->items;
  AdrefBreakItem item = {.start = start, .style = style, .level = level};
  item.shape = adref_shaper_shape(items->shaper, face_of(items, style), splitting->text + start,
                                  end - start, level & 1);
  item.stretch = item.cluster_stretch = cluster_stretch_of(items, &item);
  g_array_append_val(items->items, item);
}

static gsize next_character(const char *text, gsize at)
{
  return (gsize)(g_utf8_next_char(text + at) - text);
}

/* The end of the part with the same style, the same direction and at most
 * ADREF_SHAPER_MAX_BYTES. */
static gsize piece_end(const Splitting *splitting, gsize start, gsize end)
{
  gsize stop = MIN(end, span_end(splitting));
  if (stop - start > ADREF_SHAPER_MAX_BYTES) {
    stop = start + ADREF_SHAPER_MAX_BYTES;
    while (((guchar)splitting->text[stop] & 0xC0) == 0x80)
      stop--;
  }
  guint8 level = level_at(splitting, start);
  if (splitting->levels)
    for (gsize at = start; at < stop; at = next_character(splitting->text, at))
      if (splitting->levels[at] != level)
        return at;
  return stop;
}

static void cut_word(Splitting *splitting, gsize start, gsize end)
{
  while (start < end) {
    guint style = span_of(splitting, start)->style;
    gsize stop = piece_end(splitting, start, end);
    add_item(splitting, start, stop, style, level_at(splitting, start));
    start = stop;
  }
}

/* Scripts without spaces, in which nearly every letter can end a line: the line is justified
 * between the letters. */
static gboolean is_dense(gunichar c)
{
  return c >= 0x2E80;
}

static void put_room(Splitting *splitting, AdrefBreakItem *item, gsize word_end, guint spaces)
{
  guint at = spaces > 0 ? span_of(splitting, word_end)->style : item->style;
  const AdrefTextStyle *style = &g_array_index(splitting->items->styles, AdrefTextStyle, at);
  float size = style->face.size;
  item->spaces = (guint8)MIN(spaces, G_MAXUINT8);
  if (spaces > 0) {
    const AdrefShapedWord *space =
        adref_shaper_shape(splitting->items->shaper, face_of(splitting->items, at), " ", 1, FALSE);
    item->glue = space->width * (float)item->spaces;
    item->stretch += style->face.family == ADREF_FONT_FAMILY_MONO || item->shape->parts > 0
                         ? 0.06F * size
                         : 0.17F * size;
    item->shrink = style->face.family == ADREF_FONT_FAMILY_MONO ? 0 : 0.07F * size;
  } else if (word_end > 0 &&
             is_dense(g_utf8_get_char(g_utf8_prev_char(splitting->text + word_end)))) {
    item->stretch = 0.05F * size;
  }
}

/* Whether the groups of three around a space, from a digit before it, are too many for a number:
 * they are numbers of a list. */
static gboolean is_list_of_numbers(const char *text, gsize start, gsize end)
{
  enum {
    GROUP = 3,
    MOST = 4 /* groups behind the first digits */
  };
  guint groups = 1;
  while (groups <= MOST && start > GROUP && text[start - 1] == ' ' &&
         g_ascii_isdigit(text[start - 2])) {
    gsize from = start - 1;
    while (from > 0 && g_ascii_isdigit(text[from - 1]))
      from--;
    start = from;
    groups++;
  }
  while (groups <= MOST && strspn(text + end, "0123456789") == GROUP && text[end + GROUP] == ' ') {
    end += GROUP + 1;
    groups += strspn(text + end, "0123456789") == GROUP ? 1 : 0;
  }
  return groups > MOST;
}

/* "17 December", "3 years", "112 bis", "5 000": whether the word that ends at `stop` is a number of
 * one or two digits, or 1er, and a letter follows the space behind it; or any number, and "bis"
 * follows; or one of up to three digits, and a group of three follows. */
static gboolean is_number_part(const Splitting *splitting, gsize start, gsize stop, gsize end)
{
  enum {
    DAY = 2,
    GROUP = 3 /* digits */
  };
  const char *text = splitting->text;
  gboolean is_first = stop - start >= 3 && memcmp(text + stop - 3, "1er", 3) == 0;
  gsize digits_end = is_first ? stop - 2 : stop, digits = 0;
  while (digits_end - digits > start && g_ascii_isdigit(text[digits_end - digits - 1]))
    digits++;
  gboolean is_whole = digits_end - digits == start || strchr("([", text[digits_end - digits - 1]);
  if (digits == 0 || !is_whole || end != stop + 1)
    return FALSE;
  if ((digits <= DAY && g_unichar_isalpha(g_utf8_get_char(text + end))) ||
      adref_numbering_begins_with_suffix(text + end))
    return TRUE;
  return digits <= GROUP && !is_first && strspn(text + end, "0123456789") == GROUP &&
         !is_list_of_numbers(text, start, end);
}

/* "paragraph", "Article", "(Annex": a word that has its number behind it. */
static gboolean is_reference_word(const char *word, gsize length)
{
  static const char *const words[] = {
      "paragraph", "paragraphs", "article",  "articles", "annex",      "annexes",     "chapter",
      "section",   "sections",   "no.",      "nos.",     "paragraphe", "paragraphes", "annexe",
      "chapitre",  "párrafo",    "párrafos", "artículo", "artículos",  "parágrafo",   "parágrafos",
      "artigo",    "absatz",     "artikel",  "ziffer",   "pasal",      "ayat",        "paragraf",
      "điều",      "khoản",      "đoạn",     "пункт",    "пункта",     "пункте",      "пункты",
      "статья",    "статьи",     "статье",   "الفقرة",   "للفقرة",     "المادة",      "للمادة",
      NULL};
  enum {
    LONGEST = 24 /* bytes */
  };
  gsize open = length > 0 && strchr("([", *word) ? 1 : 0;
  if (length - open > LONGEST)
    return FALSE;
  g_autofree char *folded = g_utf8_strdown(word + open, (gssize)(length - open));
  return g_strv_contains(words, folded);
}

static gboolean ends_with(const Splitting *splitting, gsize stop, const char *word)
{
  gsize length = strlen(word);
  return stop >= length && memcmp(splitting->text + stop - length, word, length) == 0;
}

/* Thai "วันที่ 17", the 17th day: ICU finds two words in "วันที่", and the figure belongs to it. */
static gboolean is_thai_day(const Splitting *splitting, gsize stop, gsize end)
{
  const char *next = splitting->text + end;
  if (stop == end)
    return ends_with(splitting, stop, "วัน") && g_str_has_prefix(next, "ที่");
  return ends_with(splitting, stop, "วันที่") && g_unichar_isdigit(g_utf8_get_char(next));
}

/* "12月", "第12回", "5,000人", "1,250,000달러": a figure and the letter that is written on to it,
 * in Chinese, Japanese and Korean. */
static gboolean is_counter(const Splitting *splitting, gsize stop, gsize end)
{
  const char *text = splitting->text, *next = text + end;
  if (stop != end || end == 0 || end == splitting->length)
    return FALSE;
  if (g_ascii_isdigit(*next))
    return ends_with(splitting, stop, "第") || ends_with(splitting, stop, "제");
  gunichar c = g_utf8_get_char(next);
  return g_ascii_isdigit(text[stop - 1]) &&
         (g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN ||
          g_unichar_get_script(c) == G_UNICODE_SCRIPT_HANGUL || c == 0x304B || c == 0x30F5 ||
          c == 0x30F6 || c == 0x30AB); /* か, ヵ, ヶ, カ */
}

/* A line is not broken inside "paragraph 4", so that a reference keeps its number, nor at the dash
 * before a party's code. The item is the bytes from `start` to `stop`, and spaces up to `end`. */
static gboolean is_bound(const Splitting *splitting, const AdrefBreakItem *item, gsize start,
                         gsize stop, gsize end)
{
  static const char dash[] = "\342\200\223\302\240"; /* with a no-break space */
  enum {
    DASH = 3 /* bytes of the dash alone */
  };
  const char *text = splitting->text;
  if (strncmp(text + end, dash, strlen(dash)) == 0 ||
      (end > DASH && strncmp(text + end - DASH, dash, strlen(dash)) == 0) ||
      is_thai_day(splitting, stop, end) || is_counter(splitting, stop, end))
    return TRUE;
  return g_ascii_isdigit(text[end]) && item->spaces == 1 &&
         (g_array_index(splitting->items->styles, AdrefTextStyle, item->style).link > 0 ||
          is_reference_word(text + start, stop - start));
}

static gboolean ends_line(const Splitting *splitting, gsize end)
{
  return end >= LINE_SEPARATOR &&
         memcmp(splitting->text + end - LINE_SEPARATOR, "\342\200\250", LINE_SEPARATOR) == 0;
}

/* From one line break opportunity to the next: a word and the spaces behind it. */
static void cut_segment(Splitting *splitting, gsize start, gsize end)
{
  GArray *items = splitting->items->items;
  gboolean must = ends_line(splitting, end);
  gsize stop = must ? end - LINE_SEPARATOR : end;
  guint spaces = 0;
  while (stop > start && splitting->text[stop - 1] == ' ') {
    stop--;
    spaces++;
  }
  cut_word(splitting, start, stop);
  if (stop == start && (items->len == 0 || must))
    add_item(splitting, start, start, span_of(splitting, start)->style, level_at(splitting, start));
  AdrefBreakItem *last = &g_array_index(items, AdrefBreakItem, items->len - 1);
  put_room(splitting, last, stop, spaces);
  last->after =
      must ? ADREF_LINE_BREAK_MANDATORY
      : is_bound(splitting, last, start, stop, end) || is_number_part(splitting, start, stop, end)
          ? ADREF_LINE_BREAK_PROHIBITED
          : ADREF_LINE_BREAK_ALLOWED;
}

static gboolean is_plain(const char *text, gsize length)
{
  static const char allowed[] = " ,.;:'";
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum(text[i]) && !(text[i] && strchr(allowed, text[i])))
      return FALSE;
  return TRUE;
}

/* For text with only letters, digits and simple punctuation: lines can be broken only at spaces. */
static void cut_plain(Splitting *splitting)
{
  gsize start = 0;
  while (start < splitting->length) {
    const char *space = memchr(splitting->text + start, ' ', splitting->length - start);
    gsize end = space ? (gsize)(space - splitting->text) : splitting->length;
    while (end < splitting->length && splitting->text[end] == ' ')
      end++;
    cut_segment(splitting, start, end);
    start = end;
  }
}

/* A phrase of a heading; one that is wider than the line is cut at its words, of which `words` are
 * the ends. */
static void cut_phrase(Splitting *splitting, gsize start, const GArray *words, float width)
{
  GArray *items = splitting->items->items;
  guint first = items->len, span = splitting->span;
  cut_segment(splitting, start, g_array_index(words, gsize, words->len - 1));
  float sum = 0;
  for (guint i = first; i < items->len; i++)
    sum += g_array_index(items, AdrefBreakItem, i).shape->width;
  if (sum <= width || words->len == 1)
    return;
  g_array_set_size(items, first);
  splitting->span = span;
  for (guint i = 0; i < words->len; i++) {
    cut_segment(splitting, start, g_array_index(words, gsize, i));
    start = g_array_index(words, gsize, i);
  }
}

/* A heading is cut only between phrases, but where one is wider than the line. */
static void cut_by_rules(Splitting *splitting, gboolean by_phrase, float width)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8(NULL, splitting->text, (int64_t)splitting->length, &status);
  const AdrefBreakItems *items = splitting->items;
  UBreakIterator *breaks = by_phrase && items->phrases ? items->phrases : items->lines;
  g_autoptr(GArray) words = by_phrase ? g_array_new(FALSE, FALSE, sizeof(gsize)) : NULL;
  ubrk_setUText(breaks, text, &status);
  gsize start = (gsize)ubrk_first(breaks), word = start;
  for (int32_t next; (next = ubrk_next(breaks)) != UBRK_DONE; word = (gsize)next) {
    gsize end = (gsize)next;
    if (words)
      g_array_append_val(words, end);
    if (by_phrase && !adref_phrase_break_is_one(splitting->text, word, end))
      continue;
    if (words)
      cut_phrase(splitting, start, words, width);
    else
      cut_segment(splitting, start, end);
    if (words)
      g_array_set_size(words, 0);
    start = end;
  }
  utext_close(text);
}

/* Whether any byte begins a letter that is written from right to left, or a direction mark. */
static gboolean may_turn(const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar)text[i];
    if (c < 0xD6)
      continue;
    guchar next = i + 1 < length ? (guchar)text[i + 1] : 0;
    if (c <= 0xDF || (c == 0xE0 && next <= 0xA3) || (c == 0xEF && next >= 0xAC) || c >= 0xF0 ||
        (c == 0xE2 && (next == 0x80 || next == 0x81)))
      return TRUE;
  }
  return FALSE;
}

static const AdrefTextStyle *style_at(const Splitting *splitting, guint span)
{
  const AdrefTextSpan *at = &g_array_index(splitting->styled_text->spans, AdrefTextSpan, span);
  return &g_array_index(splitting->items->styles, AdrefTextStyle, at->style);
}

/* The level that the rules begin with, for each UTF-16 unit: signs are letters of the paragraph's
 * direction for them. NULL: the text has no sign. Caller frees. */
static UBiDiLevel *first_levels(const Splitting *splitting, int32_t units)
{
  const GArray *spans = splitting->styled_text->spans;
  UBiDiLevel level = splitting->items->is_rtl ? 1 : 0, *levels = NULL;
  glong at = 0;
  for (guint i = 0; i < spans->len; i++) {
    gsize start = g_array_index(spans, AdrefTextSpan, i).start;
    gsize end =
        i + 1 < spans->len ? g_array_index(spans, AdrefTextSpan, i + 1).start : splitting->length;
    gboolean is_sign = style_at(splitting, i)->is_sign;
    if (is_sign && !levels)
      levels = memset(g_new(UBiDiLevel, (gsize)units + 1), level, (gsize)units + 1);
    for (gsize byte = start; byte < end; byte = next_character(splitting->text, byte)) {
      if (is_sign)
        levels[at] = level | UBIDI_LEVEL_OVERRIDE;
      at += (guchar)splitting->text[byte] >= 0xF0 ? 2 : 1;
    }
  }
  return levels;
}

/* The level of each byte, by the Unicode bidirectional algorithm. */
static guint8 *find_levels(const Splitting *splitting)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *text = splitting->text;
  gsize length = splitting->length;
  int32_t units = 0;
  g_autofree UChar *wide = g_new(UChar, length + 1);
  u_strFromUTF8(wide, (int32_t)length + 1, &units, text, (int32_t)length, &status);
  g_autofree UBiDiLevel *first = first_levels(splitting, units);
  UBiDi *bidi = ubidi_openSized(units, 0, &status);
  ubidi_setPara(bidi, wide, units, splitting->items->is_rtl ? 1 : 0, first, &status);
  const UBiDiLevel *levels = ubidi_getLevels(bidi, &status);
  guint8 *bytes = U_SUCCESS(status) && levels ? g_new(guint8, length) : NULL;
  int32_t unit = 0;
  for (gsize at = 0; bytes && at < length;) {
    gsize next = next_character(text, at);
    memset(bytes + at, levels[unit], next - at);
    unit += next - at == 4 ? 2 : 1;
    at = next;
  }
  ubidi_close(bidi);
  return bytes;
}

/* Splits a part that is wider than the line into grapheme clusters. */
static void cut_letters(Splitting *splitting, const AdrefBreakItem *item)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *letters = item->shape->text;
  UText *text = utext_openUTF8(NULL, letters, -1, &status);
  UBreakIterator *breaks = splitting->items->characters;
  ubrk_setUText(breaks, text, &status);
  int32_t start = ubrk_first(breaks);
  for (int32_t end; (end = ubrk_next(breaks)) != UBRK_DONE; start = end) {
    add_item(splitting, item->start + (gsize)start, item->start + (gsize)end, item->style,
             item->level);
    GArray *items = splitting->items->items;
    g_array_index(items, AdrefBreakItem, items->len - 1).after = ADREF_LINE_BREAK_ALLOWED;
  }
  utext_close(text);
  GArray *items = splitting->items->items;
  AdrefBreakItem *last = &g_array_index(items, AdrefBreakItem, items->len - 1);
  last->glue = item->glue;
  last->stretch += item->stretch - item->cluster_stretch;
  last->shrink = item->shrink;
  last->spaces = item->spaces;
  last->after = item->after == ADREF_LINE_BREAK_MANDATORY ? ADREF_LINE_BREAK_MANDATORY
                                                          : ADREF_LINE_BREAK_ALLOWED;
}

/* Moves *at behind the items that cannot be separated from item *at; whether all of them are wider
 * than the line. */
static gboolean is_too_wide(const GArray *items, guint *at, float width)
{
  float sum = 0;
  for (; *at < items->len; ++*at) {
    const AdrefBreakItem *item = &g_array_index(items, AdrefBreakItem, *at);
    sum += adref_break_item_width(item);
    if (item->after != ADREF_LINE_BREAK_PROHIBITED)
      break;
    sum += item->glue;
  }
  *at = MIN(*at + 1, items->len);
  return sum > width;
}

static gboolean fits(const GArray *items, float width)
{
  for (guint at = 0; at < items->len;)
    if (is_too_wide(items, &at, width))
      return FALSE;
  return TRUE;
}

static void cut_wide(Splitting *splitting, float width)
{
  GArray *old = splitting->items->items;
  splitting->items->items = g_array_new(FALSE, FALSE, sizeof(AdrefBreakItem));
  for (guint from = 0, to = 0; from < old->len; from = to) {
    gboolean wide = is_too_wide(old, &to, width);
    for (guint i = from; i < to; i++)
      if (wide && g_array_index(old, AdrefBreakItem, i).shape->text[0])
        cut_letters(splitting, &g_array_index(old, AdrefBreakItem, i));
      else
        g_array_append_val(splitting->items->items, g_array_index(old, AdrefBreakItem, i));
  }
  g_array_unref(old);
}

static AdrefRubyPart ruby_of(const Splitting *splitting, const AdrefBreakItem *item)
{
  return g_array_index(splitting->items->styles, AdrefTextStyle, item->style).ruby;
}

static gboolean has_ruby(const Splitting *splitting)
{
  const GArray *spans = splitting->styled_text->spans;
  for (guint i = 0; i < spans->len; i++) {
    guint style = g_array_index(spans, AdrefTextSpan, i).style;
    if (g_array_index(splitting->items->styles, AdrefTextStyle, style).ruby ==
        ADREF_RUBY_PART_READING)
      return TRUE;
  }
  return FALSE;
}

/* Joins the items of a ruby reading into one, which stays on the line of its base word. */
static void bind_ruby(Splitting *splitting)
{
  GArray *old = splitting->items->items;
  GArray *new = splitting->items->items = g_array_new(FALSE, FALSE, sizeof(AdrefBreakItem));
  for (guint i = 0, next; i < old->len; i = next) {
    AdrefBreakItem item = g_array_index(old, AdrefBreakItem, i);
    AdrefRubyPart part = ruby_of(splitting, &item);
    for (next = i + 1; part == ADREF_RUBY_PART_READING && next < old->len; next++) {
      const AdrefBreakItem *more = &g_array_index(old, AdrefBreakItem, next);
      if (ruby_of(splitting, more) != ADREF_RUBY_PART_READING)
        break;
      item.after = more->after;
    }
    if (part == ADREF_RUBY_PART_READING) {
      const AdrefBreakItem *last = &g_array_index(old, AdrefBreakItem, next - 1);
      gsize end = last->start + strlen(last->shape->text);
      item.shape =
          adref_shaper_shape(splitting->items->shaper, face_of(splitting->items, item.style),
                             splitting->text + item.start, end - item.start, item.level & 1);
      item.is_over = TRUE;
      item.glue = last->glue;
      item.spaces = last->spaces;
      item.stretch = last->stretch;
      item.cluster_stretch = last->cluster_stretch;
      item.shrink = last->shrink;
    } else if (part == ADREF_RUBY_PART_BASE) {
      item.after = ADREF_LINE_BREAK_PROHIBITED;
      item.stretch = item.cluster_stretch = 0;
    }
    g_array_append_val(new, item);
  }
  g_array_unref(old);
}

void adref_break_items_cut(AdrefBreakItems *items, const AdrefStyledText *styled_text, float width)
{
  Splitting splitting = {items, styled_text, styled_text->text->str, styled_text->text->len, NULL,
                         0};
  g_array_set_size(items->items, 0);
  items->is_mixed = FALSE;
  if (splitting.length == 0)
    return;
  if (items->is_rtl || may_turn(splitting.text, splitting.length)) {
    splitting.levels = find_levels(&splitting);
    items->is_mixed = splitting.levels != NULL;
  }
  if (is_plain(splitting.text, splitting.length))
    cut_plain(&splitting);
  else
    cut_by_rules(&splitting, styled_text->is_heading, width);
  if (has_ruby(&splitting))
    bind_ruby(&splitting);
  if (!fits(items->items, width))
    cut_wide(&splitting, width);
  g_free(splitting.levels);
}
