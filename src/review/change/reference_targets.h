/* The paragraphs that references name, in each of the two texts of a redline. */
#ifndef ADREF_REVIEW_CHANGE_REFERENCE_TARGETS_H
#define ADREF_REVIEW_CHANGE_REFERENCE_TARGETS_H

#include "clause/change.h"
#include "review/text_side.h"

typedef struct AdrefReferenceTargets AdrefReferenceTargets;

/* The paragraphs of both texts: clauses by their numbers, or, where no clause has one, the items of
 * ordered lists; "12 (b) (i)" is an item below one of these. The redline must outlive them. Several
 * threads may read. */
AdrefReferenceTargets *adref_reference_targets_new(const AdrefNode *redline);
void adref_reference_targets_free(AdrefReferenceTargets *targets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefReferenceTargets, adref_reference_targets_free)

/* Whether some number may name another paragraph in the new text. */
gboolean adref_reference_targets_differ(const AdrefReferenceTargets *targets);

/* Whether two references in a clause name the same paragraphs, each in its text; FALSE when the old
 * one names none. A key is that of an AdrefPhraseMatch, or "#id". */
gboolean adref_reference_targets_same(AdrefReferenceTargets *targets, const AdrefNode *clause,
                                      const char *old, const char *new);

/* Whether a reference whose words stayed names another paragraph in the new text, or none. */
gboolean adref_reference_targets_moved(AdrefReferenceTargets *targets, const AdrefNode *clause,
                                       const char *key);

/* "paragraphs 2 and 3 (#a, #b)". Caller frees. */
char *adref_reference_targets_quote(AdrefReferenceTargets *targets, const AdrefNode *clause,
                                    const char *words, gsize length, const char *key,
                                    AdrefTextSide side);

/* The same for a cross reference; where an item that it names is another one now, by the first
 * words of the items. Caller frees. */
char *adref_reference_targets_quote_link(AdrefReferenceTargets *targets, const AdrefNode *clause,
                                         const AdrefNode *link, AdrefTextSide side);

/* Whether the clause of a cross reference that stayed is gone, or only its number was kept; or the
 * item that its words name, "[paragraph 1 (b)](#a)", is another one or gone. */
gboolean adref_reference_targets_is_broken(AdrefReferenceTargets *targets, const AdrefNode *clause,
                                           const AdrefNode *link);

/* Whether the words of a cross reference that stayed name the same items by their new labels, and
 * are else the same: it followed (merge/join/item_references.h). */
gboolean adref_reference_targets_is_followed(AdrefReferenceTargets *targets, const AdrefNode *link);

#endif
