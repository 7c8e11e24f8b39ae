/* The progress curve of a negotiation: how much of the text was open in each draft. */
#ifndef ADREF_VIEW_REPORTS_PROGRESS_CURVE_H
#define ADREF_VIEW_REPORTS_PROGRESS_CURVE_H

#include <glib.h>

#include "clause/node.h"

/* A point of the curve: one draft. */
typedef struct {
  char *name;    /* the label, or "work" */
  char *day;     /* when it was circulated, "2023-12-01"; NULL: not yet */
  char *version; /* the commit's id; NULL: the files as they are */
  guint paragraphs;
  guint agreed, open;  /* numbers of paragraphs: agreed ad ref, and the others */
  guint confirmed;     /* of those agreed: confirmed by the capitals too */
  guint working_group; /* of the open ones: agreed by all, by some in the working group only */
  guint brackets;      /* open ones, without placeholders */
  guint alternatives;  /* in all brackets together */
  guint words;         /* of the whole text, counted by clause/words.h; and those inside brackets */
  guint words_bracketed;
} AdrefProgressPoint;

void adref_progress_point_free(AdrefProgressPoint *point);

/* Sets what the text alone decides: brackets, alternatives and words. */
void adref_progress_point_count(AdrefProgressPoint *point, const AdrefNode *document,
                                const char *language);

/* A table of drafts (of AdrefProgressPoint), oldest first; at most 80 columns wide when the names
 * are short. */
GString *adref_progress_curve_terminal(const GPtrArray *points, gboolean color);

/* [{"draft": "zero", "day": "2023-12-01", "version": "<id>", "paragraphs": 1, "agreed": 0,
 * "confirmed": 0, "open": 1, "working_group": 0, "brackets": 0, "alternatives": 0, "words": 5,
 * "words_bracketed": 0}]; the draft "work" has no day and no version. The form is stable; readers
 * must ignore unknown members. */
GString *adref_progress_curve_json(const GPtrArray *points);

#endif
