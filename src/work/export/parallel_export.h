/* A statement's text in two languages, side by side. */
#ifndef ADREF_WORK_EXPORT_PARALLEL_EXPORT_H
#define ADREF_WORK_EXPORT_PARALLEL_EXPORT_H

#include "print/page_options.h"
#include "view/view.h"
#include "work/export/pdf_options.h"

/* A text as it is to be written: itself, or the copy of a party. */
typedef struct {
  const AdrefText *text;
  const AdrefNode *document;
  AdrefViewOptions options;
  GHashTable *notes; /* of the first of two: view/parallel_texts.h; NULL: none */
} AdrefExportText;

/* Opens the text of the same argument in another language, for an export in a format. */
gboolean adref_parallel_export_open(const AdrefText *text, const char *argument,
                                    const char *language, const char *format, AdrefText **parallel,
                                    GError **error);

GString *adref_parallel_export_html(const AdrefExportText *first, const AdrefExportText *second);

/* Of `options` only the progress: the rest stands in `page_options`. */
GString *adref_parallel_export_pdf(const AdrefExportText *first, const AdrefExportText *second,
                                   const AdrefPageOptions *page_options,
                                   const AdrefPdfOptions *options, GError **error);

/* A Word file with a table of two columns; `is_to_be_written`: view/docx/docx.h. */
GString *adref_parallel_export_docx(const AdrefExportText *first, const AdrefExportText *second,
                                    const AdrefPageOptions *page_options, gboolean is_to_be_written,
                                    GError **error);

/* What stands above a column: "Japanese" in its own language, and its role (NULL: none). Caller
 * frees. */
char *adref_parallel_export_head(const char *language, const char *role);

#endif
