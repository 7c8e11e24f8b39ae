/* The words of a text that hold for one year or one place: dates, years, ordinals, the place. */
#ifndef ADREF_WORK_EDIT_DATED_WORDS_H
#define ADREF_WORK_EDIT_DATED_WORDS_H

#include "work/edit/next_statement.h"

/* Appends those of a document to `found` (of AdrefDatedWords). `place` is what a place is called in
 * the language, or NULL. */
void adref_dated_words_find(const AdrefNode *document, const char *language, const char *place,
                            GPtrArray *found);

void adref_dated_words_free(gpointer words);

#endif
