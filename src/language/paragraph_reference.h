/* References to paragraphs by number in a text. */
#ifndef ADREF_LANGUAGE_PARAGRAPH_REFERENCE_H
#define ADREF_LANGUAGE_PARAGRAPH_REFERENCE_H

#include "language/phrase_match.h"
#include "language/token_reader.h"

/* How many tokens from `at` refer to paragraphs by number, 0 for none: "paragraphs 2 and 3",
 * "paragraph 12 (b) (i)", "第2項". A paragraph of another document ("paragraph 2 of resolution
 * 70/1") is none. *found gets class and key ("op 2 3", "op 12(b)(i)"); the key is put into `keys`.
 */
guint adref_paragraph_reference_read(const AdrefTokenReader *reader, guint at, GStringChunk *keys,
                                     AdrefPhraseMatch *found);

#endif
