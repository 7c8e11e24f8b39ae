/* The orders in which labels of items count: a b c, i ii iii, أ ب ج, ก ข ค, イ ロ ハ. */
#ifndef ADREF_LANGUAGE_TABLES_LABEL_ORDERS_H
#define ADREF_LANGUAGE_TABLES_LABEL_ORDERS_H

#include <glib.h>

enum {
  ADREF_LABEL_ORDERS_MAX = 32 /* orders, which are numbers below it */
};

/* What a label counts in one order. */
typedef struct {
  guint order, value; /* from 1 */
} AdrefLabelValue;

/* All readings of what stands between the signs of a label, "i" of "(i)": the ninth letter and the
 * first Roman number. Returns how many there are, at most `count`; 0: it is no label. */
guint adref_label_orders_read(const char *label, gsize length, AdrefLabelValue *values,
                              guint count);

/* Whether an order counts in figures, of any script: (1), (๑), （一）. */
gboolean adref_label_order_is_figures(guint order);

#endif
