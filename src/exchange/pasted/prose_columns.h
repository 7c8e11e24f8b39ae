/* Two columns of prose in plain text, as of a page of two columns or of a text in two languages:
 *
 *     The Parties shall meet once a        Les Parties se réunissent une fois
 *     year to review this Agreement.       par an pour examiner cet accord.
 *
 * All lines up to an empty one have words of a column that ends before, or begins at, one place;
 * words of both columns go on in the next line, those of a table do not. */
#ifndef ADREF_EXCHANGE_PASTED_PROSE_COLUMNS_H
#define ADREF_EXCHANGE_PASTED_PROSE_COLUMNS_H

#include <glib.h>

#include "exchange/pasted/plain_pages.h"

/* Puts the lines of the right column behind those of the left one; where the columns are of two
 * languages, and one is `language` (may be NULL), those of the other one are left out. For each
 * place a hint is added to `problems` (may be NULL). */
void adref_prose_columns_divide(AdrefPlainPages *pages, const char *language, GPtrArray *problems);

#endif
