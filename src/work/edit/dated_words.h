/* The words of a text that hold for one year or one place: dates, years, ordinals, times as "last
 * year", the place, the title. */
#ifndef ADREF_WORK_EDIT_DATED_WORDS_H
#define ADREF_WORK_EDIT_DATED_WORDS_H

#include "work/edit/next_statement.h"

typedef struct {
  const char *language;
  const char *place; /* what it is called in the language; NULL: the text alone says it */
  const char *title; /* of the text before; NULL: none */
} AdrefDatedWordsOptions;

/* Appends those of a document to `found` (of AdrefDatedWords). Beside `place` each place is looked
 * for at which the text says that people met. */
void adref_dated_words_find(const AdrefNode *document, const AdrefDatedWordsOptions *options,
                            GPtrArray *found);

void adref_dated_words_free(gpointer words);

#endif
