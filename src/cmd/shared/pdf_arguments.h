/* What a command line asks of a PDF, or of a Word file. */
#ifndef ADREF_CMD_SHARED_PDF_ARGUMENTS_H
#define ADREF_CMD_SHARED_PDF_ARGUMENTS_H

#include "cmd/command.h"
#include "work/export/pdf_options.h"

/* --paper, --line-numbers, --large, --marking. Once a second has passed since now, a terminal shows
 * the number of the page that is being set; *start must live as long as the options. */
AdrefPdfOptions adref_pdf_arguments_read(const AdrefRun *run, gint64 *start);

/* An error of usage when options of paper go with a format that has no pages, or a PDF or Word file
 * to a terminal. */
gboolean adref_pdf_arguments_check(const AdrefRun *run, const char *format, GError **error);

#endif
