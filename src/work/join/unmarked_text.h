/* A text from which an editor for Markdown, or a colleague, took the markers of the clauses out. */
#ifndef ADREF_WORK_JOIN_UNMARKED_TEXT_H
#define ADREF_WORK_JOIN_UNMARKED_TEXT_H

#include "work/text.h"

/* The text with the clauses of `base`, from which it came: they are recognised by their content, as
 * those of a file that is imported into a statement. Both were read. NULL without an error: the
 * text has a marker, or `base` has none. `name` names it where something is said. `compile`: it is
 * one of several that stand beside all of `base`. *is_part (or NULL) says whether its numbers are
 * those of a part (work/import/returned_clauses.h). The caller frees the tree. */
AdrefNode *adref_unmarked_text_read(const AdrefText *text, const AdrefText *base, const char *name,
                                    gboolean compile, gboolean *is_part, GError **error);

#endif
