/* Artifacts: what stands on a page and is not its text, such as header and footer. A reader's
 * program passes over them when they are marked; Cairo marks only what is text. */
#ifndef ADREF_WRITE_ARTIFACT_H
#define ADREF_WRITE_ARTIFACT_H

#include <glib.h>

/* The stream of a page, packed, in which all that has no tag is marked as artifact. `object` is
 * the stream with its dictionary, as Cairo writes it. NULL: it is not. */
GByteArray *adref_artifact_mark(const char *object, gsize length);

#endif
