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
  AdrefViewOptions how;
} AdrefEdition;

/* Opens the text that --beside names; *beside stays NULL when it names none. */
gboolean adref_beside_open(const AdrefRun *run, const AdrefText *text, const char *format,
                           AdrefText **beside, GError **error);

GString *adref_editions_html(const AdrefEdition *first, const AdrefEdition *second);
GString *adref_editions_pdf(const AdrefEdition *first, const AdrefEdition *second,
                            const AdrefPageOptions *page_options, GError **error);

#endif
