/* Quantities in a text: figures, words for numbers, and both together, "5,000", "five thousand", "5
 * million", 五千. */
#ifndef ADREF_LANGUAGE_QUANTITY_H
#define ADREF_LANGUAGE_QUANTITY_H

#include "language/token_reader.h"

/* A number while it is read. It comes to value + pending, unless it is written or overflows. */
typedef struct {
  guint64 value, pending; /* pending: what a word such as "million" would multiply */
  char *written;          /* a figure that is no whole number: digits, as the key has them */
  gboolean counted, weak; /* flags of its words */
  gboolean any, figure, overflow;
} AdrefQuantity;

/* How many tokens from `at` are a value, 0 for none. `number` begins empty; its `written` is the
 * caller's. */
guint adref_quantity_read(const AdrefTokenReader *self, guint at, AdrefQuantity *number);

/* The same for a value or a range of two; appends what they come to. */
guint adref_quantity_range(const AdrefTokenReader *self, guint at, AdrefQuantity *number,
                           GString *key);

/* A whole number of at most `places` digits; -1 for another token. */
gint adref_quantity_integer(const AdrefTokenReader *self, guint at, gsize places);

/* 1 for the "th" of "17th", else 0. */
guint adref_quantity_ordinal_suffix(const AdrefTokenReader *self, guint at);

#endif
