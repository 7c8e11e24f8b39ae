#include "view/reports/svg_progress_curve.h"

#include <string.h>

#include "base/markup.h"
#include "view/terminal_cells.h"

/* Positions are in pixels of a picture that is 720 wide. */
enum {
  WIDTH = 720,
  LEFT = 56,
  RIGHT = 20,
  TOP = 76, /* of the first panel */
  UPPER = 150,
  GAP = 56, /* between the panels */
  LOWER = 110,
  BELOW = 56, /* for names and days below the panels */
  HEIGHT = TOP + UPPER + GAP + LOWER + BELOW,
  MAX_BAR = 44,
  KEY = 26, /* its base line above a panel: the figure of a full bar stands below it */
  DOT = 4,
  NAME_WIDTH = 64,  /* width of a name or a day */
  VALUE_WIDTH = 26, /* width of "40" */
  SHARE_WIDTH = 64, /* width of "27 of 53" */
};

/* clang-format off */
static const char sheet[] =
    "svg{--ink:#1c1b18;--soft:#5c584f;--line:#d8d2c4;--agreed:#2f7d4c;--open:#c9c3b4;--mark:#b3271e;"
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}"
    "@media screen and (prefers-color-scheme:dark){svg{--ink:#e8e5de;--soft:#aaa59a;--line:#3d3e43;"
    "--agreed:#7fcf9b;--open:#5a5b61;--mark:#ff9f92}}"
    "text{fill:var(--ink);font-size:12px;unicode-bidi:plaintext}.t{font-size:17px;font-weight:600}.h{font-weight:600}"
    ".s{fill:var(--soft)}.m{text-anchor:middle}.e{text-anchor:end}"
    ".g{stroke:var(--line);stroke-width:1}.a{fill:var(--agreed)}.o{fill:var(--open)}"
    ".l{fill:none;stroke:var(--mark);stroke-width:2.5;stroke-linejoin:round}.d{fill:var(--mark)}"
    "@media print{.a,.o,.d{-webkit-print-color-adjust:exact;print-color-adjust:exact}}";
/* clang-format on */

typedef struct {
  GString *svg;
  const GPtrArray *points;
  const AdrefPageWords *words;
} Plot;

typedef struct {
  guint top, height; /* of the panel */
  guint most;        /* value at its top */
} Panel;

static const AdrefProgressPoint *point_at(const Plot *plot, guint i)
{
  return plot->points->pdata[i];
}

/* The middle of the column of a draft. */
static guint column(const Plot *plot, guint i)
{
  return LEFT + (WIDTH - LEFT - RIGHT) * (2 * i + 1) / (2 * plot->points->len);
}

static guint column_width(const Plot *plot)
{
  return (WIDTH - LEFT - RIGHT) / plot->points->len;
}

/* Whether this one of the columns has room for words that are `width` wide; the first and the last
 * always have. */
static gboolean has_room(const Plot *plot, guint i, guint width)
{
  guint each = MAX(column_width(plot), 1), step = (width + each - 1) / each;
  guint last = plot->points->len - 1;
  return i == last || (i % step == 0 && (last - i) >= step);
}

static guint height_of(const Panel *panel, guint value)
{
  return (guint)((guint64)panel->height * value / panel->most);
}

/* The smallest of 2, 4, 6, 8, 10, 20, 40 ... that is not less than the value. */
static guint round_up(guint value)
{
  static const guint steps[] = {2, 4, 6, 8, 10};
  for (guint64 power = 1;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
      if (steps[i] * power >= value)
        return (guint)MIN(steps[i] * power, G_MAXUINT);
}

static void put_text(Plot *plot, guint x, guint y, const char *class, const char *words)
{
  g_string_append_printf(plot->svg, "<text x=\"%u\" y=\"%u\" class=\"%s\">", x, y, class);
  adref_markup_escape_string(plot->svg, words);
  g_string_append(plot->svg, "</text>\n");
}

static void put_count(Plot *plot, guint x, guint y, const char *class, guint count)
{
  g_autofree char *words = g_strdup_printf("%u", count);
  put_text(plot, x, y, class, words);
}

static void put_grid(Plot *plot, const Panel *panel)
{
  for (guint half = 0; half <= 2; half++) {
    guint value = panel->most * half / 2, y = panel->top + panel->height - panel->height * half / 2;
    g_string_append_printf(plot->svg, "<path class=\"g\" d=\"M%d %u.5H%d\"/>\n", LEFT, y,
                           WIDTH - RIGHT);
    put_count(plot, LEFT - 8, y + 4, "s e", value);
  }
}

static void put_bar(Plot *plot, guint x, guint width, guint bottom, guint height, const char *class)
{
  if (height > 0)
    g_string_append_printf(plot->svg,
                           "<rect x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\" class=\"%s\"/>\n",
                           x - width / 2, bottom - height, width, height, class);
}

/* --- the panels --- */

static void put_key(Plot *plot, guint x, guint y, const char *class, const char *words)
{
  g_string_append_printf(plot->svg,
                         "<rect x=\"%u\" y=\"%u\" width=\"10\" height=\"10\" class=\"%s\"/>\n", x,
                         y - 9, class);
  put_text(plot, x + 15, y, "", words);
}

/* How wide a word is, more or less. */
static guint width_of(const char *words)
{
  enum {
    CELL = 7
  };
  return adref_terminal_cells_of(words, strlen(words)) * CELL;
}

static const char *word(const Plot *plot, AdrefPageWord name)
{
  return adref_page_words_get(plot->words, name);
}

static char *number(guint value)
{
  return g_strdup_printf("%u", value);
}

/* "27 of 53". Caller frees. */
static char *share_of(const Plot *plot, guint part, guint all)
{
  g_autofree char *one = number(part), *whole = number(all);
  return adref_page_words_fill(plot->words, ADREF_PAGE_WORD_CURVE_SHARE, "n", one, "all", whole,
                               NULL);
}

/* The words above the upper panel, and what its two colours mean. */
static void put_keys(Plot *plot)
{
  const char *head = word(plot, ADREF_PAGE_WORD_CURVE_PARAGRAPHS),
             *agreed = word(plot, ADREF_PAGE_WORD_AGREED),
             *open = word(plot, ADREF_PAGE_WORD_STATE_OPEN);
  guint x = LEFT + width_of(head) + 20, y = TOP - KEY;
  put_text(plot, LEFT, y, "h", head);
  put_key(plot, x, y, "a", agreed);
  put_key(plot, x + width_of(agreed) + 19, y, "o", open);
}

static void put_paragraphs(Plot *plot)
{
  guint most = 1, width = CLAMP(column_width(plot) * 6 / 10, 1, MAX_BAR);
  for (guint i = 0; i < plot->points->len; i++)
    most = MAX(most, point_at(plot, i)->paragraphs);
  Panel panel = {TOP, UPPER, round_up(most)};
  put_keys(plot);
  put_grid(plot, &panel);
  for (guint i = 0; i < plot->points->len; i++) {
    const AdrefProgressPoint *point = point_at(plot, i);
    guint x = column(plot, i), agreed = height_of(&panel, point->agreed);
    guint all = height_of(&panel, point->paragraphs);
    put_bar(plot, x, width, TOP + UPPER, agreed, "a");
    put_bar(plot, x, width, TOP + UPPER - agreed, all - MIN(agreed, all), "o");
    g_autofree char *share = share_of(plot, point->agreed, point->paragraphs);
    if (has_room(plot, i, SHARE_WIDTH))
      put_text(plot, x, TOP + UPPER - all - 5, "m", share);
  }
}

static void put_brackets(Plot *plot)
{
  guint most = 1, top = TOP + UPPER + GAP;
  for (guint i = 0; i < plot->points->len; i++)
    most = MAX(most, point_at(plot, i)->brackets);
  Panel panel = {top, LOWER, round_up(most)};
  put_text(plot, LEFT, top - KEY, "h", word(plot, ADREF_PAGE_WORD_CURVE_BRACKETS));
  put_grid(plot, &panel);
  g_string_append(plot->svg, "<polyline class=\"l\" points=\"");
  for (guint i = 0; i < plot->points->len; i++)
    g_string_append_printf(plot->svg, "%s%u,%u", i > 0 ? " " : "", column(plot, i),
                           top + LOWER - height_of(&panel, point_at(plot, i)->brackets));
  g_string_append(plot->svg, "\"/>\n");
  for (guint i = 0; i < plot->points->len; i++) {
    guint x = column(plot, i), value = point_at(plot, i)->brackets;
    guint y = top + LOWER - height_of(&panel, value);
    g_string_append_printf(plot->svg, "<circle cx=\"%u\" cy=\"%u\" r=\"%d\" class=\"d\"/>\n", x, y,
                           DOT);
    if (has_room(plot, i, VALUE_WIDTH))
      put_count(plot, x, y - 9, "m", value);
  }
}

/* A name, shortened to the room of its column. */
static void put_name(Plot *plot, guint i, guint y)
{
  enum {
    MOST = 12 /* characters */
  };
  const AdrefProgressPoint *point = point_at(plot, i);
  g_autofree char *cut =
      g_utf8_substring(point->name, 0, MIN(g_utf8_strlen(point->name, -1), MOST));
  put_text(plot, column(plot, i), y, "h m", cut);
  put_text(plot, column(plot, i), y + 16, "s m",
           point->day ? point->day : word(plot, ADREF_PAGE_WORD_CURVE_NOW));
}

static void put_names(Plot *plot)
{
  for (guint i = 0; i < plot->points->len; i++)
    if (has_room(plot, i, NAME_WIDTH + 12))
      put_name(plot, i, HEIGHT - BELOW + 22);
}

/* --- the whole picture --- */

/* "; agreed ad ref: 0 \342\206\222 3" */
static void put_change(Plot *plot, const char *before, AdrefPageWord name, const char *old,
                       const char *new)
{
  g_string_append(plot->svg, before);
  adref_markup_escape_string(plot->svg, word(plot, name));
  g_string_append(plot->svg, ": ");
  adref_markup_escape_string(plot->svg, old);
  g_string_append(plot->svg, " \342\206\222 ");
  adref_markup_escape_string(plot->svg, new);
}

static void put_numbers(Plot *plot, const char *before, AdrefPageWord name, guint old, guint new)
{
  g_autofree char *was = number(old), *is = number(new);
  put_change(plot, before, name, was, is);
}

static void put_description(Plot *plot)
{
  const AdrefProgressPoint *first = point_at(plot, 0),
                           *last = point_at(plot, plot->points->len - 1);
  g_autofree char *old = share_of(plot, first->words_bracketed, first->words),
                  *new = share_of(plot, last->words_bracketed, last->words);
  g_string_append(plot->svg, "<desc id=\"d\">");
  adref_markup_escape_string(plot->svg, first->name);
  g_string_append(plot->svg, " \342\206\222 ");
  adref_markup_escape_string(plot->svg, last->name);
  put_numbers(plot, ". ", ADREF_PAGE_WORD_CURVE_PARAGRAPHS, first->paragraphs, last->paragraphs);
  put_numbers(plot, "; ", ADREF_PAGE_WORD_AGREED, first->agreed, last->agreed);
  put_numbers(plot, ". ", ADREF_PAGE_WORD_CURVE_BRACKETS, first->brackets, last->brackets);
  put_change(plot, ". ", ADREF_PAGE_WORD_CURVE_WORDS, old, new);
  g_string_append(plot->svg, ".</desc>\n");
}

GString *adref_svg_progress_curve_write(const GPtrArray *points, const char *name,
                                        const AdrefPageWords *words, const char *language)
{
  Plot plot = {g_string_new(NULL), points, words};
  const char *page_language = adref_page_words_language(words, language);
  g_autofree char *title = adref_page_words_fill(words, ADREF_PAGE_WORD_CURVE, "title", name, NULL);
  g_string_append_printf(plot.svg,
                         "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                         "viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t d\" "
                         "xml:lang=\"%s\">\n"
                         "<title id=\"t\">",
                         WIDTH, HEIGHT, WIDTH, HEIGHT, page_language ? page_language : "en");
  adref_markup_escape_string(plot.svg, title);
  g_string_append(plot.svg, "</title>\n");
  put_description(&plot);
  g_string_append_printf(plot.svg, "<style>%s</style>\n", sheet);
  put_text(&plot, LEFT, 30, "t", title);
  put_paragraphs(&plot);
  put_brackets(&plot);
  put_names(&plot);
  g_string_append(plot.svg, "</svg>\n");
  return plot.svg;
}
