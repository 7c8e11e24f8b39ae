#include "draft/data/party_color.h"
#include "sign/progress_words.h"
#include "view/pdf/pdf_sheet.h"
#include "view/redline.h"
#include "view/reports/matrix_table.h"

enum {
  INK = ADREF_PDF_SHEET_INK,
  MARGIN = 40,
  COLUMNS = 16 /* parties of one table; more follow in further tables */
};

typedef struct {
  const AdrefMatrixTable *table;
  AdrefPdfSheet sheet;
} MatrixPage;

static const char *word(const MatrixPage *page, AdrefPageWord word)
{
  return adref_page_words_get(page->table->words, word);
}

/* The colour repeats what the letters say. */
static guint color_of(guint cell)
{
  static const guint against = 1U << ADREF_MATRIX_OPPOSES | 1U << ADREF_MATRIX_RESERVES |
                               1U << ADREF_MATRIX_CHANGED | 1U << ADREF_MATRIX_REOPENED;
  static const guint agreed = 1U << ADREF_MATRIX_AGREED | 1U << ADREF_MATRIX_CONFIRMED;
  if (cell & against)
    return 0x9B1C1C;
  if (cell & agreed)
    return 0x1E6B3A;
  return cell & 1U << ADREF_MATRIX_WORKING_GROUP ? 0x6B5B00 : INK;
}

static void put_row(const MatrixPage *page, const AdrefMatrixRow *row, guint from, guint to)
{
  const AdrefClause *facts = row->clause->clause->as.clause;
  g_autofree char *name = adref_redline_row_name(row->clause->clause, page->table->words);
  adref_table_layout_add_row(page->sheet.table, FALSE);
  adref_pdf_sheet_put_cell(&page->sheet, facts->number ? facts->number : "", INK, FALSE);
  adref_pdf_sheet_put_cell(&page->sheet, name, INK, FALSE);
  for (guint i = from; i < to; i++) {
    g_autofree char *letters = adref_matrix_cell_letters(row->cells[i]);
    adref_pdf_sheet_put_cell(&page->sheet, letters, color_of(row->cells[i]),
                             (row->cells[i] & 1U << ADREF_MATRIX_CONFIRMED) != 0);
  }
}

static void put_table(MatrixPage *page, guint from, guint to)
{
  const AdrefPositionMatrix *matrix = page->table->matrix;
  adref_pdf_sheet_begin_table(&page->sheet, 2 + to - from);
  adref_pdf_sheet_put_cell(&page->sheet, word(page, ADREF_PAGE_WORD_STATUS_NUMBER), INK, TRUE);
  adref_pdf_sheet_put_cell(&page->sheet, word(page, ADREF_PAGE_WORD_STATUS_CLAUSE), INK, TRUE);
  for (guint i = from; i < to; i++)
    adref_pdf_sheet_put_cell(
        &page->sheet, matrix->parties->pdata[i],
        adref_party_color(page->table->parties, matrix->parties->pdata[i])->light, TRUE);
  for (guint i = 0; i < matrix->rows->len; i++)
    put_row(page, matrix->rows->pdata[i], from, to);
  adref_pdf_sheet_end_table(&page->sheet);
}

static void fill(gconstpointer data, AdrefPageFlow *flow)
{
  MatrixPage page = {.table = data, .sheet = {.flow = flow}};
  const AdrefMatrixTable *table = page.table;
  g_autofree char *legend = adref_matrix_table_legend(table);
  g_autofree char *total = adref_progress_total(table->progress, table->words);
  adref_pdf_sheet_put_line(&page.sheet, table->title, "H1", 1.7F, INK, 0);
  adref_pdf_sheet_put_line(&page.sheet, total, "P", 1.25F, INK, 7);
  if (*legend)
    adref_pdf_sheet_put_line(&page.sheet, legend, "P", 1, INK, 3);
  guint count = table->matrix->parties->len;
  for (guint from = 0; from < count; from += COLUMNS)
    put_table(&page, from, MIN(from + COLUMNS, count));
  adref_page_flow_end(flow);
}

GString *adref_pdf_matrix_write(const AdrefMatrixTable *table, AdrefPaperSize paper,
                                const char *name, GError **error)
{
  g_autofree char *title = adref_page_words_fill(table->words, ADREF_PAGE_WORD_MATRIX_TITLE,
                                                 "title", table->title, NULL);
  AdrefPdfWriterOptions options = {
      .title = title, .language = table->language, .words = table->words, .version = table->commit};
  return adref_pdf_sheet_write(paper, MARGIN, &options, name, fill, table, error);
}
