/* Counts what is still open in a text, and the parties of its brackets and notes. */
#ifndef ADREF_VIEW_OPEN_COUNTS_H
#define ADREF_VIEW_OPEN_COUNTS_H

#include <glib.h>

#include "clause/node.h"
#include "draft/library/page_words.h"

typedef struct {
  const char *code;      /* owned by the tree */
  guint brackets, notes; /* number of brackets and notes with it */
  const AdrefNode *last; /* private: the bracket counted last */
} AdrefOpenCountsParty;

typedef struct {
  guint brackets; /* open brackets without placeholders and settled ones; one whose end is missing
                     counts too */
  guint placeholders; /* brackets for text that is still to be written */
  guint notes;
  guint agreed;       /* paragraphs marked as agreed ad ref */
  GArray *parties;    /* of AdrefOpenCountsParty, in order of first appearance */
  GHashTable *places; /* private: code -> place in `parties` + 1 */
} AdrefOpenCounts;

/* Counts in one walk. The tree must outlive the counts. */
AdrefOpenCounts *adref_open_counts_new(const AdrefNode *root);

/* Adds what is open only in texts of other languages (of AdrefNode): a clause counts as often as in
 * the text that has most of it; its parties count where the texts before have nothing open. Notes
 * and marks of agreement are those of the first text. These trees must outlive the counts, too. */
void adref_open_counts_add_languages(AdrefOpenCounts *counts, const AdrefNode *first,
                                     const GPtrArray *others);

void adref_open_counts_free(AdrefOpenCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefOpenCounts, adref_open_counts_free)

const AdrefOpenCountsParty *adref_open_counts_party(const AdrefOpenCounts *counts, guint place);

/* The index of a party, from 0. An unknown code has the index of the first party. */
guint adref_open_counts_place(const AdrefOpenCounts *counts, const char *code);

/* "3 brackets open, 1 placeholder", "no open bracket"; `words` may be NULL. Caller frees. */
char *adref_open_counts_words(const AdrefOpenCounts *counts, const AdrefPageWords *words);

#endif
