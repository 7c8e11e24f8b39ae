/* What may stand behind the key of a line that a party signs: "Label: rev1". */
#ifndef ADREF_SIGN_SIGNED_FIELD_H
#define ADREF_SIGN_SIGNED_FIELD_H

#include <glib.h>

gboolean adref_signed_field_is_statement(const char *value);
gboolean adref_signed_field_is_label(const char *value);
gboolean adref_signed_field_is_party(const char *value);

/* The id of a version, and a SHA-256, in hexadecimal digits. */
gboolean adref_signed_field_is_commit(const char *value);
gboolean adref_signed_field_is_sha256(const char *value);

/* One line of letters, not empty, without spaces at its ends, control characters and marks of
 * direction: a name, a title or a place of at most 200 bytes, and a reason of at most 2000. */
gboolean adref_signed_field_is_text(const char *value);
gboolean adref_signed_field_is_reason(const char *value);

/* The same of what was given with --OPTION, with an error (ADREF_ERROR_USAGE) that says what is
 * allowed. */
gboolean adref_signed_field_check_text(const char *option, const char *value, GError **error);
gboolean adref_signed_field_check_reason(const char *option, const char *value, GError **error);

#endif
