/* Tagging: while pages are printed, the elements of the structure open and close around the words.
 */
#ifndef ADREF_PRINT_PDF_TAGGING_H
#define ADREF_PRINT_PDF_TAGGING_H

#include <cairo.h>
#include <glib.h>

#include "print/page_flow.h"

/* The arrays are the caller's. */
typedef struct {
  const AdrefFlow *flow;
  cairo_t *cairo;
  const char *language; /* of the document; NULL: English */
  GArray *open;         /* of guint: the elements that are open, from the document on */
  GArray *tags;         /* of AdrefTagged (print/pdf_postprocess.h): all that have begun */
  const char *leaf;     /* private: the tag that is open in the innermost element, or NULL */
} AdrefTagging;

/* Closes what the element is not in, and opens what it is in. */
void adref_tagging_enter(AdrefTagging *tagging, guint element);

/* Words of an element that has links, or that goes on over the page, stand in leaves of their own:
 * for `link`, a place in the flow's links + 1, or for none, 0. */
gboolean adref_tagging_has_leaves(const AdrefTagging *tagging, guint element);
void adref_tagging_begin_leaf(AdrefTagging *tagging, guint link);
void adref_tagging_end_leaf(AdrefTagging *tagging);

/* Closes all. */
void adref_tagging_end(AdrefTagging *tagging);

#endif
