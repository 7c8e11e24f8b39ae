/* Numbers in the stream of a page, with the same digits as Cairo's, which prints each of them twice
 * with the C library. */
#ifndef ADREF_PRINT_PDF_NUMBER_H
#define ADREF_PRINT_PDF_NUMBER_H

#include <glib.h>

/* Appends a number with six digits behind the point, more where it is below 0.1: a factor, a
 * colour, a place of words. */
void adref_pdf_number_append(GString *out, double number);

/* Appends a number with three digits behind the point: a place of a line, in 256ths of a point. */
void adref_pdf_number_append_short(GString *out, double number);

#endif
