/* Sentences of a clause that a translation leaves out: a part of "adref check". */
#ifndef ADREF_REVIEW_CHECK_CHECK_SENTENCES_H
#define ADREF_REVIEW_CHECK_CHECK_SENTENCES_H

#include <glib.h>

/* A clause in two languages. */
typedef struct {
  guint sentences[2];
  gsize characters[2]; /* letters and figures */
} AdrefSentenceCount;

/* Counts `words`, as side 0 or 1. A sentence ends with ".", "!", "?" or "。" and the like, and the
 * end or a capital behind it; "No. 5" and "U.S. law" end none. */
void adref_sentence_count(AdrefSentenceCount *count, guint side, const char *words);

/* Whether the language has no sign at the end of a sentence, so that its sentences are not counted.
 */
gboolean adref_sentence_count_is_vain(const char *language);

/* Whether side 1 has fewer sentences than side 0, and fewer letters than the letters of both whole
 * texts let expect: two sentences may have become one, which is as long. */
gboolean adref_sentence_is_lost(const AdrefSentenceCount *clause, const gsize all[2]);

#endif
