/* Appending to a GString, faster than g_string_append_len, for loops over all words of a text. */
#ifndef ADREF_BASE_STRING_APPEND_H
#define ADREF_BASE_STRING_APPEND_H

#include <glib.h>
#include <string.h>

/* The same as g_string_append_len. `bytes` must not be a part of the string itself. */
static inline void adref_string_append(GString *out, const char *bytes, gsize length)
{
  if (out->allocated_len - out->len <= length) {
    g_string_append_len(out, bytes, (gssize)length);
    return;
  }
  memcpy(out->str + out->len, bytes, length);
  out->len += length;
  out->str[out->len] = '\0';
}

#endif
