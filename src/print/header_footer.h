/* What every page shows besides the text: header, footer, line numbers, the watermark of a draft.
 */
#ifndef ADREF_PRINT_HEADER_FOOTER_H
#define ADREF_PRINT_HEADER_FOOTER_H

#include <glib.h>

#include "print/page_flow.h"
#include "print/page_painter.h"
#include "print/pdf_writer.h"

/* The words of header and footer, for files whose pages another program sets; "" or NULL for none.
 * Callers free them: the title, shortened to what one line has room for beside the rest, with the
 * status of the text; "DRAFT" and the marking; version, content and what else says which text it
 * is, as far as the footer says it: that it is a part of a text always. */
char *adref_header_footer_title(const AdrefPageGeometry *geometry,
                                const AdrefPdfWriterOptions *options);
char *adref_header_footer_marking(const AdrefPdfWriterOptions *options);
char *adref_header_footer_version(const AdrefPdfWriterOptions *options);

/* "Page 3 of 12", with two numbers or what stands for them. Caller frees. */
char *adref_header_footer_page(const AdrefPdfWriterOptions *options, const char *page,
                               const char *pages);

void adref_header_footer_print(AdrefPagePainter *painter, const AdrefPageFlow *flow,
                               const AdrefPdfWriterOptions *options, guint page);

/* Draws the number of a line whose base line is at y: in the start margin, or in the end margin
 * when `is_behind`. */
void adref_header_footer_line_number(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                                     guint number, gboolean is_behind, float y);

/* Draws the rules between columns, which words across the columns interrupt, and the title above
 * one of `columns` of them (`column` from 0) on a page whose first column is on the right when
 * `is_rtl`. The painter is that of the title's language. */
void adref_header_footer_column_rules(AdrefPagePainter *painter, const AdrefPageFlow *flow,
                                      const AdrefPageContent *content);
void adref_header_footer_column_title(AdrefPagePainter *painter, const AdrefPageGeometry *geometry,
                                      const char *words, guint column, guint columns,
                                      gboolean is_rtl);

#endif
