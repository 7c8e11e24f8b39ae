/* The keys of the tables in templates/languages/, and the English words. */
#ifndef ADREF_DRAFT_LIBRARY_PAGE_WORD_ROWS_H
#define ADREF_DRAFT_LIBRARY_PAGE_WORD_ROWS_H

#include "draft/library/page_words.h"

typedef struct {
  const char *key, *english;
} AdrefPageWordRow;

/* By AdrefPageWord. */
extern const AdrefPageWordRow adref_page_word_rows[ADREF_PAGE_WORDS];

#endif
