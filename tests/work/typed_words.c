/* Words that a person types as an argument, in place of others of a clause: typed_words.txt. */
#include "work/edit/typed_words.h"

#include "cases.h"
#include "clause/markdown/canonical.h"
#include "outcomes.h"
#include "workplace.h"

typedef struct {
  Workplace *workplace;
  char *text; /* of the last case that has one */
} Typed;

static AdrefText *open_text(const Typed *self)
{
  g_autoptr(GError) error = NULL;
  workplace_put(self->workplace, "statements/demo/en.md", self->text);
  AdrefSession *session = workplace_reopen(self->workplace, ".");
  AdrefText *text = adref_text_open(session, "demo", NULL, &error);
  ck_assert_no_error(error);
  return text;
}

/* "OLD => NEW" in the first clause of the text. */
static void add_replaced(GString *out, const Typed *self, const char *typed)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *old = NULL, *new = NULL;
  g_string_append_printf(out, "%s\n", typed);
  if (!adref_typed_words_divide(typed, &old, &new)) {
    g_string_append(out, "  no arrow\n");
    return;
  }
  g_autoptr(AdrefText) text = open_text(self);
  AdrefNode *clause = text->document->first;
  if (!adref_typed_words_replace(text, clause, "op a", old, new, &error)) {
    g_string_append_printf(out, "  refused: %s\n", error->message);
    return;
  }
  g_autoptr(GString) canonical = adref_canonical_clause(clause);
  g_auto(GStrv) lines = g_strsplit(canonical->str, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line)
      g_string_append_printf(out, "  %s\n", *line);
}

/* The text, where it is another than in the case before, and what is typed, a line for each. */
static void take_typed(char **parts, gpointer data, GString *out)
{
  Typed *self = data;
  if (parts[1]) {
    g_free(self->text);
    self->text = g_strdup(parts[0]);
  }
  g_auto(GStrv) lines = g_strsplit(parts[1] ? parts[1] : parts[0], "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line)
      add_replaced(out, self, *line);
}

START_TEST(words_in_place_of_others)
{
  g_autoptr(Workplace) workplace = workplace_new();
  Typed typed = {workplace, NULL};
  outcomes_are("tests/work/typed_words.txt", take_typed, &typed);
  g_free(typed.text);
}
END_TEST

/* Words for one language, and for others. */
START_TEST(words_for_a_language)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GPtrArray) entries = g_ptr_array_new();
  ck_assert_ptr_null(adref_typed_words_for(entries, "ja"));
  ck_assert_ptr_null(adref_typed_words_for(NULL, "ja"));
  g_ptr_array_add(entries, (char[]){"en=words = more"});
  g_ptr_array_add(entries, (char[]){"ja="});
  g_ptr_array_add(entries, (char[]){"jav=other"});
  ck_assert_str_eq(adref_typed_words_for(entries, "en"), "words = more");
  ck_assert_str_eq(adref_typed_words_for(entries, "ja"), "");
  ck_assert_str_eq(adref_typed_words_for(entries, "jav"), "other");
  ck_assert_ptr_null(adref_typed_words_for(entries, "j"));
}
END_TEST

TCase *tcase_typed_words(void)
{
  TCase *tcase = tcase_create("typed_words");
  tcase_add_test(tcase, words_in_place_of_others);
  tcase_add_test(tcase, words_for_a_language);
  return tcase;
}
