/* Runs of ordinary bytes. Every reader and writer of a text looks for the few bytes that mean
 * something, and passes over the rest; this is the one fast way to do so. */
#ifndef ADREF_BASE_BYTE_SCAN_H
#define ADREF_BASE_BYTE_SCAN_H

#include <glib.h>

/* How many bytes stand before the first that is not 0 in `stops`; `length` when there is none. */
gsize adref_byte_scan_until(const guint8 stops[256], const char *text, gsize length);

/* How many bytes at the start of a text are ASCII; it may say up to 7 fewer. */
gsize adref_byte_scan_ascii(const char *text, gsize length);

/* How many letters and digits of ASCII stand at the start of a text. */
gsize adref_byte_scan_alnum(const char *text, gsize length);

/* How many bytes of ASCII that are no space stand at the start of a text. */
gsize adref_byte_scan_ascii_nonspace(const char *text, gsize length);

/* How many characters a text has that is valid UTF-8, or a part of one: bytes that begin one. */
gsize adref_byte_scan_count_characters(const char *text, gsize length);

/* Whether a byte stands twice in a row. */
gboolean adref_byte_scan_has_double(const char *text, gsize length, char letter);

#endif
