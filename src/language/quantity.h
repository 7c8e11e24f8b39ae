/* Quantities in a text: digits, words for numbers, and both together: "5,000", "five thousand", "5
 * million", 五千. */
#ifndef ADREF_LANGUAGE_QUANTITY_H
#define ADREF_LANGUAGE_QUANTITY_H

#include "language/token_reader.h"

/* A number while it is read. Its value is value + pending, unless `written` or `overflow` is set.
 */
typedef struct {
  guint64 value, pending; /* pending: the part that a following word such as "million" multiplies */
  char *written;          /* a number that is not whole: its digits, or "2/3", as in the key */
  gboolean counted, weak; /* flags of its words */
  gboolean any, figure, overflow;
} AdrefQuantity;

/* How many tokens from `at` are a value, 0 for none. The caller passes `number` zeroed, and frees
 * its `written`. */
guint adref_quantity_read(const AdrefTokenReader *reader, guint at, AdrefQuantity *number);

/* The same for a value or a range of two values; appends their key: "5000", "5..10". */
guint adref_quantity_range(const AdrefTokenReader *reader, guint at, AdrefQuantity *number,
                           GString *key);

/* Whether the language has a decimal comma, and points or spaces between groups of digits. */
gboolean adref_quantity_has_decimal_comma(const char *language);

/* Whether a token stands between the two values of a range: "to", "-". */
gboolean adref_quantity_is_range(const AdrefTokenReader *reader, guint at);

/* A whole number of at most `places` digits; -1 for another token. */
gint adref_quantity_integer(const AdrefTokenReader *reader, guint at, gsize places);

/* 1 for the "th" of "17th", else 0. */
guint adref_quantity_ordinal_suffix(const AdrefTokenReader *reader, guint at);

#endif
