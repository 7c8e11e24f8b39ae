/* The press: the pages of a flow as PDF, with their headers and footers, tags, links and bookmarks.
 */
#ifndef ADREF_PRINT_PDF_WRITER_H
#define ADREF_PRINT_PDF_WRITER_H

#include <glib.h>

#include "print/page_flow.h"

/* What stands around the text. All strings may be NULL but the title. */
typedef struct {
  const char *title;
  const char *language;
  const char *column_titles[ADREF_PAGE_FLOW_SIDES]; /* of two columns, or NULL */
  const char *version, *hash, *parallel_hash;
  const char *role;    /* what the text of the language is */
  const char *copy;    /* name of the party whose alternat it is */
  const char *date;    /* ISO 8601, of the version: the date of the document */
  const char *marking; /* in the header */
  gboolean is_draft;   /* every page says so */
  AdrefLineNumbering line_numbering;
  const char *file; /* attached under this name: the bytes of the source; NULL: nothing is */
  const char *bytes;
  gsize length;
  void (*progress)(gpointer data, guint page, guint pages); /* NULL: nobody looks */
  gpointer data;
} AdrefPdfWriterOptions;

/* Sets a text into a flow, up to its end: the same each time. */
typedef void (*AdrefPdfWriterFill)(gconstpointer text, AdrefPageFlow *flow);

/* Prints what `fill` has set into the flow once already, so that its pages are counted, and sets
 * again now. The same text and imprint give the same bytes. */
GString *adref_pdf_writer_print(AdrefPageFlow *flow, const AdrefPdfWriterOptions *options,
                                AdrefPdfWriterFill fill, gconstpointer text, GError **error);

#endif
