/* A PDF about the state of the talks: lines in small sans-serif type above tables. The status
 * (pdf_status.c) and the matrix of positions (pdf_matrix.c) are such sheets. */
#ifndef ADREF_VIEW_PDF_PDF_SHEET_H
#define ADREF_VIEW_PDF_PDF_SHEET_H

#include "print/page_options.h"
#include "print/pdf_writer.h"
#include "print/table_layout.h"

enum {
  ADREF_PDF_SHEET_INK = 0x111111,
};

typedef struct {
  AdrefPageFlow *flow;
  AdrefTableLayout *table; /* between begin_table() and end_table() */
} AdrefPdfSheet;

/* `scale`: times the size of the words in tables. */
AdrefTextStyle adref_pdf_sheet_style(const AdrefPdfSheet *sheet, float scale, guint color,
                                     gboolean is_bold);

void adref_pdf_sheet_add_words(const AdrefPdfSheet *sheet, AdrefStyledText *text,
                               const AdrefTextStyle *style, const char *words);

/* A line with the tag "H1" or "P", `gap` points below what stands above it. H1 is bold. */
void adref_pdf_sheet_put_line(const AdrefPdfSheet *sheet, const char *words, const char *tag,
                              float scale, guint color, float gap);

/* Begins a table and its head. Rows are added to sheet->table; a cell goes into the last row. */
void adref_pdf_sheet_begin_table(AdrefPdfSheet *sheet, guint columns);
void adref_pdf_sheet_put_cell(const AdrefPdfSheet *sheet, const char *words, guint color,
                              gboolean is_bold);
void adref_pdf_sheet_end_table(AdrefPdfSheet *sheet);

/* `margin`: at both sides, in points. `options` has the language (NULL: en) and what the file says
 * of itself. `name` stands in messages. NULL: a letter has no font, or the system fails. */
GString *adref_pdf_sheet_write(AdrefPaperSize paper, float margin,
                               const AdrefPdfWriterOptions *options, const char *name,
                               AdrefPdfWriterFill fill, gconstpointer data, GError **error);

#endif
