/* The values that a line of a signed message may have, such as rev1 in "Label: rev1". */
#ifndef ADREF_SIGN_SIGNED_FIELD_H
#define ADREF_SIGN_SIGNED_FIELD_H

#include <glib.h>

gboolean adref_signed_field_is_statement(const char *value);
gboolean adref_signed_field_is_label(const char *value);
gboolean adref_signed_field_is_party(const char *value);

/* The id of a version: 40 hexadecimal digits; a SHA-256: 64, in small letters. */
gboolean adref_signed_field_is_commit(const char *value);
gboolean adref_signed_field_is_sha256(const char *value);

/* A deadline as it is stored (history/deadline.h). */
gboolean adref_signed_field_is_deadline(const char *value);

/* One line that is not empty, without spaces at its ends, control characters and bidirectional
 * marks. A text is a name, a title or a place, of at most 200 bytes; a reason has at most 2000. */
gboolean adref_signed_field_is_text(const char *value);
gboolean adref_signed_field_is_reason(const char *value);

/* The same for the value of --OPTION, with an error (ADREF_ERROR_USAGE) that says what is allowed.
 */
gboolean adref_signed_field_check_text(const char *option, const char *value, GError **error);
gboolean adref_signed_field_check_reason(const char *option, const char *value, GError **error);

#endif
