/* The clauses of a merged text, put one behind the other: each with the words of all sides. */
#ifndef ADREF_MERGE_JOIN_MERGE_RESULT_H
#define ADREF_MERGE_JOIN_MERGE_RESULT_H

#include "merge/join/merge_clauses.h"
#include "merge/join/merge_divided.h"

typedef struct {
  AdrefMergeContext *context;
  const AdrefMergeClauses *clauses;
  AdrefNode *out;
  GHashTable *ids;            /* of char *: the ids of the result */
  GHashTable *base_ids;       /* of char *: those that clauses of the base will have */
  GHashTable *numbers;        /* of char *: its frozen numbers */
  GHashTable *twice;          /* of char *: frozen numbers that one text has twice itself */
  AdrefMergeDivided *divided; /* NULL: each clause is put by itself */
  gboolean stands_twice;      /* some clause may stand there in several forms, or at two places */
  guint new_side;             /* while forms of a new clause are merged: the side of their base */
} AdrefMergeResult;

/* Begins the result: `out` is a document without clauses. */
void adref_merge_result_init(AdrefMergeResult *result, AdrefMergeContext *context,
                             const AdrefMergeClauses *clauses, const AdrefNode *base,
                             AdrefNode *out);
void adref_merge_result_clear(AdrefMergeResult *result);

/* Puts what the sides made of a clause. A clause of the base that moved is put where it stood, and
 * where it moved to; it stands at one of these places, or, compiled, at all of them. */
void adref_merge_result_put(AdrefMergeResult *result, const AdrefMergePlace *place);

/* Gives footnotes of a clause that stands there twice labels of their own, when all are put. */
void adref_merge_result_finish(AdrefMergeResult *result);

#endif
