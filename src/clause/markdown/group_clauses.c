#include "clause/markdown/group_clauses.h"

#include "base/error.h"
#include "clause/marker.h"

typedef struct {
  AdrefNode *document;
  AdrefNode *clause; /* the current clause if it has a marker, or NULL */
  GHashTable *ids;
  GPtrArray *problems;
} ClauseGrouper;

static void start_clause(ClauseGrouper *self, AdrefNode *clause, const AdrefNode *at)
{
  clause->line = at->line;
  clause->column = at->column;
  adref_node_append(self->document, clause);
  const char *id = clause->as.clause->id;
  if (!id || g_hash_table_add(self->ids, (gpointer)(guintptr)id))
    return;
  adref_problem_serious(self->problems, at->line, at->column,
                        "the clause id \"%s\" stands twice; give each clause its own", id);
  adref_problems_set_rule(self->problems, "duplicate-id");
}

/* Begins a clause if the comment is a marker; else returns FALSE. */
static gboolean begin_marked_clause(ClauseGrouper *self, AdrefNode *comment)
{
  g_autofree char *wrong = NULL;
  AdrefNode *clause = adref_marker_read(comment->text, &wrong);
  if (wrong)
    adref_problem(self->problems, comment->line, comment->column, "%s", wrong);
  adref_problems_set_rule(self->problems, "marker");
  if (!clause)
    return FALSE;
  start_clause(self, clause, comment);
  self->clause = clause;
  adref_node_free(comment);
  return TRUE;
}

static void add_heading(ClauseGrouper *self, AdrefNode *node)
{
  const AdrefNode *clause = self->clause;
  if (clause && !clause->first && clause->as.clause->kind == ADREF_TITLE) {
    adref_node_append(self->clause, node);
    self->clause = NULL;
    return;
  }
  if (clause && !clause->first) {
    if (clause->as.clause->kind != ADREF_ANNEX)
      adref_problem(self->problems, node->line, node->column,
                    "a heading in a clause of kind %s; only an annex begins with one",
                    adref_clause_kind_word(clause->as.clause->kind));
    adref_node_append(self->clause, node);
    return;
  }
  AdrefNode *title = adref_node_new_clause(ADREF_TITLE, NULL);
  start_clause(self, title, node);
  adref_node_append(title, node);
  self->clause = NULL;
}

static void add_block(ClauseGrouper *self, AdrefNode *node)
{
  if (node->type == ADREF_COMMENT && begin_marked_clause(self, node))
    return;
  if (node->type == ADREF_HEADING) {
    add_heading(self, node);
    return;
  }
  if (self->clause && self->clause->as.clause->kind == ADREF_TITLE) {
    adref_problem(self->problems, node->line, node->column,
                  "the marker of a heading stands before something else; a heading must follow it");
    self->clause = NULL;
  }
  AdrefNode *clause = self->clause;
  if (!clause) {
    clause = adref_node_new_clause(ADREF_PLAIN, NULL);
    start_clause(self, clause, node);
  }
  adref_node_append(clause, node);
}

void adref_group_clauses(AdrefNode *document, AdrefNode *blocks, GPtrArray *problems)
{
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  ClauseGrouper grouper = {document, NULL, ids, problems};
  while (blocks->first) {
    AdrefNode *node = blocks->first;
    adref_node_unlink(node);
    add_block(&grouper, node);
  }
}
