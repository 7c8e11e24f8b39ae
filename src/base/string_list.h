/* Strings in a sentence: "JPN, THA, VNM and 4 more". */
#ifndef ADREF_BASE_STRING_LIST_H
#define ADREF_BASE_STRING_LIST_H

#include <glib.h>

/* Appends strings (of const char *) with commas between them. `most` are named, and behind them
 * " and 4 more" says how many are not; 0: all are named. */
void adref_string_list_append(GString *out, const GPtrArray *strings, guint most);

/* The same as a string of its own, which the caller frees; "" when there are none. */
char *adref_string_list_join(const GPtrArray *strings, guint most);

#endif
