/* Reads the parts of a date. On success each function moves *text behind what it has read; on FALSE
 * *text points at the first character that does not fit. */
#ifndef ADREF_HISTORY_DATE_SCAN_H
#define ADREF_HISTORY_DATE_SCAN_H

#include <glib.h>

/* Exactly `count` digits. */
gboolean adref_date_scan_digits(const char **text, guint count, int *value);

gboolean adref_date_scan_character(const char **text, char expected);

#endif
