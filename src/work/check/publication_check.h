/* What keeps a text from being published as it was signed, besides open brackets. */
#ifndef ADREF_WORK_CHECK_PUBLICATION_CHECK_H
#define ADREF_WORK_CHECK_PUBLICATION_CHECK_H

#include "draft/data/party.h"
#include "draft/statement/statement.h"
#include "print/source_text.h"
#include "sign/statement_snapshot.h"

/* Why the title or the place of statement.yaml is not settled: it has a square bracket, which is no
 * mark of a party. NULL: it is. Caller frees. */
char *adref_publication_check_facts(const AdrefStatement *statement);

/* Why a text is not what its pages print: it has a link that they drop, to an address of another
 * scheme or to a name that no party has, or one without words; a mark of a party on the name of
 * another one; or HTML, which other programs do not show as pages do. `path` is its file. NULL: it
 * is. Caller frees. */
char *adref_publication_check_links(const AdrefNode *document, const char *path,
                                    const AdrefParties *parties);

/* Which character of the texts, the title, the place and the parties' names Unicode does not
 * assign, with its place: no font has it, so no page can be made. NULL: none. Caller frees. */
char *adref_publication_check_characters(const AdrefLanguageVersions *language_versions,
                                         const AdrefStatement *statement,
                                         const AdrefParties *parties);

/* All of these of a version, whether two of its files are twins (draft/library/name_twins.h), and
 * whether the alternats of its rule can be made. Caller frees. */
char *adref_publication_check(const AdrefStatementSnapshot *snapshot);

/* Whether no text of the version has an option or an open bracket. The error begins with `where`
 * ("tokyo/rev1: ", or "") and says that `what` ("a final text") has none. */
gboolean adref_publication_check_closed(const AdrefStatementSnapshot *snapshot, const char *where,
                                        const char *what, GError **error);

#endif
