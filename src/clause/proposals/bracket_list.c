#include "clause/proposals/bracket_list.h"

#include <string.h>

#include "clause/proposals/bracket_build.h"

static gboolean is_open(const AdrefNode *node)
{
  return (node->type == ADREF_BRACKET && !node->as.settled && node->first) ||
         (node->type == ADREF_BRACKET_EDGE && node->as.edge.opens && node->as.edge.partner);
}

GArray *adref_open_brackets_list(const AdrefNode *root)
{
  GArray *brackets = g_array_new(FALSE, FALSE, sizeof(AdrefOpenBracket));
  AdrefOpenBracket at = {0};
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node->type == ADREF_CLAUSE)
      at = (AdrefOpenBracket){.clause = walk.node};
    if (!walk.entering || !is_open(walk.node))
      continue;
    at.bracket = walk.node;
    at.number++;
    g_array_append_val(brackets, at);
  }
  return brackets;
}

guint adref_open_bracket_count(const AdrefNode *bracket)
{
  guint count = 0;
  for (const AdrefNode *each = bracket->first; each; each = each->next)
    count++;
  return bracket->type == ADREF_BRACKET_EDGE ? 1 : count;
}

AdrefNode *adref_open_bracket_alternative(const AdrefNode *bracket, guint number)
{
  if (bracket->type == ADREF_BRACKET_EDGE)
    return number == 1 ? bracket->as.edge.partner : NULL;
  AdrefNode *each = bracket->first;
  for (guint i = 1; each && i < number; i++)
    each = each->next;
  return number > 0 ? each : NULL;
}

guint adref_open_bracket_number_of(const AdrefNode *alternative)
{
  guint number = 1;
  for (; alternative->type == ADREF_ALTERNATIVE && alternative->prev;
       alternative = alternative->prev)
    number++;
  return number;
}

gboolean adref_open_bracket_has_party(const AdrefNode *bracket, const char *party)
{
  guint count = adref_open_bracket_count(bracket);
  for (guint i = 1; i <= count; i++)
    if (adref_alternative_find_party(adref_open_bracket_alternative(bracket, i), party, NULL))
      return TRUE;
  return FALSE;
}

gboolean adref_open_brackets_have_party(const AdrefNode *clause, const AdrefNode *without,
                                        const char *party)
{
  g_autoptr(GArray) brackets = adref_open_brackets_list(clause);
  for (guint i = 0; i < brackets->len; i++) {
    const AdrefNode *bracket = g_array_index(brackets, AdrefOpenBracket, i).bracket;
    if (bracket != without && adref_open_bracket_has_party(bracket, party))
      return TRUE;
  }
  return FALSE;
}

char *adref_open_bracket_words(const AdrefNode *alternative)
{
  if (alternative->type == ADREF_ALTERNATIVE)
    return adref_node_words(alternative);
  const AdrefNode *open = alternative->as.edge.partner, *root = open;
  while (root->parent)
    root = root->parent;
  gboolean inside = FALSE;
  g_autoptr(GString) words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk) && walk.node != alternative) {
    inside = inside || walk.node == open;
    if (inside && walk.entering && (walk.node->type == ADREF_TEXT || walk.node->type == ADREF_CODE))
      g_string_append(words, walk.node->text);
    else if (inside && !walk.entering && adref_node_is_block(walk.node) && words->len > 0 &&
             words->str[words->len - 1] != ' ')
      g_string_append_c(words, ' ');
  }
  return g_strdup(words->str);
}

/* Adds what stands at a border of a node to the words before it. */
static void show_border(GString *words, const AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  if (node->type == ADREF_BRACKET) {
    g_string_append_c(words, walk->entering ? '[' : ']');
  } else if (node->type == ADREF_FOOTNOTE && walk->entering) {
    g_string_append_printf(words, "[^%s]", node->text);
  } else if (node->type == ADREF_ALTERNATIVE && walk->entering) {
    g_string_append(words, node->prev ? " / " : "");
  } else if (node->type == ADREF_ALTERNATIVE) {
    g_autofree char *positions = adref_positions_text(adref_alternative_groups(node));
    g_string_append_printf(words, "%s%s", *positions ? " - " : "", positions);
  } else if ((adref_node_is_block(node) || node->type == ADREF_LINE_BREAK) && words->len > 0 &&
             words->str[words->len - 1] != ' ') {
    g_string_append_c(words, ' ');
  }
  if (node->type == ADREF_ITEM && walk->entering && node->text)
    g_string_append(words, node->text);
}

char *adref_open_bracket_shown(const AdrefNode *alternative)
{
  gboolean is_edge = alternative->type == ADREF_BRACKET_EDGE;
  const AdrefNode *open = is_edge ? alternative->as.edge.partner : alternative, *root = open;
  while (is_edge && root->parent)
    root = root->parent;
  gboolean inside = FALSE;
  g_autoptr(GString) words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk) && !(is_edge && walk.node == alternative)) {
    inside = inside || walk.node == open;
    if (!inside || walk.node == alternative)
      continue;
    if (walk.entering && (walk.node->type == ADREF_TEXT || walk.node->type == ADREF_CODE))
      g_string_append(words, walk.node->text);
    else
      show_border(words, &walk);
  }
  return g_strstrip(g_strdup(words->str));
}

gboolean adref_open_bracket_is_whole_clause(const AdrefNode *clause, const AdrefNode *bracket)
{
  if (adref_open_bracket_count(bracket) != 1)
    return FALSE;
  g_autofree char *all = adref_node_words(clause);
  g_autofree char *own = adref_open_bracket_words(adref_open_bracket_alternative(bracket, 1));
  return strcmp(g_strstrip(all), g_strstrip(own)) == 0;
}

char *adref_open_bracket_positions(const AdrefNode *bracket)
{
  GString *out = g_string_new(NULL);
  guint count = adref_open_bracket_count(bracket);
  for (guint i = 1; i <= count; i++) {
    const AdrefNode *alternative = adref_open_bracket_alternative(bracket, i);
    g_autofree char *positions = adref_positions_text(adref_alternative_groups(alternative));
    g_string_append_printf(out, "%s%s", i > 1 ? " / " : "", *positions ? positions : "no party");
  }
  return g_string_free(out, FALSE);
}
