/* Clauses against parties (sign/position_matrix.h), as every output shows it. */
#ifndef ADREF_VIEW_REPORTS_MATRIX_TABLE_H
#define ADREF_VIEW_REPORTS_MATRIX_TABLE_H

#include "draft/library/page_words.h"
#include "print/page_options.h"
#include "sign/position_matrix.h"

typedef struct {
  const AdrefPositionMatrix *matrix;
  const AdrefProgress *progress;
  const AdrefParties *parties; /* names of the columns, groups; may be NULL */
  const char *id, *title;      /* of the statement */
  const char *commit;          /* of the version, abbreviated; NULL: the files are no version */
  const char *language;        /* of the page; NULL: English */
  const AdrefPageWords *words; /* in that language; NULL: English, as on the terminal */
  gboolean color;              /* of the parties, on a terminal */
} AdrefMatrixTable;

/* Letters, with a legend. More parties than fit into `width` columns follow in further tables of
 * about the same width, each without the clauses of which none of its parties says anything. Names
 * of clauses are cut where they still differ. Without numbered clauses there is no column NO. */
GString *adref_matrix_table_terminal(const AdrefMatrixTable *table, guint width);

/* One self-contained page. */
GString *adref_matrix_table_html(const AdrefMatrixTable *table);

/* A line for each clause: number, id, state, then what each party says, in words. RFC 4180. */
GString *adref_matrix_table_csv(const AdrefMatrixTable *table);

/* {"id": "tokyo", "version": "1a2b3c4d" | null, "parties": ["JPN"], "clauses": [{"id": "ferries" |
 * null, "number": "4" | null, "state": "open", "positions": {"JPN": ["proposes", "reserves"]}}]}.
 */
GString *adref_matrix_table_json(const AdrefMatrixTable *table);

/* A PDF; as many tables as the width of the paper needs. `name`: of the file, for messages. */
GString *adref_pdf_matrix_write(const AdrefMatrixTable *table, AdrefPaperSize paper,
                                const char *name, GError **error);

/* "P proposes, S supports, ...": the letters that stand in the matrix; "" for none. Caller frees.
 */
char *adref_matrix_table_legend(const AdrefMatrixTable *table);

#endif
