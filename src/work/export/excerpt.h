/* A part of a text, for readers: some clauses, with the headings above them and their footnotes. */
#ifndef ADREF_WORK_EXPORT_EXCERPT_H
#define ADREF_WORK_EXPORT_EXCERPT_H

#include "work/text.h"

/* Leaves in the document of a text only the clauses and parts that a list names ("3-9,12",
 * work/clause_list.h; each name may be an address, clause/text/address.h), the headings above them,
 * and the texts of the footnotes that they call. A heading stands for its section. Numbers of
 * clauses, of items and of footnotes stay those of the whole text. Links to what went become words
 * unless `keeps_links`. */
gboolean adref_excerpt_make(const AdrefText *text, const char *list, gboolean keeps_links,
                            GError **error);

#endif
