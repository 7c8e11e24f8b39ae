/* A golden file of results of generated texts: a list of "== N" and the result of N. */
#ifndef ADREF_TESTS_GENERATED_RESULTS_H
#define ADREF_TESTS_GENERATED_RESULTS_H

#include <string.h>

#include "suite.h"

/* The file has a result of this function for each number in it. ADREF_UPDATE=1 writes it anew; read
 * the difference before it is committed. */
static inline void generated_results_are(const char *file, char *(*result_of)(guint n))
{
  g_autofree char *text = NULL;
  ck_assert(g_file_get_contents(file, &text, NULL, NULL));
  g_auto(GStrv) parts = g_strsplit(text + strlen("== "), "\n== ", -1);
  g_autoptr(GString) all = g_string_new(NULL);
  guint other = 0;
  for (guint i = 0; parts[i]; i++) {
    guint n = (guint)g_ascii_strtoull(parts[i], NULL, 10);
    g_autofree char *result = result_of(n), *actual = g_strdup_printf("%u\n%s", n, result);
    g_autofree char *expected = g_strconcat(parts[i], parts[i + 1] ? "\n" : "", NULL);
    g_string_append_printf(all, "== %s", actual);
    if (strcmp(actual, expected) == 0)
      continue;
    other++;
    g_print("--- was\n%s--- is\n%s", expected, actual);
  }
  if (other > 0 && g_getenv("ADREF_UPDATE"))
    g_file_set_contents(file, all->str, (gssize)all->len, NULL);
  ck_assert_msg(other == 0, "%s: %u results differ", file, other);
}

#endif
