/* What has to be read of texts to merge them: the clauses that need a decision. Those that are the
 * same in all of them, byte for byte, and those that have one new form, are left out, and stand
 * between the others in the result.
 *
 * A clause is left out when it is one plain line, below its marker in a text with markers, so that
 * it says the same wherever it stands, and is in canonical form. Beside a clause that came or went
 * its neighbours are read too. There is no excerpt of texts in which clauses could depend on
 * others: with cross references, definitions of links or footnotes, blocks of code or HTML, or
 * alternative paragraphs; nor where clauses changed their order, or their ids. Texts without
 * markers have no lists or tables either, and each paragraph is one line; where its words are not
 * those of the base, or most of them at its place, it is read between two that nobody changed.
 *
 * The merge of excerpts is that of the whole texts without the clauses that were left out. */
#ifndef ADREF_MERGE_JOIN_MERGE_EXCERPT_H
#define ADREF_MERGE_JOIN_MERGE_EXCERPT_H

#include "merge/join/merge.h"

typedef struct AdrefMergeExcerpt AdrefMergeExcerpt;

/* The excerpts of `count` texts, of which the first one is the base; they must outlive the result.
 * NULL: read all of them whole; so it is, too, when most of the base has to be read. */
AdrefMergeExcerpt *adref_merge_excerpt_new(GBytes *const *texts, guint count);
void adref_merge_excerpt_free(AdrefMergeExcerpt *excerpt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefMergeExcerpt, adref_merge_excerpt_free)

/* The excerpt of text `i`. */
const GString *adref_merge_excerpt_text(const AdrefMergeExcerpt *excerpt, guint i);

/* The merge of the whole texts, from that of the excerpts, both in canonical form. NULL: it is not
 * known where the clauses that were left out stand; read the texts whole. Caller frees. */
GString *adref_merge_excerpt_complete(AdrefMergeExcerpt *excerpt, const GString *merged);

/* Behind that: adds to the report of the excerpts what became of the clauses that were left out, in
 * the order of the text, as far as clauses have ids. `sides` are those of the merge; their
 * documents are not looked at. */
void adref_merge_excerpt_report(const AdrefMergeExcerpt *excerpt, const AdrefMergeSide *sides,
                                AdrefMergeReport *report);

#endif
