/* One self-contained HTML page: readable on a screen, on a phone and on paper, light and dark. */
#ifndef ADREF_WRITE_HTML_H
#define ADREF_WRITE_HTML_H

#include "write/write.h"

GString *adref_write_html(const AdrefNode *document, const AdrefWriting *how);

#endif
