#include "language/language_tag.h"

#include <string.h>

gboolean adref_language_tag_matches(const char *tag, const char *language)
{
  gsize length = strcspn(tag, "-_");
  return strlen(language) == length && g_ascii_strncasecmp(tag, language, length) == 0;
}
