/* Generated texts as they are negotiated: a base and what up to eight sides made of it; and the
 * laws of the words of a merge. */
#ifndef ADREF_TESTS_MERGE_MERGE_CASE_H
#define ADREF_TESTS_MERGE_MERGE_CASE_H

#include "merge/cases.h"
#include "merge/join/merge.h"

enum {
  MERGE_CASE_SIDES = 8
};

extern const char *const merge_case_codes[MERGE_CASE_SIDES];

typedef struct {
  AdrefMarkdownReadOptions how;
  AdrefNode *base, *sides[MERGE_CASE_SIDES];
  guint count;
  char *where; /* the number of the case and its texts, for messages */
} MergeCase;

/* Case `n`, always the same one; `parties` as in AdrefMarkdownReadOptions, kept by reference. */
void merge_case_init(MergeCase *self, guint n, GHashTable *parties);
void merge_case_clear(MergeCase *self);

/* Shows the texts and what is wrong with them, and ends the test. */
void merge_case_check(const MergeCase *self, gboolean holds, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* A bracket that begins in one block and ends in another one, as half of a bracket does here: where
 * one side closed what another one opened, the merge is refused (work/join/merge_texts.c). */
gboolean merge_case_has_half_brackets(const MergeCase *self);

/* No word of a side is lost, none that all removed comes back, none is invented. */
void merge_case_check_words(const MergeCase *self, const AdrefNode *merged, gboolean compile);

/* A text read again from its canonical form. */
AdrefNode *merge_case_read_canonical(const char *text, const AdrefMarkdownReadOptions *how);

/* A copy without the numbers that adref writes into cross references. Caller frees. */
AdrefNode *merge_case_masked(const AdrefNode *document);

/* The number that a variable of the environment holds. */
guint merge_case_number(const char *variable, guint otherwise);

#endif
