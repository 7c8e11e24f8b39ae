/* The clauses of a text that came back, recognised in the text that went out. */
#ifndef ADREF_WORK_IMPORT_RETURNED_CLAUSES_H
#define ADREF_WORK_IMPORT_RETURNED_CLAUSES_H

#include "exchange/incoming_text.h"

/* Of the numbers that adref_returned_clauses_match() counts. */
#define ADREF_NUMBERS_LEFT_OUT                                                                     \
  "%u typed number%s %s left out: the statement does not number these paragraphs"

typedef struct {
  guint left_out;   /* typed numbers of paragraphs that the statement does not number */
  gboolean is_part; /* few paragraphs, or no title, and the first number is later than the
                       statement's first: somebody has sent those that are to be changed */
} AdrefReturnedNumbers;

/* Gives the paragraphs the kinds and ids of the clauses of `sent` that they are: by markers, else
 * by content and likeness. A paragraph that is a later part of a clause becomes `more`. A typed
 * number is left out of the words where the clause has one, and of new operative paragraphs where
 * others have one: numbers are those of the statement. Where the two differ, `problems` gets a
 * hint. Other paragraphs lose ids that `taken` (a set of ids) has.
 *
 * Numbers that somebody typed before paragraphs which the statement does not number are left out,
 * too. */
AdrefReturnedNumbers adref_returned_clauses_match(AdrefIncomingText *incoming,
                                                  const AdrefNode *sent, const char *language,
                                                  GHashTable *taken, GPtrArray *problems);

#endif
