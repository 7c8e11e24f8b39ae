#include "view/reports/progress_curve.h"

#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "clause/words.h"
#include "view/json/json.h"
#include "view/terminal_cells.h"

void adref_progress_point_free(AdrefProgressPoint *point)
{
  if (!point)
    return;
  g_free(point->name);
  g_free(point->day);
  g_free(point->version);
  g_free(point);
}

/* --- counting --- */

/* The bracket depth of a walk. */
typedef struct {
  guint nodes, edges;
} BracketDepth;

static void track_depth(BracketDepth *depth, const AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  if (node->type == ADREF_BRACKET && !node->as.settled)
    depth->nodes += walk->entering ? 1U : -1U;
  if (node->type != ADREF_BRACKET_EDGE || !walk->entering || !node->as.edge.partner)
    return;
  depth->edges += node->as.edge.opens ? 1U : -1U;
}

static void count_node(AdrefProgressPoint *point, const AdrefNode *node)
{
  if (node->type == ADREF_BRACKET)
    point->brackets += !node->as.placeholder && !node->as.settled;
  if (node->type == ADREF_ALTERNATIVE)
    point->alternatives += !node->parent->as.placeholder && !node->parent->as.settled;
  if (node->type == ADREF_BRACKET_EDGE && (node->as.edge.opens || !node->as.edge.partner))
    point->brackets++;
}

/* The words inside brackets; a space between different brackets or blocks. */
static char *bracketed_words(AdrefProgressPoint *point, const AdrefNode *document)
{
  BracketDepth depth = {0, 0};
  GString *words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    gboolean speaks = node->type == ADREF_TEXT || node->type == ADREF_CODE;
    track_depth(&depth, &walk);
    if (walk.entering)
      count_node(point, node);
    if (speaks && walk.entering && depth.nodes + depth.edges > 0)
      g_string_append_len(words, node->text, (gssize)node->length);
    else if (!speaks && !adref_node_is_formatting(node))
      g_string_append_c(words, ' ');
  }
  return g_string_free(words, FALSE);
}

void adref_progress_point_count(AdrefProgressPoint *point, const AdrefNode *document,
                                const char *language)
{
  point->brackets = point->alternatives = 0;
  g_autofree char *text = bracketed_words(point, document);
  point->words = adref_count_words(document, language);
  point->words_bracketed = adref_count_words_in(text, strlen(text), language);
}

/* --- outputs --- */

static void put_padded(GString *out, const char *text, guint width, gboolean right)
{
  guint cells = adref_terminal_cells_of(text, strlen(text));
  guint pad = cells < width ? width - cells : 0;
  g_string_append_printf(out, "%*s%s%*s", right ? (int)pad : 0, "", text, right ? 0 : (int)pad, "");
}

static guint name_width(const GPtrArray *points)
{
  guint width = 5;
  for (guint i = 0; i < points->len; i++) {
    const AdrefProgressPoint *point = points->pdata[i];
    g_autofree char *name = adref_escape_controls(point->name, -1, FALSE);
    width = MAX(width, adref_terminal_cells_of(name, strlen(name)));
  }
  return width;
}

static void put_point(GString *out, const AdrefProgressPoint *point, guint width)
{
  guint share =
      point->words > 0 ? (point->words_bracketed * 100 + point->words / 2) / point->words : 0;
  g_autofree char *name = adref_escape_controls(point->name, -1, FALSE);
  put_padded(out, name, width, FALSE);
  g_string_append_printf(out, "  %-10s %6u %7u %5u %9u %6u %7u %7u %3u%%\n",
                         point->day ? point->day : "", point->paragraphs, point->agreed,
                         point->open, point->brackets, point->alternatives, point->words,
                         point->words_bracketed, share);
}

/* The levels of agreement, where talks have several. */
static void put_levels(GString *out, const AdrefProgressPoint *point)
{
  g_autofree char *name = adref_escape_controls(point->name, -1, FALSE);
  if (point->confirmed + point->working_group > 0)
    g_string_append_printf(out,
                           "%s: of %u agreed, %u confirmed; of %u open, %u agreed in working "
                           "group\n",
                           name, point->agreed, point->confirmed, point->open,
                           point->working_group);
}

GString *adref_progress_curve_terminal(const GPtrArray *points, gboolean color)
{
  GString *out = g_string_new(color ? "\033[1m" : NULL);
  guint width = name_width(points);
  put_padded(out, "draft", width, FALSE);
  g_string_append_printf(out, "  %-10s %6s %7s %5s %9s %6s %7s %12s%s\n", "day", "paras", "agreed",
                         "open", "brackets", "alts", "words", "in brackets",
                         color ? "\033[0m" : "");
  for (guint i = 0; i < points->len; i++)
    put_point(out, points->pdata[i], width);
  for (guint i = 0; i < points->len; i++)
    put_levels(out, points->pdata[i]);
  return out;
}

static json_t *point_json(const AdrefProgressPoint *point)
{
  json_t *object = json_pack("{s:s}", "draft", point->name);
  if (point->day)
    json_object_set_new(object, "day", json_string(point->day));
  if (point->version)
    json_object_set_new(object, "version", json_string(point->version));
  json_t *counts = json_pack(
      "{s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "paragraphs", point->paragraphs, "agreed",
      point->agreed, "confirmed", point->confirmed, "open", point->open, "working_group",
      point->working_group, "brackets", point->brackets, "alternatives", point->alternatives,
      "words", point->words, "words_bracketed", point->words_bracketed);
  json_object_update(object, counts);
  json_decref(counts);
  return object;
}

GString *adref_progress_curve_json(const GPtrArray *points)
{
  json_t *list = json_array();
  for (guint i = 0; i < points->len; i++)
    json_array_append_new(list, point_json(points->pdata[i]));
  return adref_json_text(list);
}
