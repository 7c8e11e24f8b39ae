/* References to provisions in a text: "Article 3(2)(b)", "Chapter VII", "Annex I", 第十条第一項,
 * "subparagraph (b)", "the preceding paragraph". */
#ifndef ADREF_LANGUAGE_PROVISION_REFERENCE_H
#define ADREF_LANGUAGE_PROVISION_REFERENCE_H

#include "language/phrase_match.h"
#include "language/token_reader.h"

/* The first character of the key of such a reference. Which provision of which text it names is not
 * known. */
#define ADREF_PROVISION_REFERENCE_KEY '~'

/* How many tokens from `at` name a provision; 0: none. */
guint adref_provision_reference_length(const AdrefTokenReader *self, guint at);

/* How many tokens from `at` refer to a provision, 0 for none. *found gets class and key, which is
 * put into `keys`. */
guint adref_provision_reference_read(const AdrefTokenReader *reader, guint at, GStringChunk *keys,
                                     AdrefPhraseMatch *found);

/* 1 for a suffix of a number, "bis", else 0. */
guint adref_provision_reference_suffix(const AdrefTokenReader *reader, guint at);

/* 2 for "bis", 3 for "ter" ... 10 for "decies"; 0: the token is none of them. */
guint adref_provision_reference_rank(const AdrefTokenReader *self, guint at);

/* How many tokens from `at` are a suffix and parts behind a number: "bis", "(b) (i)"; 0: none. */
guint adref_provision_reference_parts(const AdrefTokenReader *reader, guint at);

#endif
