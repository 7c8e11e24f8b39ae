/* Where the marks of a redline begin and end; for the driver alone.
 *
 * A stretch is a run of siblings that are all DELETED or all INSERTED. It ends before its parent
 * does, so that outputs with tags nest. Nodes that are WRAPPED or UNWRAPPED are shown by signs:
 * what is drawn for the node itself stands in a stretch of its own. A leaf block (paragraph,
 * heading) also takes the signs of the containers that begin with it. */
#ifndef ADREF_VIEW_CHANGE_RUN_H
#define ADREF_VIEW_CHANGE_RUN_H

#include "view/renderer.h"

typedef struct {
  const AdrefRenderer *driver;
  gboolean is_active;          /* a stretch is open, a sign waits or a node is skipped */
  AdrefChangeMark open;        /* DELETED or INSERTED while a stretch is; else KEPT */
  const AdrefNode *owner;      /* the parent of what stands in it; NULL: a sign does */
  const AdrefNode *skipped;    /* not of the side that is written */
  GString *deleted, *inserted; /* signs of containers that wait for words; NULL: none */
} AdrefChangeRunState;

void adref_change_run_clear(AdrefChangeRunState *run);

/* What a node was before an attribute of it changed, or NULL (clause/change.h). */
const AdrefNode *adref_change_run_old_node(const AdrefNode *node);

/* Whether the node is what its parent was. */
gboolean adref_change_run_is_old_node(const AdrefNode *node);

/* Whether the node itself stands in the old, in the new text, as far as it and its parent say. */
gboolean adref_change_run_in_old(const AdrefNode *node);
gboolean adref_change_run_in_new(const AdrefNode *node);

/* Ends and begins stretches before a node is entered. FALSE: it and what is below it is not of the
 * side that is written. */
gboolean adref_change_run_enter(AdrefChangeRunState *run, const AdrefNode *node);

/* The same before it is left. FALSE: it was skipped. */
gboolean adref_change_run_leave(AdrefChangeRunState *run, const AdrefNode *node);

/* Whether nothing is drawn for the node itself, only for what is below it. */
gboolean adref_change_run_is_not_drawn(const AdrefChangeRunState *run, const AdrefNode *node);

/* Draws the signs of a node that was entered, that is about to be left. */
void adref_change_run_entered(AdrefChangeRunState *run, const AdrefNode *node);
void adref_change_run_leaving(AdrefChangeRunState *run, const AdrefNode *node);

/* Whether a stretch with that mark is of the side that is written. */
gboolean adref_change_run_shows(const AdrefChangeRunState *run, AdrefChangeMark mark);

/* Begins a stretch for what is drawn next; FALSE when there is none to begin. */
gboolean adref_change_run_begin_symbol(AdrefChangeRunState *run, AdrefChangeMark mark);
void adref_change_run_end_symbol(AdrefChangeRunState *run);

#endif
