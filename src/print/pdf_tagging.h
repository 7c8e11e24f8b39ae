/* PDF tagging: opens and closes the elements of the structure tree around the words while pages are
 * drawn. */
#ifndef ADREF_PRINT_PDF_TAGGING_H
#define ADREF_PRINT_PDF_TAGGING_H

#include <cairo.h>
#include <glib.h>

#include "print/page_flow.h"
#include "print/pdf_content.h"

/* The caller owns the arrays. */
typedef struct {
  const AdrefPageFlow *flow;
  cairo_t *cairo;
  AdrefPdfContent *content; /* of the tags */
  const char *language;     /* of the document; NULL: English */
  GArray *inner;    /* of guint: the first page of the elements in each element; or G_MAXUINT */
  GArray *open;     /* of guint: the elements that are open, the document first */
  GArray *tags;     /* of AdrefPdfTagAttributes: all elements that were begun */
  const char *leaf; /* private: the tag that is open in the innermost element, or NULL */
} AdrefPdfTagging;

/* Closes the open elements that do not contain the element, and opens those that do. */
void adref_pdf_tagging_enter(AdrefPdfTagging *tagging, guint element);

/* The words of an element that has links, or that continues on the next page, stand in leaves of
 * their own: `link` is the return value of adref_page_flow_add_link(), or 0 for words without a
 * link. */
gboolean adref_pdf_tagging_has_leaves(const AdrefPdfTagging *tagging, guint element);
void adref_pdf_tagging_begin_leaf(AdrefPdfTagging *tagging, guint link);

/* Whether Cairo writes no tag for the words of the element on this page, from 0: an element in
 * which others stand has none of its own. */
gboolean adref_pdf_tagging_is_untagged(const AdrefPdfTagging *tagging, guint element, guint page);

void adref_pdf_tagging_end_leaf(AdrefPdfTagging *tagging);

/* Closes all elements. */
void adref_pdf_tagging_end(AdrefPdfTagging *tagging);

#endif
