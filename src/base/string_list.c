#include "base/string_list.h"

void adref_string_list_append(GString *out, const GPtrArray *strings, guint most)
{
  guint named = most > 0 ? MIN(strings->len, most) : strings->len;
  for (guint i = 0; i < named; i++)
    g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", (const char *)strings->pdata[i]);
  if (named < strings->len)
    g_string_append_printf(out, " and %u more", strings->len - named);
}

char *adref_string_list_join(const GPtrArray *strings, guint most)
{
  GString *out = g_string_new(NULL);
  adref_string_list_append(out, strings, most);
  return g_string_free(out, FALSE);
}
