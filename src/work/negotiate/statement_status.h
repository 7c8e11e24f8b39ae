/* What is open in a statement, and what is not saved. */
#ifndef ADREF_WORK_NEGOTIATE_STATEMENT_STATUS_H
#define ADREF_WORK_NEGOTIATE_STATEMENT_STATUS_H

#include "history/log.h"
#include "review/languages/outdated_words.h"
#include "sign/language_states.h"
#include "sign/silence.h"
#include "view/open_counts.h"
#include "work/check/status_report.h"

typedef struct {
  char *id;
  AdrefText *text; /* NULL: not drafted yet */
  AdrefOpenCounts *tally;
  guint paragraphs, words, problems;
  gboolean changed;          /* since the last version */
  char **library;            /* adref_session_library_unsaved(); NULL: of a version */
  AdrefLogEntry *version;    /* the last one, or NULL */
  AdrefStatusReport *report; /* NULL: not drafted yet */
  GPtrArray *languages;      /* of AdrefLanguageState: all but the first; NULL: not drafted yet */
  GPtrArray *outdated;       /* of AdrefOutdatedWords; NULL: of a version */
  GPtrArray *whole;          /* of char *: why all clauses are agreed, and yet not the whole
                                (work/check/whole_text.h); NULL: not asked, silence held, or none */
  GPtrArray *lost;           /* adref_lost_acts_find(); NULL: of a version, or not drafted yet */
  AdrefSilence *silence;     /* NULL: none */
} AdrefStatementStatus;

/* Of an id, or of STATEMENT@VERSION: a version has no history of its own. *status is cleared by the
 * caller, also after an error. */
gboolean adref_statement_status_read(AdrefSession *session, const char *argument,
                                     AdrefStatementStatus *status, GError **error);
void adref_statement_status_clear(AdrefStatementStatus *status);

#endif
