/* Words in the text of a statement are replaced. */
#ifndef ADREF_WORK_REWRITE_H
#define ADREF_WORK_REWRITE_H

#include "work/text.h"

/* The marker of a clause, as a line, and its canonical words. Caller frees. */
GString *adref_rewrite_clause_markdown(const AdrefNode *clause);

/* The text with `words` (Markdown) in the place of a clause, or before `before` (NULL: at the end)
 * where `clause` is NULL; read anew, so that brackets across clauses are paired. Its problems
 * replace those of the text. The text's own document must not be used afterwards. */
AdrefNode *adref_rewrite_clause(const AdrefText *text, AdrefNode *clause, AdrefNode *before,
                                const char *words, gsize length, GError **error);

/* Writes the document as the text's file, in its canonical form; references to items follow
 * (work/follow_items.h). Refused when it is empty, when it
 * has a serious problem, and when the file has changed since the text was opened. */
gboolean adref_rewrite_write(const AdrefText *text, AdrefNode *document, GError **error);

/* Refused when the file has changed since the text was opened. */
gboolean adref_rewrite_check_unchanged(const AdrefText *text, GError **error);

#endif
