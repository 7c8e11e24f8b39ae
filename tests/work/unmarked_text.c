/* The clauses of a text without markers, beside the text that it came from: unmarked_texts.txt. */
#include "work/join/unmarked_text.h"

#include "cases.h"
#include "clause/markdown/canonical.h"
#include "outcomes.h"
#include "workplace.h"

typedef struct {
  Workplace *workplace;
  char *base; /* of the last case that names one */
} Unmarked;

static AdrefText *open_text(AdrefSession *session, const char *name)
{
  g_autoptr(GError) error = NULL;
  AdrefText *text = adref_text_open(session, name, NULL, &error);
  ck_assert_no_error(error);
  return text;
}

/* The text with markers, where it is another than in the case before, and the one without. */
static void take_text(char **parts, gpointer data, GString *out)
{
  Unmarked *self = data;
  if (parts[1]) {
    g_free(self->base);
    self->base = g_strdup(parts[0]);
  }
  workplace_put(self->workplace, "base.md", self->base);
  workplace_put(self->workplace, "text.md", parts[1] ? parts[1] : parts[0]);
  AdrefSession *session = workplace_reopen(self->workplace, ".");
  g_autoptr(AdrefText) base = open_text(session, "base.md"), text = open_text(session, "text.md");
  g_autoptr(GError) error = NULL;
  gboolean is_part = FALSE;
  g_autoptr(AdrefNode) clauses =
      adref_unmarked_text_read(text, base, "text.md", TRUE, &is_part, &error);
  g_string_append(out, self->workplace->said->str);
  if (is_part)
    g_string_append(out, "(a part)\n");
  if (error)
    g_string_append_printf(out, "refused: %s\n", error->message);
  if (!clauses && !error)
    g_string_append(out, "(as it is)\n");
  g_autoptr(GString) canonical = clauses ? adref_canonical(clauses) : g_string_new(NULL);
  g_auto(GStrv) lines = g_strsplit(canonical->str, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line)
      g_string_append_printf(out, "%s\n", *line);
}

START_TEST(clauses_are_recognised)
{
  g_autoptr(Workplace) workplace = workplace_new();
  Unmarked unmarked = {workplace, NULL};
  outcomes_are("tests/work/unmarked_texts.txt", take_text, &unmarked);
  g_free(unmarked.base);
}
END_TEST

TCase *tcase_unmarked_text(void)
{
  TCase *tcase = tcase_create("unmarked_text");
  tcase_add_test(tcase, clauses_are_recognised);
  return tcase;
}
