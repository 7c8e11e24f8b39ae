/* The rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2u (ISO 19005-2) that can be checked in the objects
 * of a file. qpdf reads the file; no code of adref is used. */
#ifndef ADREF_TESTS_VIEW_PDF_STANDARD_H
#define ADREF_TESTS_VIEW_PDF_STANDARD_H

#include <glib.h>

/* Fails the test with the first rule that the file violates. */
void check_standard(const GString *pdf, const char *name);

/* The elements that have a language of their own, in order: "TH ja, TD ja". Caller frees. */
char *languages_of(const GString *pdf);

#endif
