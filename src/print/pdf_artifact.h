/* PDF artifacts: what a page shows besides its text, such as header and footer. Screen readers skip
 * them when they are marked; Cairo marks only the text.
 *
 * When a paragraph continues from the page before, its tag is open at the start of the page, and
 * Cairo counts all that is drawn first as part of it. So such a page has a separator: what is drawn
 * before it is an artifact, what is drawn after it is text. */
#ifndef ADREF_PRINT_PDF_ARTIFACT_H
#define ADREF_PRINT_PDF_ARTIFACT_H

#include <glib.h>

#include "print/pdf_content.h"

/* The separator: a rectangle at the corner of the page, too small to be seen. It is removed from
 * the stream. */
#define ADREF_PDF_SEPARATOR_WIDTH  0.015625F
#define ADREF_PDF_SEPARATOR_HEIGHT 0.0078125F

/* Returns the compressed stream of a page in which all untagged content is marked as artifact, and
 * the tags hold what the content has for them; NULL: what Cairo has drawn. `object` is the stream
 * with its dictionary, as Cairo writes it. NULL: it is not such a stream. */
GByteArray *adref_pdf_artifact_mark(const char *object, gsize length, AdrefPdfContent *content);

#endif
