/* Numbers, amounts, dates and deadlines in a text. */
#ifndef ADREF_LANGUAGE_NUMERIC_PHRASE_H
#define ADREF_LANGUAGE_NUMERIC_PHRASE_H

#include "language/phrase_match.h"
#include "language/token_reader.h"

/* How many tokens from `at` are a number, amount, date or deadline, 0 for none; *found gets class,
 * key and flags. The key is the value, and is put into `keys`: "5,000" and "five thousand" have the
 * same key. */
guint adref_numeric_phrase_read(const AdrefTokenReader *reader, guint at, GStringChunk *keys,
                                AdrefPhraseMatch *found);

/* Whether a number with a sign, or without a digit before its point, begins at `at`: "-5", ".5". */
gboolean adref_numeric_phrase_has_sign(const AdrefTokenReader *reader, guint at);

#endif
