/* XMP: the metadata of a PDF in XML. */
#ifndef ADREF_PRINT_XMP_H
#define ADREF_PRINT_XMP_H

#include "print/pdf_postprocess.h"

/* Returns the packet. `producer` must be the one of the information dictionary. The packet claims
 * PDF/UA-1, and PDF/A-2u, or PDF/A-3u for a file with an attachment. */
GString *adref_xmp(const AdrefPdfProperties *properties, const char *producer);

#endif
