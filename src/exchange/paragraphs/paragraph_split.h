/* The blocks of a document as a list of paragraphs: each item of a list is one, and so is what
 * stands between two line breaks and no words. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_SPLIT_H
#define ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_SPLIT_H

#include "exchange/incoming_text.h"

/* Moves all blocks of the document into paragraphs. Their kinds are not decided but for marked
 * clauses. */
void adref_paragraph_split(AdrefIncomingText *incoming, AdrefNode *document);

#endif
