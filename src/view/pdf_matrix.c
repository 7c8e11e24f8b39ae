#include <string.h>

#include "draft/party_color.h"
#include "print/pdf_writer.h"
#include "print/table_layout.h"
#include "sign/progress_words.h"
#include "view/matrix_table.h"
#include "view/redline.h"

enum {
  INK = 0x111111,
  MARGIN = 40,
  COLUMNS = 16 /* parties of one table; more follow in further tables */
};

typedef struct {
  const AdrefMatrixTable *table;
  AdrefPageFlow *flow;
  AdrefTableLayout *layout;
} MatrixPage;

static AdrefTextStyle style_of(const MatrixPage *page, float scale, guint color, gboolean is_bold)
{
  float size = adref_page_flow_geometry(page->flow)->size * scale;
  return (AdrefTextStyle){.face = {ADREF_FONT_FAMILY_SANS, is_bold, FALSE, size}, .color = color};
}

static const char *word(const MatrixPage *page, AdrefPageWord word)
{
  return adref_page_words_get(page->table->words, word);
}

static void put_line(const MatrixPage *page, const char *words, const char *tag, float scale,
                     guint color, float gap)
{
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(page->flow);
  g_autoptr(AdrefStyledText) text = adref_styled_text_new();
  AdrefTextStyle style = style_of(page, scale, color, strcmp(tag, "H1") == 0);
  adref_styled_text_add(text, adref_page_flow_style(page->flow, &style), NULL, words,
                        strlen(words));
  AdrefBlockFormat block = {.element = adref_page_flow_add_element(page->flow, tag, 0),
                            .width = geometry->measure,
                            .gap = gap,
                            .leading = geometry->leading * scale,
                            .align = ADREF_TEXT_ALIGN_START,
                            .keeps_next = TRUE};
  adref_page_flow_add_block(page->flow, text, &block);
}

static void put_cell(const MatrixPage *page, const char *words, guint color, gboolean is_bold)
{
  AdrefStyledText *cell = adref_table_layout_add_cell(page->layout, ADREF_TEXT_ALIGN_START);
  AdrefTextStyle style = style_of(page, 1, color, is_bold);
  adref_styled_text_add(cell, adref_page_flow_style(page->flow, &style), NULL, words,
                        strlen(words));
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
  adref_table_layout_add_row(page->layout, FALSE);
  put_cell(page, facts->number ? facts->number : "", INK, FALSE);
  put_cell(page, name, INK, FALSE);
  for (guint i = from; i < to; i++) {
    g_autofree char *letters = adref_matrix_cell_letters(row->cells[i]);
    put_cell(page, letters, color_of(row->cells[i]),
             (row->cells[i] & 1U << ADREF_MATRIX_CONFIRMED) != 0);
  }
}

static void put_table(MatrixPage *page, guint from, guint to)
{
  const AdrefPositionMatrix *matrix = page->table->matrix;
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(page->flow);
  page->layout = adref_table_layout_new(2 + to - from);
  adref_table_layout_add_row(page->layout, TRUE);
  put_cell(page, word(page, ADREF_PAGE_WORD_STATUS_NUMBER), INK, TRUE);
  put_cell(page, word(page, ADREF_PAGE_WORD_STATUS_CLAUSE), INK, TRUE);
  for (guint i = from; i < to; i++)
    put_cell(page, matrix->parties->pdata[i],
             adref_party_color(page->table->parties, matrix->parties->pdata[i])->light, TRUE);
  for (guint i = 0; i < matrix->rows->len; i++)
    put_row(page, matrix->rows->pdata[i], from, to);
  adref_table_layout_set(page->layout, page->flow,
                         adref_page_flow_add_element(page->flow, "Table", 0), 0, geometry->measure,
                         geometry->gap, geometry->leading);
  adref_table_layout_free(page->layout);
}

static AdrefPageGeometry geometry_of(AdrefPaperSize paper)
{
  AdrefPageOptions plain = {.paper = paper};
  AdrefPageGeometry geometry = adref_page_options_geometry(&plain, adref_script_of("en"), FALSE);
  geometry.start = geometry.end = MARGIN;
  geometry.top = 64;
  geometry.bottom = 58;
  geometry.measure = geometry.width - 2 * MARGIN;
  geometry.size = 7.6F;
  geometry.leading = geometry.size * 1.28F;
  geometry.gap = geometry.size;
  return geometry;
}

static void fill(gconstpointer data, AdrefPageFlow *flow)
{
  MatrixPage page = {.table = data, .flow = flow};
  const AdrefMatrixTable *table = page.table;
  g_autofree char *legend = adref_matrix_table_legend(table);
  g_autofree char *total = adref_progress_total(table->progress, table->words);
  put_line(&page, table->title, "H1", 1.7F, INK, 0);
  put_line(&page, total, "P", 1.25F, INK, 7);
  if (*legend)
    put_line(&page, legend, "P", 1, INK, 3);
  guint count = table->matrix->parties->len;
  for (guint from = 0; from < count; from += COLUMNS)
    put_table(&page, from, MIN(from + COLUMNS, count));
  adref_page_flow_end(flow);
}

GString *adref_pdf_matrix_write(const AdrefMatrixTable *table, AdrefPaperSize paper,
                                const char *name, GError **error)
{
  AdrefPageGeometry geometry = geometry_of(paper);
  const char *language = table->language ? table->language : "en";
  g_autoptr(AdrefShaper) shaper = adref_shaper_new(language, error);
  g_autoptr(AdrefLineBreaker) breaker =
      shaper ? adref_line_breaker_new(shaper, language, error) : NULL;
  if (!breaker)
    return NULL;
  g_autoptr(AdrefPageFlow) flow = adref_page_flow_new(breaker, NULL, &geometry);
  fill(table, flow);
  g_autofree char *title = adref_page_words_fill(table->words, ADREF_PAGE_WORD_MATRIX_TITLE,
                                                 "title", table->title, NULL);
  AdrefPdfWriterOptions writer_options = {
      .title = title, .language = language, .words = table->words, .version = table->commit};
  AdrefSourceText source_text = {.name = name};
  return adref_page_flow_check(flow, &source_text, FALSE, FALSE, NULL, error)
             ? adref_pdf_writer_print(flow, &writer_options, fill, table, error)
             : NULL;
}
