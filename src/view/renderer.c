#include "view/renderer.h"

#include <string.h>

#include "clause/change.h"
#include "view/change_run.h"
#include "view/position_pieces.h"
#include "view/redline.h"

enum {
  SHOWN_URL = 60, /* characters of a dropped address that the message shows */
  MAX_CHAIN = 64, /* brackets that begin or end together */
};

/* In which views a node type is left out, one bit per view. */
static const guint hidden[ADREF_NODE_TYPES] = {
    [ADREF_COMMENT] =
        1U << ADREF_VIEW_NEGOTIATING | 1U << ADREF_VIEW_PUBLIC | 1U << ADREF_VIEW_CLEAN,
    [ADREF_NOTE] = 1U << ADREF_VIEW_PUBLIC | 1U << ADREF_VIEW_CLEAN,
    [ADREF_AD_REF] = 1U << ADREF_VIEW_CLEAN,
};

static void write_node(const AdrefRenderer *renderer, AdrefRendererCallback write,
                       const AdrefNode *node)
{
  if (write)
    write(renderer->out, node);
}

static gboolean is_negotiating(const AdrefRenderer *renderer)
{
  return renderer->options->view == ADREF_VIEW_NEGOTIATING;
}

/* Words for a message, without controls and cut. The caller frees them. */
static char *shown(const char *words)
{
  g_autofree char *visible = adref_escape_controls(words, -1, FALSE);
  if (g_utf8_strlen(visible, -1) <= SHOWN_URL)
    return g_steal_pointer(&visible);
  g_autofree char *cut = g_utf8_substring(visible, 0, SHOWN_URL);
  return g_strconcat(cut, "...", NULL);
}

static void report_link(const AdrefRenderer *renderer, const AdrefNode *link, const char *why)
{
  const AdrefNode *at = adref_node_placed(link);
  g_autofree char *url = shown(link->as.link.url);
  adref_problem(renderer->options->problems, at->line, at->column,
                "the link to \"%s\" is dropped; %s", url, why);
}

/* An image is named by its description, which is printed in its place. */
static void report_image(const AdrefRenderer *renderer, const AdrefNode *image)
{
  const AdrefNode *at = adref_node_placed(image);
  g_autofree char *words = adref_node_words(image);
  g_autofree char *name = shown(*words ? words : image->as.link.url);
  adref_problem(renderer->options->problems, at->line, at->column,
                *words ? "the image \"%s\" is not printed; its description stands in its place"
                       : "the image \"%s\" is not printed, and has no description that could stand "
                         "in its place; write ![description](...)",
                name);
}

/* Reports a party's name in the words of a text: readers do not expect that the order of the
 * parties may change there. */
static void check_name(const AdrefRenderer *renderer, const AdrefNode *link)
{
  GHashTable *names = renderer->options->names;
  if (names && !g_hash_table_contains(names, link->as.link.url + 1))
    report_link(renderer, link, "no clause and no party has that name");
}

static void put_link(const AdrefRenderer *renderer, const AdrefNode *link)
{
  const char *url = link->as.link.url;
  const AdrefNode *clause = NULL;
  if (link->type == ADREF_IMAGE) {
    report_image(renderer, link);
    url = *url != '#' && adref_view_link_is_safe(url) ? url : NULL;
  } else if (adref_node_is_party_name(link)) {
    check_name(renderer, link);
    url = NULL;
  } else if (!adref_view_link_is_safe(url)) {
    report_link(renderer, link, "http, https, mailto and #clause are allowed");
    url = NULL;
  } else if (url[0] == '#') {
    clause = adref_link_targets_find(renderer->targets, url + 1);
    if (!clause)
      report_link(renderer, link, "no clause or heading has that id");
    url = NULL;
  }
  if (renderer->table->link)
    renderer->table->link(renderer->out, link, url, clause);
}

/* The mark of what is drawn for a node that was itself wrapped or unwrapped; KEPT when it only
 * changed. */
static AdrefChangeMark symbol_mark(const AdrefNode *node)
{
  if (node->mark == ADREF_UNWRAPPED)
    return ADREF_DELETED;
  return node->mark == ADREF_WRAPPED && !adref_change_run_old_node(node) ? ADREF_INSERTED
                                                                         : ADREF_KEPT;
}

static void draw(AdrefChangeRunState *run, AdrefRendererCallback write, const AdrefNode *node,
                 AdrefChangeMark mark)
{
  if (!write)
    return;
  gboolean is_symbol = adref_change_run_begin_symbol(run, mark);
  write(run->renderer->out, node);
  if (is_symbol)
    adref_change_run_end_symbol(run);
}

/* What of a node is in one of the texts: `whole` is the mark of what only the other text has,
 * `frame` that of a node of the other text in which this one may have something. */
typedef struct {
  AdrefChangeMark whole, frame;
} TextMarks;

/* Whether the text has an alternative in the node that is one of the bracket around the node. */
static gboolean has_alternative(const AdrefNode *root, TextMarks marks)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    gboolean is_frame = node->mark == marks.frame;
    if (walk.entering && node->type == ADREF_ALTERNATIVE && !is_frame && node->mark != marks.whole)
      return TRUE;
    if (walk.entering && !is_frame)
      adref_walk_skip(&walk);
  }
  return FALSE;
}

/* Whether a text has an alternative of the same bracket before this one. Brackets and alternatives
 * of the other text may stand between them and their bracket. */
static gboolean follows(const AdrefNode *alternative, TextMarks marks)
{
  for (const AdrefNode *node = alternative;; node = node->parent) {
    for (const AdrefNode *before = node->prev; before; before = before->prev)
      if (has_alternative(before, marks))
        return TRUE;
    const AdrefNode *parent = node->parent;
    gboolean is_frame = parent->type == ADREF_BRACKET || parent->type == ADREF_ALTERNATIVE;
    if (!is_frame || parent->mark != marks.frame)
      return FALSE;
  }
}

static gboolean follows_in_old(const AdrefNode *alternative)
{
  return follows(alternative, (TextMarks){.whole = ADREF_INSERTED, .frame = ADREF_WRAPPED});
}

static gboolean follows_in_new(const AdrefNode *alternative)
{
  return follows(alternative, (TextMarks){.whole = ADREF_DELETED, .frame = ADREF_UNWRAPPED});
}

/* Whether positions or a slash stand between the signs of a bracket and of the one around it, in
 * the text of the inner one: "] - JPN", " / [". */
static gboolean stands_between(const AdrefNode *alternative, const AdrefNode *bracket,
                               const AdrefNode *outer, gboolean end)
{
  if (alternative->mark == outer->mark && !adref_change_run_old_node(alternative))
    return FALSE;
  if (end)
    return alternative->as.positions.groups != NULL;
  return bracket->mark == ADREF_UNWRAPPED ? follows_in_old(alternative)
                                          : follows_in_new(alternative);
}

/* The bracket of the other text that begins (or ends) right outside of a bracket of one text. */
static const AdrefNode *coinciding(const AdrefNode *bracket, gboolean end)
{
  const AdrefNode *node = bracket, *outer = node->parent;
  if (outer && outer->type == ADREF_ALTERNATIVE && !(end ? node->next : node->prev)) {
    node = outer;
    outer = node->parent;
    if (outer && stands_between(node, bracket, outer, end))
      return NULL;
  }
  if (!outer || outer->type != ADREF_BRACKET || (end ? node->next : node->prev))
    return NULL;
  return (bracket->mark == ADREF_WRAPPED && outer->mark == ADREF_UNWRAPPED) ||
                 (bracket->mark == ADREF_UNWRAPPED && outer->mark == ADREF_WRAPPED)
             ? outer
             : NULL;
}

/* Whether the bracket around a bracket draws its "[" or "]" too, which both texts have: of a chain,
 * each second one. */
static gboolean is_drawn_outside(const AdrefNode *bracket, gboolean end)
{
  guint depth = 0;
  while (depth < MAX_CHAIN && (bracket = coinciding(bracket, end)))
    depth++;
  return depth % 2 == 1;
}

static const AdrefNode *inner_bracket(const AdrefNode *bracket, gboolean end)
{
  const AdrefNode *inner = end ? bracket->last : bracket->first;
  if (inner && inner->type == ADREF_ALTERNATIVE)
    inner = end ? inner->last : inner->first;
  return inner && inner->type == ADREF_BRACKET && coinciding(inner, end) == bracket ? inner : NULL;
}

static void draw_bracket(AdrefChangeRunState *run, const AdrefNode *node, gboolean end)
{
  const AdrefRendererTable *table = run->renderer->table;
  gboolean both = run->renderer->options->side == ADREF_VIEW_SIDE_BOTH;
  if (both && is_drawn_outside(node, end))
    return;
  AdrefChangeMark mark = both && inner_bracket(node, end) ? ADREF_KEPT : symbol_mark(node);
  draw(run, end ? table->close : table->open, node, mark);
}

static void open_bracket(AdrefChangeRunState *run, const AdrefNode *node)
{
  draw_bracket(run, node, FALSE);
}

static void close_bracket(AdrefChangeRunState *run, const AdrefNode *node)
{
  draw_bracket(run, node, TRUE);
}

static gboolean is_first_alternative_in(const AdrefNode *node)
{
  return node && node->type == ADREF_ALTERNATIVE && node->parent->type == ADREF_ALTERNATIVE &&
         !node->prev;
}

/* A slash belongs to a text when an alternative of that text comes before this one. Of alternatives
 * that begin together, the outer one draws it. */
static void slash(AdrefChangeRunState *run, const AdrefNode *alternative)
{
  if (adref_change_run_is_old_node(alternative))
    alternative = alternative->parent;
  else if (run->renderer->options->side == ADREF_VIEW_SIDE_BOTH &&
           is_first_alternative_in(alternative))
    return;
  const AdrefNode *inner = alternative->first;
  gboolean old = adref_change_run_in_old(alternative), new = adref_change_in_new(alternative);
  if (is_first_alternative_in(inner) && !adref_change_run_is_old_node(inner)) {
    old = old || adref_change_run_in_old(inner);
    new = new || adref_change_in_new(inner);
  }
  old = old && follows_in_old(alternative);
  new = new &&follows_in_new(alternative);
  AdrefChangeMark mark = old && new ? ADREF_KEPT : (old ? ADREF_DELETED : ADREF_INSERTED);
  if ((old || new) && adref_change_run_shows(run, mark))
    draw(run, run->renderer->table->slash, alternative, mark);
}

static void write_positions(AdrefChangeRunState *run, const AdrefNode *node,
                            const GPtrArray *groups, AdrefChangeMark mark)
{
  const AdrefRenderer *renderer = run->renderer;
  if (!groups || groups->len == 0 || !is_negotiating(renderer) || !renderer->table->positions ||
      !adref_change_run_shows(run, mark))
    return;
  gboolean is_symbol = adref_change_run_begin_symbol(run, mark);
  renderer->table->positions(renderer->out, node, groups);
  if (is_symbol)
    adref_change_run_end_symbol(run);
}

static void put_piece(gpointer data, const char *text, AdrefChangeMark mark)
{
  AdrefChangeRunState *run = data;
  const AdrefRenderer *renderer = run->renderer;
  gboolean is_symbol = adref_change_run_begin_symbol(run, mark);
  if (renderer->table->piece)
    renderer->table->piece(renderer->out, text);
  else
    renderer->table->symbol(renderer->out, text);
  if (is_symbol)
    adref_change_run_end_symbol(run);
}

static gboolean same_groups(const AdrefNode *one, const AdrefNode *other)
{
  const GPtrArray *groups = one->as.positions.groups, *others = other->as.positions.groups;
  if (!groups || !others)
    return FALSE;
  g_autofree char *text = adref_positions_text(groups), *with = adref_positions_text(others);
  return strcmp(text, with) == 0;
}

/* The last alternative around a bracket of the other text, where both end together and have the
 * same positions; NULL: there is none. The outer one draws them. */
static const AdrefNode *same_outside(const AdrefNode *alternative)
{
  const AdrefNode *bracket = alternative->parent, *outer = bracket->parent;
  return bracket->type == ADREF_BRACKET && !alternative->next && is_drawn_outside(bracket, TRUE) &&
                 outer->type == ADREF_ALTERNATIVE && same_groups(alternative, outer)
             ? outer
             : NULL;
}

static gboolean has_same_inside(const AdrefNode *alternative)
{
  const AdrefNode *bracket = alternative->last;
  const AdrefNode *inner = bracket && bracket->type == ADREF_BRACKET ? bracket->last : NULL;
  return inner && inner->type == ADREF_ALTERNATIVE && same_outside(inner) == alternative;
}

static void positions(AdrefChangeRunState *run, const AdrefNode *alternative)
{
  const AdrefRenderer *renderer = run->renderer;
  const AdrefNode *was = adref_change_run_old_node(alternative);
  const GPtrArray *old = was ? was->as.positions.groups : NULL,
                  *new = alternative->as.positions.groups;
  if (old && new &&is_negotiating(renderer) && renderer->table->symbol &&
      renderer->options->side == ADREF_VIEW_SIDE_BOTH) {
    adref_position_pieces(old, new,
                          renderer->table->has_page_verbs ? renderer->options->words : NULL,
                          put_piece, run);
    return;
  }
  gboolean both = renderer->options->side == ADREF_VIEW_SIDE_BOTH;
  if (both && !was && same_outside(alternative))
    return;
  if (both && !was && has_same_inside(alternative)) {
    write_positions(run, alternative, new, ADREF_KEPT);
    return;
  }
  if (was)
    write_positions(run, was, old, ADREF_DELETED);
  write_positions(run, alternative, new, was ? ADREF_INSERTED : symbol_mark(alternative));
}

static void edge(AdrefChangeRunState *run, const AdrefNode *node)
{
  if (node->as.edge.opens) {
    open_bracket(run, node);
  } else {
    write_positions(run, node, node->as.edge.groups, ADREF_KEPT);
    close_bracket(run, node);
  }
}

static void label(AdrefChangeRunState *run, const AdrefNode *clause)
{
  const AdrefRenderer *renderer = run->renderer;
  const AdrefRendererTable *table = renderer->table;
  if (clause->as.clause->change && table->notice) {
    g_autofree char *words = adref_redline_describe(clause, renderer->options->words);
    table->notice(renderer->out, clause, words);
  }
  if (!table->label)
    return;
  gboolean is_old = renderer->options->side == ADREF_VIEW_SIDE_OLD;
  g_autofree char *number = is_old ? adref_view_old_number(clause, renderer->options->view)
                                   : adref_view_number(clause, renderer->options->view);
  const AdrefClause *facts = is_negotiating(renderer) ? clause->as.clause : NULL;
  table->label(renderer->out, clause, number, facts);
}

static void handle_link(AdrefChangeRunState *run, const AdrefNode *node)
{
  put_link(run->renderer, node);
}

typedef void (*NodeHandler)(AdrefChangeRunState *run, const AdrefNode *node);

/* What the renderer adds to a node, after the output has entered it and before the output leaves
 * it. */
static const struct {
  NodeHandler entered, leaving;
} handlers[ADREF_NODE_TYPES] = {
    [ADREF_CLAUSE] = {label, NULL},           [ADREF_LINK] = {handle_link, NULL},
    [ADREF_IMAGE] = {handle_link, NULL},      [ADREF_BRACKET] = {open_bracket, close_bracket},
    [ADREF_ALTERNATIVE] = {slash, positions}, [ADREF_BRACKET_EDGE] = {edge, NULL},
};

void adref_renderer_table_set(AdrefRendererTable *table, const AdrefRendererRow *rows, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    table->nodes[rows[i].type].enter = rows[i].enter;
    table->nodes[rows[i].type].leave = rows[i].leave;
  }
}

AdrefRenderer adref_renderer(const AdrefNode *root, const AdrefViewOptions *options,
                             const AdrefRendererTable *table, gpointer out)
{
  while (root->parent)
    root = root->parent;
  AdrefRenderer renderer = {.options = options, .table = table, .out = out};
  renderer.targets = adref_link_targets_new(root);
  return renderer;
}

void adref_renderer_clear(AdrefRenderer *renderer)
{
  g_clear_pointer(&renderer->targets, adref_link_targets_free);
}

/* Code in which words changed is written as a paragraph is. */
static AdrefNodeType written_type(const AdrefNode *node)
{
  return node->type == ADREF_CODE_BLOCK && !node->text ? ADREF_PARAGRAPH : node->type;
}

static void enter(AdrefChangeRunState *run, const AdrefNode *node)
{
  write_node(run->renderer, run->renderer->table->nodes[written_type(node)].enter, node);
  if (handlers[node->type].entered)
    handlers[node->type].entered(run, node);
}

static void leave(AdrefChangeRunState *run, const AdrefNode *node)
{
  if (handlers[node->type].leaving)
    handlers[node->type].leaving(run, node);
  write_node(run->renderer, run->renderer->table->nodes[written_type(node)].leave, node);
}

/* No output prints a comment, but a change in it is a change. */
static gboolean is_hidden(const AdrefRenderer *renderer, const AdrefNode *node)
{
  if (G_LIKELY(!(hidden[node->type] & 1U << renderer->options->view)))
    return FALSE;
  return node->type != ADREF_COMMENT || node->mark == ADREF_KEPT || !is_negotiating(renderer);
}

/* For a node that is marked, or that has a marked sibling or parent. */
static void pass_marked(AdrefChangeRunState *run, AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  if (walk->entering) {
    if (!adref_change_run_enter(run, node))
      adref_walk_skip(walk);
    else if (!adref_change_run_is_not_drawn(run, node)) {
      enter(run, node);
      adref_change_run_entered(run, node);
    }
  } else if (adref_change_run_leave(run, node) && !adref_change_run_is_not_drawn(run, node)) {
    adref_change_run_leaving(run, node);
    leave(run, node);
  }
}

/* Whether a row begins with the cell, and says that it moved. */
static gboolean begins_moved_row(const AdrefNode *cell)
{
  return cell->type == ADREF_TABLE_CELL && !cell->prev && cell->parent &&
         adref_change_move_of(cell->parent);
}

void adref_renderer_run(const AdrefRenderer *renderer, const AdrefNode *node)
{
  AdrefChangeRunState run = {.renderer = renderer};
  if (adref_redline_is_left_out(node))
    return;
  if (begins_moved_row(node)) /* a terminal draws each cell by itself */
    adref_change_run_entered(&run, node->parent);
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    if (is_hidden(renderer, walk.node))
      continue;
    if (renderer->footnotes && adref_footnotes_skip(renderer->footnotes, walk.node)) {
      if (walk.entering)
        adref_walk_skip(&walk);
      continue;
    }
    if (G_UNLIKELY(walk.node->mark != ADREF_KEPT || run.is_active ||
                   adref_change_move_of(walk.node)))
      pass_marked(&run, &walk);
    else if (walk.entering)
      enter(&run, walk.node);
    else
      leave(&run, walk.node);
  }
  adref_change_run_clear(&run);
}
