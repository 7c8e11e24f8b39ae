#include "view/proposal_columns.h"
#include "view/redline.h"
#include "view/terminal/terminal.h"
#include "view/terminal/terminal_columns.h"
#include "view/terminal_wrap.h"

enum {
  LEAST = 24 /* cells of a column in which a text can be read */
};

typedef struct {
  const AdrefProposalColumns *columns;
  const AdrefViewOptions *options;
  GString *text;
  AdrefTerminalWrap *wrap; /* writes to `text` */
  GPtrArray *writers;      /* of AdrefTerminal: of the base, then of each party */
  guint width;             /* of a column */
  gboolean color;
} ProposalScreen;

static void put_line(AdrefTerminalWrap *wrap, const char *words, guint style)
{
  adref_terminal_wrap_begin(wrap, 0, 0, NULL);
  adref_terminal_wrap_string(wrap, words, style);
  adref_terminal_wrap_end(wrap);
}

/* A line of its own in a column. Caller frees. */
static GString *line_of(const ProposalScreen *screen, const char *words, guint style)
{
  GString *column = g_string_new(NULL);
  g_autoptr(AdrefTerminalWrap) wrap =
      adref_terminal_wrap_new(column, screen->width, screen->color, screen->options->language);
  put_line(wrap, words, style);
  return column;
}

static GString *words_of(const ProposalScreen *screen, guint at, const GPtrArray *clauses)
{
  AdrefTerminal *writer = screen->writers->pdata[at];
  for (guint i = 0; i < clauses->len; i++)
    adref_terminal_put_words(writer, clauses->pdata[i]);
  return adref_terminal_take(writer);
}

static void put_columns(const ProposalScreen *screen, GString **cells, guint count)
{
  adref_terminal_columns_put(screen->text, (const GString *const *)cells, count, screen->width);
  for (guint i = 0; i < count; i++)
    g_string_free(cells[i], TRUE);
}

static void put_head(const ProposalScreen *screen)
{
  guint count = screen->columns->parties->len + 1;
  g_autofree GString **cells = g_new0(GString *, count);
  cells[0] = line_of(screen, adref_proposal_columns_head(screen->options, FALSE),
                     ADREF_TERMINAL_STYLE_BOLD);
  for (guint i = 1; i < count; i++)
    cells[i] = line_of(screen, screen->columns->parties->pdata[i - 1], ADREF_TERMINAL_STYLE_BOLD);
  put_columns(screen, cells, count);
}

static void put_name(const ProposalScreen *screen, const AdrefProposalRow *row)
{
  g_string_append_c(screen->text, '\n');
  if (!row->number && !row->id)
    return;
  g_autofree char *name =
      g_strdup_printf("%s%s%s", row->number ? row->number : "", row->number && row->id ? " " : "",
                      row->id ? row->id : "");
  put_line(screen->wrap, name, ADREF_TERMINAL_STYLE_BOLD);
}

static void put_across(const ProposalScreen *screen, const AdrefNode *clause)
{
  const AdrefNode *note = clause->first && clause->first->type == ADREF_NOTE ? clause->first : NULL;
  g_autofree char *words =
      note ? g_strconcat(note->as.party, ": ", note->text, NULL) : adref_node_words(clause);
  put_line(screen->wrap, words, note ? ADREF_TERMINAL_STYLE_DIM : ADREF_TERMINAL_STYLE_BOLD);
}

static void put_row(const ProposalScreen *screen, const AdrefProposalRow *row)
{
  guint count = screen->columns->parties->len + 1;
  g_autofree GString **cells = g_new0(GString *, count);
  put_name(screen, row);
  if (row->is_across) {
    for (guint i = 0; i < row->base->len; i++)
      put_across(screen, row->base->pdata[i]);
    return;
  }
  cells[0] = words_of(screen, 0, row->base);
  for (guint i = 1; i < count; i++) {
    g_autofree char *unchanged = adref_proposal_columns_unchanged(screen->options, row, i - 1);
    cells[i] = row->cells[i - 1] ? words_of(screen, i, row->cells[i - 1])
                                 : line_of(screen, unchanged, ADREF_TERMINAL_STYLE_DIM);
  }
  put_columns(screen, cells, count);
}

static void terminal_free(gpointer terminal)
{
  adref_terminal_free(terminal);
}

GString *adref_terminal_proposals_write(const AdrefProposalColumns *columns,
                                        const AdrefViewOptions *options, guint width,
                                        gboolean color)
{
  guint count = columns->parties->len + 1;
  g_autoptr(GPtrArray) writers = g_ptr_array_new_with_free_func(terminal_free);
  ProposalScreen screen = {.columns = columns,
                           .options = options,
                           .writers = writers,
                           .width = adref_terminal_columns_width(width, count),
                           .color = color};
  if (screen.width < LEAST)
    return NULL;
  screen.text = g_string_new(NULL);
  screen.wrap = adref_terminal_wrap_new(screen.text, width, color, options->language);
  g_ptr_array_add(writers, adref_terminal_new(columns->base, options, screen.width, color));
  for (guint i = 0; i + 1 < count; i++)
    g_ptr_array_add(writers,
                    adref_terminal_new(columns->redlines[i], options, screen.width, color));
  for (guint i = 0; i < count; i++)
    adref_terminal_set_redline(writers->pdata[i]);
  put_head(&screen);
  for (guint i = 0; i < columns->rows->len; i++)
    put_row(&screen, columns->rows->pdata[i]);
  adref_terminal_wrap_free(screen.wrap);
  return screen.text;
}
