#include "language/word_order.h"

#include "language/language_tag.h"

gboolean adref_language_has_adjectives_behind(const char *language)
{
  static const char *const languages[] = {"ar", "es", "fr", "he", "id",  "it", "km", "lo",
                                          "ms", "my", "pt", "ro", "tet", "th", "vi"};
  for (gsize i = 0; language && i < G_N_ELEMENTS(languages); i++)
    if (adref_language_tag_matches(language, languages[i]))
      return TRUE;
  return FALSE;
}

gboolean adref_language_has_english_order(const char *language)
{
  static const char *const languages[] = {"en", "fr", "es", "pt", "it", "id", "ms", "vi"};
  for (gsize i = 0; language && i < G_N_ELEMENTS(languages); i++)
    if (adref_language_tag_matches(language, languages[i]))
      return TRUE;
  return FALSE;
}
