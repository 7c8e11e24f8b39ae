#include "work/text.h"

#include <string.h>

#include "cases.h"
#include "workplace.h"

static void refuses(Workplace *workplace, const char *argument, const char *language,
                    const char *message)
{
  GError *error = NULL;
  g_autoptr(AdrefText) text = adref_text_open(workplace->session, argument, language, &error);
  ck_assert_ptr_null(text);
  ck_assert_error(error, message);
}

/* Opens the text of an argument, which must be this one. */
static void opens(Workplace *workplace, const char *argument, const char *language,
                  const char *name, const char *is_in)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefText) text = adref_text_open(workplace->session, argument, language, &error);
  ck_assert_no_error(error);
  ck_assert_msg(g_str_has_suffix(text->name, name), "%s", text->name);
  ck_assert_str_eq(text->language, is_in);
}

START_TEST(argument_names_a_statement_in_a_language)
{
  g_autoptr(Workplace) workplace = workplace_new();
  opens(workplace, "demo", NULL, "statements/demo/en.md", "en");
  opens(workplace, NULL, "ja", "statements/demo/ja.md", "ja");
  refuses(workplace, "demo", "th",
          "demo has no text in \"th\"; its languages are en, ja; "
          "languages: in statement.yaml names another");
  workplace_put(workplace, "statements/new/statement.yaml",
                "title: New\noutline: plain\nparties: [JPN]\n");
  refuses(workplace, "new", NULL,
          "statements/new/en.md: there is no text yet; \"adref draft new\" assembles it");
}
END_TEST

START_TEST(argument_names_a_version)
{
  g_autoptr(Workplace) workplace = workplace_new();
  workplace_init(workplace);
  workplace_put(workplace, "statements/demo/en.md", "# Changed\n");
  g_autofree char *head = workplace_git(workplace, "rev-parse HEAD");
  g_autofree char *name = g_strdup_printf("%.8s:statements/demo/en.md", head);
  opens(workplace, "demo@HEAD", NULL, name, "en");
  opens(workplace, "@main", NULL, name, "en");
  opens(workplace, "demo@work", NULL, "statements/demo/en.md", "en");
  g_autoptr(GError) error = NULL;
  AdrefVersion version = {""};
  g_strlcpy(version.id, head, sizeof version.id);
  g_autoptr(AdrefText) by_id =
      adref_text_open_at(workplace->session, "demo", &version, "en", &error);
  g_autoptr(AdrefText) by_name =
      adref_text_open_version(workplace->session, "demo", "HEAD", "en", &error);
  ck_assert_no_error(error);
  ck_assert_ptr_eq(by_id->statement, by_name->statement);
  ck_assert_ptr_null(by_id->file);
  g_autofree char *title = adref_document_title(by_id->document);
  ck_assert_str_eq(title, "Demo");
}
END_TEST

/* A statement that is gone is still in its versions. */
START_TEST(version_may_have_a_statement_that_is_gone)
{
  g_autoptr(Workplace) workplace = workplace_new();
  workplace_init(workplace);
  g_free(workplace_git(workplace, "mv statements/demo statements/other"));
  opens(workplace, "demo@HEAD", NULL, ":statements/demo/en.md", "en");
  refuses(workplace, "nobody@HEAD", NULL, "there is no statement \"nobody\"; there are: demo");
}
END_TEST

START_TEST(file_has_the_language_of_its_name)
{
  g_autoptr(Workplace) workplace = workplace_new();
  static const char *const names[][2] = {
      {"x.md", "en"}, {"ja.md", "ja"}, {"x.ja.md", "ja"}, {"new.md", "en"}, {"x.fil.md", "fil"}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    workplace_put(workplace, names[i][0], "# Words\n");
    opens(workplace, names[i][0], NULL, names[i][0], names[i][1]);
  }
}
END_TEST

START_TEST(input_is_the_doors)
{
  g_autoptr(Workplace) workplace = workplace_new();
  refuses(workplace, "-", NULL, "-: there is no standard input here");
  workplace->input = "# From elsewhere\n";
  workplace_reopen(workplace, ".");
  opens(workplace, "-", NULL, "standard input", "en");
}
END_TEST

/* A file that was written is another text; its last version is still the first one. */
START_TEST(a_text_that_nobody_changes_is_read_once)
{
  g_autoptr(Workplace) workplace = workplace_new();
  workplace_init(workplace);
  AdrefSession *session = workplace->session;
  g_autoptr(AdrefText) first = adref_text_share(session, "demo", NULL, NULL);
  g_autoptr(AdrefText) saved = adref_text_share(session, "demo@HEAD", NULL, NULL);
  ck_assert_ptr_eq(first->document, saved->document);
  g_autoptr(AdrefText) own = adref_text_open(session, "demo", NULL, NULL);
  ck_assert_ptr_ne(first->document, own->document);
  workplace_put(workplace, "statements/demo/en.md", "# Changed\n");
  g_autoptr(AdrefText) changed = adref_text_share(session, "demo", NULL, NULL);
  g_autofree char *title = adref_document_title(changed->document);
  ck_assert_str_eq(title, "Changed");
}
END_TEST

TCase *tcase_text(void)
{
  TCase *tcase = tcase_create("text");
  tcase_add_test(tcase, argument_names_a_statement_in_a_language);
  tcase_add_test(tcase, argument_names_a_version);
  tcase_add_test(tcase, version_may_have_a_statement_that_is_gone);
  tcase_add_test(tcase, file_has_the_language_of_its_name);
  tcase_add_test(tcase, input_is_the_doors);
  tcase_add_test(tcase, a_text_that_nobody_changes_is_read_once);
  return tcase;
}
