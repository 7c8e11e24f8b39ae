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
  const AdrefDriver *driver;
  gboolean is_busy;         /* a stretch is open, a sign waits or a node is skipped */
  AdrefMark open;           /* DELETED or INSERTED while a stretch is; else KEPT */
  const AdrefNode *owner;   /* the parent of what stands in it; NULL: a sign does */
  const AdrefNode *skipped; /* not of the side that is written */
  GString *went, *came;     /* signs of containers that wait for words; NULL: none */
} AdrefStretch;

void adref_stretch_clear(AdrefStretch *marks);

/* What a node was before an attribute of it changed, or NULL (clause/change.h). */
const AdrefNode *adref_stretch_was(const AdrefNode *node);

/* Whether the node is what its parent was. */
gboolean adref_stretch_is_what_was(const AdrefNode *node);

/* Whether the node itself stands in the old, in the new text, as far as it and its parent say. */
gboolean adref_stretch_in_old(const AdrefNode *node);
gboolean adref_stretch_in_new(const AdrefNode *node);

/* Ends and begins stretches before a node is entered. FALSE: it and what is below it is not of the
 * side that is written. */
gboolean adref_stretch_enter(AdrefStretch *marks, const AdrefNode *node);

/* The same before it is left. FALSE: it was skipped. */
gboolean adref_stretch_leave(AdrefStretch *marks, const AdrefNode *node);

/* Whether nothing is drawn for the node itself, only for what is below it. */
gboolean adref_stretch_is_clear(const AdrefStretch *marks, const AdrefNode *node);

/* Draws the signs of a node that was entered, that is about to be left. */
void adref_stretch_entered(AdrefStretch *marks, const AdrefNode *node);
void adref_stretch_leaving(AdrefStretch *marks, const AdrefNode *node);

/* Whether a stretch with that mark is of the side that is written. */
gboolean adref_stretch_shows(const AdrefStretch *marks, AdrefMark mark);

/* Begins a stretch for what is drawn next; FALSE when there is none to begin. */
gboolean adref_stretch_begin_sign(AdrefStretch *marks, AdrefMark mark);
void adref_stretch_end_sign(AdrefStretch *marks);

#endif
