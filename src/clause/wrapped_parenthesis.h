/* A number that closes a parenthesis, and that a line happens to begin with:
 *
 *     the law of 1990 (Gazette, page
 *     1) holds
 *
 * For CommonMark "1)" begins a list there, and for cmark any number does where the line is less
 * indented than the item that it goes on with. */
#ifndef ADREF_CLAUSE_WRAPPED_PARENTHESIS_H
#define ADREF_CLAUSE_WRAPPED_PARENTHESIS_H

#include <glib.h>

/* The offsets (gsize) of such ")" in a text, in their order; NULL: there is none. Where the next
 * line begins with "2)" it is a list. The caller frees the array. */
GArray *adref_wrapped_parentheses_find(const char *text, gsize length);

#endif
