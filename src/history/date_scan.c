#include "history/date_scan.h"

gboolean adref_date_scan_digits(const char **text, guint count, int *value)
{
  *value = 0;
  for (guint i = 0; i < count; i++, (*text)++) {
    if (!g_ascii_isdigit(**text))
      return FALSE;
    *value = *value * 10 + (**text - '0');
  }
  return TRUE;
}

gboolean adref_date_scan_character(const char **text, char expected)
{
  if (**text != expected)
    return FALSE;
  (*text)++;
  return TRUE;
}
