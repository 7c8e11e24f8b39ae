/* The status of a negotiation: the state of each clause, and the parties that have to act next. */
#ifndef ADREF_VIEW_REPORTS_STATUS_TABLE_H
#define ADREF_VIEW_REPORTS_STATUS_TABLE_H

#include "draft/library/page_words.h"
#include "print/page_options.h"
#include "sign/language_states.h"
#include "sign/progress.h"

typedef struct {
  const AdrefProgress *progress;
  const AdrefParties *parties;
  const char *title;         /* of the statement; for the page */
  const char *open_words;    /* what is open in the words, "1 bracket open"; for the page */
  const char *version;       /* the version of the table, or NULL */
  const char *draft;         /* "draft rev1", "changed since draft rev1", for PDF; or NULL */
  const char *commit, *date; /* of the version, abbreviated and ISO 8601, for PDF; or NULL */
  GHashTable *changes; /* id of a clause -> "2023-12-01 1a2b3c4d": when and in which version its
                          words last changed; or NULL */
  const GPtrArray *languages;  /* of AdrefLanguageState: a column for each; or NULL */
  char *const *notes;          /* lines above the table of the page, NULL-terminated; or NULL */
  const char *party;           /* only the clauses that wait for this party; NULL: all */
  gboolean open;               /* only clauses that are not agreed */
  gboolean color;              /* of states and parties, on a terminal */
  gboolean each;               /* one line per clause; else similar neighbours share a line */
  const char *language;        /* of the page; NULL: English */
  const AdrefPageWords *words; /* in that language; NULL: English, as on the terminal */
} AdrefStatusTable;

/* One line per row, at most `width` columns; empty when there are no rows. */
GString *adref_status_table_terminal(const AdrefStatusTable *table, guint width);

/* One self-contained page. */
GString *adref_status_table_html(const AdrefStatusTable *table);

/* A PDF of one page, more when there are many clauses: the totals, and a row for each clause with
 * its first words, the parties that agreed, those that have to act next, and those in its brackets.
 * `name`: of the file, for messages. */
GString *adref_pdf_status_write(const AdrefStatusTable *table, AdrefPaperSize paper,
                                const char *name, GError **error);

/* How many columns for languages the table has. */
guint adref_status_table_languages(const AdrefStatusTable *table);

/* What stands in such a column; `clause` NULL: the language, in capitals. *is_good (may be NULL) is
 * FALSE for a clause that is not in step. Caller frees. */
char *adref_status_table_language(const AdrefStatusTable *table, guint column, const char *clause,
                                  gboolean *is_good);

/* "JPN, ASEAN", "all", "text to come", or "". Caller frees. */
char *adref_status_table_waits_for(const AdrefStatusTable *table,
                                   const AdrefClauseProgress *clause);

/* Whether the filters select the clause. */
gboolean adref_status_table_shows(const AdrefStatusTable *table, const AdrefClauseProgress *clause);

#endif
