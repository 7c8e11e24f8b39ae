/* A text in another language is matched with the clauses of a text by markers, numbers and order,
 * never by words. */
#ifndef ADREF_EXCHANGE_CLAUSE_ORDER_H
#define ADREF_EXCHANGE_CLAUSE_ORDER_H

#include "exchange/incoming_text.h"

/* Gives the paragraphs the kinds and ids of the clauses of `document` that they stand for. Where
 * between two headings both have as many, each is matched with the one at its place; else those of
 * the same kind in their order. Ids that match no clause of the document stay only where they were
 * markers; returns how many paragraphs have found no clause. */
guint adref_clause_order_match(AdrefIncomingText *incoming, const AdrefNode *document);

#endif
