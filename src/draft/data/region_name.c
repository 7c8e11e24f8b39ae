#include "draft/data/region_name.h"

#include <string.h>

#include "clause/icu.h"

enum {
  MOST = 200 /* UTF-16 units of a name */
};

/* The countries by their codes of three letters: "JPN" -> "JP". ICU searches a list for each of
 * them, so this is done once. */
static GHashTable *countries(void)
{
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (const char *const *country = uloc_getISOCountries(); *country; country++) {
      char locale[16];
      g_snprintf(locale, sizeof locale, "und_%s", *country);
      char *code = g_strdup(uloc_getISO3Country(locale));
      if (g_hash_table_contains(table, code))
        g_free(code);
      else
        g_hash_table_insert(table, code, (char *)(guintptr)*country);
    }
    g_once_init_leave(&once, (gsize)table);
  }
  return (GHashTable *)once;
}

/* "und_JP" for "JPN"; FALSE: no country has the code. */
static gboolean find_locale(const char *code, char *locale, gsize size)
{
  gboolean is_union = strcmp(code, "EU") == 0 || strcmp(code, "UN") == 0;
  const char *country = is_union ? code : g_hash_table_lookup(countries(), code);
  if (country)
    g_snprintf(locale, (gulong)size, "und_%s", country);
  return country != NULL;
}

static char *name_of(const char *locale, const char *language)
{
  UChar name[MOST];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayCountry(locale, language, name, MOST, &status);
  gboolean is_own = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING && length > 0;
  return is_own ? g_utf16_to_utf8(name, length, NULL, NULL, NULL) : NULL;
}

char *adref_region_name(const char *code, const char *language)
{
  char locale[16];
  return find_locale(code, locale, sizeof locale) ? name_of(locale, language) : NULL;
}

gboolean adref_region_is(const char *name, const char *language)
{
  g_autofree char *wanted = g_utf8_casefold(name, -1);
  for (const char *const *country = uloc_getISOCountries(); *country; country++) {
    char locale[16];
    g_snprintf(locale, sizeof locale, "und_%s", *country);
    g_autofree char *own = name_of(locale, language);
    g_autofree char *folded = own ? g_utf8_casefold(own, -1) : NULL;
    if (g_strcmp0(folded, wanted) == 0)
      return TRUE;
  }
  return FALSE;
}

char **adref_region_names(const char *language)
{
  GPtrArray *names = g_ptr_array_new();
  for (const char *const *country = uloc_getISOCountries(); *country; country++) {
    char locale[16];
    g_snprintf(locale, sizeof locale, "und_%s", *country);
    char *name = name_of(locale, language);
    if (name)
      g_ptr_array_add(names, name);
  }
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(names, FALSE);
}
