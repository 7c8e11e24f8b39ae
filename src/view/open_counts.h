/* What is still open in a text, and who stands in its brackets and notes. */
#ifndef ADREF_VIEW_OPEN_COUNTS_H
#define ADREF_VIEW_OPEN_COUNTS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  const char *code;      /* owned by the tree */
  guint brackets, notes; /* in how many it appears */
  const AdrefNode *last; /* private: the bracket counted last */
} AdrefOpenCountsParty;

typedef struct {
  guint brackets;     /* open brackets but placeholders; one whose end is missing counts too */
  guint placeholders; /* slots kept for text to come */
  guint notes;
  guint agreed;       /* paragraphs marked as agreed ad ref */
  GArray *parties;    /* of AdrefOpenCountsParty, in order of first appearance */
  GHashTable *places; /* private: code -> place in `parties` + 1 */
} AdrefOpenCounts;

/* Counts in one walk. The tree must outlive the tally. */
AdrefOpenCounts *adref_open_counts_new(const AdrefNode *root);
void adref_open_counts_free(AdrefOpenCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefOpenCounts, adref_open_counts_free)

const AdrefOpenCountsParty *adref_open_counts_party(const AdrefOpenCounts *counts, guint place);

/* The place of a party, from 0. A code that was not counted has the place of the first. */
guint adref_open_counts_place(const AdrefOpenCounts *counts, const char *code);

/* "3 brackets open, 1 placeholder", "no open bracket". Caller frees. */
char *adref_open_counts_words(const AdrefOpenCounts *counts);

#endif
