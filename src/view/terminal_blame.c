#include <string.h>

#include "view/blame_output.h"
#include "view/terminal_cells.h"
#include "view/terminal_wrap.h"

enum {
  SHORT_ID = 8,
  DAY = 10,
  GAP = 2,
  MAX_WHO = 12,
  MAX_LABEL = 10,
  MIN_WORDS = 24, /* columns of words */
};

/* Colours of people, by order of appearance. */
static const guint8 colors[] = {6, 5, 3, 2, 12, 14, 13, 11, 10, 4, 9, 1};

typedef struct {
  const AdrefOrigins *origins;
  GString *text;
  AdrefFill *fill;
  guint *people;
  guint who, label;        /* columns of the margin */
  guint margin;            /* all of them */
  const AdrefNode *clause; /* whose passages come */
} Writer;

static guint widest(const AdrefOrigins *origins, gboolean labels, guint most)
{
  guint width = 0;
  for (guint i = 0; i < origins->all->len; i++) {
    const AdrefOrigin *origin = origins->all->pdata[i];
    const char *word = labels ? origin->label : adref_origin_who(origin);
    g_autofree char *visible = adref_visible(word ? word : "", -1, FALSE);
    width = MAX(width, adref_cells_of(visible, strlen(visible)));
  }
  return MIN(width, most);
}

/* Appends a word in so many columns; one that is too long is cut. */
static void put_cell(GString *line, const char *word, guint columns)
{
  g_autofree char *visible = adref_visible(word ? word : "", -1, FALSE);
  const char *at = visible;
  guint used = 0, all = adref_cells_of(visible, strlen(visible));
  guint room = all > columns ? columns - 1 : columns;
  while (*at && used + adref_cells(g_utf8_get_char(at)) <= room) {
    used += adref_cells(g_utf8_get_char(at));
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

static char *margin_of(const Writer *out, guint place)
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

static void put_clause(Writer *out, const AdrefNode *clause, const AdrefWriting *how)
{
  const AdrefClause *facts = clause->as.clause;
  g_autofree char *number = adref_write_number(clause, how->view);
  const char *id = facts->kind == ADREF_TITLE ? NULL : facts->id;
  if (out->text->len > 0)
    g_string_append_c(out->text, '\n');
  out->clause = clause;
  if (!number && !id)
    return;
  adref_fill_begin(out->fill, 0, 0, NULL);
  adref_fill_string(out->fill, number, ADREF_LOOK_BOLD);
  adref_fill_string(out->fill, number && id ? " #" : (id ? "#" : NULL), ADREF_LOOK_DIM);
  adref_fill_string(out->fill, id, ADREF_LOOK_DIM);
  adref_fill_end(out->fill);
}

static guint look_of(const Writer *out, const AdrefOriginWords *passage)
{
  guint look = passage->block && passage->block->type == ADREF_HEADING ? ADREF_LOOK_BOLD : 0;
  if (passage->origin == ADREF_NO_ORIGIN)
    return look | ADREF_LOOK_DIM;
  guint person = out->people[passage->origin] % G_N_ELEMENTS(colors);
  return look | (guint)colors[person] * ADREF_LOOK_COLOR;
}

/* Spaces at its ends would only move words about. */
static void put_passage(Writer *out, const AdrefOriginWords *passage)
{
  g_autofree char *words = g_strstrip(g_strdup(passage->text));
  if (!*words)
    return;
  gboolean named = passage->origin != ADREF_NO_ORIGIN;
  g_autofree char *margin = named ? margin_of(out, passage->origin) : NULL;
  adref_fill_begin(out->fill, out->margin, named ? out->margin : 0, margin);
  adref_fill_string(out->fill, words, look_of(out, passage));
  adref_fill_end(out->fill);
}

GString *adref_origins_terminal(const AdrefNode *root, const AdrefOrigins *origins,
                                const AdrefWriting *how, guint width, gboolean color)
{
  g_autoptr(GPtrArray) passages = adref_origin_words(root, origins, how);
  g_autofree guint *people = adref_origins_people(origins);
  Writer out = {.origins = origins, .text = g_string_new(NULL), .people = people};
  out.who = widest(origins, FALSE, MAX_WHO);
  out.label = widest(origins, TRUE, MAX_LABEL);
  out.margin = SHORT_ID + DAY + out.who + 3 * GAP + (out.label > 0 ? out.label + GAP : 0);
  guint line = width == 0 ? 0 : MAX(width, out.margin + MIN_WORDS);
  g_autoptr(AdrefFill) fill = adref_fill_new(out.text, line, color, how->language);
  out.fill = fill;
  for (guint i = 0; i < passages->len; i++) {
    const AdrefOriginWords *passage = passages->pdata[i];
    if (passage->clause && passage->clause != out.clause)
      put_clause(&out, passage->clause, how);
    put_passage(&out, passage);
  }
  return out.text;
}
