#include "view/language_role.h"

#include <string.h>

#include "print/font_face.h"

static gboolean is_own(const AdrefPageWords *words, AdrefPageWord word, const char *language)
{
  return adref_page_words_has(words, word) && !adref_script_language_is(language, "en");
}

char *adref_language_role_words(AdrefLanguageRole role, const char *language,
                                const AdrefPageWords *words)
{
  AdrefPageWord word = (AdrefPageWord)(ADREF_PAGE_WORD_AUTHENTIC + role);
  const char *own = adref_page_words_get(words, word);
  return is_own(words, word, language)
             ? g_strconcat(own, " / ", adref_page_words_get(NULL, word), NULL)
             : g_strdup(own);
}

/* "role · words"; caller frees. */
static char *join_words(const char *role, const char *words)
{
  return role && *role ? g_strconcat(role, " \302\267 ", words, NULL) : g_strdup(words);
}

char *adref_language_role_adopted(const char *role, const char *recorder, const char *english,
                                  const AdrefAdoptionLevel *level, const char *language,
                                  const AdrefPageWords *words)
{
  AdrefPageWord word =
      level ? (AdrefPageWord)(ADREF_PAGE_WORD_ADOPTED_AGREED + *level) : ADREF_PAGE_WORD_ADOPTED;
  gboolean is_two = is_own(words, word, language);
  const char *name = adref_page_words_has(words, word) ? recorder : english;
  g_autofree char *said = adref_page_words_fill(words, word, "party", name, NULL);
  if (!is_two)
    return join_words(role, said);
  const char *slash = role ? strstr(role, " / ") : NULL;
  g_autofree char *own = slash ? g_strndup(role, (gsize)(slash - role)) : NULL;
  g_autofree char *translated = adref_page_words_fill(NULL, word, "party", english, NULL);
  g_autofree char *first = join_words(own ? own : role, said);
  g_autofree char *second = join_words(slash ? slash + strlen(" / ") : NULL, translated);
  return g_strconcat(first, " / ", second, NULL);
}
