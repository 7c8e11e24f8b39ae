#include "cases.h"
#include "sandbox.h"

/* The subjects, joined by "|". */
static char *subjects(AdrefRepo *repo, const char *folder, guint limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) log = adref_repo_log(repo, folder, limit, &error);
  ck_assert_no_error(error);
  g_autoptr(GString) joined = g_string_new(NULL);
  for (guint i = 0; i < log->len; i++) {
    const AdrefLogEntry *entry = log->pdata[i];
    g_string_append_printf(joined, "%s%s", i > 0 ? "|" : "", entry->subject);
  }
  return g_string_free(g_steal_pointer(&joined), FALSE);
}

static void log_is(AdrefRepo *repo, const char *folder, guint limit, const char *expected)
{
  g_autofree char *found = subjects(repo, folder, limit);
  ck_assert_str_eq(found, expected);
}

static void save_text(const Sandbox *box, AdrefRepo *repo, const char *path, const char *text)
{
  write_file(box, path, text);
  save_one(repo, path, text);
}

START_TEST(lists_what_changed_a_folder)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  log_is(repo, "", 0, "");
  save_text(box, repo, "x.md", "outside");
  save_text(box, repo, "s/a/en.md", "one");
  save_text(box, repo, "s/b/en.md", "other");
  save_text(box, repo, "s/a/record/JPN.yaml", "two");
  g_free(git(box, "commit -q --allow-empty -m nothing"));
  log_is(repo, "s/a", 0, "two|one");
  log_is(repo, "s/a", 1, "two");
  log_is(repo, "s", 0, "two|other|one");
  log_is(repo, "", 0, "two|other|one|outside");
  log_is(repo, "nowhere", 0, "");
  g_autoptr(AdrefRepo) below = open_repo(box, "s");
  log_is(below, "a", 0, "two|one");
  log_is(below, "", 0, "two|other|one");
}
END_TEST

START_TEST(tells_all_of_a_version)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_setenv("GIT_AUTHOR_DATE", "@1702800000 +0900", TRUE);
  write_file(box, "a.md", "a\n");
  const char *const paths[] = {"a.md", NULL};
  const char *const trailers[] = {"Statement: a", "Party: JPN", NULL};
  AdrefSave save = {"subject", "One.\n\nTwo.", trailers, paths};
  AdrefVersion version;
  gboolean saved;
  ck_assert(adref_repo_save(repo, &save, &version, &saved, NULL));
  g_free(git(box, "tag -a -m x a/zero"));
  g_free(git(box, "tag a/also"));
  g_autoptr(GPtrArray) log = adref_repo_log(repo, "", 0, NULL);
  const AdrefLogEntry *entry = log->pdata[0];
  ck_assert_str_eq(entry->version.id, version.id);
  ck_assert_str_eq(entry->author.name, "Ana Sol");
  ck_assert_str_eq(entry->author.email, "ana@example.org");
  ck_assert_int_eq(entry->author.time, 1702800000);
  ck_assert_int_eq(entry->author.offset, 540);
  ck_assert_str_eq(entry->subject, "subject");
  ck_assert_str_eq(entry->body, "One.\n\nTwo.");
  ck_assert_uint_eq(entry->trailers->len, 2);
  ck_assert_str_eq(entry->trailers->pdata[1], "Party: JPN");
  ck_assert_uint_eq(entry->labels->len, 2);
  ck_assert_str_eq(entry->labels->pdata[0], "a/also");
  ck_assert_str_eq(entry->labels->pdata[1], "a/zero");
}
END_TEST

START_TEST(keeps_trailers_and_body_apart)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_free(git(box, "commit -q --allow-empty -m base"));
  save_text(box, repo, "a.md", "plain");
  g_free(git(box, "commit -q --amend -m 'plain: subject' -m 'Only: a trailer'"));
  g_autoptr(GPtrArray) log = adref_repo_log(repo, "", 0, NULL);
  const AdrefLogEntry *entry = log->pdata[0];
  ck_assert_str_eq(entry->subject, "plain: subject");
  ck_assert_str_eq(entry->body, "");
  ck_assert_str_eq(entry->trailers->pdata[0], "Only: a trailer");
  ck_assert_uint_eq(log->len, 1);
}
END_TEST

START_TEST(lists_a_merge_that_differs_from_both)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_text(box, repo, "s/a.md", "base");
  g_free(git(box, "switch -qc side"));
  save_text(box, repo, "s/b.md", "on the side");
  g_free(git(box, "switch -q main"));
  save_text(box, repo, "other.md", "elsewhere");
  g_free(git(box, "merge -q -m 'merge without news' side"));
  log_is(repo, "s", 0, "on the side|base");
  g_free(git(box, "switch -qc third HEAD~1"));
  save_text(box, repo, "s/c.md", "third");
  g_free(git(box, "switch -q main"));
  g_free(git(box, "merge -q -m 'merge of both' third"));
  g_autofree char *found = subjects(repo, "s", 1);
  ck_assert_str_eq(found, "merge of both");
}
END_TEST

TCase *tcase_log(void)
{
  TCase *tcase = tcase_create("log");
  tcase_add_test(tcase, lists_what_changed_a_folder);
  tcase_add_test(tcase, tells_all_of_a_version);
  tcase_add_test(tcase, keeps_trailers_and_body_apart);
  tcase_add_test(tcase, lists_a_merge_that_differs_from_both);
  return tcase;
}
