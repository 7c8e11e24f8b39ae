/* What happened to a clause of a redline, read off its marks. */
#ifndef ADREF_MERGE_CHANGE_EXTENT_H
#define ADREF_MERGE_CHANGE_EXTENT_H

#include "clause/change.h"
#include "clause/words.h"

typedef enum {
  ADREF_CHANGE_EXTENT_NONE,      /* no mark */
  ADREF_CHANGE_EXTENT_NUMBERS,   /* numbers of lists, or typed before words */
  ADREF_CHANGE_EXTENT_EDITORIAL, /* the same words in the same order: case, punctuation, emphasis,
                                  * layout
                                  */
  ADREF_CHANGE_EXTENT_WORDS,
} AdrefChangeExtent;

/* Looks at what is below a clause and counts the words DELETED and INSERTED. */
AdrefChangeExtent adref_change_extent(AdrefWordSegmenter *segmenter, const AdrefNode *clause,
                                      guint *deleted, guint *inserted);

#endif
