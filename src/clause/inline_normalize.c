#include "clause/inline_normalize.h"

#include <string.h>

/* Two raised or lowered words side by side are two: the marks of notes ² and ³ are not ²³. */
static gboolean may_join(const AdrefNode *node)
{
  return node->type != ADREF_FORMAT ||
         (node->as.format != ADREF_FORMAT_SUPERSCRIPT && node->as.format != ADREF_FORMAT_SUBSCRIPT);
}

static gboolean is_same_formatting(const AdrefNode *left, const AdrefNode *right)
{
  return right && adref_node_is_formatting(left) && left->type == right->type && may_join(left) &&
         (left->type != ADREF_FORMAT || left->as.format == right->as.format);
}

/* Joins two adjacent nodes of the same emphasis, and then the children that become adjacent. */
static void join(AdrefNode *left, AdrefNode *right)
{
  while (left && is_same_formatting(left, right)) {
    AdrefNode *seam_left = left->last, *seam_right = right->first;
    while (right->first) {
      AdrefNode *child = right->first;
      adref_node_unlink(child);
      adref_node_append(left, child);
    }
    adref_node_free(right);
    left = seam_left;
    right = seam_right;
  }
}

void adref_inline_normalize_join(AdrefNode *block)
{
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    AdrefNode *text = walk.node;
    gboolean words = text->type == ADREF_TEXT;
    if (!walk.entering || !text->next || text->next->type != text->type ||
        (!words && text->type != ADREF_CODE))
      continue;
    GString *joined = g_string_new_len(text->text, (gssize)text->length);
    for (AdrefNode *next; (next = text->next) && next->type == text->type; adref_node_free(next)) {
      gboolean twice =
          words && joined->len > 0 && joined->str[joined->len - 1] == ' ' && next->text[0] == ' ';
      g_string_append(joined, next->text + (twice ? 1 : 0));
    }
    gsize length = joined->len;
    adref_node_take_text(text, g_string_free(joined, FALSE), length);
  }
}

/* Makes a STRONG whose only child is an EMPH an EMPH whose only child is a STRONG. Returns whether
 * anything changed. */
static gboolean order_emphasis(AdrefNode *block)
{
  gboolean changed = FALSE;
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering || node->type != ADREF_STRONG || !node->first || node->first != node->last ||
        node->first->type != ADREF_EMPH)
      continue;
    node->type = ADREF_EMPH;
    node->first->type = ADREF_STRONG;
    changed = TRUE;
  }
  return changed;
}

static guint formatting_index(const AdrefNode *node)
{
  return node->type == ADREF_EMPH ? 0 : node->type == ADREF_STRONG ? 1 : 2 + node->as.format;
}

/* Emphasis inside emphasis of the same type, and empty emphasis. */
static GPtrArray *needless_emphasis(AdrefNode *block)
{
  GPtrArray *needless = g_ptr_array_new();
  g_autoptr(GPtrArray) open = g_ptr_array_new();
  guint counts[6] = {0};
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!adref_node_is_formatting(node))
      continue;
    guint *count = &counts[formatting_index(node)];
    if (walk.entering && node->first && *count == 0) {
      g_ptr_array_add(open, node);
      (*count)++;
    } else if (walk.entering) {
      g_ptr_array_add(needless, node);
    } else if (open->len > 0 && open->pdata[open->len - 1] == node) {
      g_ptr_array_set_size(open, (int)open->len - 1);
      (*count)--;
    }
  }
  return needless;
}

static gboolean unwrap_needless(AdrefNode *block)
{
  g_autoptr(GPtrArray) needless = needless_emphasis(block);
  for (guint i = 0; i < needless->len; i++)
    adref_node_unwrap(needless->pdata[i]);
  return needless->len > 0;
}

static gboolean join_neighbours(AdrefNode *block)
{
  gboolean changed = FALSE;
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering || !adref_node_is_formatting(node))
      continue;
    for (; is_same_formatting(node, node->next); changed = TRUE)
      join(node, node->next);
  }
  return changed;
}

/* Removes emphasis inside emphasis of the same type and empty emphasis, and joins adjacent
 * emphasis. */
static void normalize_emphasis(AdrefNode *block)
{
  gboolean changed;
  do {
    changed = order_emphasis(block);
    changed = unwrap_needless(block) || changed;
    changed = join_neighbours(block) || changed;
  } while (changed);
}

char *adref_inline_normalize_spaces(char *text)
{
  char *to = text;
  for (const char *from = text; *from; from++) {
    gboolean white = g_ascii_isspace(*from) || *from == '\v';
    if (!white)
      *to++ = *from;
    else if (to == text || to[-1] != ' ')
      *to++ = ' ';
  }
  *to = '\0';
  return text;
}

static void trim(AdrefNode *text, gboolean start)
{
  gsize length = text->length;
  if (start && length > 0 && text->text[0] == ' ')
    memmove(text->text, text->text + 1, length--);
  if (!start && length > 0 && text->text[length - 1] == ' ')
    text->text[--length] = '\0';
  text->length = length;
}

static gboolean is_break(const AdrefNode *node)
{
  return node && node->type == ADREF_LINE_BREAK;
}

/* Removes a TEXT of one space at the start of a line, where it has no meaning; in a heading, where
 * a break is written <br>, any space beside a break. */
static void trim_lines(AdrefNode *block)
{
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    AdrefNode *text = walk.node;
    if (walk.entering || text->type != ADREF_TEXT)
      continue;
    if (block->type == ADREF_HEADING && is_break(text->next))
      trim(text, FALSE);
    if (!is_break(text->prev))
      continue;
    if (strcmp(text->text, " ") == 0)
      adref_node_free(text);
    else if (block->type == ADREF_HEADING)
      trim(text, TRUE);
  }
}

static gboolean is_droppable(const AdrefNode *node)
{
  return node &&
         (node->type == ADREF_LINE_BREAK || (node->type == ADREF_TEXT && node->length == 0));
}

static void trim_ends(AdrefNode *block)
{
  for (;;) {
    if (block->first && block->first->type == ADREF_TEXT)
      trim(block->first, TRUE);
    if (!is_droppable(block->first))
      break;
    adref_node_free(block->first);
  }
  for (;;) {
    if (block->last && block->last->type == ADREF_TEXT)
      trim(block->last, FALSE);
    if (!is_droppable(block->last))
      break;
    adref_node_free(block->last);
  }
}

/* For each EDGE of the block the link or image in which it stands, or NULL. */
static GPtrArray *links_around_edges(AdrefNode *block)
{
  GPtrArray *around = g_ptr_array_new();
  g_autoptr(GPtrArray) open = g_ptr_array_new();
  g_ptr_array_add(open, NULL);
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    gboolean link = node->type == ADREF_LINK || node->type == ADREF_IMAGE;
    if (link && walk.entering)
      g_ptr_array_add(open, node);
    else if (link)
      g_ptr_array_set_size(open, (int)open->len - 1);
    else if (node->type == ADREF_BRACKET_EDGE && walk.entering)
      g_ptr_array_add(around, open->pdata[open->len - 1]);
  }
  return around;
}

void adref_inline_normalize_links(AdrefNode *block, GPtrArray *edges)
{
  g_autoptr(GPtrArray) around = links_around_edges(block);
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint)); /* indexes of edges */
  for (guint i = 0; i < edges->len; i++) {
    AdrefNode *edge = edges->pdata[i];
    guint top = open->len > 0 ? g_array_index(open, guint, open->len - 1) : 0;
    if (edge->as.edge.opens)
      g_array_append_val(open, i);
    else if (open->len > 0 && around->pdata[top] == around->pdata[i])
      g_array_set_size(open, open->len - 1);
    else if (around->pdata[i])
      adref_node_edge_to_text(edge);
  }
  for (guint i = 0; i < open->len; i++) {
    guint index = g_array_index(open, guint, i);
    if (around->pdata[index])
      adref_node_edge_to_text(edges->pdata[index]);
  }
  guint kept = 0;
  for (guint i = 0; i < edges->len; i++)
    if (((AdrefNode *)edges->pdata[i])->type == ADREF_BRACKET_EDGE)
      edges->pdata[kept++] = edges->pdata[i];
  g_ptr_array_set_size(edges, (int)kept);
}

void adref_inline_normalize(AdrefNode *block, gboolean needs_normalizing)
{
  if (needs_normalizing)
    normalize_emphasis(block);
  if (needs_normalizing)
    adref_inline_normalize_join(block);
  if (needs_normalizing)
    trim_lines(block);
  trim_ends(block);
}
