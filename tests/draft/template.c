#include "draft/library/template.h"

#include <string.h>

#include "draft/cases.h"
#include "suite.h"

#define PATH "templates/clauses/cyber/training.md"

static const char good[] = "---\n"
                           "summary: Training\n"
                           "kind: op\n"
                           "params:\n"
                           "  people: {type: integer, default: 5000}\n"
                           "---\n"
                           "\n"
                           "They train {{people}} in {{> common/place}}.\n";

static AdrefTemplate *parse(const char *text, const char *path, const AdrefTemplate *original,
                            GError **error)
{
  g_autoptr(AdrefParties) parties = adref_parties_new_empty();
  return adref_template_parse(text, strlen(text), path, original, parties, error);
}

static void refuses(const char *text, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(parse(text, PATH, NULL, &error));
  ck_assert_error(error, message);
}

START_TEST(parses)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefTemplate) template = parse(good, PATH, NULL, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(template->name, "cyber/training");
  ck_assert_str_eq(template->language, "en");
  ck_assert_int_eq(template->kind, ADREF_OP);
  ck_assert_uint_eq(template->first_line, 7);
  ck_assert_uint_eq(template->includes->len, 1);
  const AdrefInclude *include = template->includes->pdata[0];
  ck_assert_str_eq(include->name, "common/place");
  ck_assert_uint_eq(include->place.line, 8);
  ck_assert_int_eq(adref_template_param(template, "people")->type, ADREF_VALUE_INTEGER);
  ck_assert_ptr_null(adref_template_param(template, "host"));
}
END_TEST

START_TEST(translations_take_over)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefTemplate) original = parse(good, PATH, NULL, &error);
  const char *path = "templates/clauses/cyber/training.ja.md";
  g_autoptr(AdrefTemplate) template = parse("{{people}}人\n", path, original, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(template->name, "cyber/training");
  ck_assert_str_eq(template->language, "ja");
  ck_assert_str_eq(template->summary, "Training");
  ck_assert_ptr_null(template->speaker);
  ck_assert_int_eq(template->kind, ADREF_OP);
  ck_assert_ptr_nonnull(adref_template_param(template, "people"));
  g_autoptr(AdrefTemplate) read =
      parse("---\nspeaker: A. Tanaka\n---\nx\n", path, original, &error);
  ck_assert_str_eq(read->speaker, "A. Tanaka");
  ck_assert_ptr_null(parse("---\nkind: op\n---\nx\n", path, original, &error));
  ck_assert_ptr_nonnull(strstr(error->message, "\"kind\""));
}
END_TEST

START_TEST(windows_line_ends)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefTemplate) template =
      parse("---\r\nsummary: x\r\nkind: pp\r\n---\r\nWords\r\n", PATH, NULL, &error);
  ck_assert_no_error(error);
  ck_assert_int_eq(template->kind, ADREF_PP);
}
END_TEST

START_TEST(refuses_what_is_wrong)
{
  refuses("Words\n", PATH ":1:1: a template begins with its front matter: summary and kind between "
                          "two lines \"---\"");
  refuses("---\nsummary: x\n",
          PATH ":1:1: the front matter has no end; a second line \"---\" ends it");
  refuses("---\nkind: op\n---\nx\n", PATH ":1:1: a template needs a summary: one line for lists");
  refuses("---\nsummary: x\n---\nx\n",
          PATH ":1:1: a template needs a kind: one of chapeau, pp, op, "
               "item, closing, annex");
  refuses("---\nsummary: x\nkind: opp\n---\nx\n",
          PATH ":3:7: \"opp\" is not a kind; allowed are chapeau, pp, op, item, closing, annex");
  refuses("---\nsummary: x\nkind: op\n---\n\n  \n", PATH ":5:1: the template has no text");
  refuses("---\nsummary: x\nkind: op\nparams: {statement: {type: text}}\n---\nx\n",
          PATH ":4:10: \"statement\" holds the facts of the statement; a parameter needs another "
               "name");
  refuses("---\nsummary: x\nkind: op\nparams: [x]\n---\nx\n",
          PATH ":4:9: params needs a map: a name and what it is, such as people: {type: integer}");
}
END_TEST

START_TEST(paths_and_names)
{
  static const char *const paths[][3] = {
      {"templates/clauses/a/b.md", "a/b", "en"},
      {"templates/clauses/a/b.ja.md", "a/b", "ja"},
      {"templates/clauses/a/b.zh-Hans.md", "a/b", "zh-Hans"},
      {"/tmp/v1.2/draft.md", "draft", "en"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
    g_autofree char *name = NULL, *language = NULL;
    ck_assert(adref_template_split_path(paths[i][0], &name, &language));
    ck_assert_str_eq(name, paths[i][1]);
    ck_assert_str_eq(language, paths[i][2]);
  }
  g_autofree char *path = adref_template_path("a/b", "ja");
  ck_assert_str_eq(path, "templates/clauses/a/b.ja.md");
}
END_TEST

TCase *tcase_template(void)
{
  TCase *tcase = tcase_create("template");
  tcase_add_test(tcase, parses);
  tcase_add_test(tcase, translations_take_over);
  tcase_add_test(tcase, windows_line_ends);
  tcase_add_test(tcase, refuses_what_is_wrong);
  tcase_add_test(tcase, paths_and_names);
  return tcase;
}
