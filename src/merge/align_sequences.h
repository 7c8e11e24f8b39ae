/* Two sequences of numbers side by side: which element of the one is which of the other.
 *
 * The order is kept: mates never cross. What begins and ends alike is mated first; then elements
 * that stand once on each side are anchors, in their longest common order; between anchors a table
 * of costs finds the alignment that a person would draw (one word in place of another rather than
 * one gone here and one come there; few stretches rather than many). Where a stretch is too long
 * for a table, few edits are looked for, and then its longest common run is an anchor. The work is
 * bounded by a multiple of the length: a stretch that would cost more stays without mates. */
#ifndef ADREF_MERGE_ALIGN_SEQUENCES_H
#define ADREF_MERGE_ALIGN_SEQUENCES_H

#include <glib.h>

#define ADREF_NO_MATCH G_MAXUINT

/* How much an element says. */
typedef enum {
  ADREF_ELEMENT_PUNCTUATION, /* little: a comma */
  ADREF_ELEMENT_WORD,        /* a word, or a clause */
  ADREF_ELEMENT_NUMBER,      /* a number, which stands for another number rather than for a word */
} AdrefElementType;

typedef struct {
  guint id;
  AdrefElementType type;
} AdrefElement;

typedef struct {
  const AdrefElement *elements;
  guint length;
} AdrefSequence;

/* Scratch memory, which grows with the largest id. */
typedef struct AdrefAligner AdrefAligner;

AdrefAligner *adref_aligner_new(void);
void adref_aligner_free(AdrefAligner *aligner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAligner, adref_aligner_free)

/* Sets mates[i], for each element of `old`, to the place in `new`, or ADREF_NO_MATCH. */
void adref_align_sequences(AdrefAligner *aligner, AdrefSequence old, AdrefSequence new,
                           guint *matches);

/* Of pairs in the order of their first members, given as second members (ADREF_NO_MATCH: none),
 * clears those outside of the heaviest set that does not cross. `weights` NULL: all weigh one.
 * Cost n log n. */
void adref_keep_increasing_matches(guint *matches, guint length, const guint *weights);

#endif
