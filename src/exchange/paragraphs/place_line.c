#include "exchange/paragraphs/place_line.h"

#include <string.h>

#include "draft/data/region_name.h"

enum {
  MOST = 80 /* bytes of such a line */
};

/* "Kingdom of Cambodia", "the Philippines": without what stands before the short name. */
static const char *short_name(const char *country)
{
  static const char *const before[] = {"the ", "Kingdom of ", "Republic of ", "State of ", "the "};
  for (gsize i = 0; i < G_N_ELEMENTS(before); i++)
    if (g_str_has_prefix(country, before[i]))
      country += strlen(before[i]);
  return country;
}

gboolean adref_place_line_is(const char *words, const char *language)
{
  const char *comma = strlen(words) <= MOST ? strchr(words, ',') : NULL;
  if (!comma || comma == words || strchr(comma + 1, ',') || strpbrk(words, "0123456789:;!?\n") ||
      !g_unichar_isupper(g_utf8_get_char(words)))
    return FALSE;
  g_autofree char *behind = g_strstrip(g_strdup(comma + 1));
  const char *country = short_name(behind);
  return *country && (adref_region_is(country, language) || adref_region_is(country, "en"));
}
