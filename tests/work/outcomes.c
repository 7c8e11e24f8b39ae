#include "outcomes.h"

#include <string.h>

void outcome_add_lines(GString *out, const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (*lines[i])
      g_string_append_printf(out, "%u: %s\n", i + 1, lines[i]);
}

/* The parts of a case, which ends in a newline. Caller frees. */
static char **parts_of(const char *text)
{
  g_autofree char *framed = g_strconcat("\n", text, NULL);
  char **parts = g_strsplit(framed, "\n--\n", -1);
  for (guint i = 0; parts[i]; i++) {
    const char *words = parts[i] + (i == 0 ? 1 : 0), *end = parts[i + 1] ? "\n" : "";
    char *part = g_strcmp0(words, ".") == 0 || g_strcmp0(words, ".\n") == 0
                     ? g_strdup("")
                     : g_strconcat(words, end, NULL);
    g_free(parts[i]);
    parts[i] = part;
  }
  return parts;
}

/* A case without its "== ": runs it, and appends it with its outcome to `all`. */
static gboolean is_as_before(const char *path, const char *text, OutcomeFunction run, gpointer data,
                             GString *all)
{
  const char *end = strchr(text, '\n'), *rule = end ? g_strrstr(end, "\n---\n") : NULL;
  ck_assert_msg(rule != NULL, "%s: a case without ---: %s", path, text);
  g_autofree char *head = g_strndup(text, (gsize)(end - text));
  g_autofree char *input = g_strndup(end + 1, (gsize)(rule - end));
  const char *expected = rule + strlen("\n---\n");
  g_auto(GStrv) parts = parts_of(input);
  g_autoptr(GString) out = g_string_new(NULL);
  run(parts, data, out);
  g_string_append_printf(all, "== %s\n%s---\n%s", head, input, out->str);
  if (strcmp(out->str, expected) == 0)
    return TRUE;
  g_print("== %s\n%s--- was\n%s--- is\n%s", head, input, expected, out->str);
  return FALSE;
}

void outcomes_are(const char *path, OutcomeFunction run, gpointer data)
{
  g_autofree char *text = NULL;
  ck_assert_msg(g_file_get_contents(path, &text, NULL, NULL), "%s cannot be read", path);
  g_auto(GStrv) cases = g_strsplit(text + strlen("== "), "\n== ", -1);
  g_autoptr(GString) all = g_string_new(NULL);
  guint others = 0;
  for (guint i = 0; cases[i]; i++) {
    g_autofree char *one = g_strconcat(cases[i], cases[i + 1] ? "\n" : "", NULL);
    others += is_as_before(path, one, run, data, all) ? 0 : 1;
  }
  if (g_getenv("ADREF_UPDATE"))
    g_file_set_contents(path, all->str, (gssize)all->len, NULL);
  ck_assert_msg(others == 0, "%s: %u outcomes differ", path, others);
}
