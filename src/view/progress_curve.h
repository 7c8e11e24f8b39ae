/* The curve of a negotiation: how open its text was in each draft. */
#ifndef ADREF_VIEW_PROGRESS_CURVE_H
#define ADREF_VIEW_PROGRESS_CURVE_H

#include <glib.h>

#include "clause/node.h"

/* One draft. */
typedef struct {
  char *name;    /* the label, or "work" */
  char *day;     /* when it was circulated, "2023-12-01"; NULL: not yet */
  char *version; /* the commit's id; NULL: the files as they are */
  guint paragraphs;
  guint agreed, open; /* paragraphs that are agreed ad ref, and the others */
  guint brackets;     /* open ones; placeholders are not among them */
  guint alternatives; /* in all of them */
  guint words;        /* in all, as clause/words.h counts, and those of them in brackets */
  guint words_bracketed;
} AdrefProgressPoint;

void adref_progress_point_free(AdrefProgressPoint *point);

/* Sets what can be counted in the text alone: brackets, alternatives and words. */
void adref_progress_point_count(AdrefProgressPoint *point, const AdrefNode *document,
                                const char *language);

/* A table of drafts (of AdrefProgressPoint), oldest first, as wide as 80 columns at most when names
 * are short. */
GString *adref_progress_curve_terminal(const GPtrArray *points, gboolean color);

/* [{"draft": "zero", "day": "2023-12-01", "version": "<id>", "paragraphs": 1, "agreed": 0, "open":
 * 1, "brackets": 0, "alternatives": 0, "words": 5, "words_bracketed": 0}]; of "work" without day
 * and version. The form is stable; unknown members are to be ignored by readers. */
GString *adref_progress_curve_json(const GPtrArray *points);

#endif
