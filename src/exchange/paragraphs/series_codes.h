/* The numbers of drafts of resolutions, "PP1", "OP3 bis.", "OP 4:": they say what a paragraph is.
 */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_SERIES_CODES_H
#define ADREF_EXCHANGE_PARAGRAPHS_SERIES_CODES_H

#include "exchange/incoming_text.h"

/* Where two paragraphs or more begin so, the words of each lose the number. That of an operative
 * one is its typed number; those of the preamble are frozen unless counting gives them. A number
 * without words stays as the words, too. Before the kinds of paragraphs are decided. */
void adref_series_codes_take(AdrefIncomingText *incoming);

/* Each of them has the kind that its number said. After the kinds are decided. */
void adref_series_codes_keep(AdrefIncomingText *incoming);

#endif
