/* The content of a file, which may be empty, as text and as a hash. */
#ifndef ADREF_SIGN_BYTES_H
#define ADREF_SIGN_BYTES_H

#include <glib.h>

/* A copy that ends with a NUL byte. Caller frees. */
char *adref_bytes_text(GBytes *bytes);

/* SHA-256 in hexadecimal digits, as sha256sum gives it. Caller frees. */
char *adref_bytes_sha256(GBytes *bytes);

/* One after the other; NULL counts as empty. Caller frees. */
GBytes *adref_bytes_join(GBytes *first, GBytes *second);

#endif
