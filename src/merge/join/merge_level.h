/* The children of one block in the base and in all sides: which of them are one, and where they
 * stand. Private to the files of the merge. */
#ifndef ADREF_MERGE_JOIN_MERGE_LEVEL_H
#define ADREF_MERGE_JOIN_MERGE_LEVEL_H

#include "merge/compare/block_matching.h"
#include "merge/join/merge_divided.h"

/* A block that the base has not. Blocks of several sides with the same content are one. */
typedef struct {
  guint place; /* among the new blocks */
  GBytes *content;
  const AdrefNode **forms; /* by side; NULL: the side has it not */
  gboolean is_placed;      /* it stands in the result */
  GArray *words, *name;    /* as adref_shared_words_new(): its words, and those of the first cell of
                              a row; NULL: they are not known yet */
} AdrefMergeNewBlock;

/* What became of a child of the base that some side moved. */
typedef enum {
  ADREF_MERGE_STAYS, /* nobody moved it, or it is shown at both its places */
  ADREF_MERGE_MOVES, /* it is to stand at the first place that a side gave it */
  ADREF_MERGE_PLACED /* it stands in the result */
} AdrefMergeMove;

typedef struct {
  AdrefMergeContext *context;
  GPtrArray *olds;               /* of const AdrefNode *: the children of the base */
  GPtrArray **news;              /* by side: its children; NULL: unchanged */
  AdrefBlockMatches *matches;    /* by side */
  guint **moved_from;            /* by side: by its child, which one of the base moved there */
  guint **gaps;                  /* by side: by its child, how many of the base are before it */
  guint8 *moves;                 /* by child of the base: AdrefMergeMove */
  AdrefMergeNewBlock ***created; /* by side: by its child; NULL: it is in the base */
  GPtrArray *blocks;             /* of AdrefMergeNewBlock: owns them */
  GHashTable *named;             /* name of a row -> GPtrArray of AdrefMergeNewBlock */
  guint *next;                   /* by side: the first child that is in no run yet */
} AdrefMergeLevel;

/* The blocks that a side has between two of the base. */
typedef struct {
  GBytes *key; /* the content */
  guint side, from, to;
  gboolean replaces; /* it stands in the place of the child of the base before the place */
} AdrefMergeRun;

/* `sides` has the form of the block in each text, NULL where it is unchanged; `matches`, by side,
 * are taken over. With `at_both_ends` a block that moved is new at its new place. The caller clears
 * it. */
void adref_merge_level_init(AdrefMergeLevel *self, AdrefMergeContext *context,
                            const AdrefNode *base, const AdrefNode *const *sides,
                            AdrefBlockMatches *matches, gboolean at_both_ends);
void adref_merge_level_clear(AdrefMergeLevel *self);

/* The runs (AdrefMergeRun) before the child of the base at `i`, in an order that does not depend on
 * the order of the sides. To be called with each `i` up to their number, in order. Caller unrefs.
 */
GArray *adref_merge_level_runs(AdrefMergeLevel *self, guint i);

/* The child of the base that a side moved to the place of its child `own`; ADREF_NO_MATCH: none. */
guint adref_merge_level_moved_to(const AdrefMergeLevel *self, guint side, guint own);

/* The children that sides divided or joined; new blocks are numbered behind those of the base.
 * Caller frees. */
AdrefMergeDivided *adref_merge_level_divided(const AdrefMergeLevel *level);

/* Whether the sides that moved a child of the base put it at different places. Appends these sides
 * to `movers` (of guint). */
gboolean adref_merge_level_moved_twice(const AdrefMergeLevel *self, guint i, GArray *movers);

/* The new blocks (of AdrefMergeNewBlock) of other sides that say in another way what `block` says:
 * in the same runs those that are alike, or rows with one first cell, and rows of the same name
 * anywhere, if no text has that name twice. Each side has one of them at most. Caller unrefs. */
GPtrArray *adref_merge_level_rivals(const AdrefMergeLevel *self, const GArray *runs,
                                    AdrefMergeNewBlock *block);

/* Whether several sides put different things in the place of one child of the base, of which
 * `block` is one. */
gboolean adref_merge_runs_contest(const GArray *runs, const AdrefMergeNewBlock *block);

/* A form of a new block, and the sides (of guint) that have it. */
const AdrefNode *adref_merge_new_block_form(const AdrefMergeNewBlock *block, guint count);
GArray *adref_merge_new_block_sides(const AdrefMergeNewBlock *block, guint count);

/* Blocks without words need no bracket. */
gboolean adref_merge_has_words(const AdrefNode *block);

#endif
