/* Fast searches in bytes. Readers and writers of a text look for the few bytes that have a meaning
 * and skip all others with these functions. */
#ifndef ADREF_BASE_BYTE_SCAN_H
#define ADREF_BASE_BYTE_SCAN_H

#include <glib.h>

/* The number of bytes before the first byte whose entry in `stops` is not 0; `length` if there is
 * no such byte. */
gsize adref_byte_scan_until(const guint8 stops[256], const char *text, gsize length);

/* The number of bytes before the first byte that is one of three; `length` if there is none. */
gsize adref_byte_scan_until_three(const char letters[3], const char *text, gsize length);

/* The number of ASCII bytes at the start of a text. */
gsize adref_byte_scan_ascii(const char *text, gsize length);

/* The number of ASCII letters and digits at the start of a text. */
gsize adref_byte_scan_alnum(const char *text, gsize length);

/* The number of printable ASCII bytes, and spaces, at the start of a text. */
gsize adref_byte_scan_printable(const char *text, gsize length);

/* The number of ASCII bytes other than the space at the start of a text. */
gsize adref_byte_scan_ascii_nonspace(const char *text, gsize length);

/* The number of characters that begin in a part of valid UTF-8. */
gsize adref_byte_scan_count_characters(const char *text, gsize length);

/* The first place from `from` on, before `end`, of two bytes of which the first is rare: for these
 * memchr is much faster than memmem. NULL: there is none. */
const char *adref_byte_scan_pair(const char *from, const char *end, const char *pair);

/* Whether the byte `letter` occurs twice in succession. */
gboolean adref_byte_scan_has_double(const char *text, gsize length, char letter);

#endif
