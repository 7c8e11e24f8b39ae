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

/* Several paths: a version in which one of them changed, once; ids are those of the first. */
START_TEST(lists_what_changed_one_of_several_paths)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  const char *const paths[] = {"s/a", "t/p.yaml", NULL};
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) found = g_string_new(NULL);
  gboolean more = TRUE;
  save_text(box, repo, "t/p.yaml", "parties");
  save_text(box, repo, "t/q.yaml", "not asked");
  save_text(box, repo, "s/a/en.md", "text");
  save_text(box, repo, "t/p.yaml", "more parties");
  g_autoptr(AdrefLog) log = adref_log_new_of_paths(repo, paths, NULL, &error);
  ck_assert_no_error(error);
  while (adref_log_next(log, &more, &error) && more) {
    g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
    g_string_append_printf(found, "%s%s|", entry->subject, *adref_log_object_id(log) ? "+" : "");
  }
  ck_assert_str_eq(found->str, "more parties+|text+|");
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
  AdrefRepoSaveOptions save = {
      .subject = "subject", .body = "One.\n\nTwo.", .trailers = trailers, .paths = paths};
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

/* The subjects from a version on, with what is at the path now and before as "subject:1<2". */
static char *walked(AdrefRepo *repo, const char *path, const AdrefVersion *from)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefLog) log = adref_log_new(repo, path, from, &error);
  ck_assert_no_error(error);
  GString *all = g_string_new(NULL);
  gboolean found;
  while (adref_log_next(log, &found, &error) && found) {
    g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
    g_string_append_printf(all, "%s%s:%.4s", all->len ? "|" : "", entry->subject,
                           adref_log_object_id(log));
    for (guint i = 0; i < adref_log_parent_count(log); i++)
      g_string_append_printf(all, "<%.4s", adref_log_parent_object_id(log, i));
    for (guint i = 0; i < adref_log_tags(log)->len; i++)
      g_string_append_printf(all, " %s", (char *)adref_log_tags(log)->pdata[i]);
  }
  ck_assert_no_error(error);
  return g_string_free(all, FALSE);
}

static void walk_is(AdrefRepo *repo, const char *path, const AdrefVersion *from,
                    const char *expected)
{
  g_autofree char *found = walked(repo, path, from);
  ck_assert_str_eq(found, expected);
}

START_TEST(walks_along_a_file)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  walk_is(repo, "s/a.md", NULL, "");
  write_file(box, "s/a.md", "1\n");
  save_one(repo, "s/a.md", "one");
  g_free(git(box, "tag t/one"));
  write_file(box, "s/a.md", "2\n");
  AdrefVersion second = save_one(repo, "s/a.md", "two");
  write_file(box, "s/b.md", "b\n");
  save_one(repo, "s/b.md", "other");
  g_free(git(box, "tag t/other"));
  g_free(git(box, "rm -q s/a.md"));
  g_free(git(box, "commit -qm gone"));
  write_file(box, "s/a.md", "1\n");
  save_one(repo, "s/a.md", "back");
  /* d00491fd: "1", 0cfbf088: "2" */
  walk_is(repo, "s/a.md", NULL, "back:d004<|gone:<0cfb|two:0cfb<d004 t/other|one:d004 t/one");
  walk_is(repo, "s/a.md", &second, "two:0cfb<d004|one:d004 t/one");
  walk_is(repo, "s/a.md/x", NULL, "");
  walk_is(repo, "s", &second, "two:bea6<cc87|one:cc87 t/one");
}
END_TEST

START_TEST(meets_each_version_once)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_text(box, repo, "s/a.md", "base");
  g_free(git(box, "switch -qc side"));
  g_setenv("GIT_COMMITTER_DATE", "2040-01-01T00:00:00+0000", TRUE);
  save_text(box, repo, "s/b.md", "clock that is wrong");
  g_free(git(box, "switch -q main"));
  g_setenv("GIT_COMMITTER_DATE", "2001-01-01T00:00:00+0000", TRUE);
  save_text(box, repo, "s/c.md", "early");
  g_free(git(box, "merge -q -m one side"));
  g_free(git(box, "switch -q side"));
  save_text(box, repo, "s/b.md", "later on the side");
  g_free(git(box, "switch -q main"));
  g_free(git(box, "merge -q -m two side"));
  g_autofree char *stock = git(box, "log --format=%%s -- s");
  g_strdelimit(stock, "\n", '|');
  g_autofree char *ours = subjects(repo, "s", 0);
  ck_assert_str_eq(ours, stock);
}
END_TEST

/* Twelve branches that were saved on days out of their order, some on the same day. */
START_TEST(orders_many_branches_as_git_does)
{
  static const guint days[] = {7, 3, 9, 3, 1, 8, 5, 2, 9, 6, 4, 3};
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_setenv("GIT_COMMITTER_DATE", "2001-01-01T00:00:00+0000", TRUE);
  save_text(box, repo, "s/base.md", "base");
  g_autoptr(GString) merge = g_string_new("merge -q -m all");
  for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
    g_autofree char *path = g_strdup_printf("s/%u.md", i), *name = g_strdup_printf("branch%u", i);
    g_free(git(box, "switch -qc %s main", name));
    for (guint second = 0; second < 2; second++) {
      g_autofree char *text = g_strdup_printf("%u.%u", i, second);
      g_autofree char *date = g_strdup_printf("2001-02-%02u", days[i] + 9 * second * ((i + 1) % 2));
      g_autofree char *time = g_strconcat(date, "T00:00:00+0000", NULL);
      g_setenv("GIT_COMMITTER_DATE", time, TRUE);
      save_text(box, repo, path, text);
    }
    g_string_append_printf(merge, " %s", name);
  }
  g_setenv("GIT_COMMITTER_DATE", "2001-03-01T00:00:00+0000", TRUE);
  g_free(git(box, "switch -q main"));
  g_free(git(box, "%s", merge->str));
  g_autofree char *stock = git(box, "log --format=%%s");
  g_strdelimit(stock, "\n", '|');
  log_is(repo, "", 0, stock);
}
END_TEST

START_TEST(says_where_a_clone_is_shallow)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_text(box, repo, "s/a.md", "one");
  save_text(box, repo, "s/a.md", "two");
  g_free(git(box, "clone -q --depth 1 'file://%s' clone", box->root));
  g_autoptr(AdrefRepo) shallow = open_repo(box, "clone");
  g_autoptr(AdrefLog) log = adref_log_new(shallow, "s", NULL, NULL);
  gboolean found;
  ck_assert(adref_log_next(log, &found, NULL) && found);
  ck_assert_uint_eq(adref_log_parent_count(log), 0);
  ck_assert(adref_log_next(log, &found, NULL) && !found);
  ck_assert(adref_log_is_shallow(log));
}
END_TEST

static gboolean has_same(const AdrefLog *log, const char *first, const char *second)
{
  const char *const paths[] = {first, second, NULL};
  gboolean same = FALSE;
  g_autoptr(GError) error = NULL;
  ck_assert(adref_log_has_same_files(log, paths, &same, &error));
  ck_assert_no_error(error);
  return same;
}

START_TEST(compares_files_with_the_first_parent)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_text(box, repo, "s/a.md", "one");
  write_file(box, "t/p.yaml", "new");
  g_free(git(box, "add t"));
  save_text(box, repo, "s/a.md", "two");
  save_text(box, repo, "s/a.md", "three");
  g_autoptr(AdrefRepo) below = open_repo(box, "s");
  g_autoptr(AdrefLog) log = adref_log_new(below, "", NULL, NULL);
  AdrefVersion first, second, parent;
  gboolean found;
  ck_assert(adref_log_next(log, &found, NULL) && found);
  ck_assert(!has_same(log, "a.md", NULL));
  ck_assert(has_same(log, "b.md", NULL));
  ck_assert(!has_same(log, "b.md", "a.md"));
  ck_assert(adref_log_first_parent(log, &first));
  ck_assert(adref_log_next(log, &found, NULL) && found);
  second = adref_log_version(log);
  ck_assert_str_eq(first.id, second.id);
  ck_assert(adref_log_next(log, &found, NULL) && found);
  ck_assert(!adref_log_first_parent(log, &parent));
  ck_assert(!has_same(log, "a.md", NULL));
}
END_TEST

/* The ids are in the order of the names; "" is no file, and a folder that is no folder an error. */
START_TEST(gives_the_ids_of_several_files)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  const char *const names[] = {"fr.md", "ja.md", "record", "en.md", NULL};
  save_text(box, repo, "s/a/en.md", "one");
  save_text(box, repo, "s/a/fr.md", "two");
  save_text(box, repo, "s/a/record/JPN.yaml", "three");
  g_autofree char *folder = g_strchomp(git(box, "rev-parse HEAD:s/a"));
  g_autofree char *en = g_strchomp(git(box, "rev-parse HEAD:s/a/en.md"));
  g_autofree char *fr = g_strchomp(git(box, "rev-parse HEAD:s/a/fr.md"));
  g_auto(GStrv) ids = adref_repo_tree_entry_ids(repo, folder, names, NULL);
  const char *const expected[] = {fr, "", "", en};
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
    ck_assert_str_eq(ids[i], expected[i]);
  ck_assert_ptr_null(ids[G_N_ELEMENTS(expected)]);
  g_auto(GStrv) none = adref_repo_tree_entry_ids(repo, "", names, NULL);
  ck_assert_str_eq(none[3], "");
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_repo_tree_entry_ids(repo, en, names, &error));
  ck_assert_ptr_nonnull(error);
}
END_TEST

/* A file where another version has a folder. */
START_TEST(compares_a_file_in_what_was_a_file)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_text(box, repo, "t", "a file");
  g_free(git(box, "rm -q t"));
  write_file(box, "t/p.yaml", "p\n");
  g_free(git(box, "add t"));
  g_free(git(box, "commit -qm folder"));
  g_autoptr(AdrefLog) log = adref_log_new(repo, "", NULL, NULL);
  gboolean found;
  ck_assert(adref_log_next(log, &found, NULL) && found);
  ck_assert(!has_same(log, "t/p.yaml", NULL));
  ck_assert(has_same(log, "t/q.yaml", NULL));
}
END_TEST

TCase *tcase_log(void)
{
  TCase *tcase = tcase_create("log");
  tcase_add_test(tcase, lists_what_changed_a_folder);
  tcase_add_test(tcase, lists_what_changed_one_of_several_paths);
  tcase_add_test(tcase, tells_all_of_a_version);
  tcase_add_test(tcase, keeps_trailers_and_body_apart);
  tcase_add_test(tcase, lists_a_merge_that_differs_from_both);
  tcase_add_test(tcase, walks_along_a_file);
  tcase_add_test(tcase, meets_each_version_once);
  tcase_add_test(tcase, orders_many_branches_as_git_does);
  tcase_add_test(tcase, says_where_a_clone_is_shallow);
  tcase_add_test(tcase, compares_files_with_the_first_parent);
  tcase_add_test(tcase, gives_the_ids_of_several_files);
  tcase_add_test(tcase, compares_a_file_in_what_was_a_file);
  return tcase;
}
