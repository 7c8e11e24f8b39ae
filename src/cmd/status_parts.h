/* What "status" says of a statement, in the same words in a terminal and on its page. `words` are
 * those of a page in another language; NULL: English. The caller frees words and lines. */
#ifndef ADREF_CMD_STATUS_PARTS_H
#define ADREF_CMD_STATUS_PARTS_H

#include "cmd/command.h"
#include "work/negotiate/statement_status.h"

/* "1 bracket open, 2 marked as agreed ad ref". */
char *adref_status_open_words(const AdrefStatementStatus *state);

/* "2 places look like a position, and are read as words"; NULL: none does. */
char *adref_status_suspected_words(const AdrefStatementStatus *state, const AdrefPageWords *words);

/* The draft that was published last; NULL: none was. The session owns it. */
const AdrefLabel *adref_status_published_draft(const AdrefRun *run, const char *id);

/* The parties that have a sign-off on the draft that was circulated last, which nobody has verified
 * here, and that draft; NULL: none has, or it was published. Free with g_strfreev(). */
char **adref_status_signers(const AdrefRun *run, const AdrefStatementStatus *state,
                            const AdrefLabel **draft);

/* "draft rev1 is signed by JPN, as its tags say"; NULL: it is not. */
char *adref_status_signed_line(const AdrefRun *run, const AdrefStatementStatus *state,
                               const AdrefPageWords *words);

/* Whether statement.yaml asks for a level of agreement, and this version was neither published yet
 * nor signed by anybody instead. */
gboolean adref_status_asks_for_adoption(const AdrefRun *run, const AdrefStatementStatus *state);

/* What adoption still needs; NULL: it is too early or too late, or statement.yaml does not say. */
char *adref_status_adoption_words(const AdrefRun *run, const AdrefStatementStatus *state,
                                  const AdrefPageWords *words);

/* Adds the lines of one language (char *): how far it is, and below it what differs, where that is
 * little, or all of it. */
void adref_status_add_language(GPtrArray *lines, const AdrefStatementStatus *state,
                               AdrefClauseHashes *hashes, const AdrefLanguageState *language,
                               gboolean all, const AdrefPageWords *words);

/* A draft that was withdrawn while no other was circulated since, and the one that was published,
 * and how; NULL: none was. */
char *adref_status_withdrawn_line(const AdrefRun *run, const char *id, const AdrefPageWords *words);
char *adref_status_published_line(const AdrefRun *run, const char *id, const AdrefPageWords *words);

/* The words and the language of a page: --lang, else the language of the text. *words is NULL for
 * English, and *language NULL. A language of --lang without a table is an error. */
gboolean adref_status_page_words(const AdrefRun *run, const AdrefStatementStatus *state,
                                 AdrefPageWords **words, const char **language, GError **error);

/* The title of the text in the language of --lang, where it has one, else that of the text; at last
 * the id. */
char *adref_status_page_title(const AdrefRun *run, const AdrefStatementStatus *state);

/* The table of clauses, with the options --open, --each and --party. It borrows from `state`. */
AdrefStatusTable adref_status_make_table(const AdrefRun *run, const AdrefStatementStatus *state);

#endif
