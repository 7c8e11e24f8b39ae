/* Words that consist of several tokens: they are kept or replaced as a whole. */
#ifndef ADREF_MERGE_COMPARE_WHOLE_WORDS_H
#define ADREF_MERGE_COMPARE_WHOLE_WORDS_H

#include "merge/compare/diff_cleanup.h"

/* Drops the matches of words of which only a part is matched: "non-binding", "www.example.org/a",
 * "2/3", "-5", "10²". `matches` is by place in `content`, `inverse` by place in the other text. */
void adref_whole_words_restore(const AdrefContentTokens *content, guint *matches, guint *inverse);

#endif
