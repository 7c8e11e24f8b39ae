#include <string.h>

#include "draft/data/party_color.h"
#include "view/blame_output.h"
#include "view/terminal_cells.h"
#include "view/terminal_wrap.h"

enum {
  SHORT_ID = 8,
  DAY = 10,
  GAP = 2,
  MAX_WHO = 12,
  MAX_LABEL = 10,
  MIN_WORDS = 24, /* fewest columns of words */
};

typedef struct {
  const AdrefOrigins *origins;
  GString *text;
  AdrefTerminalWrap *wrap;
  const AdrefParties *parties;
  guint who, label;        /* width of these parts of the margin */
  guint margin;            /* width of the margin */
  const AdrefNode *clause; /* the clause that is being written */
} BlameWriter;

static guint widest(const AdrefOrigins *origins, gboolean labels, guint most)
{
  guint width = 0;
  for (guint i = 0; i < origins->all->len; i++) {
    const AdrefOrigin *origin = origins->all->pdata[i];
    const char *word = labels ? origin->label : adref_origin_who(origin);
    g_autofree char *visible = adref_escape_controls(word ? word : "", -1, FALSE);
    width = MAX(width, adref_terminal_cells_of(visible, strlen(visible)));
  }
  return MIN(width, most);
}

/* Appends a word in a number of columns; a longer word is cut. */
static void put_cell(GString *line, const char *word, guint columns)
{
  g_autofree char *visible = adref_escape_controls(word ? word : "", -1, FALSE);
  const char *at = visible;
  guint used = 0, all = adref_terminal_cells_of(visible, strlen(visible));
  guint room = all > columns ? columns - 1 : columns;
  while (*at && used + adref_terminal_cells(g_utf8_get_char(at)) <= room) {
    used += adref_terminal_cells(g_utf8_get_char(at));
    at = g_utf8_next_char(at);
  }
  g_string_append_len(line, visible, at - visible);
  if (*at) {
    g_string_append(line, "\342\200\246");
    used++;
  }
  for (; used < columns; used++)
    g_string_append_c(line, ' ');
}

static void put_gap(GString *line)
{
  g_string_append(line, "  ");
}

static char *margin_of(const BlameWriter *out, guint place)
{
  GString *line = g_string_new(NULL);
  const AdrefOrigin *origin = out->origins->all->pdata[place];
  g_autofree char *id = origin->version ? g_strndup(origin->version, SHORT_ID) : NULL;
  put_cell(line, id ? id : "work", SHORT_ID);
  put_gap(line);
  put_cell(line, origin->version ? origin->day : "not saved", DAY);
  put_gap(line);
  put_cell(line, adref_origin_who(origin), out->who);
  put_gap(line);
  if (out->label > 0) {
    put_cell(line, origin->label ? origin->label : "-", out->label);
    put_gap(line);
  }
  return g_string_free(line, FALSE);
}

static void put_clause(BlameWriter *out, const AdrefNode *clause, const AdrefViewOptions *options)
{
  const AdrefClause *facts = clause->as.clause;
  g_autofree char *number = adref_view_number(clause, options->view);
  gboolean is_hidden = facts->kind == ADREF_TITLE || options->view != ADREF_VIEW_NEGOTIATING;
  const char *id = is_hidden ? NULL : facts->id;
  if (out->text->len > 0)
    g_string_append_c(out->text, '\n');
  out->clause = clause;
  if (!number && !id)
    return;
  adref_terminal_wrap_begin(out->wrap, 0, 0, NULL);
  adref_terminal_wrap_string(out->wrap, number, ADREF_TERMINAL_STYLE_BOLD);
  adref_terminal_wrap_string(out->wrap, number && id ? " #" : (id ? "#" : NULL),
                             ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_wrap_string(out->wrap, id, ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_wrap_end(out->wrap);
}

static guint style_of(const BlameWriter *out, const AdrefOriginWords *part)
{
  guint style = part->block && part->block->type == ADREF_HEADING ? ADREF_TERMINAL_STYLE_BOLD : 0;
  if (part->origin == ADREF_NO_ORIGIN)
    return style | ADREF_TERMINAL_STYLE_DIM;
  const char *who = adref_origin_who(out->origins->all->pdata[part->origin]);
  return style | adref_party_color(out->parties, who)->terminal * ADREF_TERMINAL_STYLE_COLOR;
}

/* Spaces at the start and the end are dropped. */
static void put_part(BlameWriter *out, const AdrefOriginWords *part)
{
  g_autofree char *words = g_strstrip(g_strdup(part->text));
  if (!*words)
    return;
  gboolean named = part->origin != ADREF_NO_ORIGIN;
  g_autofree char *margin = named ? margin_of(out, part->origin) : NULL;
  adref_terminal_wrap_begin(out->wrap, out->margin, named ? out->margin : 0, margin);
  adref_terminal_wrap_string(out->wrap, words, style_of(out, part));
  adref_terminal_wrap_end(out->wrap);
}

GString *adref_terminal_blame_write(const AdrefNode *root, const AdrefOrigins *origins,
                                    const AdrefViewOptions *options, guint width, gboolean color)
{
  g_autoptr(GPtrArray) parts = adref_origin_words(root, origins, options);
  BlameWriter out = {.origins = origins, .text = g_string_new(NULL), .parties = options->parties};
  out.who = widest(origins, FALSE, MAX_WHO);
  out.label = widest(origins, TRUE, MAX_LABEL);
  out.margin = SHORT_ID + DAY + out.who + 3 * GAP + (out.label > 0 ? out.label + GAP : 0);
  guint line = width == 0 ? 0 : MAX(width, out.margin + MIN_WORDS);
  g_autoptr(AdrefTerminalWrap) wrap =
      adref_terminal_wrap_new(out.text, line, color, options->language);
  out.wrap = wrap;
  for (guint i = 0; i < parts->len; i++) {
    const AdrefOriginWords *part = parts->pdata[i];
    if (part->clause && part->clause != out.clause)
      put_clause(&out, part->clause, options);
    put_part(&out, part);
  }
  return out.text;
}
