#include "view/pdf/pdf_sheet.h"

#include <string.h>

AdrefTextStyle adref_pdf_sheet_style(const AdrefPdfSheet *sheet, float scale, guint color,
                                     gboolean is_bold)
{
  float size = adref_page_flow_geometry(sheet->flow)->size * scale;
  return (AdrefTextStyle){.face = {ADREF_FONT_FAMILY_SANS, is_bold, FALSE, size}, .color = color};
}

void adref_pdf_sheet_add_words(const AdrefPdfSheet *sheet, AdrefStyledText *text,
                               const AdrefTextStyle *style, const char *words)
{
  adref_styled_text_add(text, adref_page_flow_style(sheet->flow, style), NULL, words,
                        strlen(words));
}

void adref_pdf_sheet_put_line(const AdrefPdfSheet *sheet, const char *words, const char *tag,
                              float scale, guint color, float gap)
{
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(sheet->flow);
  g_autoptr(AdrefStyledText) text = adref_styled_text_new();
  AdrefTextStyle style = adref_pdf_sheet_style(sheet, scale, color, strcmp(tag, "H1") == 0);
  adref_pdf_sheet_add_words(sheet, text, &style, words);
  AdrefBlockFormat block = {.element = adref_page_flow_add_element(sheet->flow, tag, 0),
                            .width = geometry->measure,
                            .gap = gap,
                            .leading = geometry->leading * scale,
                            .align = ADREF_TEXT_ALIGN_START,
                            .keeps_next = TRUE};
  adref_page_flow_add_block(sheet->flow, text, &block);
}

void adref_pdf_sheet_begin_table(AdrefPdfSheet *sheet, guint columns)
{
  sheet->table = adref_table_layout_new(columns);
  adref_table_layout_add_row(sheet->table, TRUE);
}

void adref_pdf_sheet_put_cell(const AdrefPdfSheet *sheet, const char *words, guint color,
                              gboolean is_bold)
{
  AdrefStyledText *cell = adref_table_layout_add_cell(sheet->table, ADREF_TEXT_ALIGN_START);
  AdrefTextStyle style = adref_pdf_sheet_style(sheet, 1, color, is_bold);
  adref_pdf_sheet_add_words(sheet, cell, &style, words);
}

void adref_pdf_sheet_end_table(AdrefPdfSheet *sheet)
{
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(sheet->flow);
  adref_table_layout_set(sheet->table, sheet->flow,
                         adref_page_flow_add_element(sheet->flow, "Table", 0), 0, geometry->measure,
                         geometry->gap, geometry->leading);
  adref_table_layout_free(sheet->table);
  sheet->table = NULL;
}

static AdrefPageGeometry geometry_of(AdrefPaperSize paper, float margin)
{
  AdrefPageOptions plain = {.paper = paper};
  AdrefPageGeometry geometry = adref_page_options_geometry(&plain, adref_script_of("en"), FALSE);
  geometry.start = geometry.end = margin;
  geometry.top = 64;
  geometry.bottom = 58;
  geometry.measure = geometry.width - 2 * margin;
  geometry.size = 7.6F;
  geometry.leading = geometry.size * 1.28F;
  geometry.gap = geometry.size;
  return geometry;
}

GString *adref_pdf_sheet_write(AdrefPaperSize paper, float margin,
                               const AdrefPdfWriterOptions *options, const char *name,
                               AdrefPdfWriterFill fill, gconstpointer data, GError **error)
{
  AdrefPageGeometry geometry = geometry_of(paper, margin);
  AdrefPdfWriterOptions own = *options;
  own.language = options->language ? options->language : "en";
  g_autoptr(AdrefShaper) shaper = adref_shaper_new(own.language, error);
  g_autoptr(AdrefLineBreaker) breaker =
      shaper ? adref_line_breaker_new(shaper, own.language, error) : NULL;
  if (!breaker)
    return NULL;
  g_autoptr(AdrefPageFlow) flow = adref_page_flow_new(breaker, NULL, &geometry);
  fill(data, flow);
  AdrefSourceText source_text = {.name = name};
  return adref_page_flow_check(flow, &source_text, FALSE, FALSE, NULL, error)
             ? adref_pdf_writer_print(flow, &own, fill, data, error)
             : NULL;
}
