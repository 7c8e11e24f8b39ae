/* Tables of a redline as Word can track them: rows and cells that are deleted or inserted. Only for
 * docx_tracked.c. */
#ifndef ADREF_VIEW_DOCX_DOCX_ROWS_H
#define ADREF_VIEW_DOCX_DOCX_ROWS_H

#include "clause/node.h"

/* Each row that moved within its table past rows that stayed becomes two: a DELETED one at its old
 * place, with its old words, and an INSERTED one at its new place; so does a cell that moved to
 * another one. Accepting and rejecting all gives the same texts as before. A row beside its old
 * place stays one, whose words changed. */
void adref_docx_rows_divide(AdrefNode *redline);

/* A table whose columns changed is one, with those of both texts: the old one, in which its rows
 * stand, is taken out of the new one. Rejecting all gives its rows in the new table then. */
void adref_docx_tables_join(AdrefNode *redline);

/* Whether a row stands beside its old place, which is left empty. */
gboolean adref_docx_rows_is_beside_old_place(const AdrefNode *row);

#endif
