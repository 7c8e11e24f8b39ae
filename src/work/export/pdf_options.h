/* What is asked of a PDF of a statement's text. */
#ifndef ADREF_WORK_EXPORT_PDF_OPTIONS_H
#define ADREF_WORK_EXPORT_PDF_OPTIONS_H

#include "print/page_options.h"
#include "view/pdf/pdf.h"
#include "work/text.h"

typedef struct {
  AdrefPaperSize paper;
  AdrefLineNumbering line_numbering;
  gboolean is_large;
  const char *marking;               /* words in the header, such as RESTRICTED; or NULL */
  AdrefPdfProgressCallback progress; /* called for each page; NULL: not */
  gpointer data;                     /* of `progress` */
} AdrefPdfOptions;

/* The pages of a text: these options and its style. Strings live as long as `options`. */
AdrefPageOptions adref_pdf_options_page(const AdrefPdfOptions *options, const AdrefText *text);

#endif
