/* What stands on every page and is not the text: header, footer, numbers of lines, the mark of a
 * draft. */
#ifndef ADREF_PRINT_HEADER_FOOTER_H
#define ADREF_PRINT_HEADER_FOOTER_H

#include <glib.h>

#include "print/page_flow.h"
#include "print/page_painter.h"
#include "print/pdf_writer.h"

void adref_header_footer_print(AdrefPagePainter *painter, const AdrefPageFlow *flow,
                               const AdrefPdfWriterOptions *options, guint page);

/* The number of a line whose base line is at y: before the lines of the page, or behind them. */
void adref_header_footer_line_number(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                                     guint number, gboolean is_behind, float y);

/* The rule between two columns of text, and what stands above one (`column` from 0) on a page whose
 * first column is the right one when `is_rtl`; the pen is that of its language. */
void adref_header_footer_column_rule(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                                     const AdrefPageContent *content);
void adref_header_footer_column_title(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                                      const char *words, guint column, gboolean is_rtl);

#endif
