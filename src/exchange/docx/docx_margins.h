/* The words in the headers and footers of a Word file, which no clause has. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_MARGINS_H
#define ADREF_EXCHANGE_DOCX_DOCX_MARGINS_H

#include "exchange/docx/docx_parts.h"

/* Of char *: the lines, each once, with one space for white space. Numbers of pages and other
 * results of fields are left out. Caller unrefs. */
GPtrArray *adref_docx_margins(const AdrefDocxParts *parts);

#endif
