/* A redline as text that a person can write by hand: {--deleted--}{++inserted++}.
 *
 * A block stands in a paragraph of its own, an item begins with "- ". Before a block stands what
 * happened to it as a whole: (moved), (left), (split), (joined), (wrapped), (unwrapped). */
#ifndef ADREF_TESTS_MERGE_CRITIC_H
#define ADREF_TESTS_MERGE_CRITIC_H

#include "clause/change.h"

/* The caller frees it. */
char *critic_text(const AdrefNode *redline);

/* The words between {-- and --}, {++ and ++}. */
guint critic_words(const char *critic);

#endif
