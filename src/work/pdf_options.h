/* What is asked of a PDF of a statement's text. */
#ifndef ADREF_WORK_PDF_OPTIONS_H
#define ADREF_WORK_PDF_OPTIONS_H

#include "print/page_options.h"
#include "view/pdf.h"
#include "work/text.h"

typedef struct {
  AdrefPaperSize paper;
  AdrefLineNumbering line_numbering;
  gboolean is_large;
  const char *marking;               /* words in the header, such as RESTRICTED; or NULL */
  AdrefPdfProgressCallback progress; /* called for each page; NULL: not */
  gpointer data;                     /* of `progress` */
} AdrefPdfOptions;

/* The pages of a text: these options, its style, and in its language its place and date, which
 * become *occasion. Strings live as long as `options` and *occasion, which the caller frees. */
AdrefPageOptions adref_pdf_options_page(const AdrefPdfOptions *options, const AdrefText *text,
                                        char **occasion);

/* Place and date of a statement in the text's language, or NULL. Caller frees. */
char *adref_pdf_options_place_and_date(const AdrefText *text);

#endif
