/* Tables in a text, by the rules of GitHub's specification (section 4.10): a line with cells, below
 * it a line such as "|---|---|" with as many, and below that the rows.
 *
 * cmark knows no tables: it reads one as a paragraph. This finds the paragraphs that hold tables,
 * divides each into tables and the lines of words above and below them, and has cmark read those
 * words, and each cell that may have markup, again as a block of its own.
 *
 * More is read than GitHub does: a row that lacks the marks of its quote or the indent of its item
 * is a row. A line without "|" directly below a table is no row, but words. Cells beyond the
 * columns of the table are kept. A row with fewer is filled, unless more than
 * ADREF_TABLE_FILL_LIMIT cells are missing in the whole text. tests/spec.md has a table of these
 * differences. */
#ifndef ADREF_CLAUSE_MARKDOWN_TABLE_READ_H
#define ADREF_CLAUSE_MARKDOWN_TABLE_READ_H

#include <cmark.h>
#include <glib.h>

#include "clause/markdown/table_row.h"
#include "clause/node.h"
#include "clause/source_locator.h"

enum {
  ADREF_TABLE_FILL_LIMIT = 100000
};

/* A part of a paragraph: a table, or lines of words. */
typedef struct {
  gboolean is_table;
  gboolean is_last; /* of its paragraph */
  guint line, lines;
  guint column; /* the column in bytes of its first line if that is the first of the paragraph;
                   else 0 */
  guint quotes; /* around the paragraph */
} AdrefTablePart;

typedef struct {
  AdrefSourceLocator *locator;
  GArray *parts; /* of AdrefTablePart in the order of the text; NULL: the text has no table */
  guint next;    /* the index of the next part to be taken */
  guint64 missing;
  GString *words;     /* Markdown of the words and cells that cmark reads again */
  cmark_node *root;   /* and what cmark read */
  cmark_node *reread; /* the next block of it */
} AdrefTables;

/* Finds the tables of a text that cmark has read: `text` is what it read, `root` the result.
 * `locator` must outlive the tables. */
void adref_tables_init(AdrefTables *tables, AdrefSourceLocator *locator, const char *text,
                       gsize length, cmark_node *root);
void adref_tables_clear(AdrefTables *tables);

/* Whether the paragraph that begins in this line holds tables. Paragraphs must be asked for in the
 * order of the text. */
gboolean adref_tables_begin(AdrefTables *tables, guint line);

/* The next part of that paragraph. */
const AdrefTablePart *adref_tables_next(AdrefTables *tables);

/* A line of a table, from 0, without what stands before its cells. *column: the column in bytes of
 * the result. */
const char *adref_tables_line(AdrefTables *tables, const AdrefTablePart *part, guint line,
                              gsize *length, guint *column);

/* Whether words have no markup, so that cmark need not read them. */
gboolean adref_tables_is_plain(const AdrefTables *tables, const AdrefRowCell *cell);

/* What cmark read of the next cell that is not plain: a HEADING. */
cmark_node *adref_tables_take_cell(AdrefTables *tables);

/* What cmark read of a part that is no table: a PARAGRAPH; or NULL if it has no words. *above:
 * bytes before its words that are not of the source. */
cmark_node *adref_tables_take_words(AdrefTables *tables, guint *above);

/* Whether rows that are too short are filled; and whether the part that was taken last is the first
 * table of the text. */
gboolean adref_tables_are_filled(const AdrefTables *tables);
gboolean adref_tables_is_first(const AdrefTables *tables);

/* Whether a paragraph has the delimiters of a table among its words: "| A | B | |---|---| | 1 | 2
 * |", as adref wrote some tables when it knew none. */
gboolean adref_table_is_flattened(const AdrefNode *paragraph);

#endif
