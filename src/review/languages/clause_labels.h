/* The labels that an author typed before items, "(i)" or "(1)", as paragraphs or within a sentence:
 * two languages may count in orders of their own, so the labels are compared by what they count. */
#ifndef ADREF_REVIEW_LANGUAGES_CLAUSE_LABELS_H
#define ADREF_REVIEW_LANGUAGES_CLAUSE_LABELS_H

#include <glib.h>

#include "language/tables/label_orders.h"

/* How far each order has counted in the paragraphs of a text. */
typedef struct {
  guint last[ADREF_LABEL_ORDERS_MAX];
} AdrefClauseLabelCounter;

typedef struct {
  GPtrArray *values;    /* of char *: "1", "2"; in order */
  gboolean has_figures; /* some of them are figures, which are numbers of the text, too */
} AdrefClauseLabels;

void adref_clause_labels_init(AdrefClauseLabels *labels);
void adref_clause_labels_clear(AdrefClauseLabels *labels);

/* Takes the labels out of the words of a clause: spaces stand in their places. At the start of a
 * line a label counts on from those before, or begins with 1; within a line it belongs to a series
 * of two or more. What does not count on stays in the words. */
void adref_clause_labels_take(AdrefClauseLabels *labels, AdrefClauseLabelCounter *counter,
                              GString *words);

#endif
