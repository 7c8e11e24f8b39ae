/* The alignment of two sequences of numbers: which element of one is which element of the other.
 *
 * Matches keep the order: they never cross. The common beginning and the common end are matched
 * first. Then elements that occur once on each side are anchors, in their longest common order.
 * Between anchors a cost table finds the alignment that a person would draw: one word replaces
 * another, rather than one deleted here and one inserted there, and there are few runs of changes
 * rather than many. Where a region is too long for a table, Myers' algorithm looks for few edits;
 * if there are more, the longest common run is an anchor. The work is bounded by a multiple of the
 * length: a region that would cost more has no matches. */
#ifndef ADREF_MERGE_COMPARE_ALIGN_SEQUENCES_H
#define ADREF_MERGE_COMPARE_ALIGN_SEQUENCES_H

#include <glib.h>

#define ADREF_NO_MATCH G_MAXUINT

/* How much meaning an element has. */
typedef enum {
  ADREF_ELEMENT_PUNCTUATION, /* little: a comma */
  ADREF_ELEMENT_WORD,        /* a word, or a clause */
  ADREF_ELEMENT_NUMBER,      /* a number, which replaces a number rather than a word */
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

/* Sets matches[i], for each element of `old`, to its place in `new`, or to ADREF_NO_MATCH. */
void adref_align_sequences(AdrefAligner *aligner, AdrefSequence old, AdrefSequence new,
                           guint *matches);

/* Keeps the heaviest set of matches that do not cross, and sets the others to ADREF_NO_MATCH.
 * matches[i] is the place of i on the other side; `weights` are by i, and NULL when all weigh one.
 * Cost: n log n. */
void adref_keep_increasing_matches(guint *matches, guint length, const guint *weights);

#endif
