/* A table of Word as one of the tree, built paragraph by paragraph. Only for docx_document.c. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_TABLE_H
#define ADREF_EXCHANGE_DOCX_DOCX_TABLE_H

#include "clause/node.h"
#include "exchange/docx/docx_read.h"

typedef struct {
  AdrefNode *node;      /* the table that is open, which its parent owns; NULL: none is */
  guint number, row;    /* of the table and row that are open */
  guint column;         /* the next one of the row */
  GArray *head_columns; /* what the cells of the table's head say of the alignment of each */
  GArray *body_columns; /* the same of its other rows */
  gboolean says_left;   /* the file is one of adref, which says "left" where somebody chose it */
} AdrefDocxTable;

void adref_docx_table_init(AdrefDocxTable *self, gboolean says_left);
void adref_docx_table_clear(AdrefDocxTable *self);

/* Whether a paragraph stands in the table that is open. */
gboolean adref_docx_table_holds(const AdrefDocxTable *self, const AdrefDocxParagraph *place);

/* Opens a table, into an empty node of that type; none is open. */
void adref_docx_table_begin(AdrefDocxTable *self, AdrefNode *node, guint number);

/* The cell of a paragraph of the table that is open: with a line break at its end where another
 * paragraph stands in it. */
AdrefNode *adref_docx_table_cell(AdrefDocxTable *self, const AdrefDocxParagraph *place);

/* Closes the table that is open, if one is: its rows get the same number of cells, and its columns
 * their alignments. */
void adref_docx_table_close(AdrefDocxTable *self);

#endif
