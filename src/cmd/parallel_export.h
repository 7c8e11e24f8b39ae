/* A statement's text in two languages, side by side. */
#ifndef ADREF_CMD_PARALLEL_EXPORT_H
#define ADREF_CMD_PARALLEL_EXPORT_H

#include "cmd/text.h"
#include "print/page_options.h"
#include "view/view.h"

/* A text as it is to be written: itself, or the copy of a party. */
typedef struct {
  const AdrefText *text;
  const AdrefNode *document;
  AdrefViewOptions options;
} AdrefExportText;

/* Opens the text that --beside names; *beside stays NULL when it names none. */
gboolean adref_parallel_export_open(const AdrefRun *run, const AdrefText *text, const char *format,
                                    AdrefText **parallel, GError **error);

GString *adref_parallel_export_html(const AdrefExportText *first, const AdrefExportText *second);
GString *adref_parallel_export_pdf(const AdrefExportText *first, const AdrefExportText *second,
                                   const AdrefPageOptions *page_options, GError **error);

#endif
