#include "merge/critic.h"

#include <string.h>

#include "clause/words.h"

typedef struct {
  GString *out;
  AdrefChangeMark run; /* DELETED, INSERTED or KEPT */
} Critic;

static void switch_to(Critic *self, AdrefChangeMark mark)
{
  if (mark == ADREF_UNWRAPPED)
    mark = ADREF_DELETED;
  if (mark == ADREF_WRAPPED)
    mark = ADREF_INSERTED;
  if (mark == self->run)
    return;
  if (self->run != ADREF_KEPT)
    g_string_append(self->out, self->run == ADREF_DELETED ? "--}" : "++}");
  if (mark != ADREF_KEPT)
    g_string_append(self->out, mark == ADREF_DELETED ? "{--" : "{++");
  self->run = mark;
}

static void put(Critic *self, AdrefChangeMark mark, const char *text)
{
  if (text[0] == '\0')
    return;
  switch_to(self, mark);
  g_string_append(self->out, text);
}

/* The new node around the old node. */
static gboolean is_now(const AdrefNode *node)
{
  return node->mark == ADREF_WRAPPED && node->first && node->first->type == node->type &&
         node->first->mark == ADREF_UNWRAPPED;
}

static gboolean is_before(const AdrefNode *node)
{
  return node->parent && is_now(node->parent) && node->parent->first == node;
}

static void put_block_start(Critic *self, const AdrefNode *node)
{
  switch_to(self, ADREF_KEPT);
  if (self->out->len > 0)
    g_string_append(self->out, "\n\n");
  const AdrefNode *clause = node->parent;
  if (clause && clause->type == ADREF_CLAUSE && clause->first == node) {
    const AdrefChange *change = clause->as.clause->change;
    if (change && change->type == ADREF_CHANGE_MOVED)
      g_string_append(self->out, "(moved) ");
    if (clause->mark == ADREF_WRAPPED)
      g_string_append(self->out, "(split clause) ");
    if (clause->mark == ADREF_UNWRAPPED)
      g_string_append(self->out, "(joined clause) ");
  }
  for (const AdrefNode *up = node->parent; up && up->type != ADREF_CLAUSE; up = up->parent) {
    if (up->type == ADREF_ITEM && up->first == node)
      g_string_append(self->out, up->mark == ADREF_WRAPPED     ? "(split) - "
                                 : up->mark == ADREF_UNWRAPPED ? "(joined) - "
                                                               : "- ");
    if (up->type == ADREF_QUOTE)
      g_string_append(self->out, "> ");
  }
  if (node->type == ADREF_PARAGRAPH && node->mark == ADREF_WRAPPED)
    g_string_append(self->out, "(split) ");
  if (node->type == ADREF_PARAGRAPH && node->mark == ADREF_UNWRAPPED)
    g_string_append(self->out, "(joined) ");
}

/* Rows stand one below the other. */
static void put_row_start(Critic *self, const AdrefNode *row)
{
  if (!row->prev) {
    put_block_start(self, row);
  } else {
    switch_to(self, ADREF_KEPT);
    g_string_append_c(self->out, '\n');
  }
  put(self, row->mark, "|");
}

static void put_heading(Critic *self, const AdrefNode *node)
{
  if (is_before(node))
    return;
  put_block_start(self, node);
  if (is_now(node)) {
    put(self, ADREF_DELETED, &"######"[6 - node->first->as.level]);
    put(self, ADREF_INSERTED, &"######"[6 - node->as.level]);
    put(self, ADREF_KEPT, " ");
  } else {
    put(self, node->mark, &"######"[6 - node->as.level]);
    put(self, node->mark, " ");
  }
}

static const char *start_of(const AdrefNode *node)
{
  if (node->type == ADREF_EMPH)
    return "*";
  if (node->type == ADREF_STRONG)
    return "**";
  if (node->type == ADREF_FORMAT)
    return "~~";
  if (node->type == ADREF_IMAGE)
    return "![";
  if (node->type == ADREF_LINK || node->type == ADREF_BRACKET)
    return "[";
  return node->type == ADREF_ALTERNATIVE && node->prev ? " / " : "";
}

static void put_text(Critic *self, const AdrefNode *node, const char *before, const char *behind)
{
  g_autofree char *text = g_strconcat(before, node->text, behind, NULL);
  put(self, node->mark, text);
}

static void enter(Critic *self, const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_HEADING: put_heading(self, node); return;
  case ADREF_PARAGRAPH: put_block_start(self, node); return;
  case ADREF_TABLE_ROW: put_row_start(self, node); return;
  case ADREF_TABLE_CELL: put(self, node->mark, " "); return;
  case ADREF_PASSAGE:
    put(self, ADREF_KEPT, node->mark == ADREF_DELETED ? "(left)" : "(moved) ");
    return;
  case ADREF_CLAUSE: {
    const AdrefChange *change = node->as.clause->change;
    if (!change || change->type != ADREF_CHANGE_MOVED_FROM)
      return;
    switch_to(self, ADREF_KEPT);
    g_string_append(self->out, self->out->len > 0 ? "\n\n(left)" : "(left)");
    return;
  }
  case ADREF_CODE_BLOCK:
  case ADREF_RULE:
    put_block_start(self, node);
    put(self, node->mark, "```");
    put(self, node->mark, node->text ? node->text : "");
    return;
  case ADREF_TEXT: put_text(self, node, "", ""); return;
  case ADREF_CODE: put_text(self, node, "`", "`"); return;
  case ADREF_HTML:
    if (adref_node_is_block(node))
      put_block_start(self, node);
    put_text(self, node, "", "");
    return;
  case ADREF_COMMENT:
  case ADREF_NOTE:
    if (adref_node_is_block(node))
      put_block_start(self, node);
    put_text(self, node, node->type == ADREF_NOTE ? "<!-- note: " : "<!-- ", " -->");
    return;
  case ADREF_FOOTNOTE: put_text(self, node, "[^", "]"); return;
  case ADREF_LINE_BREAK: put(self, node->mark, "\\\n"); return;
  case ADREF_BRACKET_EDGE: put(self, node->mark, node->as.edge.opens ? "[" : "]"); return;
  case ADREF_AD_REF: put(self, node->mark, " [Agreed ad ref]"); return;
  case ADREF_DOCUMENT:
  case ADREF_TABLE:
  case ADREF_LIST:
  case ADREF_ITEM:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_FORMAT:
  case ADREF_LINK:
  case ADREF_IMAGE:
  case ADREF_BRACKET:
  case ADREF_ALTERNATIVE:
    if (!is_now(node))
      put(self, is_before(node) ? ADREF_KEPT : node->mark, start_of(node));
    return;
  }
}

/* The end of a node whose attributes changed. */
static char *attribute_of(const AdrefNode *node)
{
  if (node->type == ADREF_LINK || node->type == ADREF_IMAGE)
    return g_strdup(node->as.link.url);
  if (node->type != ADREF_ALTERNATIVE || !node->as.positions.groups)
    return g_strdup("");
  g_autofree char *text = adref_positions_text(node->as.positions.groups);
  return g_strdup_printf(" - %s", text);
}

static void leave(Critic *self, const AdrefNode *node)
{
  gboolean link = node->type == ADREF_LINK || node->type == ADREF_IMAGE;
  g_autofree char *attribute = attribute_of(node);
  AdrefChangeMark mark = is_now(node) || is_before(node) ? ADREF_KEPT : node->mark;
  if (link && !is_now(node))
    put(self, mark, "](");
  put(self, node->mark, attribute);
  if (is_before(node))
    return;
  if (node->type == ADREF_TABLE_CELL)
    put(self, mark, " |");
  if (link)
    put(self, mark, ")");
  else if (node->type == ADREF_BRACKET)
    put(self, mark, "]");
  else if (adref_node_is_formatting(node))
    put(self, mark, start_of(node));
}

char *critic_text(const AdrefNode *redline)
{
  Critic critic = {g_string_new(NULL), ADREF_KEPT};
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk)) {
    if (walk.entering)
      enter(&critic, walk.node);
    else
      leave(&critic, walk.node);
  }
  switch_to(&critic, ADREF_KEPT);
  if (critic.out->len > 0)
    g_string_append_c(critic.out, '\n');
  return g_string_free(critic.out, FALSE);
}

guint critic_words(const char *critic)
{
  guint count = 0;
  while ((critic = strpbrk(critic, "{"))) {
    const char *end = g_str_has_prefix(critic, "{--")   ? strstr(critic, "--}")
                      : g_str_has_prefix(critic, "{++") ? strstr(critic, "++}")
                                                        : NULL;
    critic++;
    if (!end)
      continue;
    g_autoptr(GArray) words = adref_words(critic + 2, (gsize)(end - critic) - 2, NULL);
    count += words->len;
  }
  return count;
}
