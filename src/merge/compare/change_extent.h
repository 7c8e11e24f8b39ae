/* How far a clause of a redline changed, by its marks. */
#ifndef ADREF_MERGE_COMPARE_CHANGE_EXTENT_H
#define ADREF_MERGE_COMPARE_CHANGE_EXTENT_H

#include "clause/change.h"
#include "clause/words.h"

typedef enum {
  ADREF_CHANGE_EXTENT_NONE,      /* no mark */
  ADREF_CHANGE_EXTENT_NUMBERS,   /* only numbers of lists, or numbers typed before words */
  ADREF_CHANGE_EXTENT_EDITORIAL, /* the same words in the same order: case, punctuation, emphasis,
                                  * layout
                                  */
  ADREF_CHANGE_EXTENT_WORDS,
} AdrefChangeExtent;

/* The extent of the change of a clause; counts the words DELETED and INSERTED below it. */
AdrefChangeExtent adref_change_extent(AdrefWordSegmenter *segmenter, const AdrefNode *clause,
                                      guint *deleted, guint *inserted);

#endif
