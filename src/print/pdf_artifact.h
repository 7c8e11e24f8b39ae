/* Artifacts: what stands on a page and is not its text, such as header and footer. A reader's
 * program passes over them when they are marked; Cairo marks only what is text.
 *
 * What goes on from the page before is open when a page begins, and Cairo takes all that is drawn
 * first for a part of it. So a page on which something goes on has a seam: behind it stands the
 * text, before it what is none. */
#ifndef ADREF_PRINT_PDF_ARTIFACT_H
#define ADREF_PRINT_PDF_ARTIFACT_H

#include <glib.h>

/* A rectangle too small to be seen, at the corner of the page: the seam, which is taken out. */
#define ADREF_PDF_SEPARATOR_WIDTH  0.015625F
#define ADREF_PDF_SEPARATOR_HEIGHT 0.0078125F

/* The stream of a page, packed, in which all that has no tag is marked as artifact. `object` is
 * the stream with its dictionary, as Cairo writes it. NULL: it is not. */
GByteArray *adref_pdf_artifact_mark(const char *object, gsize length);

#endif
