/* What a translator is asked to do: the clauses of a translation whose source has changed since,
 * and those that it does not have yet. */
#ifndef ADREF_WORK_EXPORT_STALE_EXCERPT_H
#define ADREF_WORK_EXPORT_STALE_EXCERPT_H

#include "work/text.h"

/* Lists for work/export/excerpt.h, by ids: *source of the first text of a statement, *target of a
 * translation, which does not have all of them. Before a clause that the translation lacks stands
 * the nearest one that both have, so that its place is known when it comes back. *part: what a page
 * says of them, by numbers, shortened. NULL for nothing that is to be translated. Both texts are
 * those of the work folder. The caller frees them. FALSE: an error; `text` must be the source. */
gboolean adref_stale_excerpt_find(const AdrefText *text, const AdrefText *translation,
                                  char **source, char **target, char **part, GError **error);

/* The ids of a list that a text has, "" for none. Caller frees. */
char *adref_stale_excerpt_in(const AdrefNode *document, const char *clauses);

/* Leaves only these clauses in the document of a text; "": none. FALSE: an error of
 * work/export/excerpt.h. */
gboolean adref_stale_excerpt_make(const AdrefText *text, const char *clauses, GError **error);

#endif
