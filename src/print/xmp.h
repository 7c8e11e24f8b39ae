/* XMP: what a PDF says of itself in XML. */
#ifndef ADREF_PRINT_XMP_H
#define ADREF_PRINT_XMP_H

#include "print/pdf_postprocess.h"

/* The packet; `producer` as in the dictionary of the file's facts, for the two must agree. It
 * claims PDF/UA-1, and PDF/A-2u, or PDF/A-3u for a file with another one in it. */
GString *adref_xmp(const AdrefPdfProperties *properties, const char *producer);

#endif
