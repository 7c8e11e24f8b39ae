/* A redline as CriticMarkup: canonical Markdown of both texts in one, with {--deletions--} and
 * {++insertions++}.
 *
 * Accepting the insertions and removing the deletions gives, byte for byte, the canonical form of
 * the new text; the reverse gives that of the old text. Every byte comes from one of the two
 * canonical forms; the redline only says which words they share. Where Markdown writes the same
 * words differently on each side, a larger part is replaced: at most the whole clause. A clause
 * that moved is deleted and inserted, because CriticMarkup has no moves. Comments and clause
 * markers are part of the text.
 *
 * One pattern reads it from left to right, in one pass: {--(.*?)--} or {++(.*?)++}, where the dot
 * also matches newlines. Where the text itself has a CriticMarkup mark, an empty mark divides it:
 * the letters "{--" become "{{----}--". A deletion or insertion whose words would end it, or would
 * begin another, is written as two.
 *
 * Front matter stands at the start as in the canonical forms; of its lines those that changed are
 * marked.
 *
 * Above a redline of two versions of which the facts differ stands one comment, {>>Facts: ...<<},
 * with a line end (view/fact_list.h). No CriticMarkup mark stands in it, so the pattern leaves it
 * alone; without it and its line end, the text is one of the two as before. */
#ifndef ADREF_VIEW_CRITICMARKUP_CRITICMARKUP_H
#define ADREF_VIEW_CRITICMARKUP_CRITICMARKUP_H

#include "clause/node.h"

/* `redline`: the result of merge/compare/diff.h. */
GString *adref_criticmarkup_write(const AdrefNode *redline);

/* Adds the front matter of both texts, with the empty line below it; each may be NULL: it has none.
 */
void adref_criticmarkup_put_front_matter(GString *out, const char *old, const char *new);

#endif
