/* The parties that the statement of every example knows. */
#ifndef ADREF_TESTS_PARTIES_H
#define ADREF_TESTS_PARTIES_H

#include <glib.h>

/* For AdrefMarkdownReadOptions.parties; the caller unrefs. */
static inline GHashTable *example_parties(void)
{
  static const char *const names[][2] = {
      {"JPN", "JPN"},      {"Japan", "JPN"}, {"JP", "JPN"},
      {"ASEAN", "ASEAN"},  {"USA", "USA"},   {"US", "USA"},
      {"EU", "EU"},        {"G77", "G77"},   {"VNM", "VNM"},
      {"THA", "THA"},      {"CHN", "CHN"},   {"MYS", "MYS"},
      {"Malaysia", "MYS"}, {"KOR", "KOR"},   {"Republic of Korea", "KOR"},
  };
  GHashTable *parties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_hash_table_insert(parties, g_utf8_casefold(names[i][0], -1), (gpointer)(guintptr)names[i][1]);
  return parties;
}

#endif
