/* Ids of clauses from their words: those that few other paragraphs have, in Latin letters. */
#ifndef ADREF_EXCHANGE_TEXT_SPEAKING_ID_H
#define ADREF_EXCHANGE_TEXT_SPEAKING_ID_H

#include "exchange/incoming_text.h"

/* Gives an id to each paragraph that begins a clause and has none. No id stands twice. Of Japanese
 * only words in katakana or Latin letters can be spelt as a Japanese would; a paragraph without any
 * is "op-3", the third of its kind. */
void adref_speaking_ids_give(AdrefIncomingText *incoming, const char *language);

/* The words as a name of small Latin letters, digits and -, whatever their script; "" when they
 * have no letter that can be spelt. At most 60 bytes. Caller frees. */
char *adref_speaking_id_of(const char *words);

#endif
