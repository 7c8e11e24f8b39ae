/* Change runs: where the marks of a redline begin and end. Only for renderer.c.
 *
 * A change run is a run of siblings that are all DELETED or all INSERTED. It ends before its parent
 * ends, so that the tags of an output nest. Nodes that are WRAPPED or UNWRAPPED are shown by
 * symbols: what an output draws for the node itself is a change run of its own. A leaf block
 * (paragraph, heading) also gets the symbols of the containers that begin with it. */
#ifndef ADREF_VIEW_CHANGE_RUN_H
#define ADREF_VIEW_CHANGE_RUN_H

#include "view/renderer.h"

typedef struct {
  const AdrefRenderer *renderer;
  gboolean is_active;       /* a run is open, a symbol is pending or a node is skipped */
  AdrefChangeMark open;     /* DELETED or INSERTED while a run is open; else KEPT */
  const AdrefNode *owner;   /* the parent of the nodes in the run; NULL: the run is a symbol */
  const AdrefNode *skipped; /* not in the side that is written */
  GString *moved, *deleted,
      *inserted; /* symbols of containers, pending until words come; NULL: none
                  */
} AdrefChangeRunState;

void adref_change_run_clear(AdrefChangeRunState *run);

/* The node before an attribute of it changed, or NULL (clause/change.h). */
const AdrefNode *adref_change_run_old_node(const AdrefNode *node);

/* Whether the node is the former state of its parent. */
gboolean adref_change_run_is_old_node(const AdrefNode *node);

/* Whether the node itself stands in the old text, as its own mark and that of its child say. */
gboolean adref_change_run_in_old(const AdrefNode *node);

/* Ends and begins runs before a node is entered. FALSE: the node and its children are not in the
 * side that is written. */
gboolean adref_change_run_enter(AdrefChangeRunState *run, const AdrefNode *node);

/* The same before a node is left. FALSE: it was skipped. */
gboolean adref_change_run_leave(AdrefChangeRunState *run, const AdrefNode *node);

/* Whether the output draws nothing for the node itself, only for its children. */
gboolean adref_change_run_is_not_drawn(const AdrefChangeRunState *run, const AdrefNode *node);

/* Draws the symbols of a node that was entered, or that will be left next. */
void adref_change_run_entered(AdrefChangeRunState *run, const AdrefNode *node);
void adref_change_run_leaving(AdrefChangeRunState *run, const AdrefNode *node);

/* Whether runs with that mark are in the side that is written. */
gboolean adref_change_run_shows(const AdrefChangeRunState *run, AdrefChangeMark mark);

/* Begins a run for what is drawn next; FALSE: no run is needed. */
gboolean adref_change_run_begin_symbol(AdrefChangeRunState *run, AdrefChangeMark mark);
void adref_change_run_end_symbol(AdrefChangeRunState *run);

#endif
