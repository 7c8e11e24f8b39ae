/* A base and what two sides made of it: each clause of the base in a row with both, where at least
 * one of them changed it; what a side added stands below the clause it follows. */
#ifndef ADREF_VIEW_THREE_WAY_H
#define ADREF_VIEW_THREE_WAY_H

#include "view/review.h"

enum {
  ADREF_SIDES = 2,
};

typedef struct {
  const AdrefNode *base;
  const AdrefNode *redlines[ADREF_SIDES]; /* from the base to each side */
  const char *names[ADREF_SIDES];
} AdrefThree;

/* `review` says what is shown and how the base is called (`old`). From 100 columns on in three
 * columns, else one below the other; 0: one line per paragraph. */
GString *adref_three_terminal(const AdrefThree *three, const AdrefReview *review, guint width,
                              gboolean color);
GString *adref_three_html(const AdrefThree *three, const AdrefReview *review);

typedef struct {
  const AdrefNode *base;           /* NULL: clauses that a side added */
  GPtrArray *clauses[ADREF_SIDES]; /* of CLAUSE in the redlines; the first is that of `base` */
} AdrefRow;

/* All rows in the order of the base (GPtrArray of AdrefRow). */
GPtrArray *adref_three_rows(const AdrefThree *three);

/* Whether a side changed something that `review` shows. */
gboolean adref_row_is_shown(const AdrefRow *row, const AdrefReview *review);

/* "12 paragraphs unchanged on both sides; 2 changed in other ways": of rows that are not shown;
 * NULL where there are none. Caller frees. */
char *adref_rows_fold_words(const GPtrArray *rows, guint from, guint to);

#endif
