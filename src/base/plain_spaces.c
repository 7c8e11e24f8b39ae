#include "base/plain_spaces.h"

#include <glib.h>

char *adref_plain_spaces(const char *words)
{
  GString *plain = g_string_new(words);
  g_string_replace(plain, "\302\240", " ", 0);
  g_string_replace(plain, "\342\200\257", " ", 0);
  return g_string_free(plain, FALSE);
}
