/* Tagging: while pages are printed, the elements of the structure open and close around the words.
 */
#ifndef ADREF_PRINT_PDF_TAGGING_H
#define ADREF_PRINT_PDF_TAGGING_H

#include <cairo.h>
#include <glib.h>

#include "print/page_flow.h"

/* The arrays are the caller's. */
typedef struct {
  const AdrefPageFlow *flow;
  cairo_t *cairo;
  const char *language; /* of the document; NULL: English */
  GArray *open;         /* of guint: the elements that are open, from the document on */
  GArray *tags;     /* of AdrefPdfTagAttributes (print/pdf_postprocess.h): all that have begun */
  const char *leaf; /* private: the tag that is open in the innermost element, or NULL */
} AdrefPdfTagging;

/* Closes what the element is not in, and opens what it is in. */
void adref_pdf_tagging_enter(AdrefPdfTagging *tagging, guint element);

/* Words of an element that has links, or that goes on over the page, stand in leaves of their own:
 * for `link`, a place in the flow's links + 1, or for none, 0. */
gboolean adref_pdf_tagging_has_leaves(const AdrefPdfTagging *tagging, guint element);
void adref_pdf_tagging_begin_leaf(AdrefPdfTagging *tagging, guint link);
void adref_pdf_tagging_end_leaf(AdrefPdfTagging *tagging);

/* Closes all. */
void adref_pdf_tagging_end(AdrefPdfTagging *tagging);

#endif
