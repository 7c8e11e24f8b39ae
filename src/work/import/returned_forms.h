/* What a page does not show of a text, or a program does not keep: the clauses of a file that came
 * back have it as they had it. */
#ifndef ADREF_WORK_IMPORT_RETURNED_FORMS_H
#define ADREF_WORK_IMPORT_RETURNED_FORMS_H

#include "work/import/import_text.h"

/* Gives the clauses of `made`, which were read from the file, the links, marks of parties, emphasis
 * and lists that those with the same ids, and headings with the same words, have in `base`: what
 * plain text has of them, or Word. */
void adref_returned_forms_restore(AdrefNode *made, const AdrefNode *base,
                                  const AdrefImportFile *file);

/* Plain text has no links, no emphasis and no lists but by their signs: a clause of `made` keeps
 * those that it has in `base`. */
void adref_returned_forms_restore_marks(AdrefNode *made, const AdrefNode *base);

#endif
