/* Numbers of lines in the margin of a draft, beside each line or each fifth one:
 *
 *          The Ministers met in Oslo
 *     5    and lowered the quota by
 *          ten per cent.
 */
#ifndef ADREF_EXCHANGE_PASTED_MARGIN_NUMBERS_H
#define ADREF_EXCHANGE_PASTED_MARGIN_NUMBERS_H

#include <glib.h>

/* The plain text with spaces where such numbers stood, and a hint of it among `problems` (may be
 * NULL); NULL: there are none. Lines keep their places. The caller frees. */
char *adref_margin_numbers_clear(const char *text, gsize length, GPtrArray *problems);

#endif
