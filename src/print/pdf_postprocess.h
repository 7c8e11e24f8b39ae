/* PDF post-processing: adds to Cairo's PDF what it lacks.
 *
 * Cairo 1.16 writes tags, links and bookmarks. It does not write the language of the document, the
 * wish to show its title in the window, nor XMP; and it does not mark artifacts. The post-processor
 * reads the objects of such a file while Cairo writes them, and adds what is missing. The file then
 * claims PDF/UA-1 and PDF/A-2u (print/xmp.h); print/README.md says what is checked of both.
 *
 *   catalog  /Lang, /ViewerPreferences (title, direction), /Metadata, /OutputIntents
 *   page     /Tabs in the order of the structure; untagged content becomes an artifact
 *   link     /F (printed), /Contents: its words
 *   element  its language, where it differs; of a list whether it is numbered; of TH and Note
 *            scope and id
 *   font     /CIDToGIDMap
 *   trailer  /ID, a digest of the file: the same for the same bytes
 *   files    the source text, when the caller asks for it */
#ifndef ADREF_PRINT_PDF_POSTPROCESS_H
#define ADREF_PRINT_PDF_POSTPROCESS_H

#include <glib.h>

#include "print/pdf_content.h"

/* Attributes of a structure element. */
typedef struct {
  const char *language; /* of its words; NULL: that of its parent */
  gboolean is_numbered; /* of a list */
} AdrefPdfTagAttributes;

typedef struct {
  const char *title, *language, *creator;
  const char *date; /* ISO 8601, or NULL */
  gboolean is_rtl;
  const char *file;  /* name of the file to attach, or NULL */
  const char *bytes; /* content of that file */
  gsize length;
  const GPtrArray *links; /* of char *: the text of each link, in page order; or NULL */
  const GArray
      *tags; /* of AdrefPdfTagAttributes: all elements, in the order of their begin; or NULL */
  AdrefPdfContent *content; /* of the tags of all pages; NULL: Cairo has drawn it */
} AdrefPdfProperties;

typedef struct AdrefPdfPostprocess AdrefPdfPostprocess;

/* `properties` is kept by reference; its links and tags may still grow. `expected` bytes are
 * reserved for the file, which may become larger. */
AdrefPdfPostprocess *adref_pdf_postprocess_new(const AdrefPdfProperties *properties,
                                               gsize expected);
void adref_pdf_postprocess_free(AdrefPdfPostprocess *postprocess);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPdfPostprocess, adref_pdf_postprocess_free)

/* Adds the next bytes of a PDF that Cairo writes. */
void adref_pdf_postprocess_add(AdrefPdfPostprocess *postprocess, const char *bytes, gsize length);

/* Returns the whole file after all bytes were added. Fails when Cairo did not write it. */
GString *adref_pdf_postprocess_end(AdrefPdfPostprocess *postprocess, GError **error);

#endif
