#include "print/header_footer.h"

#include <string.h>

#include "print/page_flow_private.h"
#include "print/parallel_columns.h"

enum {
  GREY_TEXT = 0x4A4A4A,
  GREY_RULE = 0x9A9A9A,
  RED_TEXT = 0x9B1C1C,
  SHORT_HASH = 12,
  SHORT_TITLE = 80,   /* characters */
  SHORTEST_TITLE = 8, /* ems; the same for the gap before the marking */
  GAP = 3
};

static const float widest_bold = 1.12F; /* bold letters, as a multiple of what is estimated */

static AdrefTextStyle style(const AdrefPageGeometry *geometry, guint color, gboolean is_bold)
{
  return (AdrefTextStyle){.face = {ADREF_FONT_FAMILY_SANS, is_bold, FALSE, geometry->small},
                          .color = color};
}

/* Draws words at the start or the end of the lines of the page. */
static void put(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                const AdrefTextStyle *text_style, const char *words, gboolean at_end, float y)
{
  gboolean is_rtl = adref_page_painter_line_breaker(painter)->is_rtl, to_right = at_end != is_rtl;
  float start = is_rtl ? geometry->end : geometry->start;
  float x = to_right ? start + geometry->measure : start;
  adref_page_painter_draw_text(painter, text_style, words, x, y,
                               to_right ? ADREF_TEXT_ALIGN_END : ADREF_TEXT_ALIGN_START, 10000);
}

static char *short_title(const char *title, float room)
{
  const char *end = title;
  guint left = g_utf8_strlen(title, -1) > SHORT_TITLE ? SHORT_TITLE - 1 : SHORT_TITLE;
  for (; *end && left > 0 && room > 0; left--, end = g_utf8_next_char(end))
    room -= adref_font_face_estimate_letter(g_utf8_get_char(end));
  if (!*end)
    return g_strdup(title);
  const char *space = g_strrstr_len(title, end - title, " ");
  if (space && space - title > (end - title) / 2)
    end = space;
  return g_strdup_printf("%.*s\342\200\246", (int)(end - title), title);
}

/* Where "仮訳 / Provisional translation" has no room, the words in the language of the text are
 * left, cut if they must be. The first page has all. */
static char *short_role(const char *role, float room)
{
  if (!role || adref_font_face_estimate(role) <= room)
    return g_strdup(role ? role : "");
  const char *english = strstr(role, " / ");
  g_autofree char *own = g_strndup(role, english ? (gsize)(english - role) : strlen(role));
  return short_title(own, room);
}

char *adref_header_footer_marking(const AdrefPdfWriterOptions *options)
{
  const char *draft =
      options->is_draft ? adref_page_words_get(options->words, ADREF_PAGE_WORD_DRAFT) : NULL;
  if (draft && options->marking)
    return g_strconcat(draft, "  \302\267  ", options->marking, NULL);
  return g_strdup(draft ? draft : options->marking);
}

/* The ems that the title has beside the marking (NULL: none). */
static float room_beside(const AdrefPageGeometry *geometry, const char *mark)
{
  float room = geometry->measure / geometry->small;
  return mark ? room - adref_font_face_estimate(mark) - GAP : room;
}

/* A long marking leaves no room for a title, which then stands on a line above it. */
static gboolean has_two_lines(const AdrefPageGeometry *geometry, const char *mark)
{
  return room_beside(geometry, mark) < SHORTEST_TITLE;
}

/* "Joint Statement on ..., Provisional translation". */
char *adref_header_footer_title(const AdrefPageGeometry *geometry,
                                const AdrefPdfWriterOptions *options)
{
  const char *title = options->title;
  g_autofree char *mark = adref_header_footer_marking(options);
  const char *dot = options->role && *title ? "  \302\267  " : "";
  gboolean is_alone = has_two_lines(geometry, mark);
  float room = room_beside(geometry, is_alone ? NULL : mark) - adref_font_face_estimate(dot);
  g_autofree char *role = short_role(options->role, room - (*title ? SHORTEST_TITLE : 0));
  g_autofree char *start =
      short_title(title, MAX(room - adref_font_face_estimate(role), SHORTEST_TITLE));
  return g_strconcat(start, dot, role, NULL);
}

/* A marking is never cut: where it is wider than the page, its letters are smaller. */
static float marking_size(const AdrefPageGeometry *geometry, const char *mark)
{
  float ems = mark ? adref_font_face_estimate(mark) * widest_bold : 0,
        room = room_beside(geometry, NULL);
  return ems > room ? geometry->small * room / ems : geometry->small;
}

static void put_header(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                       const AdrefPdfWriterOptions *options, guint page)
{
  float y = geometry->top - 34;
  AdrefTextStyle soft = style(geometry, GREY_TEXT, FALSE), strong = style(geometry, RED_TEXT, TRUE);
  g_autofree char *title = adref_header_footer_title(geometry, options);
  g_autofree char *mark = adref_header_footer_marking(options);
  float above = mark && has_two_lines(geometry, mark) ? geometry->small * 1.4F : 0;
  if (page > 0 && *title)
    put(painter, geometry, &soft, title, FALSE, y - above);
  strong.face.size = marking_size(geometry, mark);
  if (mark)
    put(painter, geometry, &strong, mark, TRUE, y);
  if (page > 0 && (*title || mark)) {
    float x = adref_page_painter_line_breaker(painter)->is_rtl ? geometry->end : geometry->start;
    adref_page_painter_fill_rect(painter, x, y + 6, geometry->measure, 0.4F, GREY_RULE);
  }
}

/* "Version rev1"; NULL where there is none. Caller frees. */
static char *labelled(const AdrefPdfWriterOptions *options, AdrefPageWord word, const char *value)
{
  return value ? g_strconcat(adref_page_words_get(options->words, word), " ", value, NULL) : NULL;
}

char *adref_header_footer_version(const AdrefPdfWriterOptions *options)
{
  gboolean is_full = options->footer == ADREF_FOOTER_FULL;
  g_autofree char *hash = options->hash ? g_strndup(options->hash, SHORT_HASH) : NULL;
  const AdrefPageWords *table = options->words;
  char *facts[] = {
      options->part
          ? adref_page_words_fill(table, ADREF_PAGE_WORD_PART, "clauses", options->part, NULL)
          : NULL,
      is_full && options->copy
          ? adref_page_words_fill(table, ADREF_PAGE_WORD_ALTERNAT, "party", options->copy, NULL)
          : NULL,
      is_full ? labelled(options, ADREF_PAGE_WORD_VERSION, options->version) : NULL,
      is_full ? labelled(options, ADREF_PAGE_WORD_CONTENT, hash) : NULL,
  };
  GString *words = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(facts); i++) {
    if (facts[i])
      g_string_append_printf(words, "%s%s", words->len > 0 ? "  \302\267  " : "", facts[i]);
    g_free(facts[i]);
  }
  if (is_full && options->parallel_hash)
    g_string_append_printf(words, ", %.*s", SHORT_HASH, options->parallel_hash);
  return g_string_free(words, FALSE);
}

/* A language without words of its own has figures alone. */
char *adref_header_footer_page(const AdrefPdfWriterOptions *options, const char *page,
                               const char *pages)
{
  gboolean is_english = !options->language || g_str_has_prefix(options->language, "en");
  if (!is_english && !adref_page_words_has(options->words, ADREF_PAGE_WORD_PAGE))
    return g_strconcat(page, " / ", pages, NULL);
  return adref_page_words_fill(options->words, ADREF_PAGE_WORD_PAGE, "page", page, "pages", pages,
                               NULL);
}

static void put_footer(AdrefPagePainter *painter, const AdrefPageFlow *flow,
                       const AdrefPdfWriterOptions *options, guint page)
{
  const AdrefPageGeometry *geometry = &flow->geometry;
  float y = geometry->height - geometry->bottom + 38;
  AdrefTextStyle soft = style(geometry, GREY_TEXT, FALSE);
  g_autofree char *here = g_strdup_printf("%u", page + 1);
  g_autofree char *all = g_strdup_printf("%u", flow->total);
  g_autofree char *number = adref_header_footer_page(options, here, all);
  g_autofree char *version = adref_header_footer_version(options);
  if (*version)
    put(painter, geometry, &soft, version, FALSE, y);
  if (options->footer != ADREF_FOOTER_NONE)
    put(painter, geometry, &soft, number, TRUE, y);
}

void adref_header_footer_print(AdrefPagePainter *painter, const AdrefPageFlow *flow,
                               const AdrefPdfWriterOptions *options, guint page)
{
  const AdrefPageGeometry *geometry = &flow->geometry;
  if (options->is_draft)
    adref_page_painter_draw_watermark(painter,
                                      adref_page_words_get(options->words, ADREF_PAGE_WORD_DRAFT),
                                      geometry->width, geometry->height);
  put_header(painter, geometry, options, page);
  put_footer(painter, flow, options, page);
}

void adref_header_footer_line_number(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                                     guint number, gboolean is_behind, float y)
{
  enum {
    AWAY = 18
  };
  AdrefTextStyle number_style = {
      .face = {ADREF_FONT_FAMILY_SANS, FALSE, FALSE, geometry->small * 0.85F}, .color = 0x707070};
  g_autofree char *digits = g_strdup_printf("%u", number);
  gboolean is_rtl = adref_page_painter_line_breaker(painter)->is_rtl,
           is_right = is_rtl != is_behind;
  float margin = is_behind ? geometry->end : geometry->start;
  float x = is_right ? geometry->width - margin + AWAY : margin - AWAY;
  adref_page_painter_draw_text(painter, &number_style, digits, x, y,
                               is_right ? ADREF_TEXT_ALIGN_START : ADREF_TEXT_ALIGN_END, 10000);
}

void adref_header_footer_column_rules(AdrefPagePainter *painter, const AdrefPageFlow *flow,
                                      const AdrefPageContent *content)
{
  const AdrefPageGeometry *geometry = &flow->geometry;
  float width = adref_parallel_columns_width(geometry, content->columns);
  for (guint i = 1; i < content->columns; i++) {
    float end = adref_parallel_columns_start(geometry, content->columns, i - 1) + width,
          next = adref_parallel_columns_start(geometry, content->columns, i), x = (end + next) / 2;
    g_autoptr(GArray) rules = adref_parallel_columns_rules(flow, content, x);
    for (guint r = 0; r < rules->len; r++) {
      const AdrefColumnRule *rule = &g_array_index(rules, AdrefColumnRule, r);
      adref_page_painter_fill_rect(painter, geometry->start + x, rule->top, 0.4F,
                                   rule->bottom - rule->top, GREY_RULE);
    }
  }
}

void adref_header_footer_column_title(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                                      const char *words, guint column, guint columns,
                                      gboolean is_rtl)
{
  AdrefTextStyle soft = style(geometry, GREY_TEXT, TRUE);
  gboolean to_right = adref_page_painter_line_breaker(painter)->is_rtl;
  float left = is_rtl ? geometry->end : geometry->start;
  guint at = is_rtl ? columns - 1 - column : column;
  float x = left + adref_parallel_columns_start(geometry, columns, at) +
            (to_right ? adref_parallel_columns_width(geometry, columns) : 0);
  adref_page_painter_draw_text(painter, &soft, words, x, geometry->top - 10,
                               to_right ? ADREF_TEXT_ALIGN_END : ADREF_TEXT_ALIGN_START, 10000);
}
