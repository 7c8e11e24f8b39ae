#include "view/fact_list.h"
#include "view/redline.h"
#include "view/terminal/terminal.h"
#include "view/terminal/terminal_columns.h"
#include "view/terminal_wrap.h"
#include "view/three_way.h"

enum {
  NAME_CELLS = 26, /* width of the column with the names of facts */
  MIN_THREE = 100, /* fewest columns of a window with three texts */
  COLUMNS = ADREF_THREE_WAY_SIDES + 1,
  YELLOW = 3 * ADREF_TERMINAL_STYLE_COLOR,
};

typedef struct {
  const AdrefThreeWay *three;
  const AdrefReviewOptions *review;
  GString *text;
  AdrefTerminalWrap *wrap;         /* writes to `text` */
  AdrefTerminal *columns[COLUMNS]; /* for the base, then the sides */
  guint width;                     /* of a column */
  guint window;
  gboolean is_wide, color;
} ThreeWayScreen;

static void put_line(AdrefTerminalWrap *wrap, const char *text, guint style)
{
  adref_terminal_wrap_begin(wrap, 0, 0, NULL);
  adref_terminal_wrap_string(wrap, text, style);
  adref_terminal_wrap_end(wrap);
}

/* A separate line in a column. */
static void put_in(const ThreeWayScreen *page, GString *column, const char *text, guint style)
{
  g_autoptr(AdrefTerminalWrap) wrap =
      adref_terminal_wrap_new(column, page->is_wide ? page->width : page->window, page->color,
                              page->review->options->language);
  put_line(wrap, text, style);
}

static void put_words(const ThreeWayScreen *page, GString *column, guint at,
                      const AdrefNode *clause)
{
  adref_terminal_put_words(page->columns[at], clause);
  g_autoptr(GString) taken = adref_terminal_take(page->columns[at]);
  g_string_append_len(column, taken->str, (gssize)taken->len);
}

static void put_side(const ThreeWayScreen *page, GString *column, const AdrefThreeWayRow *row,
                     guint side)
{
  const GPtrArray *clauses = row->clauses[side];
  for (guint i = 0; i < clauses->len; i++) {
    const AdrefNode *clause = clauses->pdata[i];
    gboolean is_changed = adref_redline_is_changed(clause);
    g_autofree char *what =
        is_changed ? adref_redline_describe(clause, NULL) : g_strdup("unchanged");
    g_autofree char *line =
        page->is_wide ? g_strdup(what) : g_strconcat(page->three->names[side], ": ", what, NULL);
    put_in(page, column, line,
           is_changed ? YELLOW | ADREF_TERMINAL_STYLE_BOLD : ADREF_TERMINAL_STYLE_DIM);
    if (is_changed)
      put_words(page, column, side + 1, clause);
  }
}

static const AdrefNode *named(const AdrefThreeWayRow *row)
{
  if (row->base)
    return row->base;
  return row->clauses[0]->len > 0 ? row->clauses[0]->pdata[0] : row->clauses[1]->pdata[0];
}

static void put_row(gconstpointer out, const AdrefThreeWayRow *row)
{
  const ThreeWayScreen *page = out;
  g_autofree char *name = adref_redline_name(named(row), NULL);
  GString *columns[COLUMNS];
  for (guint i = 0; i < COLUMNS; i++)
    columns[i] = g_string_new(NULL);
  g_string_append_c(page->text, '\n');
  put_line(page->wrap, name, ADREF_TERMINAL_STYLE_BOLD);
  if (row->base) {
    put_in(page, columns[0], page->review->old, ADREF_TERMINAL_STYLE_DIM);
    put_words(page, columns[0], 0, row->base);
  }
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++)
    put_side(page, columns[side + 1], row, side);
  if (page->is_wide)
    adref_terminal_columns_put(page->text, (const GString *const *)columns, COLUMNS, page->width);
  for (guint i = 0; i < COLUMNS; i++) {
    if (!page->is_wide)
      g_string_append_len(page->text, columns[i]->str, (gssize)columns[i]->len);
    g_string_free(columns[i], TRUE);
  }
}

static void put_fold(gconstpointer out, const GPtrArray *rows, guint from, guint to,
                     const char *words)
{
  (void)rows;
  (void)from;
  (void)to;
  const ThreeWayScreen *page = out;
  g_autofree char *line = g_strconcat("... ", words, NULL);
  g_string_append_c(page->text, '\n');
  put_line(page->wrap, line, ADREF_TERMINAL_STYLE_DIM);
}

static void put_head(const ThreeWayScreen *page)
{
  g_autofree char *head =
      g_strdup_printf("Base %s, and what %s and %s made of it", page->review->old,
                      page->three->names[0], page->three->names[1]);
  put_line(page->wrap, head, ADREF_TERMINAL_STYLE_BOLD);
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++) {
    g_autofree char *totals = adref_review_totals(page->three->redlines[side], NULL);
    g_autofree char *line = g_strconcat(page->three->names[side], ". ", totals, NULL);
    put_line(page->wrap, line, 0);
  }
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++) {
    g_autofree char *heading = g_strconcat("Facts, ", page->three->names[side], NULL);
    if ((page->three->facts[side] && page->three->facts[side]->len > 0) ||
        page->three->facts_problems[side])
      g_string_append_c(page->text, '\n');
    adref_fact_list_put_terminal(page->wrap, heading, page->three->facts[side],
                                 page->three->facts_problems[side], NAME_CELLS);
  }
}

static const AdrefThreeWayTable table = {put_row, put_fold};

GString *adref_terminal_three_way_write(const AdrefThreeWay *three,
                                        const AdrefReviewOptions *review, guint width,
                                        gboolean color)
{
  gboolean is_wide = width >= MIN_THREE;
  guint column = is_wide ? adref_terminal_columns_width(width, COLUMNS) : width;
  ThreeWayScreen page = {.three = three,
                         .review = review,
                         .text = g_string_new(NULL),
                         .width = column,
                         .window = width,
                         .is_wide = is_wide,
                         .color = color};
  page.wrap = adref_terminal_wrap_new(page.text, width, color, review->options->language);
  page.columns[0] = adref_terminal_new(three->base, review->options, column, color);
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++)
    page.columns[side + 1] =
        adref_terminal_new(three->redlines[side], review->options, column, color);
  for (guint i = 0; i < COLUMNS; i++)
    adref_terminal_set_redline(page.columns[i]);
  put_head(&page);
  adref_three_way_run(three, review, &table, &page);
  for (guint i = 0; i < COLUMNS; i++)
    adref_terminal_free(page.columns[i]);
  adref_terminal_wrap_free(page.wrap);
  return page.text;
}
