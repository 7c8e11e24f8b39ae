/* What a person asks of a PDF, and how long it takes. */
#ifndef ADREF_CMD_PDF_OPTIONS_H
#define ADREF_CMD_PDF_OPTIONS_H

#include "cmd/text.h"
#include "print/page_options.h"

/* --paper, --line-numbers, --large, --marking; in the text's language its place and date. Strings
 * live as long as `run` and the sheet's `occasion`, which the caller frees. */
AdrefPageOptions adref_pdf_options_read(const AdrefRun *run, const AdrefText *text,
                                        char **occasion);

/* Place and date of a statement in the text's language, or NULL. Caller frees. */
char *adref_pdf_options_place_and_date(const AdrefText *text);

/* An error of usage when options of paper go with another format, or a PDF to a terminal. */
gboolean adref_pdf_options_check(const AdrefRun *run, const char *format, GError **error);

/* An AdrefPdfProgressCallback (view/pdf.h): says on a terminal how far it is once a second has
 * passed, and wipes that at the end. `data` is a gint64, the monotonic time at the start. */
void adref_pdf_options_show_progress(gpointer data, guint page, guint pages);

#endif
