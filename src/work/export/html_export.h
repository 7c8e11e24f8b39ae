/* A text as an HTML page that names the hash of its content. */
#ifndef ADREF_WORK_EXPORT_HTML_EXPORT_H
#define ADREF_WORK_EXPORT_HTML_EXPORT_H

#include "view/view.h"

/* The page of a document, with the hash of `text` (clause/markdown/canonical.h); of a long text the
 * hash is computed while the page is written. `options->hash` is not read. */
GString *adref_html_export(const AdrefNode *document, const AdrefViewOptions *options,
                           const AdrefNode *text, gboolean is_long);

#endif
