/* Which bracket, and which alternative of it, a name means in a text: bracket_names.txt. */
#include "work/select_bracket.h"

#include "cases.h"
#include "clause/proposals/bracket_list.h"
#include "outcomes.h"
#include "workplace.h"

typedef struct {
  Workplace *workplace;
  AdrefText *text; /* of the last case that has one */
} Brackets;

static void add_selected(GString *out, const AdrefText *text, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_auto(AdrefBracketName) read;
  adref_bracket_name_read(name, &read);
  g_string_append_printf(out, "%s: \"%s\" bracket %u alternative %u\n", name, read.clause,
                         read.bracket, read.alternative);
  AdrefSelectedBracket selected;
  AdrefNode *alternative = NULL;
  if (adref_select_bracket(text, &read, &selected, &error))
    alternative = adref_select_alternative(&selected, read.alternative, &error);
  g_autofree char *words = alternative ? adref_open_bracket_shown(alternative) : NULL;
  g_autofree char *clause = alternative ? adref_select_clause_name(selected.clause) : NULL;
  if (alternative)
    g_string_append_printf(out, "  %s, bracket %u: %s\n", clause, selected.number, words);
  else
    g_string_append_printf(out, "  refused: %s\n", error->message);
}

/* The text, where it is another than in the case before, and names, a line for each. */
static void take_names(char **parts, gpointer data, GString *out)
{
  Brackets *self = data;
  if (parts[1]) {
    g_autoptr(GError) error = NULL;
    adref_text_free(self->text);
    workplace_put(self->workplace, "statements/demo/en.md", parts[0]);
    AdrefSession *session = workplace_reopen(self->workplace, ".");
    self->text = adref_text_open(session, "demo", NULL, &error);
    ck_assert_no_error(error);
  }
  g_auto(GStrv) names = g_strsplit(parts[1] ? parts[1] : parts[0], "\n", -1);
  for (char **name = names; *name; name++)
    if (**name)
      add_selected(out, self->text, *name);
}

START_TEST(names_of_brackets)
{
  g_autoptr(Workplace) workplace = workplace_new();
  Brackets brackets = {workplace, NULL};
  outcomes_are("tests/work/bracket_names.txt", take_names, &brackets);
  adref_text_free(brackets.text);
}
END_TEST

TCase *tcase_select_bracket(void)
{
  TCase *tcase = tcase_create("select_bracket");
  tcase_add_test(tcase, names_of_brackets);
  return tcase;
}
