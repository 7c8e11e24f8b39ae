/* What dates are read with. Each takes what it asks for from the front of *text, which it moves
 * behind that; on FALSE *text stands where the text is otherwise. */
#ifndef ADREF_HISTORY_DATE_SCAN_H
#define ADREF_HISTORY_DATE_SCAN_H

#include <glib.h>

/* Exactly `count` digits. */
gboolean adref_date_scan_digits(const char **text, guint count, int *value);

gboolean adref_date_scan_character(const char **text, char expected);

#endif
