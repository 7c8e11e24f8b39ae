#include "view/progress_curve.h"

#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "clause/words.h"
#include "view/json.h"
#include "view/terminal_cells.h"

void adref_draft_free(AdrefDraft *draft)
{
  if (!draft)
    return;
  g_free(draft->name);
  g_free(draft->day);
  g_free(draft->version);
  g_free(draft);
}

/* --- counting --- */

/* How deep in brackets a walk is. */
typedef struct {
  guint nodes, edges;
} Depth;

static void follow(Depth *depth, const AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  if (node->type == ADREF_BRACKET)
    depth->nodes += walk->entering ? 1U : -1U;
  if (node->type != ADREF_EDGE || !walk->entering || !node->as.edge.partner)
    return;
  depth->edges += node->as.edge.opens ? 1U : -1U;
}

static void count_node(AdrefDraft *draft, const AdrefNode *node)
{
  if (node->type == ADREF_BRACKET)
    draft->brackets += !node->as.placeholder;
  if (node->type == ADREF_ALTERNATIVE)
    draft->alternatives += !node->parent->as.placeholder;
  if (node->type == ADREF_EDGE && (node->as.edge.opens || !node->as.edge.partner))
    draft->brackets++;
}

/* The words in brackets, what stands in different brackets or blocks divided by a space. */
static char *bracketed_words(AdrefDraft *draft, const AdrefNode *document)
{
  Depth depth = {0, 0};
  GString *words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    gboolean speaks = node->type == ADREF_TEXT || node->type == ADREF_CODE;
    follow(&depth, &walk);
    if (walk.entering)
      count_node(draft, node);
    if (speaks && walk.entering && depth.nodes + depth.edges > 0)
      g_string_append_len(words, node->text, (gssize)node->length);
    else if (!speaks && node->type != ADREF_EMPH && node->type != ADREF_STRONG)
      g_string_append_c(words, ' ');
  }
  return g_string_free(words, FALSE);
}

void adref_draft_count(AdrefDraft *draft, const AdrefNode *document, const char *language)
{
  draft->brackets = draft->alternatives = 0;
  g_autofree char *text = bracketed_words(draft, document);
  g_autoptr(GArray) words = adref_words(text, strlen(text), language);
  draft->words = adref_count_words(document, language);
  draft->words_bracketed = words->len;
}

/* --- outputs --- */

static void put_padded(GString *out, const char *text, guint width, gboolean right)
{
  guint cells = adref_cells_of(text, strlen(text));
  guint pad = cells < width ? width - cells : 0;
  g_string_append_printf(out, "%*s%s%*s", right ? (int)pad : 0, "", text, right ? 0 : (int)pad, "");
}

static guint name_width(const GPtrArray *drafts)
{
  guint width = 5;
  for (guint i = 0; i < drafts->len; i++) {
    const AdrefDraft *draft = drafts->pdata[i];
    g_autofree char *name = adref_visible(draft->name, -1, FALSE);
    width = MAX(width, adref_cells_of(name, strlen(name)));
  }
  return width;
}

static void put_draft(GString *out, const AdrefDraft *draft, guint width)
{
  guint share =
      draft->words > 0 ? (draft->words_bracketed * 100 + draft->words / 2) / draft->words : 0;
  g_autofree char *name = adref_visible(draft->name, -1, FALSE);
  put_padded(out, name, width, FALSE);
  g_string_append_printf(out, "  %-10s %6u %7u %5u %9u %6u %7u %7u %3u%%\n",
                         draft->day ? draft->day : "", draft->paragraphs, draft->agreed,
                         draft->open, draft->brackets, draft->alternatives, draft->words,
                         draft->words_bracketed, share);
}

GString *adref_curve_terminal(const GPtrArray *drafts, gboolean color)
{
  GString *out = g_string_new(color ? "\033[1m" : NULL);
  guint width = name_width(drafts);
  put_padded(out, "draft", width, FALSE);
  g_string_append_printf(out, "  %-10s %6s %7s %5s %9s %6s %7s %12s%s\n", "day", "paras", "agreed",
                         "open", "brackets", "alts", "words", "in brackets",
                         color ? "\033[0m" : "");
  for (guint i = 0; i < drafts->len; i++)
    put_draft(out, drafts->pdata[i], width);
  return out;
}

static json_t *draft_json(const AdrefDraft *draft)
{
  json_t *object = json_pack("{s:s}", "draft", draft->name);
  if (draft->day)
    json_object_set_new(object, "day", json_string(draft->day));
  if (draft->version)
    json_object_set_new(object, "version", json_string(draft->version));
  json_t *counts = json_pack("{s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "paragraphs", draft->paragraphs,
                             "agreed", draft->agreed, "open", draft->open, "brackets",
                             draft->brackets, "alternatives", draft->alternatives, "words",
                             draft->words, "words_bracketed", draft->words_bracketed);
  json_object_update(object, counts);
  json_decref(counts);
  return object;
}

GString *adref_curve_json(const GPtrArray *drafts)
{
  json_t *list = json_array();
  for (guint i = 0; i < drafts->len; i++)
    json_array_append_new(list, draft_json(drafts->pdata[i]));
  return adref_json_text(list);
}
