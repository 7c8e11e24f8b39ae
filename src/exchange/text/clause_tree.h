/* The paragraphs of a text that comes in as a document of clauses with markers. */
#ifndef ADREF_EXCHANGE_TEXT_CLAUSE_TREE_H
#define ADREF_EXCHANGE_TEXT_CLAUSE_TREE_H

#include "exchange/incoming_text.h"

/* What becomes of the typed numbers of operative paragraphs. Other typed numbers stay words. */
typedef enum {
  ADREF_NUMBERS_STAY,    /* they stay in the words, as items or letters */
  ADREF_NUMBERS_COUNTED, /* they are left out, since counting gives the same */
  ADREF_NUMBERS_FROZEN,  /* they become no= */
} AdrefNumberUse;

/* A new document, by the kinds and ids as they are now. The caller frees it. */
AdrefNode *adref_clause_tree_make(const AdrefIncomingText *incoming, AdrefNumberUse numbers);

#endif
