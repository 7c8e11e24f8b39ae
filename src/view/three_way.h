/* Three-way view: a base and two sides. Each clause of the base that a side changed is a row with
 * its three states; a clause that a side added stands below the clause that it follows. */
#ifndef ADREF_VIEW_THREE_WAY_H
#define ADREF_VIEW_THREE_WAY_H

#include "view/review.h"

enum {
  ADREF_THREE_WAY_SIDES = 2,
};

typedef struct {
  const AdrefNode *base;
  const AdrefNode *redlines[ADREF_THREE_WAY_SIDES]; /* from the base to each side */
  const char *names[ADREF_THREE_WAY_SIDES];
  const GPtrArray *facts[ADREF_THREE_WAY_SIDES]; /* as in AdrefReviewOptions, of each side */
  const char *facts_problems[ADREF_THREE_WAY_SIDES];
} AdrefThreeWay;

/* `review` says what is shown, and the name of the base (`old`). A window of 100 columns or more
 * has three columns; a narrower one has the texts one below the other; 0: one line per
 * paragraph. */
GString *adref_terminal_three_way_write(const AdrefThreeWay *three,
                                        const AdrefReviewOptions *review, guint width,
                                        gboolean color);
GString *adref_html_three_way_write(const AdrefThreeWay *three, const AdrefReviewOptions *review);

typedef struct {
  const AdrefNode *base; /* NULL: clauses that a side added */
  GPtrArray
      *clauses[ADREF_THREE_WAY_SIDES]; /* of CLAUSE in the redlines; the first is that of `base` */
} AdrefThreeWayRow;

/* All rows in the order of the base (GPtrArray of AdrefThreeWayRow). */
GPtrArray *adref_three_way_rows(const AdrefThreeWay *three);

/* "12 paragraphs unchanged on both sides; 2 changed in other ways", for rows that are not shown;
 * NULL when there are none. Caller frees. */
char *adref_three_way_fold_words(const GPtrArray *rows, guint from, guint to,
                                 const AdrefPageWords *words);

/* What an output does for a row, and for the rows `from` to before `to`, which are not shown:
 * `words` are their fold words. */
typedef struct {
  void (*row)(gconstpointer out, const AdrefThreeWayRow *row);
  void (*fold)(gconstpointer out, const GPtrArray *rows, guint from, guint to, const char *words);
} AdrefThreeWayTable;

/* Writes all rows: those in which a side changed something that `review` shows, or all of them with
 * its `full`; the others are folded. */
void adref_three_way_run(const AdrefThreeWay *three, const AdrefReviewOptions *review,
                         const AdrefThreeWayTable *table, gconstpointer out);

#endif
