#include "exchange/docx/docx_walker.h"

#include <string.h>

void adref_docx_run_clear(gpointer run)
{
  g_free(((AdrefDocxRun *)run)->text);
}

void adref_docx_paragraph_free(gpointer data)
{
  AdrefDocxParagraph *paragraph = data;
  g_array_unref(paragraph->runs);
  g_free(paragraph);
}

static char alignment_of(const AdrefXmlNode *properties)
{
  static const struct {
    const char *word;
    char letter;
  } known[] = {{"left", 'l'}, {"start", 'l'}, {"center", 'c'}, {"right", 'r'}, {"end", 'r'}};
  const char *word = adref_xml_attribute(adref_xml_child(properties, "w:jc"), "w:val");
  for (gsize i = 0; word && i < G_N_ELEMENTS(known); i++)
    if (strcmp(word, known[i].word) == 0)
      return known[i].letter;
  return '-';
}

void adref_docx_walker_open_paragraph(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:pPr");
  const AdrefXmlNode *mark = adref_xml_child(properties, "w:rPr");
  const AdrefXmlNode *numbers = adref_xml_child(properties, "w:numPr");
  const AdrefXmlNode *indent = adref_xml_child(properties, "w:ind");
  const char *id = adref_xml_attribute(adref_xml_child(properties, "w:pStyle"), "w:val");
  const char *left = adref_xml_attribute(indent, "w:left");
  left = left ? left : adref_xml_attribute(indent, "w:start");
  AdrefDocxParagraph *paragraph = g_new0(AdrefDocxParagraph, 1);
  *paragraph = self->cell;
  paragraph->column_beside = self->column_beside;
  paragraph->row_beside = self->row_beside;
  paragraph->runs = g_array_new(FALSE, FALSE, sizeof(AdrefDocxRun));
  g_array_set_clear_func(paragraph->runs, adref_docx_run_clear);
  paragraph->style = adref_docx_style_sheet_get(self->file->styles, id);
  paragraph->outline = adref_docx_number(properties, "w:outlineLvl", paragraph->style->outline);
  paragraph->is_close =
      adref_docx_is_on(properties, "w:contextualSpacing", paragraph->style->is_close);
  paragraph->list = adref_docx_number(numbers, "w:numId", paragraph->style->list);
  paragraph->list_level = adref_docx_number(numbers, "w:ilvl", paragraph->style->list_level);
  paragraph->left = left ? (int)g_ascii_strtoll(left, NULL, 10) : 0;
  paragraph->alignment = alignment_of(properties);
  paragraph->inserted = adref_docx_walker_mark(self, mark, TRUE);
  paragraph->deleted = adref_docx_walker_mark(self, mark, FALSE);
  paragraph->ink = *adref_docx_style_sheet_ink(self->file->styles);
  adref_docx_ink_put(&paragraph->ink, &self->cell.ink);
  adref_docx_ink_put(&paragraph->ink, &paragraph->style->ink);
  adref_docx_ink_read(&paragraph->ink, properties);
  g_ptr_array_add(self->paragraphs, paragraph);
  paragraph->number = self->paragraphs->len;
  self->open = paragraph;
}

/* The clause whose bookmark began last before its first words. */
void adref_docx_walker_set_anchor(AdrefDocxWalker *self)
{
  if (self->open && !self->open->anchor)
    self->open->anchor = self->anchor;
}

void adref_docx_walker_close_paragraph(AdrefDocxWalker *self)
{
  adref_docx_walker_set_anchor(self);
  self->open = NULL;
}

void adref_docx_walker_open_row(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:trPr");
  self->cell.is_head = adref_docx_is_on(properties, "w:tblHeader", FALSE);
  self->row_inserted = adref_docx_walker_mark(self, properties, TRUE);
  self->row_deleted = adref_docx_walker_mark(self, properties, FALSE);
  self->cell.column = 0;
  self->cell.span = 0;
}

/* The mark of a cell of a column that came or went, else that of its row. */
static const AdrefDocxTrack *cell_mark(AdrefDocxWalker *self, const AdrefXmlNode *properties,
                                       const char *name, const AdrefDocxTrack *of_row)
{
  const AdrefXmlNode *element = adref_xml_child(properties, name);
  return element ? adref_docx_walker_new_track(self, element, FALSE) : of_row;
}

void adref_docx_walker_open_cell(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:tcPr");
  const AdrefXmlNode *merge = adref_xml_child(properties, "w:vMerge");
  const char *value = adref_xml_attribute(merge, "w:val");
  self->cell.column += self->cell.span;
  self->cell.span = MIN(MAX(adref_docx_number(properties, "w:gridSpan", 1), 1), 63);
  self->cell.is_continued = merge && g_strcmp0(value, "restart") != 0;
  self->cell.ink = self->table_ink;
  adref_docx_ink_read(&self->cell.ink, properties);
  self->cell.row_inserted = cell_mark(self, properties, "w:cellIns", self->row_inserted);
  self->cell.row_deleted = cell_mark(self, properties, "w:cellDel", self->row_deleted);
  if (adref_xml_child(properties, "w:cellMerge"))
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_CELL, NULL);
}

void adref_docx_walker_open_text_box(AdrefDocxWalker *self)
{
  g_ptr_array_add(self->hosts, self->open);
  adref_docx_walker_set_anchor(self);
  self->open = NULL;
}

void adref_docx_walker_open_table(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  if (self->table_depth++ > 0)
    return;
  const AdrefXmlNode *properties = adref_xml_child(element, "w:tblPr");
  const char *id = adref_xml_attribute(adref_xml_child(properties, "w:tblStyle"), "w:val");
  self->table_ink =
      id ? adref_docx_style_sheet_get(self->file->styles, id)->ink : (AdrefDocxInk){0};
  self->cell = (AdrefDocxParagraph){.table = ++self->tables};
}

gboolean adref_docx_walker_enter_beside(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  if (!self->is_beside || self->table_depth > 0)
    return FALSE;
  if (adref_xml_is(element, "w:tbl") && !self->is_in_beside) {
    self->is_in_beside = TRUE;
    return TRUE;
  }
  if (!self->is_in_beside)
    return FALSE;
  if (adref_xml_is(element, "w:tr")) {
    self->row_beside++;
    self->column_beside = 0;
    return TRUE;
  }
  if (!adref_xml_is(element, "w:tc"))
    return FALSE;
  self->column_beside++;
  self->anchor = NULL;
  return TRUE;
}

gboolean adref_docx_walker_leave_beside(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  if (!self->is_in_beside || self->table_depth > 0)
    return FALSE;
  if (adref_xml_is(element, "w:tbl")) {
    self->is_in_beside = FALSE;
    self->column_beside = 0;
    self->anchor = NULL;
    return TRUE;
  }
  return adref_xml_is(element, "w:tr") || adref_xml_is(element, "w:tc");
}
