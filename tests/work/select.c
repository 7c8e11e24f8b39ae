#include <string.h>

#include "cases.h"
#include "clause/markdown/markdown_read.h"
#include "clause/proposals/bracket_list.h"
#include "work/person_time.h"
#include "work/select_bracket.h"
#include "work/select_clause.h"
#include "work/select_draft.h"
#include "workplace.h"

START_TEST(clause_by_id_or_number)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_put(workplace, "statements/demo/en.md",
                "# Demo\n\n<!-- op training no=12bis -->\nwords\n\n<!-- op 12bis -->\nmore\n");
  g_autoptr(AdrefText) text = adref_text_open(workplace->session, "demo", NULL, &error);
  ck_assert_no_error(error);
  const AdrefNode *training = adref_select_clause_find(text->document, "training");
  ck_assert_str_eq(training->as.clause->id, "training");
  ck_assert_str_eq(training->as.clause->number, "12 bis");
  ck_assert_ptr_eq(adref_select_clause_find(text->document, "12BIS"), training);
  ck_assert_ptr_ne(adref_select_clause_find(text->document, "12bis"), training);
  ck_assert_ptr_null(adref_select_clause_find(text->document, "12"));
  ck_assert_ptr_null(adref_select_clause(text, "trainin", &error));
  ck_assert_error(error, "statements/demo/en.md: no clause \"trainin\"; did you mean training?");
}
END_TEST

START_TEST(argument_that_is_no_statement_is_a_clause)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  const char *clause = NULL;
  g_autoptr(AdrefText) text =
      adref_select_clause_text(workplace->session, "ports", &clause, NULL, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(text->statement->id, "demo");
  ck_assert_str_eq(clause, "ports");
  clause = NULL;
  ck_assert_ptr_null(adref_select_clause_text(workplace->session, "port", &clause, NULL, &error));
  ck_assert_error(error, "statements/demo/en.md: no clause \"port\"; did you mean ports?");
  clause = "ports";
  ck_assert_ptr_null(adref_select_clause_text(workplace->session, "ports", &clause, NULL, &error));
  ck_assert_error(error, "there is no statement \"ports\"; there are: demo");
  gboolean is_statement;
  ck_assert(adref_session_open_workspace(workplace->session, &error));
  ck_assert(adref_select_clause_is_statement(workplace->session, "demo", &is_statement, &error));
  ck_assert(is_statement);
  ck_assert(adref_select_clause_is_statement(workplace->session, "ports", &is_statement, &error));
  ck_assert(!is_statement);
}
END_TEST

static AdrefNode *read_text(const char *markdown)
{
  GError *error = NULL;
  AdrefNode *document = adref_markdown_read(markdown, strlen(markdown), NULL, NULL, &error);
  ck_assert_no_error(error);
  return document;
}

/* The lines of the clauses of another language that are those of a text: by their ids, by their
 * numbers and kinds where they have none, headings without either by their order. */
START_TEST(same_clause_of_another_language)
{
  static const char own[] = "# Aim\n\n<!-- op a -->\nx\n\n<!-- op no=2 -->\ny\n\n## Means\n\nz\n\n"
                            "<!-- heading h -->\n## End\n\n<!-- pp no=3 -->\nw\n";
  static const struct {
    const char *other, *lines; /* 0: none */
  } texts[] = {
      {own, "1 3 6 9 0 13 16"},
      {"# A\n\n<!-- op no=2 -->\ny\n\n<!-- op a -->\nx\n\n## M\n\n<!-- heading h -->\n## E\n",
       "1 6 3 9 0 11 0"},
      {"# A\n\n<!-- heading h -->\n## E\n\n## M\n\n## N\n\n<!-- pp no=2 -->\ny\n", "0 0 0 0 0 3 0"},
      {"# A\n\n<!-- heading h -->\n## E\n\n## M\n\n<!-- op b no=2 -->\ny\n\n<!-- op no=3 -->\nw\n",
       "1 0 0 3 0 3 0"},
      {"# A\n\n<!-- heading h -->\n## E\n", "0 0 0 0 0 3 0"},
  };
  g_autoptr(AdrefNode) document = read_text(own);
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(AdrefNode) other = read_text(texts[i].other);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (AdrefNode *clause = document->first; clause; clause = clause->next) {
      const AdrefNode *same = adref_select_same_clause(other, clause);
      g_string_append_printf(lines, "%s%u", lines->len > 0 ? " " : "", same ? same->line : 0);
    }
    ck_assert_str_eq(lines->str, texts[i].lines);
  }
}
END_TEST

/* A bracket in so many characters: where its alternatives begin alike and are longer, the words in
 * which they differ are shown, and two before them. */
START_TEST(words_of_a_bracket_in_a_message)
{
  static const struct {
    const char *bracket, *words;
    guint width;
  } cases[] = {
      {"[shall - JPN / should - THA]", "[shall - JPN / should - THA]", 60},
      {"[shall - JPN / should - THA; VNM oppose]", "[shall - JPN / should - THA; VNM oppose]", 10},
      {"[in full - JPN]", "[in full - JPN]", 8},
      {"[words - JPN delete]", "[words - JPN delete]", 60},
      {"[the ministers of trade meet often - JPN / the ministers of trade meet at times - THA]",
       "[...meet often - JPN / ...meet at times - THA]", 60},
      {"[the ministers of trade meet often - JPN / the ministers of trade meet at times - THA]",
       "[...meet often - JPN / ...meet at times - THA]", 40},
      {"[the ministers of trade meet often - JPN / they - THA]",
       "[the ministers of ... - JPN / they - THA]", 40},
      {"[the ministers of trade meet often, and talk of what is still open - JPN]",
       "[the ministers of trade meet... - JPN]", 30},
      {"[one two three four five six seven - JPN / one two three four five six eight - THA / one "
       "two "
       "three four five six - VNM]",
       "[...five six seven - JPN / ...five six eight - THA / ...five six - VNM]", 60},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *text = g_strdup_printf("We say %s so.\n", cases[i].bracket);
    g_autoptr(AdrefNode) document = read_text(text);
    g_autoptr(GArray) open = adref_open_brackets_list(document);
    ck_assert_uint_eq(open->len, 1);
    g_autofree char *words = adref_select_bracket_words(
        g_array_index(open, AdrefOpenBracket, 0).bracket, cases[i].width);
    ck_assert_str_eq(words, cases[i].words);
  }
}
END_TEST

START_TEST(draft_by_name_or_the_last)
{
  AdrefLabel labels[] = {{.name = (char[]){"zero"}}, {.name = (char[]){"rev1"}}};
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  ck_assert_ptr_null(adref_select_draft(all, NULL));
  g_ptr_array_add(all, &labels[0]);
  g_ptr_array_add(all, &labels[1]);
  ck_assert_ptr_eq(adref_select_draft(all, NULL), &labels[1]);
  ck_assert_ptr_eq(adref_select_draft(all, "zero"), &labels[0]);
  ck_assert_ptr_null(adref_select_draft(all, "rev2"));
}
END_TEST

START_TEST(time_is_in_the_persons_zone)
{
  AdrefPerson person = {.time = 1700000000, .offset = 540};
  g_autofree char *time = adref_person_time(&person, "%Y-%m-%dT%H:%M:%S%:z", "?");
  ck_assert_str_eq(time, "2023-11-15T07:13:20+09:00");
  person.time = G_MAXINT64;
  g_autofree char *unknown = adref_person_time(&person, "%Y", "?");
  ck_assert_str_eq(unknown, "?");
  ck_assert_ptr_null(adref_person_time(&person, "%Y", NULL));
}
END_TEST

TCase *tcase_select(void)
{
  TCase *tcase = tcase_create("select");
  tcase_add_test(tcase, clause_by_id_or_number);
  tcase_add_test(tcase, argument_that_is_no_statement_is_a_clause);
  tcase_add_test(tcase, same_clause_of_another_language);
  tcase_add_test(tcase, words_of_a_bracket_in_a_message);
  tcase_add_test(tcase, draft_by_name_or_the_last);
  tcase_add_test(tcase, time_is_in_the_persons_zone);
  return tcase;
}
