/* The bindery: what Cairo's PDF lacks is added to it.
 *
 * Cairo 1.16 writes tags, links and bookmarks, but not the language of a document, nor that its
 * title stands in the window, nor XMP; and it leaves what is no text unmarked. The bindery takes
 * the objects of such a file one after the other, while Cairo writes them, and adds what is missing
 * to those that lack it. The file then claims PDF/UA-1 and PDF/A-2u (print/xmp.h); what of both is
 * checked stands in the README.
 *
 *   catalog     /Lang, /ViewerPreferences (title, direction), /Metadata, /OutputIntents
 *   page        /Tabs by structure; what is not tagged becomes an artifact
 *   link        /F (printed), /Contents: its words
 *   element     its language, where that is another one; of a list whether it is numbered; of TH
 * and Note scope and id font        /CIDToGIDMap trailer     /ID, a digest of the file: the same
 * for the same bytes files       the source text, where it is asked for */
#ifndef ADREF_PRINT_PDF_POSTPROCESS_H
#define ADREF_PRINT_PDF_POSTPROCESS_H

#include <glib.h>

/* An element of the structure. */
typedef struct {
  const char *language; /* of its words; NULL: that of what it stands in */
  gboolean is_numbered; /* of a list */
} AdrefPdfTagAttributes;

typedef struct {
  const char *title, *language, *creator;
  const char *date; /* ISO 8601, or NULL */
  gboolean is_rtl;
  const char *file;  /* name of the file to attach, or NULL */
  const char *bytes; /* what it holds */
  gsize length;
  const GPtrArray
      *links; /* of char *: the words of each link, in the order of the pages; or NULL */
  const GArray
      *tags; /* of AdrefPdfTagAttributes: each element, in the order in which they begin; or NULL */
} AdrefPdfProperties;

typedef struct AdrefPdfPostprocess AdrefPdfPostprocess;

/* `how` is kept by reference; its links and tags may still grow. `expected` bytes are set aside
 * for the file, which may become larger. */
AdrefPdfPostprocess *adref_pdf_postprocess_new(const AdrefPdfProperties *properties,
                                               gsize expected);
void adref_pdf_postprocess_free(AdrefPdfPostprocess *postprocess);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPdfPostprocess, adref_pdf_postprocess_free)

/* The next bytes of a PDF as Cairo writes it. */
void adref_pdf_postprocess_add(AdrefPdfPostprocess *postprocess, const char *bytes, gsize length);

/* The whole file, once all bytes are there; fails for one that Cairo has not written. */
GString *adref_pdf_postprocess_end(AdrefPdfPostprocess *postprocess, GError **error);

#endif
