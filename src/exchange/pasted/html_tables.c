#include "exchange/pasted/html_reader.h"

#include <string.h>

#include "clause/labels/item_label.h"

enum {
  MOST_CELLS = 200, /* of a row */
  MOST_ROWS = 1000  /* that a cell takes */
};

void adref_html_reader_row_free(gpointer row)
{
  g_ptr_array_unref(row);
}

static guint *taken_at(AdrefHtmlReader *self, guint column)
{
  if (self->taken->len <= column)
    g_array_set_size(self->taken, column + 1);
  return &g_array_index(self->taken, guint, column);
}

/* Columns from `row->len` to `end` that a cell above takes are empty in this row. */
static void skip_taken(AdrefHtmlReader *self, GPtrArray *row, guint end)
{
  for (; row->len < end; g_ptr_array_add(row, g_strdup("")))
    *taken_at(self, row->len) -= *taken_at(self, row->len) > 0 ? 1 : 0;
}

/* Behind the columns from `column` on that a cell above takes: the next ones, or, where `all`, also
 * those behind others. */
static guint behind_taken(AdrefHtmlReader *self, guint column, gboolean all)
{
  guint end = column;
  for (; column < self->taken->len; column++)
    if (g_array_index(self->taken, guint, column) > 0)
      end = column + 1;
    else if (!all)
      break;
  return end;
}

void adref_html_reader_begin_row(AdrefHtmlReader *self)
{
  if (self->tables != 1)
    return;
  if (self->rows->len > 0) {
    GPtrArray *row = self->rows->pdata[self->rows->len - 1];
    skip_taken(self, row, behind_taken(self, row->len, TRUE));
  }
  g_ptr_array_add(self->rows, g_ptr_array_new_with_free_func(g_free));
}

/* Adds the words of the open cell, with empty ones for more columns that it takes. Those of too
 * many cells stand in the last one. */
static void add_cell(AdrefHtmlReader *self, GPtrArray *row)
{
  skip_taken(self, row, behind_taken(self, row->len, FALSE));
  if (row->len >= MOST_CELLS) {
    char *last = row->pdata[row->len - 1];
    row->pdata[row->len - 1] = g_strdup_printf("%s %s", last, self->cell->str);
    g_free(last);
    return;
  }
  for (guint i = 0; i < self->across && row->len < MOST_CELLS; i++) {
    *taken_at(self, row->len) = self->down - 1;
    g_ptr_array_add(row, g_strdup(i == 0 ? self->cell->str : ""));
  }
}

void adref_html_reader_end_cell(AdrefHtmlReader *self)
{
  adref_html_reader_end_block(self);
  if (!self->cell || self->tables != 1)
    return;
  if (self->rows->len == 0)
    adref_html_reader_begin_row(self);
  add_cell(self, self->rows->pdata[self->rows->len - 1]);
  g_string_free(self->cell, TRUE);
  self->cell = NULL;
}

static guint span_of(const xmlChar **attributes, const char *name, guint most)
{
  const char *span = adref_html_reader_attribute(attributes, name);
  guint64 number = span ? g_ascii_strtoull(span, NULL, 10) : 1;
  return (guint)CLAMP(number, 1, most);
}

void adref_html_reader_begin_cell(AdrefHtmlReader *self, const xmlChar **attributes)
{
  if (self->tables != 1)
    return;
  adref_html_reader_end_cell(self);
  self->cell = g_string_new(NULL);
  self->across = span_of(attributes, "colspan", MOST_CELLS);
  self->down = span_of(attributes, "rowspan", MOST_ROWS);
}

/* Whether words are a label without more, "(a)", "1." as it is escaped; "Article 1" is a heading,
 * or a cell. */
static gboolean is_label(const char *words)
{
  gsize length = strlen(words), number;
  g_autofree char *item = g_strconcat(words, " ", NULL);
  AdrefItemLabel label = adref_item_label_read(words, length);
  return (adref_html_reader_begins_with_number(item, &number) && number == length + 1) ||
         (length > 0 && label.length == length && label.kind != ADREF_ITEM_LABEL_WORD);
}

/* "1.5" beside "300" are two figures of a table, and no label with its words. */
static gboolean has_letters(const char *words)
{
  while (*words && !g_unichar_isalpha(g_utf8_get_char(words)))
    words = g_utf8_next_char(words);
  return *words;
}

/* Whether each row is a label and its words: no head stands above them. */
static gboolean is_list(const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    const GPtrArray *row = rows->pdata[i];
    if (row->len != 2 || !is_label(row->pdata[0]) || is_label(row->pdata[1]) ||
        !has_letters(row->pdata[1]))
      return FALSE;
  }
  return rows->len > 1;
}

/* Whether a table lays out a page: it has a single column, paragraphs in a cell, or is a list. */
static gboolean is_layout(const GPtrArray *rows, guint *columns)
{
  gboolean paragraphs = FALSE;
  *columns = 0;
  for (guint i = 0; i < rows->len; i++) {
    const GPtrArray *row = rows->pdata[i];
    *columns = MAX(*columns, row->len);
    for (guint j = 0; j < row->len; j++)
      paragraphs = paragraphs || strstr(row->pdata[j], "\n\n");
  }
  return *columns < 2 || paragraphs || is_list(rows);
}

/* A label in a cell or paragraph of its own stands before the words behind it. */
static void put_cells(AdrefHtmlReader *self, const GPtrArray *row)
{
  g_autoptr(GString) label = g_string_new(NULL);
  for (guint j = 0; j < row->len; j++) {
    g_auto(GStrv) blocks = g_strsplit(row->pdata[j], "\n\n", -1);
    for (char **block = blocks; *block; block++) {
      if (is_label(*block) && label->len == 0) {
        g_string_assign(label, *block);
      } else if (**block) {
        g_autofree char *words = g_strconcat(label->str, label->len > 0 ? " " : "", *block, NULL);
        adref_html_reader_put_text(self, words);
        g_string_truncate(label, 0);
      }
    }
  }
  if (label->len > 0)
    adref_html_reader_put_text(self, label->str);
}

/* With `columns` cells at least. */
static void put_row(AdrefHtmlReader *self, const GPtrArray *row, guint columns)
{
  for (guint j = 0; j < MAX(columns, row->len); j++)
    g_string_append_printf(self->out, "| %s ", j < row->len ? (char *)row->pdata[j] : "");
  g_string_append(self->out, "|");
  adref_html_reader_end_line(self);
}

void adref_html_reader_end_table(AdrefHtmlReader *self)
{
  adref_html_reader_end_cell(self);
  if (self->tables == 0 || --self->tables > 0)
    return;
  guint columns;
  gboolean layout = is_layout(self->rows, &columns);
  if (!layout && self->out->len > 0)
    adref_html_reader_end_line(self);
  gboolean any = !layout && self->rows->len > 0;
  for (guint i = 0; i < self->rows->len; i++) {
    if (layout)
      put_cells(self, self->rows->pdata[i]);
    else
      put_row(self, self->rows->pdata[i], i == 0 ? columns : 0);
    for (guint j = 0; !layout && i == 0 && j < columns; j++)
      g_string_append(self->out, j + 1 < columns ? "|---" : "|---|");
    if (!layout && i == 0)
      adref_html_reader_end_line(self);
  }
  if (any) {
    self->has_text = TRUE;
    self->announces = FALSE;
    g_string_truncate(self->menu, 0);
    self->text_end = self->out->len;
    self->text_lines = self->lines->len;
  }
  self->in_item = FALSE;
  g_ptr_array_set_size(self->rows, 0);
  g_array_set_size(self->taken, 0);
}
