/* What happened to a clause of a redline, read off its marks. */
#ifndef ADREF_MERGE_TALLY_H
#define ADREF_MERGE_TALLY_H

#include "clause/mark.h"
#include "clause/words.h"

typedef enum {
  ADREF_TALLY_NOTHING,   /* no mark */
  ADREF_TALLY_EDITORIAL, /* the same words in the same order: case, punctuation, emphasis, layout */
  ADREF_TALLY_WORDS,
} AdrefTally;

/* Looks at what is below a clause and counts the words DELETED and INSERTED. */
AdrefTally adref_tally(AdrefCutter *cutter, const AdrefNode *clause, guint *deleted,
                       guint *inserted);

#endif
