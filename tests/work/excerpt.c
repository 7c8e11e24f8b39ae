/* Which clauses and parts a list names, and what an excerpt has of them: excerpts.txt. */
#include "work/export/excerpt.h"

#include <string.h>

#include "cases.h"
#include "clause/markdown/canonical.h"
#include "outcomes.h"
#include "workplace.h"

typedef struct {
  Workplace *workplace;
  char *known; /* of the last case that names one */
} Excerpts;

/* The text, where it is another than in the case before, and a line with the list. */
static void take_list(char **parts, gpointer data, GString *out)
{
  Excerpts *self = data;
  g_autofree char *list = g_strchomp(g_strdup(parts[1] ? parts[1] : parts[0]));
  if (parts[1]) {
    g_free(self->known);
    self->known = g_strdup(parts[0]);
  }
  gboolean keeps_links = g_str_has_suffix(list, " (with links)");
  if (keeps_links)
    list[strlen(list) - strlen(" (with links)")] = '\0';
  workplace_put(self->workplace, "text.md", self->known);
  AdrefSession *session = workplace_reopen(self->workplace, ".");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefText) text = adref_text_open(session, "text.md", NULL, &error);
  ck_assert_no_error(error);
  if (!adref_excerpt_make(text, list, keeps_links, &error)) {
    g_string_append_printf(out, "refused: %s\n", error->message);
    return;
  }
  g_autoptr(GString) canonical = adref_canonical(text->document);
  g_auto(GStrv) lines = g_strsplit(canonical->str, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line)
      g_string_append_printf(out, "%s\n", *line);
}

START_TEST(lists_of_clauses_and_parts)
{
  g_autoptr(Workplace) workplace = workplace_new();
  Excerpts excerpts = {workplace, NULL};
  outcomes_are("tests/work/excerpts.txt", take_list, &excerpts);
  g_free(excerpts.known);
}
END_TEST

TCase *tcase_excerpt(void)
{
  TCase *tcase = tcase_create("excerpt");
  tcase_add_test(tcase, lists_of_clauses_and_parts);
  return tcase;
}
