/* A redline as CriticMarkup: canonical Markdown of both texts in one, with {--deletions--} and
 * {++insertions++}.
 *
 * Taking the insertions as they are and leaving out the deletions gives, byte for byte, the
 * canonical form of the new text; the other way round that of the old one. Every byte comes from
 * one of the two canonical forms; the redline only says which words they share. What cannot be told
 * apart finely, because Markdown spells it in another way on each side, stands in a larger stretch:
 * at most the whole clause. A clause that moved is deleted and inserted, for CriticMarkup has no
 * moves. Comments and markers of clauses are part of the text.
 *
 * One pattern reads it, from left to right, in one pass: {--(.*?)--} or {++(.*?)++}, the dot
 * matching newlines too. Where the text itself has what CriticMarkup would take for its own, an
 * empty mark divides it: the letters "{--" stand as "{{----}--"; and a stretch whose words would
 * end it, or would begin another, is written as two. */
#ifndef ADREF_VIEW_CRITICMARKUP_H
#define ADREF_VIEW_CRITICMARKUP_H

#include "clause/node.h"

/* `redline` as made by merge/diff.h. */
GString *adref_criticmarkup_write(const AdrefNode *redline);

#endif
