/* Which clause of each side is which clause of the base, and in which order the clauses of all
 * sides stand. */
#ifndef ADREF_MERGE_JOIN_MERGE_CLAUSES_H
#define ADREF_MERGE_JOIN_MERGE_CLAUSES_H

#include "merge/compare/clause_matching.h"
#include "merge/join/merge_context.h"

/* Clauses that are one in the merged text: a clause of the base in all its forms, or a new clause
 * that some sides have. */
typedef struct {
  guint place;             /* among the clauses of the merge: those of the base, then new ones */
  const AdrefNode *base;   /* NULL: a new clause */
  const AdrefNode *first;  /* of a new clause: the form that others are compared with */
  const AdrefNode **forms; /* by side; NULL: it is unchanged (`kept`), or the side has it not */
  const char **numbers;    /* by side: `number` of its form, in a text without markers (clause/
                              list_clauses.h); NULL: it is that of the base. NULL: of all sides */
  guint8 *same_words;      /* by side: its form has the words of the base */
  gboolean contested;      /* of a new clause: a side has it in the place of one that another side
                              replaced by something else */
  gboolean doubtful;       /* of which few words are all that it shares with the form of a side */
  guint8 *kept;            /* by side: the side has it, with the words of the base */
  guint *gaps;             /* by side: where a side that moved it, or has it new, put it: the number
                              of clauses of the base before it; else ADREF_NO_MATCH */
} AdrefMergeClause;

/* A place of the result. */
typedef struct {
  AdrefMergeClause *clause;
  guint gap; /* of a clause that a side moved or has new, as in its `gaps`; else ADREF_NO_MATCH: a
                clause of the base at its old place */
} AdrefMergePlace;

typedef struct {
  AdrefMergeContext *context;
  AdrefDiffWorker *workers;       /* by side; between base and side */
  AdrefClauseMatching *matchings; /* by side */
  guint8 *parts;                  /* by side, as in the context, which has them meanwhile */
  GPtrArray *clauses;             /* of AdrefMergeClause: those of the base, then new ones */
  guint **places;                 /* by side: by its clause, which one of these it is */
  guint base_count;
  GArray *order; /* of AdrefMergePlace: those of the result, and where a moved clause stood, it a
                    second time; compiled, it stands wherever a side moved it */
} AdrefMergeClauses;

void adref_merge_clauses_init(AdrefMergeClauses *clauses, AdrefMergeContext *context,
                              const AdrefNode *base);
void adref_merge_clauses_clear(AdrefMergeClauses *clauses);

/* The place of a clause of the base that moved: the first one that a side gave it. ADREF_NO_MATCH:
 * nobody moved it. */
guint adref_merge_clause_moved_to(const AdrefMergeClauses *clauses, const AdrefMergeClause *clause);

enum {
  ADREF_MERGE_ALIKE_PERCENT = 60 /* of the words that two new clauses or blocks at one place share
                                    to say nearly the same */
};

/* Whether two new clauses, or blocks, say nearly the same: most of their words are in both. */
gboolean adref_merge_are_alike(const AdrefNode *a, const AdrefNode *b);

#endif
