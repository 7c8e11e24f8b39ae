/* Marks that people write as HTML: the closed list <sup>, <sub>, <u>, <ins>, <s>, <del> and <br>
 * without attributes, and ~~words~~. */
#ifndef ADREF_CLAUSE_INLINE_FORMAT_H
#define ADREF_CLAUSE_INLINE_FORMAT_H

#include "clause/node.h"

/* Whether raw HTML is a tag of the list. */
gboolean adref_inline_format_is_tag(const char *html);

/* Whether the ~~ at text[at] may strike words: a run of two that is no mark of CriticMarkup, as in
 * {~~old~>new~~}. */
gboolean adref_inline_format_is_tilde(const char *text, gsize at);

/* Makes FORMAT nodes of pairs of tags, and of ~~, that have the same parent, and LINE_BREAKs of
 * <br>. Tags and ~~ without a partner become words. Adjacent TEXT must be joined afterwards. */
void adref_inline_format_read(AdrefNode *block);

/* The tag that the canonical form writes: "sup", "sub", "u", "s". */
const char *adref_inline_format_tag(AdrefFormat format);

#endif
