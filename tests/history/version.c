#include <string.h>
#include <unistd.h>

#include "cases.h"
#include "history/config.h"
#include "sandbox.h"

static void resolves(AdrefRepo *repo, const char *statement, const char *name, const char *id)
{
  AdrefVersion version;
  g_autoptr(GError) error = NULL;
  adref_repo_resolve(repo, statement, name, &version, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(version.id, id);
}

static void resolve_fails(AdrefRepo *repo, const char *name, const char *message)
{
  AdrefVersion version;
  GError *error = NULL;
  ck_assert(!adref_repo_resolve(repo, "stm", name, &version, &error));
  ck_assert_error(error, message);
}

START_TEST(finds_versions_by_name)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "1\n");
  AdrefVersion first = save_one(repo, "a.md", "first");
  g_free(git(box, "tag -a -m x stm/zero"));
  g_free(git(box, "tag light"));
  write_file(box, "a.md", "2\n");
  AdrefVersion second = save_one(repo, "a.md", "second");
  g_free(git(box, "tag zero"));
  g_free(git(box, "update-ref refs/remotes/JPN/main HEAD"));
  g_autofree char *abbreviated = g_strndup(first.id, 8);
  resolves(repo, "stm", "zero", first.id);
  resolves(repo, NULL, "zero", second.id);
  resolves(repo, NULL, "stm/zero", first.id);
  resolves(repo, NULL, "light", first.id);
  resolves(repo, NULL, "HEAD", second.id);
  resolves(repo, "stm", "HEAD~1", first.id);
  resolves(repo, "stm", "HEAD^", first.id);
  resolves(repo, "stm", "main", second.id);
  resolves(repo, "stm", "JPN/main", second.id);
  resolves(repo, "stm", first.id, first.id);
  resolves(repo, "stm", abbreviated, first.id);
}
END_TEST

START_TEST(says_what_was_meant)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  resolve_fails(
      repo, "HEAD",
      "no version is called \"HEAD\"; `adref log` and `git branch -a` list what there is");
  write_file(box, "a.md", "1\n");
  save_one(repo, "a.md", "first");
  g_free(git(box, "tag stm/rev10"));
  g_free(git(box, "tag blob HEAD:a.md"));
  resolve_fails(repo, "rev1", "no version is called \"rev1\"; did you mean \"rev10\"?");
  resolve_fails(repo, "mian", "no version is called \"mian\"; did you mean \"main\"?");
  resolve_fails(repo, "HEAD~9",
                "no version is called \"HEAD~9\"; there are main, blob, rev10, ids and dates");
  resolve_fails(
      repo, "work",
      "\"work\" means the files in the work folder, not a version; `adref save` saves them as one");
  resolve_fails(repo, "blob", "\"blob\" is not a version: it is a blob, not a commit");
}
END_TEST

static AdrefVersion save_at(const Sandbox *box, AdrefRepo *repo, const char *date)
{
  g_setenv("GIT_COMMITTER_DATE", date, TRUE);
  write_file(box, "a.md", date);
  return save_one(repo, "a.md", date);
}

START_TEST(finds_versions_by_date)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  resolve_fails(repo, "@2023-12-01", "no version is as old as \"@2023-12-01\", there is none yet");
  AdrefVersion first = save_at(box, repo, "2023-12-01T09:00:00+0000");
  AdrefVersion second = save_at(box, repo, "2023-12-01T23:59:59+0000");
  AdrefVersion third = save_at(box, repo, "2023-12-03T09:00:00+0000");
  resolves(repo, NULL, "@2023-12-01", second.id);
  resolves(repo, NULL, "@2023-12-01T09:00", first.id);
  resolves(repo, NULL, "@2023-12-01 23:59", first.id);
  resolves(repo, NULL, "@2023-12-02", second.id);
  resolves(repo, NULL, "@2023-12-03", third.id);
  resolves(repo, NULL, "@yesterday", third.id);
  resolves(repo, NULL, "@2 days ago", third.id);
  resolves(repo, NULL, "@", third.id);
  resolve_fails(repo, "@2023-11-30",
                "no version is as old as \"@2023-11-30\"; the oldest is of "
                "2023-12-01 09:00");
}
END_TEST

START_TEST(follows_first_parents_by_date)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  AdrefVersion first = save_at(box, repo, "2023-12-01T09:00:00+0000");
  g_free(git(box, "switch -qc side"));
  g_setenv("GIT_COMMITTER_DATE", "2023-12-02T09:00:00+0000", TRUE);
  g_free(git(box, "commit -q --allow-empty -m side"));
  g_free(git(box, "switch -q main"));
  g_setenv("GIT_COMMITTER_DATE", "2023-12-04T09:00:00+0000", TRUE);
  g_free(git(box, "merge -q --no-ff -m merge side"));
  resolves(repo, NULL, "@2023-12-03", first.id);
  g_autofree char *merge = git(box, "rev-parse HEAD");
  resolves(repo, NULL, "@2023-12-04", merge);
}
END_TEST

START_TEST(says_where_a_shallow_clone_ends)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_at(box, repo, "2023-12-01T09:00:00+0000");
  save_at(box, repo, "2023-12-02T09:00:00+0000");
  AdrefVersion third = save_at(box, repo, "2023-12-03T09:00:00+0000");
  g_free(git(box, "clone -q --depth 1 'file://%s' clone", box->root));
  g_autoptr(AdrefRepo) shallow = open_repo(box, "clone");
  resolves(shallow, NULL, "@2023-12-03", third.id);
  resolve_fails(shallow, "@2023-12-02",
                "no version is as old as \"@2023-12-02\"; the oldest is "
                "of 2023-12-03 09:00; the clone is shallow, `git fetch "
                "--unshallow` brings older ones");
}
END_TEST

START_TEST(refuses_names_that_mean_more)
{
  static const char *const names[] = {"",        "-x",       "HEAD:a.md", "HEAD^{/first}",
                                      ":/first", "HEAD@{1}", "a b",       "a..b",
                                      "a*",      "HEAD\nx",  "\xff",      NULL};
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "1\n");
  save_one(repo, "a.md", "first");
  for (gsize i = 0; names[i]; i++) {
    AdrefVersion version;
    g_autoptr(GError) error = NULL;
    ck_assert(!adref_repo_resolve(repo, "stm", names[i], &version, &error));
    ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_USAGE));
  }
}
END_TEST

static void read_fails(AdrefFileSource *source, const char *path, gsize limit, const char *message)
{
  GError *error = NULL;
  ck_assert_ptr_null(source->read(source, path, limit, &error));
  ck_assert_error(error, message);
}

START_TEST(reads_and_lists_a_version)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "t/b.md", "old\n");
  write_file(box, "t/a/c.md", "");
  write_file(box, "t-x.md", "x\n");
  g_autofree char *link = g_build_filename(box->root, "t/link.md", NULL);
  ck_assert_int_eq(symlink("b.md", link), 0);
  g_free(git(box, "add ."));
  g_free(git(box, "commit -qm first"));
  AdrefRepo *repo = open_repo(box, "");
  AdrefVersion version;
  ck_assert(adref_repo_resolve(repo, NULL, "HEAD", &version, NULL));
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &version, NULL);
  adref_repo_free(repo);
  write_file(box, "t/b.md", "new\n");

  g_auto(GStrv) files = source->list(source, "t", NULL);
  g_autofree char *joined = g_strjoinv(" ", files);
  ck_assert_str_eq(joined, "t/a/c.md t/b.md");
  g_auto(GStrv) none = source->list(source, "nowhere", NULL);
  ck_assert_uint_eq(g_strv_length(none), 0);
  g_autoptr(GBytes) bytes = source->read(source, "t/b.md", 4, NULL);
  ck_assert_uint_eq(g_bytes_get_size(bytes), 4);
  ck_assert_str_eq(g_bytes_get_data(bytes, NULL), "old\n");
  g_autoptr(GBytes) empty = source->read(source, "t/a/c.md", 4, NULL);
  ck_assert_uint_eq(g_bytes_get_size(empty), 0);

  read_fails(source, "t/b.md", 3, "t/b.md: larger than 3 bytes");
  read_fails(source, "t", 9, "t: not a file; a regular file is needed");
  read_fails(source, "t/link.md", 9, "t/link.md: a symbolic link; a regular file is needed");
  read_fails(source, "../x", 9, "../x: not a path inside the workspace");
  g_autofree char *missing = g_strdup_printf("t/z.md: no such file in version %.10s", version.id);
  read_fails(source, "t/z.md", 9, missing);
}
END_TEST

/* Files that were read are kept in memory, up to a limit; all the same each is read as it is. */
START_TEST(reads_files_again)
{
  enum {
    FILES = 5,
    EACH = 5 * 1024 * 1024
  };
  g_autoptr(Sandbox) box = sandbox_new();
  for (guint i = 0; i < FILES; i++) {
    g_autofree char *path = g_strdup_printf("%u.md", i);
    g_autofree char *text = g_strnfill(EACH, (char)('a' + i));
    write_file(box, path, text);
  }
  g_free(git(box, "add ."));
  g_free(git(box, "commit -qm first"));
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  AdrefVersion version;
  ck_assert(adref_repo_resolve(repo, NULL, "HEAD", &version, NULL));
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &version, NULL);
  for (guint i = 0; i < 3 * FILES; i++) {
    g_autofree char *path = g_strdup_printf("%u.md", i % FILES);
    g_autoptr(GBytes) bytes = source->read(source, path, EACH, NULL);
    ck_assert_uint_eq(g_bytes_get_size(bytes), EACH);
    const char *text = g_bytes_get_data(bytes, NULL);
    ck_assert(text[0] == (char)('a' + i % FILES) && text[EACH - 1] == text[0] &&
              text[EACH] == '\0');
  }
}
END_TEST

/* What was forgotten is read again, and what comes later is found. */
START_TEST(reads_what_was_forgotten)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "a.md", "first");
  g_free(git(box, "add ."));
  g_free(git(box, "commit -qm first"));
  g_free(git(box, "repack -adfq"));
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  AdrefVersion version;
  ck_assert(adref_repo_resolve(repo, NULL, "HEAD", &version, NULL));
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &version, NULL);
  g_autoptr(GBytes) first = source->read(source, "a.md", 100, NULL);
  g_autoptr(GBytes) kept = source->read(source, "a.md", 100, NULL);
  ck_assert_ptr_eq(kept, first);
  adref_repo_forget_objects(repo);
  g_autoptr(GBytes) again = source->read(source, "a.md", 100, NULL);
  ck_assert_ptr_ne(again, first);
  ck_assert(g_bytes_equal(again, first));
  write_file(box, "a.md", "second");
  g_free(git(box, "commit -qam second"));
  ck_assert(adref_repo_resolve(repo, NULL, "HEAD", &version, NULL));
  g_autoptr(AdrefFileSource) later = adref_version_source_new(repo, &version, NULL);
  g_autoptr(GBytes) second = later->read(later, "a.md", 100, NULL);
  ck_assert_uint_eq(g_bytes_get_size(second), strlen("second"));
}
END_TEST

/* git's configuration is where the environment says, also afterwards. */
START_TEST(forgets_no_configuration)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "elsewhere", "[x]\n\tkey = there\n");
  g_autofree char *path = g_build_filename(box->root, "elsewhere", NULL);
  g_autofree char *usual = g_strdup(g_getenv("GIT_CONFIG_GLOBAL"));
  g_setenv("GIT_CONFIG_GLOBAL", path, TRUE);
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  adref_repo_forget_objects(repo);
  g_autofree char *value = adref_repo_config(repo, "x.key");
  if (usual)
    g_setenv("GIT_CONFIG_GLOBAL", usual, TRUE);
  else
    g_unsetenv("GIT_CONFIG_GLOBAL");
  ck_assert_pstr_eq(value, "there");
}
END_TEST

START_TEST(does_not_list_without_end)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "f", "x");
  g_autofree char *tree = git(box, "hash-object -w f");
  const char *kind = "100644 blob";
  for (int depth = 0; depth < 8; depth++) {
    GString *entries = g_string_new(NULL);
    for (int i = 0; i < 10; i++)
      g_string_append_printf(entries, "%s %s\t%d\n", kind, tree, i);
    write_file(box, "entries", entries->str);
    g_string_free(entries, TRUE);
    g_free(tree);
    g_autofree char *command =
        g_strdup_printf("-c alias.mk='!git mktree <\"%s/entries\"' mk", box->root);
    tree = git(box, "%s", command);
    kind = "040000 tree";
  }
  g_autofree char *id = git(box, "commit-tree -m bomb %s", tree);
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  AdrefVersion version;
  ck_assert(adref_repo_resolve(repo, NULL, id, &version, NULL));
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &version, NULL);
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(source->list(source, "1", &error));
  ck_assert_msg(strstr(error->message, "more than 100000 files") != NULL, "%s", error->message);
}
END_TEST

START_TEST(does_not_list_long_paths)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autofree char *name = g_strnfill(240, 'n');
  write_file(box, "f", "x");
  g_autofree char *id = git(box, "hash-object -w f");
  const char *kind = "100644 blob";
  for (int depth = 0; depth < 18; depth++) {
    g_autofree char *entry = g_strdup_printf("%s %s\t%s\n", kind, id, depth ? name : "f");
    write_file(box, "entries", entry);
    g_free(id);
    g_autofree char *command =
        g_strdup_printf("-c alias.mk='!git mktree <\"%s/entries\"' mk", box->root);
    id = git(box, "%s", command);
    kind = "040000 tree";
  }
  g_autofree char *commit = git(box, "commit-tree -m deep %s", id);
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  AdrefVersion version;
  ck_assert(adref_repo_resolve(repo, NULL, commit, &version, NULL));
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &version, NULL);
  g_auto(GStrv) below = source->list(source, name, NULL);
  ck_assert_uint_eq(g_strv_length(below), 1); /* 17 folders: 4,096 bytes */
  g_autoptr(GError) error = NULL;
  g_autofree char *shorter = g_strnfill(239, 'n');
  ck_assert_ptr_nonnull(strstr(below[0], shorter));
  ck_assert_uint_eq(strlen(below[0]), 17 * 240 + 16 + strlen("/f"));
  ck_assert_uint_eq(strlen(below[0]) - strlen("/f"), ADREF_VERSION_SOURCE_MAX_PATH);
}
END_TEST

START_TEST(names_have_limits)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *most = g_strnfill(250, 'q'), *longer = g_strnfill(251, 'q');
  AdrefVersion version;
  g_autoptr(GError) error = NULL;
  write_file(box, "a.md", "1\n");
  save_one(repo, "a.md", "first");
  ck_assert(!adref_repo_resolve(repo, "stm", most, &version, &error));
  ck_assert_int_eq(error->code, ADREF_ERROR_NOT_FOUND);
  g_clear_error(&error);
  ck_assert(!adref_repo_resolve(repo, "stm", longer, &version, &error));
  ck_assert_int_eq(error->code, ADREF_ERROR_USAGE);
  g_clear_error(&error);
  g_free(git(box, "branch -m Main"));
  for (guint i = 1; i <= 20; i++)
    g_free(git(box, "tag stm/l%02u", i));
  ck_assert(!adref_repo_resolve(repo, "stm", most, &version, &error));
  ck_assert_msg(strstr(error->message, "l19, l20, ids and dates") != NULL, "%s", error->message);
  g_clear_error(&error);
  g_free(git(box, "tag stm/l21"));
  ck_assert(!adref_repo_resolve(repo, "stm", most, &version, &error));
  ck_assert_msg(strstr(error->message, "l21") == NULL, "%s", error->message);
}
END_TEST

TCase *tcase_version(void)
{
  TCase *tcase = tcase_create("version");
  tcase_add_test(tcase, finds_versions_by_name);
  tcase_add_test(tcase, says_what_was_meant);
  tcase_add_test(tcase, finds_versions_by_date);
  tcase_add_test(tcase, follows_first_parents_by_date);
  tcase_add_test(tcase, says_where_a_shallow_clone_ends);
  tcase_add_test(tcase, refuses_names_that_mean_more);
  tcase_add_test(tcase, reads_and_lists_a_version);
  tcase_add_test(tcase, reads_files_again);
  tcase_add_test(tcase, reads_what_was_forgotten);
  tcase_add_test(tcase, forgets_no_configuration);
  tcase_add_test(tcase, does_not_list_without_end);
  tcase_add_test(tcase, does_not_list_long_paths);
  tcase_add_test(tcase, names_have_limits);
  return tcase;
}
