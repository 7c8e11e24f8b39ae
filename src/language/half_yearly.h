/* "Every six months" and "twice a year" say one thing with two numbers, and "semi-annual" and
 * 半年ごと with none: a translation may have either. */
#ifndef ADREF_LANGUAGE_HALF_YEARLY_H
#define ADREF_LANGUAGE_HALF_YEARLY_H

#include <glib.h>

/* The first such words with a number in a text from a byte on: *start to *end. Languages are not
 * asked for: the words of one are none of another. FALSE: there are none. */
gboolean adref_half_yearly_find(const char *text, gsize length, gsize from, gsize *start,
                                gsize *end);

#endif
