#include "write/driver.h"

#include <string.h>

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

static void label(const AdrefDriver *driver, const AdrefNode *clause)
{
  if (!driver->table->label)
    return;
  g_autofree char *number = adref_write_number(clause, driver->how->view);
  const AdrefClause *facts = is_negotiating(driver) ? clause->as.clause : NULL;
  driver->table->label(driver->out, clause, number, facts);
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

static void link_target(const AdrefDriver *driver, const AdrefNode *link)
{
  const char *url = link->as.link.url;
  const AdrefNode *clause = NULL;
  if (!adref_write_link_is_safe(url)) {
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

static void open_bracket(const AdrefDriver *driver, const AdrefNode *node)
{
  write_node(driver, driver->table->open, node);
}

static void close_bracket(const AdrefDriver *driver, const AdrefNode *node)
{
  write_node(driver, driver->table->close, node);
}

static void slash(const AdrefDriver *driver, const AdrefNode *alternative)
{
  if (alternative->prev)
    write_node(driver, driver->table->slash, alternative);
}

static void write_positions(const AdrefDriver *driver, const AdrefNode *node,
                            const GPtrArray *groups)
{
  if (groups && groups->len > 0 && is_negotiating(driver) && driver->table->positions)
    driver->table->positions(driver->out, node, groups);
}

static void positions(const AdrefDriver *driver, const AdrefNode *alternative)
{
  write_positions(driver, alternative, alternative->as.positions.groups);
}

static void edge(const AdrefDriver *driver, const AdrefNode *node)
{
  if (node->as.edge.opens) {
    open_bracket(driver, node);
  } else {
    write_positions(driver, node, node->as.edge.groups);
    close_bracket(driver, node);
  }
}

typedef void (*Duty)(const AdrefDriver *driver, const AdrefNode *node);

/* What the driver itself has to say about a node, after the output entered and before it leaves. */
static const struct {
  Duty entered, leaving;
} duties[ADREF_NODE_TYPES] = {
    [ADREF_CLAUSE] = {label, NULL},           [ADREF_LINK] = {link_target, NULL},
    [ADREF_IMAGE] = {link_target, NULL},      [ADREF_BRACKET] = {open_bracket, close_bracket},
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
      if (clause->as.clause->id && !g_hash_table_contains(driver.clauses, clause->as.clause->id))
        g_hash_table_insert(driver.clauses, clause->as.clause->id, clause);
  return driver;
}

void adref_driver_clear(AdrefDriver *driver)
{
  g_clear_pointer(&driver->clauses, g_hash_table_unref);
}

void adref_driver_run(const AdrefDriver *driver, const AdrefNode *node)
{
  guint view = 1U << driver->how->view;
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    AdrefNodeType type = walk.node->type;
    if (hidden[type] & view)
      continue;
    if (walk.entering) {
      write_node(driver, driver->table->nodes[type].enter, walk.node);
      if (duties[type].entered)
        duties[type].entered(driver, walk.node);
    } else {
      if (duties[type].leaving)
        duties[type].leaving(driver, walk.node);
      write_node(driver, driver->table->nodes[type].leave, walk.node);
    }
  }
}
