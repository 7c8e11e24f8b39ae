/* Which words of a statement's texts still say its facts as they were. */
#ifndef ADREF_WORK_CHANGES_STALE_FACTS_H
#define ADREF_WORK_CHANGES_STALE_FACTS_H

#include "review/languages/outdated_words.h"
#include "sign/statement_snapshot.h"
#include "work/session.h"

/* What the texts of the work folder say otherwise (review/languages/outdated_words.h). The facts
 * are compared with those of the version that was assembled last; of a text that was not assembled,
 * with those of the last 10 drafts, of the version in which the rolling text changed last, and, for
 * the clauses that were taken over from another statement (`new --from`), with those of that
 * statement: its parties, and its place and day where a paragraph says when and where people met.
 * Empty where there is no such version, or its facts do not read. Caller unrefs. */
GPtrArray *adref_stale_facts_find(AdrefSession *session, const AdrefStatement *statement,
                                  const AdrefLanguageText *texts, guint count, GError **error);

/* Says it, a line for each fact. */
gboolean adref_stale_facts_say(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefLanguageText *texts, guint count, GError **error);

/* The same of a draft that is signed or published. */
gboolean adref_stale_facts_say_snapshot(AdrefSession *session,
                                        const AdrefStatementSnapshot *snapshot, GError **error);

#endif
