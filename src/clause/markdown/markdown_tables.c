#include <string.h>

#include "base/error.h"
#include "clause/markdown/markdown_read_private.h"
#include "clause/nfc.h"

static AdrefNode *add_block(AdrefNode *parent, AdrefNodeType type, guint line, guint column)
{
  AdrefNode *node = adref_node_new(type);
  node->line = line;
  node->column = column;
  adref_node_append(parent, node);
  return node;
}

/* `column` is that of its byte, as cmark counts; the node has that of its character. */
static void add_cell(AdrefMarkdownReader *self, AdrefNode *row, const AdrefRowCell *cell,
                     guint column, guint character)
{
  AdrefNode *node = add_block(row, ADREF_TABLE_CELL, row->line, character);
  if (cell->length == 0)
    return;
  if (!adref_tables_is_plain(&self->tables, cell)) {
    cmark_node *from = adref_tables_take_cell(&self->tables);
    adref_cmark_inlines_begin(&self->inlines, node, from, 0);
    adref_cmark_inlines_place(&self->inlines, row->line, column, 0);
    adref_markdown_reader_read_inlines(self, from);
    return;
  }
  AdrefNode *words = adref_node_new_text(ADREF_TEXT, cell->text, (gssize)cell->length);
  words->line = row->line;
  adref_nfc_node(words);
  adref_node_append(node, words);
}

static void report_surplus(AdrefMarkdownReader *self, const AdrefNode *row, guint column,
                           guint columns)
{
  AdrefSourceLine line = {.line = row->line};
  adref_problem(self->brackets.problems, row->line,
                adref_source_locator_find_column(&self->locator, &line, column, '|'),
                "a row with more cells than the %u column%s of its table; they are kept", columns,
                columns == 1 ? "" : "s");
  adref_problems_set_rule(self->brackets.problems, "table");
}

/* Returns how many cells were added that the row lacks. */
static guint add_row(AdrefMarkdownReader *self, const AdrefTablePart *part, AdrefNode *table,
                     guint nth)
{
  gsize length;
  guint column, columns = (guint)strlen(table->as.table.alignments), count = 0;
  const char *line = adref_tables_line(&self->tables, part, nth, &length, &column);
  AdrefNode *node = add_block(table, ADREF_TABLE_ROW, part->line + nth, column);
  AdrefTableRow row = adref_table_row(line, length);
  const char *start = row.at, *counted = line;
  guint character = column;
  for (AdrefRowCell cell; adref_table_row_next(&row, &cell); start = row.at) {
    if (count++ == columns)
      report_surplus(self, node, column + (guint)(start - line) - 1, columns);
    character += (guint)g_utf8_strlen(counted, cell.text - counted);
    counted = cell.text;
    add_cell(self, node, &cell, column + (guint)(cell.text - line), character);
  }
  guint typed = count;
  for (; count < columns && adref_tables_are_filled(&self->tables); count++)
    add_block(node, ADREF_TABLE_CELL, node->line, column + (guint)length);
  return count - typed;
}

/* Reports the rows of a table that were filled, at the first of them. */
static void report_filled(AdrefMarkdownReader *self, guint line, guint rows, guint columns)
{
  if (rows == 1)
    adref_problem_hint(self->brackets.problems, line, 1,
                       "a row with fewer cells than the %u columns of its table; empty cells are "
                       "added at its end",
                       columns);
  else if (rows > 1)
    adref_problem_hint(self->brackets.problems, line, 1,
                       "%u rows of this table have fewer cells than its %u columns; empty cells "
                       "are added at their ends",
                       rows, columns);
  adref_problems_set_rule(self->brackets.problems, "table");
}

/* Reports once that rows are not filled. */
static void report_short_rows(AdrefMarkdownReader *self, const AdrefTablePart *part)
{
  if (adref_tables_are_filled(&self->tables) || !adref_tables_is_first(&self->tables))
    return;
  adref_problem(self->brackets.problems, part->line, 1,
                "more than %d cells are missing in the rows of tables; such rows stay short",
                ADREF_TABLE_FILL_LIMIT);
  adref_problems_set_rule(self->brackets.problems, "table");
}

static void add_table(AdrefMarkdownReader *self, const AdrefTablePart *part)
{
  gsize length;
  guint column;
  const char *delimiter = adref_tables_line(&self->tables, part, 1, &length, &column);
  AdrefNode *table = add_block(self->at, ADREF_TABLE, part->line, MAX(part->column, 1));
  table->as.table.alignments = adref_table_row_alignments(delimiter, length);
  guint filled = 0, first = 0;
  for (guint line = 0; line < part->lines; line++)
    if (line != 1 && add_row(self, part, table, line) > 0 && filled++ == 0)
      first = part->line + line;
  report_filled(self, first, filled, (guint)strlen(table->as.table.alignments));
}

static void add_words(AdrefMarkdownReader *self, const AdrefTablePart *part)
{
  guint above;
  cmark_node *from = adref_tables_take_words(&self->tables, &above);
  if (!from)
    return;
  AdrefNode *paragraph = add_block(self->at, ADREF_PARAGRAPH, part->line, MAX(part->column, 1));
  adref_cmark_inlines_begin(&self->inlines, paragraph, from, part->quotes);
  adref_cmark_inlines_place(&self->inlines, part->line, 0, above);
  adref_markdown_reader_read_inlines(self, from);
}

void adref_markdown_reader_add_tables(AdrefMarkdownReader *self)
{
  const AdrefTablePart *part;
  do {
    part = adref_tables_next(&self->tables);
    if (part->is_table) {
      report_short_rows(self, part);
      add_table(self, part);
    } else {
      add_words(self, part);
    }
  } while (!part->is_last);
}
