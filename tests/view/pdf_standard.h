/* What PDF/UA-1 (ISO 14289-1) and PDF/A-2u (ISO 19005-2) ask of a file, as far as it can be seen in
 * its objects: read by qpdf, and checked without any code of adref. */
#ifndef ADREF_TESTS_VIEW_PDF_STANDARD_H
#define ADREF_TESTS_VIEW_PDF_STANDARD_H

#include <glib.h>

/* Fails the test with the first rule that the file breaks. */
void check_standard(const GString *pdf, const char *name);

/* The elements that say in which language they are, in their order: "TH ja, TD ja". Caller frees.
 */
char *languages_of(const GString *pdf);

#endif
