/* A compilation text in columns: the base, what each party would have, and a compromise that is
 * still to be found. A row is a clause (of a text
 * without markers see clause/text/list_clauses.h), or clauses that a bracket or an alt= holds
 * together. A cell has the words of its party as a redline against the base. It is made for reading
 * and for writing on: it cannot be read back. */
#ifndef ADREF_VIEW_PROPOSAL_COLUMNS_H
#define ADREF_VIEW_PROPOSAL_COLUMNS_H

#include "print/page_options.h"
#include "print/source_text.h"
#include "view/view.h"

enum {
  ADREF_PROPOSAL_COLUMNS_MAX = 60 /* parties */
};

typedef struct {
  char *number, *id;  /* of the first clause, as printed; NULL: none */
  GPtrArray *base;    /* of CLAUSE in the base; empty: new clauses */
  GPtrArray **cells;  /* of each party: of CLAUSE in its redline; NULL: it leaves the base */
  gboolean is_across; /* a heading that no party changes, or notes: it has no cells */
  /* Of each party that leaves the base: the word for "retain" or "reserve"; NULL: it says nothing.
   */
  const AdrefPageWord **remarks;
} AdrefProposalRow;

typedef struct {
  const AdrefNode *document; /* the compilation text */
  GPtrArray *parties;        /* of const char *: codes */
  AdrefNode *base;           /* the base text */
  AdrefNode **redlines;      /* of each party, with its changed clauses only */
  GPtrArray *rows;           /* of AdrefProposalRow, in the order of the text */
} AdrefProposalColumns;

/* The columns of a compilation text, which must outlive them: first those of `parties` (of const
 * char *), then those of other parties in brackets. Cost grows with the clauses that have brackets,
 * times their parties. More parties than ADREF_PROPOSAL_COLUMNS_MAX are an error. */
AdrefProposalColumns *adref_proposal_columns_new(const AdrefNode *document,
                                                 const GPtrArray *parties, const char *language,
                                                 GError **error);
void adref_proposal_columns_free(AdrefProposalColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefProposalColumns, adref_proposal_columns_free)

/* What stands above the columns of the base and of the compromise, in the language of the text. */
const char *adref_proposal_columns_head(const AdrefViewOptions *options, gboolean is_compromise);

/* What a cell without words of its own says: "Unchanged", "Unchanged (retain)"; "" in the row of a
 * new clause. Caller frees. */
char *adref_proposal_columns_unchanged(const AdrefViewOptions *options, const AdrefProposalRow *row,
                                       guint party);

/* One self-contained page; `columns` may have any number of parties. */
GString *adref_html_proposals_write(const AdrefProposalColumns *columns,
                                    const AdrefViewOptions *options);

/* Base and parties side by side in `width` columns of a terminal; NULL: they do not fit. */
GString *adref_terminal_proposals_write(const AdrefProposalColumns *columns,
                                        const AdrefViewOptions *options, guint width,
                                        gboolean color);

/* Landscape pages with at most six columns; more parties follow on further pages, with the base and
 * the compromise of the rows in which they say something. `page_options` say the paper;
 * `source_text` is that of the compilation. */
GString *adref_pdf_proposals_write(const AdrefProposalColumns *columns,
                                   const AdrefViewOptions *options,
                                   const AdrefPageOptions *page_options,
                                   const AdrefSourceText *source_text, GError **error);

#endif
