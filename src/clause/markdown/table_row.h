/* One line of a table: its cells, by the rules of GitHub's specification (section 4.10).
 *
 * "|" separates cells; one at the start and one at the end of the line separate nothing. A "|"
 * behind a backslash is a letter, also in code. */
#ifndef ADREF_CLAUSE_MARKDOWN_TABLE_ROW_H
#define ADREF_CLAUSE_MARKDOWN_TABLE_ROW_H

#include <glib.h>

typedef struct {
  const char *at, *end; /* the rest of the line */
} AdrefTableRow;

typedef struct {
  const char *text; /* in the line, without white space around it */
  gsize length;
  gboolean escaped; /* it has a "|" behind a backslash */
} AdrefRowCell;

/* A line without its end and without the marks of quotes and items before it. */
AdrefTableRow adref_table_row(const char *line, gsize length);

/* The next cell. FALSE: the line has no more cells. */
gboolean adref_table_row_next(AdrefTableRow *row, AdrefRowCell *cell);

guint adref_table_row_count(const char *line, gsize length);

/* Whether the line has a cell, and a "|" that begins or ends it. */
gboolean adref_table_row_has_bar(const char *line, gsize length);

/* Whether the line can stand below the head of a table, such as "|---|:-:|". *columns: the number
 * of its cells. */
gboolean adref_table_row_is_delimiter(const char *line, gsize length, guint *columns);

/* Such a line without alignments. Caller frees. */
char *adref_table_row_new_delimiter(guint columns);

/* The alignments that such a line says, a letter for each column: l, c, r or -. The caller frees
 * the string. */
char *adref_table_row_alignments(const char *line, gsize length);

#endif
