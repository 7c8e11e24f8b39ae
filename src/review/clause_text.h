/* The two texts of one changed clause, side by side: what stood there and what stands there, and
 * the stretches in which they differ. Between two stretches both texts are the same, so a place in
 * one has its place in the other. */
#ifndef ADREF_REVIEW_CLAUSE_TEXT_H
#define ADREF_REVIEW_CLAUSE_TEXT_H

#include <glib.h>

#include "clause/change.h"
#include "review/text_side.h"

/* A stretch in which the texts differ; one of its sides may be empty. */
typedef struct {
  guint start[2], end[2]; /* bytes, by AdrefTextSide */
} AdrefChangeRun;

/* The words of a cross reference or link. */
typedef struct {
  guint start, end;
  const AdrefNode *link;
} AdrefLinkRange;

/* A change that is not of words, where it stands among them. */
typedef struct {
  AdrefChangeClass class; /* BRACKET, REFERENCE, EDITORIAL */
  guint at;               /* the stretch behind it */
  char *old, *new;
  AdrefShift shift; /* of BRACKET */
} AdrefStructuralChange;

typedef struct {
  GString *words[2];          /* by AdrefTextSide; blocks end with a newline */
  GArray *runs;               /* of AdrefChangeRun */
  GArray *links[2];           /* of AdrefLinkRange: cross references by "#id" */
  GArray *structural_changes; /* of AdrefStructuralChange */
  gboolean agreed[2];         /* the clause has [Agreed ad ref] */
} AdrefClauseText;

AdrefClauseText *adref_clause_text_new(void);
void adref_clause_text_free(AdrefClauseText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefClauseText, adref_clause_text_free)

/* Reads a clause of a redline. Words in a bracket or alternative that came or went as a whole are
 * left out: the change is that of the bracket. What was read before is forgotten. */
void adref_clause_text_read(AdrefClauseText *text, const AdrefNode *clause);

#endif
