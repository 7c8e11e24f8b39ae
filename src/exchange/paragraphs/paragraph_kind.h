/* Decides what each paragraph of a text that comes in is: by its number, its first words, its
 * face, its end, and its place (src/exchange/README.md has the rules). */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_KIND_H
#define ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_KIND_H

#include "exchange/incoming_text.h"

/* Decides for all paragraphs that no marker and no reader has decided. `language` of the words. */
void adref_paragraph_kinds_decide(AdrefIncomingText *incoming, const char *language);

/* What the typed numbers of the operative paragraphs are, as their kinds are now. */
AdrefTypedNumbers adref_typed_numbers(const AdrefIncomingText *incoming);

#endif
