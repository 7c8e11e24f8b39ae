/* What happened to a clause of a redline, read off its marks. */
#ifndef ADREF_MERGE_CHANGE_EXTENT_H
#define ADREF_MERGE_CHANGE_EXTENT_H

#include "clause/change.h"
#include "clause/words.h"

typedef enum {
  ADREF_EXTENT_NOTHING,   /* no mark */
  ADREF_EXTENT_NUMBERS,   /* numbers of lists, or typed before words */
  ADREF_EXTENT_EDITORIAL, /* the same words in the same order: case, punctuation, emphasis, layout
                           */
  ADREF_EXTENT_WORDS,
} AdrefExtent;

/* Looks at what is below a clause and counts the words DELETED and INSERTED. */
AdrefExtent adref_extent(AdrefCutter *cutter, const AdrefNode *clause, guint *deleted,
                         guint *inserted);

#endif
