#include "review/languages/other_abbreviations.h"

#include <string.h>

enum {
  SHORTEST = 3,      /* letters; EU and UE, AI and IA are the same */
  LONGEST = 6,       /* letters; longer ones are words in capitals */
  MAX_DIFFERENT = 32 /* abbreviations of a clause that are compared */
};

/* Bodies and instruments whose English letters are used in most languages. */
static const char known[] =
    "|ADB|ADMM|AIIB|AMF|APEC|ARF|BWC|CBD|CITES|CPTPP|CTBT|CWC|EAS|ERIA|FAO|GATT|IAEA|ICAO|ICC|"
    "ICJ|ICRC|IFC|ILO|IMF|IMO|IOM|IORA|ITU|JICA|NATO|NPT|OECD|OPCW|OPEC|OSCE|PIF|RCEP|SOLAS|TICAD|"
    "UNCLOS|UNDP|UNDRR|UNEP|UNESCO|UNFCCC|UNGA|UNHCR|UNIDO|UNODC|UNSC|UNTOC|WCO|WFP|WHO|WIPO|WMO|"
    "WTO|";

static gboolean is_known(const char *letters)
{
  g_autofree char *whole = g_strdup_printf("|%s|", letters);
  return strstr(known, whole) != NULL;
}

/* Words that stand in capitals for emphasis, and what a numeral consists of. */
static gboolean is_no_abbreviation(const char *letters)
{
  static const char *const words[] = {"AND", "NOT", "SHALL", "ALL", "THE", "FOR", "HAVE", "ONLY"};
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(words[i], letters) == 0)
      return TRUE;
  return strspn(letters, "IVXLCM") == strlen(letters);
}

/* Whether a word in capitals stands beside letters, or they begin a sentence: then they are a word
 * in capitals, as "NOTING". */
static gboolean is_among_capitals(const char *text, const char *start, const char *end)
{
  gboolean before = start >= text + 3 && start[-1] == ' ' && g_ascii_isupper(start[-2]) &&
                    g_ascii_isupper(start[-3]);
  gboolean behind = *end == ' ' && g_ascii_isupper(end[1]) && g_ascii_isupper(end[2]);
  gboolean is_first = *end == ' ' && (start == text || start[-1] == '\n');
  return before || behind || is_first;
}

/* The next capital letter of ASCII at or behind `at`, or the end of the text. */
static const char *next_capital(const char *at)
{
  while (*at && !(*at >= 'A' && *at <= 'Z'))
    at++;
  return at;
}

/* The abbreviations of a text, each once. Caller unrefs. */
static GPtrArray *abbreviations_of(const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
  for (const char *at = next_capital(text); *at && found->len < MAX_DIFFERENT;) {
    gsize length = 1;
    while (g_ascii_isupper(at[length]))
      length++;
    const char *end = at + length;
    gboolean begins = at == text || !(g_ascii_isalnum(at[-1]) || strchr("-./&@'", at[-1]));
    gboolean ends =
        !g_ascii_isalnum(*end) || (*end == 's' && !g_ascii_isalnum(end[1]) && end[1] != '-');
    if (length >= SHORTEST && length <= LONGEST && begins && ends &&
        !(*end && strchr("-/&@", *end)) && !is_among_capitals(text, at, end)) {
      g_autofree char *letters = g_strndup(at, length);
      if (!is_no_abbreviation(letters) &&
          !g_ptr_array_find_with_equal_func(found, letters, g_str_equal, NULL))
        g_ptr_array_add(found, g_steal_pointer(&letters));
    }
    at = next_capital(end);
  }
  return found;
}

/* The next word in Latin letters at or behind `at`; its length in *length, 0: there is none. */
static const char *next_word(const char *at, gsize *length)
{
  while (*at && !g_ascii_isalpha(*at))
    at++;
  *length = 0;
  while (g_ascii_isalpha(at[*length]))
    ++*length;
  return at;
}

/* Whether words that begin with the letters stand at `at`; those of three letters or fewer may have
 * none: "Convention on the Law of the Sea". */
static gboolean spells(const char *at, const char *letters)
{
  gsize length;
  while (*letters) {
    at = next_word(at, &length);
    if (length == 0)
      return FALSE;
    if (g_ascii_toupper(*at) == *letters)
      letters++;
    else if (length > 3)
      return FALSE;
    at += length;
  }
  return TRUE;
}

static gboolean is_spelled_out(const char *text, const char *letters)
{
  gsize length;
  for (const char *at = next_word(text, &length); length > 0; at = next_word(at + length, &length))
    if (g_ascii_toupper(*at) == *letters && spells(at, letters))
      return TRUE;
  return FALSE;
}

/* Whether two abbreviations differ in one letter; SME and PME are the same in two languages. */
static gboolean differs_in_a_letter(const char *one, const char *other)
{
  gsize length = strlen(one), differences = 0;
  if (length != strlen(other) || strcmp(one + 1, "ME") == 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    differences += one[i] != other[i];
  return differences == 1;
}

/* Takes out those that the other text has, as letters or as words. */
static void remove_shared(GPtrArray *abbreviations, const char *other)
{
  for (guint i = abbreviations->len; i-- > 0;) {
    const char *letters = abbreviations->pdata[i];
    if (strstr(other, letters) || is_spelled_out(other, letters))
      g_ptr_array_remove_index(abbreviations, i);
  }
}

gboolean adref_other_abbreviations(const char *first, const char *second, char **ours,
                                   char **theirs)
{
  g_autoptr(GPtrArray) one = abbreviations_of(first);
  g_autoptr(GPtrArray) other = one->len > 0 ? abbreviations_of(second) : NULL;
  if (!other || other->len == 0)
    return FALSE;
  remove_shared(one, second);
  remove_shared(other, first);
  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++) {
      const char *here = one->pdata[i], *there = other->pdata[j];
      if ((!is_known(here) || !is_known(there)) && !differs_in_a_letter(here, there))
        continue;
      *ours = g_strdup(here);
      *theirs = g_strdup(there);
      return TRUE;
    }
  return FALSE;
}
