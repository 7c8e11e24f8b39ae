/* Whether the parties that agreed clause by clause have also agreed to the whole as it is now.
 *
 * An agreement is bound to the words of a clause. What pages print besides these words (title,
 * place, date, roles of the languages, names and order of the parties, what is numbered), the order
 * of the clauses, and that a clause was taken out, are in no such hash. The title stands for the
 * whole: who agrees to it, or confirms it, has seen all of this as it is in the version that has
 * the act. What was changed since is found by comparing that version with the draft. */
#ifndef ADREF_WORK_CHECK_WHOLE_TEXT_H
#define ADREF_WORK_CHECK_WHOLE_TEXT_H

#include "sign/statement_snapshot.h"
#include "work/session.h"

/* The id of the title, the first heading of level 1; NULL: the text has none, or one without id. */
const char *adref_whole_text_title(const AdrefNode *document);

/* Appends a line (char *) to `reasons` for each party that has last agreed to the title, or without
 * a title to any clause, of another whole: "ZZX agreed to the title in version 1a2b3c4d, and since
 * then: pay stands elsewhere; adref agree title --as ZZX agrees to the whole as it is". Of a group
 * without such an act of its own each member is asked. `records` are those of `head`, of which
 * 1,000 versions are read; an act that is in none of them, and a version that does not read, are
 * compared with nothing. The session's repository is open. */
gboolean adref_whole_text_add_reasons(GPtrArray *reasons, AdrefSession *session,
                                      const AdrefStatementSnapshot *snapshot,
                                      const AdrefVersion *head, GHashTable *records,
                                      GError **error);

#endif
