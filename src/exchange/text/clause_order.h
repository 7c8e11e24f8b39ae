/* A text in another language is matched with the clauses of a text by markers, numbers and order,
 * never by words. */
#ifndef ADREF_EXCHANGE_TEXT_CLAUSE_ORDER_H
#define ADREF_EXCHANGE_TEXT_CLAUSE_ORDER_H

#include "exchange/incoming_text.h"

/* Gives the paragraphs the kinds and ids of the clauses and headings of `document` that they stand
 * for. Texts of which paragraphs are split, merged, added or left out are paired so that most of
 * order, kinds, numbers and lengths agree (exchange/text/order_alignment.h). What could not be
 * paired is added to `problems` (may be NULL) with its line: paragraphs that stand for no clause,
 * clauses for which nothing stands, and numbers that differ. Ids that match no clause of the
 * document stay only where they were markers; returns how many paragraphs have found no clause. */
guint adref_clause_order_match(AdrefIncomingText *incoming, const AdrefNode *document,
                               GPtrArray *problems);

#endif
