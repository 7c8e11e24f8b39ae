/* The PDF writer: draws the pages of a flow, with header and footer, tags, links and bookmarks. */
#ifndef ADREF_PRINT_PDF_WRITER_H
#define ADREF_PRINT_PDF_WRITER_H

#include <glib.h>

#include "draft/library/page_words.h"
#include "draft/statement/house_style.h"
#include "print/page_flow.h"

/* What the pages show besides the text. All but the title may be NULL. */
typedef struct {
  const char *title;
  const char *language;
  const AdrefPageWords *words;
  const char *column_titles[ADREF_PAGE_FLOW_SIDES]; /* of two columns, or NULL */
  AdrefFooter footer;
  const char *version, *hash, *parallel_hash;
  const char *role;    /* the status of this language's text, "Provisional translation" */
  const char *copy;    /* name of the party whose alternat this is */
  const char *part;    /* which clauses of the text these are; NULL: all */
  const char *date;    /* ISO 8601, of the version: becomes the date of the document */
  const char *marking; /* in the header */
  gboolean is_strict;  /* a sign that no font has is an error in header and footer, too */
  gboolean is_draft;   /* every page says that it is a draft */
  AdrefLineNumbering line_numbering;
  const char *file; /* name of the attached file, with its bytes; NULL: nothing is attached */
  const char *bytes;
  gsize length;
  void (*progress)(gpointer data, guint page, guint pages); /* called for each page; or NULL */
  gpointer data;
} AdrefPdfWriterOptions;

/* Adds a whole text to a flow, with adref_page_flow_end(): the same each time. */
typedef void (*AdrefPdfWriterFill)(gconstpointer text, AdrefPageFlow *flow);

/* The second pass: calls `fill` again and draws the pages. The first pass must be done, so that the
 * number of pages is known. The same text and options give the same bytes. */
GString *adref_pdf_writer_print(AdrefPageFlow *flow, const AdrefPdfWriterOptions *options,
                                AdrefPdfWriterFill fill, gconstpointer text, GError **error);

#endif
