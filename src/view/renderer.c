#include "view/renderer.h"

#include <string.h>

#include "view/change_run.h"
#include "view/redline.h"

enum {
  SHOWN_URL = 60, /* characters of a dropped address in a message */
};

/* In which views a type of node is left out, one bit per view. */
static const guint hidden[ADREF_NODE_TYPES] = {
    [ADREF_COMMENT] =
        1U << ADREF_VIEW_NEGOTIATING | 1U << ADREF_VIEW_PUBLIC | 1U << ADREF_VIEW_CLEAN,
    [ADREF_NOTE] = 1U << ADREF_VIEW_PUBLIC | 1U << ADREF_VIEW_CLEAN,
    [ADREF_AD_REF] = 1U << ADREF_VIEW_CLEAN,
};

static void write_node(const AdrefDriver *driver, AdrefWriteNode write, const AdrefNode *node)
{
  if (write)
    write(driver->out, node);
}

static gboolean is_negotiating(const AdrefDriver *driver)
{
  return driver->how->view == ADREF_VIEW_NEGOTIATING;
}

static void report_link(const AdrefDriver *driver, const AdrefNode *link, const char *why)
{
  const AdrefNode *at = link;
  while (at->line == 0 && at->parent)
    at = at->parent;
  g_autofree char *visible = adref_visible(link->as.link.url, -1, FALSE);
  gboolean is_long = g_utf8_strlen(visible, -1) > SHOWN_URL;
  g_autofree char *url = is_long ? g_utf8_substring(visible, 0, SHOWN_URL) : g_strdup(visible);
  adref_problem(driver->how->problems, at->line, at->column, "the link to \"%s%s\" is dropped; %s",
                url, is_long ? "..." : "", why);
}

/* The words of a party stand as they are: readers of the text do not need to know that the order of
 * the parties may change there. */
static void check_name(const AdrefDriver *driver, const AdrefNode *link)
{
  GHashTable *names = driver->how->names;
  if (names && !g_hash_table_contains(names, link->as.link.url + 1))
    report_link(driver, link, "no clause and no party has that name");
}

static void link_target(const AdrefDriver *driver, const AdrefNode *link)
{
  const char *url = link->as.link.url;
  const AdrefNode *clause = NULL;
  if (adref_node_is_name(link)) {
    check_name(driver, link);
    url = NULL;
  } else if (!adref_write_link_is_safe(url)) {
    report_link(driver, link, "http, https, mailto and #clause are allowed");
    url = NULL;
  } else if (url[0] == '#') {
    clause = g_hash_table_lookup(driver->clauses, url + 1);
    if (!clause)
      report_link(driver, link, "no clause has that id");
    url = NULL;
  }
  if (driver->table->link)
    driver->table->link(driver->out, link, url, clause);
}

/* The mark of what is drawn for a node that itself went or came; KEPT where it only changed. */
static AdrefMark sign_of(const AdrefNode *node)
{
  if (node->mark == ADREF_UNWRAPPED)
    return ADREF_DELETED;
  return node->mark == ADREF_WRAPPED && !adref_stretch_was(node) ? ADREF_INSERTED : ADREF_KEPT;
}

static void draw(AdrefStretch *marks, AdrefWriteNode write, const AdrefNode *node, AdrefMark mark)
{
  if (!write)
    return;
  gboolean is_sign = adref_stretch_begin_sign(marks, mark);
  write(marks->driver->out, node);
  if (is_sign)
    adref_stretch_end_sign(marks);
}

static void open_bracket(AdrefStretch *marks, const AdrefNode *node)
{
  draw(marks, marks->driver->table->open, node, sign_of(node));
}

static void close_bracket(AdrefStretch *marks, const AdrefNode *node)
{
  draw(marks, marks->driver->table->close, node, sign_of(node));
}

/* A slash stands in a text where an alternative of that text stands before this one. */
static void slash(AdrefStretch *marks, const AdrefNode *alternative)
{
  gboolean old = FALSE, new = FALSE;
  if (adref_stretch_is_what_was(alternative))
    alternative = alternative->parent;
  for (const AdrefNode *prev = alternative->prev; prev && (!old || !new); prev = prev->prev) {
    old = old || adref_stretch_in_old(prev);
    new = new || adref_stretch_in_new(prev);
  }
  old = old && adref_stretch_in_old(alternative);
  new = new &&adref_stretch_in_new(alternative);
  AdrefMark mark = old && new ? ADREF_KEPT : (old ? ADREF_DELETED : ADREF_INSERTED);
  if ((old || new) && adref_stretch_shows(marks, mark))
    draw(marks, marks->driver->table->slash, alternative, mark);
}

static void write_positions(AdrefStretch *marks, const AdrefNode *node, const GPtrArray *groups,
                            AdrefMark mark)
{
  const AdrefDriver *driver = marks->driver;
  if (!groups || groups->len == 0 || !is_negotiating(driver) || !driver->table->positions ||
      !adref_stretch_shows(marks, mark))
    return;
  gboolean is_sign = adref_stretch_begin_sign(marks, mark);
  driver->table->positions(driver->out, node, groups);
  if (is_sign)
    adref_stretch_end_sign(marks);
}

static void positions(AdrefStretch *marks, const AdrefNode *alternative)
{
  const AdrefNode *was = adref_stretch_was(alternative);
  AdrefMark mark = was ? ADREF_INSERTED : sign_of(alternative);
  if (was)
    write_positions(marks, was, was->as.positions.groups, ADREF_DELETED);
  write_positions(marks, alternative, alternative->as.positions.groups, mark);
}

static void edge(AdrefStretch *marks, const AdrefNode *node)
{
  if (node->as.edge.opens) {
    open_bracket(marks, node);
  } else {
    write_positions(marks, node, node->as.edge.groups, ADREF_KEPT);
    close_bracket(marks, node);
  }
}

static void label(AdrefStretch *marks, const AdrefNode *clause)
{
  const AdrefDriver *driver = marks->driver;
  const AdrefWriteTable *table = driver->table;
  if (clause->as.clause->change && table->notice) {
    g_autofree char *words = adref_redline_what(clause);
    table->notice(driver->out, clause, words);
  }
  if (!table->label)
    return;
  gboolean is_old = driver->how->side == ADREF_SIDE_OLD;
  g_autofree char *number = is_old ? adref_write_old_number(clause, driver->how->view)
                                   : adref_write_number(clause, driver->how->view);
  const AdrefClause *facts = is_negotiating(driver) ? clause->as.clause : NULL;
  table->label(driver->out, clause, number, facts);
}

static void link_duty(AdrefStretch *marks, const AdrefNode *node)
{
  link_target(marks->driver, node);
}

typedef void (*Duty)(AdrefStretch *marks, const AdrefNode *node);

/* What the driver itself has to say about a node, after the output entered and before it leaves. */
static const struct {
  Duty entered, leaving;
} duties[ADREF_NODE_TYPES] = {
    [ADREF_CLAUSE] = {label, NULL},           [ADREF_LINK] = {link_duty, NULL},
    [ADREF_IMAGE] = {link_duty, NULL},        [ADREF_BRACKET] = {open_bracket, close_bracket},
    [ADREF_ALTERNATIVE] = {slash, positions}, [ADREF_EDGE] = {edge, NULL},
};

AdrefDriver adref_driver(const AdrefNode *root, const AdrefWriting *how,
                         const AdrefWriteTable *table, gpointer out)
{
  while (root->parent)
    root = root->parent;
  AdrefDriver driver = {.how = how, .table = table, .out = out};
  driver.clauses = g_hash_table_new(g_str_hash, g_str_equal);
  if (root->type == ADREF_DOCUMENT)
    for (AdrefNode *clause = root->first; clause; clause = clause->next)
      if (clause->as.clause->id && clause->mark != ADREF_DELETED &&
          !g_hash_table_contains(driver.clauses, clause->as.clause->id))
        g_hash_table_insert(driver.clauses, clause->as.clause->id, clause);
  return driver;
}

void adref_driver_clear(AdrefDriver *driver)
{
  g_clear_pointer(&driver->clauses, g_hash_table_unref);
}

static void enter(AdrefStretch *marks, const AdrefNode *node)
{
  write_node(marks->driver, marks->driver->table->nodes[node->type].enter, node);
  if (duties[node->type].entered)
    duties[node->type].entered(marks, node);
}

static void leave(AdrefStretch *marks, const AdrefNode *node)
{
  if (duties[node->type].leaving)
    duties[node->type].leaving(marks, node);
  write_node(marks->driver, marks->driver->table->nodes[node->type].leave, node);
}

/* A comment is printed by no output, but a change in it is a change. */
static gboolean is_hidden(const AdrefDriver *driver, const AdrefNode *node)
{
  if (!(hidden[node->type] & 1U << driver->how->view))
    return FALSE;
  return node->type != ADREF_COMMENT || node->mark == ADREF_KEPT || !is_negotiating(driver);
}

/* A node that is marked, or that stands beside or below a mark. */
static void pass_marked(AdrefStretch *marks, AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  if (walk->entering) {
    if (!adref_stretch_enter(marks, node))
      adref_walk_skip(walk);
    else if (!adref_stretch_is_clear(marks, node)) {
      enter(marks, node);
      adref_stretch_entered(marks, node);
    }
  } else if (adref_stretch_leave(marks, node) && !adref_stretch_is_clear(marks, node)) {
    adref_stretch_leaving(marks, node);
    leave(marks, node);
  }
}

void adref_driver_run(const AdrefDriver *driver, const AdrefNode *node)
{
  AdrefStretch marks = {.driver = driver};
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    if (is_hidden(driver, walk.node))
      continue;
    if (driver->footnotes && adref_footnotes_skip(driver->footnotes, walk.node)) {
      if (walk.entering)
        adref_walk_skip(&walk);
      continue;
    }
    if (G_UNLIKELY(walk.node->mark != ADREF_KEPT || marks.is_busy))
      pass_marked(&marks, &walk);
    else if (walk.entering)
      enter(&marks, walk.node);
    else
      leave(&marks, walk.node);
  }
  adref_stretch_clear(&marks);
}
