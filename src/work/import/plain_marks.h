/* Links, emphasis and the alignment of columns, which a page of plain text does not have. */
#ifndef ADREF_WORK_IMPORT_PLAIN_MARKS_H
#define ADREF_WORK_IMPORT_PLAIN_MARKS_H

#include "clause/node.h"

/* Gives a clause that was read from plain text the links and emphasis of the same clause with
 * marks: where their words stand in it as often as there, each at its place. The address that a
 * page prints behind a link, "<https://...>", is left out then. Columns of a table are aligned as
 * they were, where it has as many. */
void adref_plain_marks_restore(AdrefNode *plain, const AdrefNode *marked);

/* The same for the names of parties alone: a Word file has the other marks. */
void adref_plain_names_restore(AdrefNode *plain, const AdrefNode *marked);

#endif
