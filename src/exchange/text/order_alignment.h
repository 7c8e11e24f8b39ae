/* The paragraphs of a text paired with the clauses of the same text in another language: in their
 * order, by kinds, levels, numbers and lengths, so that the cost of all pairs is least. Time and
 * memory are in proportion to the length of the longer text (ADREF_ORDER_CELLS). */
#ifndef ADREF_EXCHANGE_TEXT_ORDER_ALIGNMENT_H
#define ADREF_EXCHANGE_TEXT_ORDER_ALIGNMENT_H

#include "exchange/incoming_text.h"

enum {
  ADREF_ORDER_CELLS = 4 * 1000 * 1000, /* pairs that are looked at: those near the diagonal, where
                                          the texts have more than 2,000 paragraphs */
};

/* A paragraph or clause. */
typedef struct {
  AdrefIncomingKind kind; /* DATE, TITLE and HEADING also of clauses */
  gboolean is_firm;       /* Markdown's own heading */
  gboolean is_label;      /* a label that stands alone, as a heading: "Article 5" above its words */
  guint level;            /* of a heading, also of the one that begins an annex; else 0 */
  const char *marker;     /* an id that stands in both texts; NULL: none */
  const char *number;     /* typed or counted, "3", "1.1"; NULL: none */
  guint blocks;           /* of a clause: its paragraphs, items and tables */
  guint length;           /* of its first block, in characters */
  gboolean is_note;       /* the words of a footnote, which never are a clause */
  GArray *figures;        /* of guint64: numbers in its words, ascending; NULL: not looked at */
} AdrefOrderItem;

#define ADREF_ORDER_NONE    G_MAXUINT        /* stands for no clause */
#define ADREF_ORDER_GOES_ON (G_MAXUINT - 1u) /* goes on with the paragraph above */

/* Sets matches[i] to the place of the clause that paragraph i stands for, or to one of the values
 * above. The places grow. */
void adref_order_align(const AdrefOrderItem *paragraphs, guint n, const AdrefOrderItem *clauses,
                       guint m, guint *matches);

#endif
