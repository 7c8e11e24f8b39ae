/* Series of labels, "(a)", "(b)", "(c)", which may stand in each other. The labels are those of a
 * paragraph's lines, in their order (clause/labels/label_lines.h). */
#ifndef ADREF_CLAUSE_LABELS_LABEL_SERIES_H
#define ADREF_CLAUSE_LABELS_LABEL_SERIES_H

#include <glib.h>

#include "clause/labels/item_label.h"

enum {
  ADREF_LABEL_SERIES_DEPTH = 8,  /* series in each other; a label that would begin more is words */
  ADREF_LABEL_SERIES_MISSING = 9 /* labels that may be missing between two of a series */
};

typedef struct {
  AdrefItemLabel label;
  gboolean on_purpose; /* it may be an item; one that is alone in its series loses this */
  gboolean is_first;   /* a series may begin with it, whatever it counts */
  gboolean may_skip;   /* labels before it may be missing: its line was surely begun on purpose */
  /* By kind, how many labels stand within the lines before its own: behind a gap that such a label
   * would fill no series goes on, unless `breaks_hard`. */
  guint within[ADREF_ITEM_LABEL_ROMAN_CAPITAL + 1];
  gboolean breaks_hard;
  gboolean taken; /* it is an item */
  guint series;   /* which one it is in, if it is taken */
} AdrefSeriesLabel;

/* Finds the items among the labels (of AdrefSeriesLabel). Returns for each series the one that it
 * is in, or G_MAXUINT (of guint); the caller frees it. NULL: no label is an item. */
GArray *adref_label_series_find(GArray *labels);

#endif
