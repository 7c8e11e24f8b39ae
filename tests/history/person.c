#include "cases.h"
#include "sandbox.h"

START_TEST(asks_for_an_identity)
{
  g_autoptr(Sandbox) box = sandbox_new_empty();
  g_free(git(box, "init -q"));
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  save_fails(repo, "a.md",
             "git does not know who the author is; set your name and email with\n"
             "  git config --global user.name \"Your Name\"\n"
             "  git config --global user.email \"you@example.org\"");
}
END_TEST

START_TEST(takes_the_environment_first)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_setenv("GIT_AUTHOR_NAME", " Bo <Lim>\n", TRUE);
  g_setenv("GIT_AUTHOR_EMAIL", "bo@example.org", TRUE);
  g_setenv("GIT_AUTHOR_DATE", "@1702800000 +0900", TRUE);
  g_setenv("GIT_COMMITTER_NAME", "Clerk", TRUE);
  g_setenv("GIT_COMMITTER_DATE", "1702800060 -0330", TRUE);
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  save_one(repo, "a.md", "a");
  git_says(box, "log --date=raw --format='%an|%ae|%ad|%cn|%ce|%cd'",
           "Bo Lim|bo@example.org|1702800000 +0900|Clerk|ana@example.org|1702800060 -0330");
}
END_TEST

START_TEST(reads_dates_as_git_does)
{
  static const char *const dates[] = {
      "@1702800001",
      "1702800000",
      "1702800000 -0130",
      "2023-12-17T17:00:00+0900",
      "2023-12-17T17:00:00+09:00",
      "2023-12-17 17:00:00 +0900",
      "2023-12-17T08:00:00Z",
      "2023-12-17T08:00:00",
  };
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  for (gsize i = 0; i < G_N_ELEMENTS(dates); i++) {
    g_setenv("GIT_AUTHOR_DATE", dates[i], TRUE);
    write_file(box, "a.md", dates[i]);
    save_one(repo, "a.md", dates[i]);
    g_autofree char *ours = git(box, "log -1 --date=raw --format=%%ad");
    g_free(git(box, "commit -q --allow-empty -m witness"));
    git_says(box, "log -1 --date=raw --format=%ad", ours);
  }
}
END_TEST

START_TEST(refuses_other_dates)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  g_setenv("GIT_AUTHOR_DATE", "yesterday", TRUE);
  save_fails(repo, "a.md",
             "GIT_AUTHOR_DATE is \"yesterday\"; allowed are \"@1702800000 +0900\" and "
             "\"2023-12-17T17:00:00+0900\"");
}
END_TEST

START_TEST(reads_an_author)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(GError) error = NULL;
  g_setenv("GIT_AUTHOR_DATE", "@1702800000 +0900", TRUE);
  g_autoptr(AdrefPerson) person = adref_person_read("Aiko Mori <aiko@example.org>", &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(person->name, "Aiko Mori");
  ck_assert_str_eq(person->email, "aiko@example.org");
  ck_assert_int_eq(person->time, 1702800000);
  ck_assert_int_eq(person->offset, 540);
  static const char *const wrong[] = {"Aiko",  "<a@b.org>",    "Aiko <>", "Aiko <a@b.org> x",
                                      "A >x<", "A >b<c@d.org", "",        "Aiko\xFF <a@b.org>",
                                      "<>",    "A <a@b.org> <"};
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    ck_assert_ptr_null(adref_person_read(wrong[i], &error));
    g_clear_error(&error);
  }
}
END_TEST

TCase *tcase_person(void)
{
  TCase *tcase = tcase_create("person");
  tcase_add_test(tcase, asks_for_an_identity);
  tcase_add_test(tcase, takes_the_environment_first);
  tcase_add_test(tcase, reads_dates_as_git_does);
  tcase_add_test(tcase, refuses_other_dates);
  tcase_add_test(tcase, reads_an_author);
  return tcase;
}
