/* The dashboard of a negotiation: clause by clause its state and whose move it is. */
#ifndef ADREF_VIEW_STATUS_TABLE_H
#define ADREF_VIEW_STATUS_TABLE_H

#include "print/page_options.h"
#include "sign/progress.h"

typedef struct {
  const AdrefProgress *progress;
  const AdrefParties *parties;
  const char *title;         /* of the statement; for the page */
  const char *version;       /* what the page is about, or NULL */
  const char *draft;         /* "draft rev1", "changed since draft rev1"; on paper; or NULL */
  const char *commit, *date; /* of the version, abbreviated and ISO 8601; on paper; or NULL */
  GHashTable *changes; /* id of a clause -> "2023-12-01 1a2b3c4d", when and in which version its
                          words changed last; or NULL */
  char *const *notes;  /* lines above the table of the page, NULL-terminated; or NULL */
  const char *party;   /* only what waits for this party; NULL: all */
  gboolean open;       /* only what is not agreed */
  gboolean each;       /* one line per clause; else like neighbours share one */
} AdrefStatusTable;

/* One line per row, at most `width` columns; nothing when no row is left. */
GString *adref_status_table_terminal(const AdrefStatusTable *table, guint width);

/* One self-contained page. */
GString *adref_status_table_html(const AdrefStatusTable *table);

/* One sheet of paper, more where there are many clauses: the totals, and a row for each clause with
 * its first words, who agreed, whose move it is and who stands in its brackets. `name`: of the
 * file, for messages. */
GString *adref_pdf_status_write(const AdrefStatusTable *table, AdrefPaperSize paper,
                                const char *name, GError **error);

/* "JPN, ASEAN", "all", "text to come", or "". Caller frees. */
char *adref_status_table_waits_for(const AdrefStatusTable *table,
                                   const AdrefClauseProgress *clause);

/* Whether the row of a clause is asked for. */
gboolean adref_status_table_shows(const AdrefStatusTable *table, const AdrefClauseProgress *clause);

#endif
