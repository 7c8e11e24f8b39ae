#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cases.h"
#include "sandbox.h"

START_TEST(saves_the_first_version)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "statements/a/en.md", "# A\n");
  AdrefVersion version = save_one(repo, "statements/a/en.md", "first");
  git_says(box, "rev-parse HEAD", version.id);
  git_says(box, "status --porcelain", "");
  git_says(box, "show HEAD:statements/a/en.md", "# A");
  git_says(box, "log --format='%an <%ae> %s'", "Ana Sol <ana@example.org> first");
  git_says(box, "reflog --format=%gs", "adref: first");
}
END_TEST

START_TEST(writes_body_and_trailers)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  const char *const paths[] = {"a.md", "a.md", NULL};
  const char *const trailers[] = {"Statement: a", "Party: JPN", NULL};
  AdrefRepoSaveOptions save = {.subject = "settle paragraph 4",
                               .body = "After the night session.\n",
                               .trailers = trailers,
                               .paths = paths};
  AdrefVersion version;
  gboolean saved;
  ck_assert(adref_repo_save(repo, &save, &version, &saved, NULL));
  git_says(box, "log --format=%B",
           "settle paragraph 4\n\nAfter the night session.\n\nStatement: a\nParty: JPN");
  git_says(box, "log --format='%(trailers:key=Party,valueonly)'", "JPN");
}
END_TEST

START_TEST(refuses_messages_that_would_lie)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  const char *const paths[] = {"a.md", NULL};
  const char *const trailers[] = {"Note: x\nParty: JPN", NULL};
  AdrefRepoSaveOptions save = {.subject = "  ", .body = NULL, .trailers = NULL, .paths = paths};
  AdrefVersion version;
  gboolean saved;
  GError *error = NULL;
  ck_assert(!adref_repo_save(repo, &save, &version, &saved, &error));
  ck_assert_error(error, "a version needs a subject: one line of text (-m \"...\")");
  save.subject = "good";
  save.trailers = trailers;
  ck_assert(!adref_repo_save(repo, &save, &version, &saved, &error));
  ck_assert_error(error, "\"Note: x\nParty: JPN\" cannot be a trailer; it is one line, Key: value");
}
END_TEST

START_TEST(leaves_everything_else_alone)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "other.md", "one\n");
  write_file(box, "gone.md", "x\n");
  write_file(box, "assumed.md", "x\n");
  write_file(box, "skipped.md", "x\n");
  g_free(git(box, "add ."));
  g_free(git(box, "commit -qm base"));
  write_file(box, "other.md", "two\n");
  write_file(box, "staged.md", "s\n");
  write_file(box, "intent.md", "i\n");
  g_free(git(box, "add other.md staged.md"));
  g_free(git(box, "add -N intent.md"));
  g_free(git(box, "update-index --assume-unchanged assumed.md"));
  g_free(git(box, "update-index --skip-worktree skipped.md"));
  g_free(git(box, "rm -q gone.md"));
  write_file(box, "other.md", "three\n");
  write_file(box, "untracked.md", "u\n");
  write_file(box, "a.md", "a\n");
  g_autofree char *flags = git(box, "ls-files -v assumed.md skipped.md");

  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_one(repo, "a.md", "only a");
  git_says(box, "show --name-status --format=", "A\ta.md");
  git_says(box, "status --porcelain",
           "D  gone.md\n A intent.md\nMM other.md\nA  staged.md\n?? untracked.md");
  git_says(box, "show :other.md", "two");
  git_says(box, "ls-files -v assumed.md skipped.md", flags);
}
END_TEST

START_TEST(says_when_nothing_is_new)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  const char *const paths[] = {"a.md", NULL};
  AdrefRepoSaveOptions save = {.subject = "again", .body = NULL, .trailers = NULL, .paths = paths};
  AdrefVersion version = {"x"};
  gboolean saved = TRUE, changed = TRUE;
  ck_assert(adref_repo_save(repo, &save, &version, &saved, NULL));
  ck_assert(!saved);
  ck_assert_str_eq(version.id, "");
  ck_assert(!file_exists(box, ".git/index"));

  write_file(box, "a.md", "a\n");
  ck_assert(adref_repo_changed(repo, paths, &changed, NULL));
  ck_assert(changed);
  AdrefVersion first = save_one(repo, "a.md", "first");
  ck_assert(adref_repo_save(repo, &save, &version, &saved, NULL));
  ck_assert(!saved);
  ck_assert_str_eq(version.id, first.id);
  ck_assert(adref_repo_changed(repo, paths, &changed, NULL));
  ck_assert(!changed);
  write_file(box, "a.md", "b\n"); /* of the same length, in the same second */
  ck_assert(adref_repo_changed(repo, paths, &changed, NULL));
  ck_assert(changed);
  write_file(box, "a.md", "a\n");
  ck_assert(adref_repo_changed(repo, paths, &changed, NULL));
  ck_assert(!changed);
}
END_TEST

START_TEST(removes_what_is_gone)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "x/y/a.md", "a\n");
  write_file(box, "b.md", "b\n");
  save_one(repo, "x/y/a.md", "first");
  save_one(repo, "b.md", "second");
  g_autofree char *path = g_build_filename(box->root, "x/y/a.md", NULL);
  g_unlink(path);
  save_one(repo, "x/y/a.md", "gone");
  git_says(box, "ls-tree -r -t --name-only HEAD", "b.md");
  git_says(box, "status --porcelain", "");
  g_autofree char *last = g_build_filename(box->root, "b.md", NULL);
  g_unlink(last);
  save_one(repo, "b.md", "all gone");
  git_says(box, "ls-tree -r -t --name-only HEAD", "");
}
END_TEST

START_TEST(works_below_the_top)
{
  g_autoptr(Sandbox) box = sandbox_new();
  write_file(box, "talks/ws/en.md", "text\n");
  g_autoptr(AdrefRepo) repo = open_repo(box, "talks/ws");
  AdrefVersion version = save_one(repo, "en.md", "below");
  git_says(box, "ls-tree -r --name-only HEAD", "talks/ws/en.md");
  git_says(box, "status --porcelain", "");
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &version, NULL);
  g_autoptr(GBytes) bytes = source->read(source, "en.md", 100, NULL);
  ck_assert_str_eq(g_bytes_get_data(bytes, NULL), "text\n");
  g_auto(GStrv) files = source->list(source, "", NULL);
  g_autofree char *joined = g_strjoinv(" ", files);
  ck_assert_str_eq(joined, "en.md");
}
END_TEST

static void install_hook(const Sandbox *box, const char *name)
{
  g_autofree char *path = g_strdup_printf(".git/hooks/%s", name);
  g_autofree char *full = g_build_filename(box->root, path, NULL);
  write_file(box, path, "#!/bin/sh\ntouch \"$(git rev-parse --show-toplevel)/hooked\"\nexit 1\n");
  g_chmod(full, 0755);
}

/* A version has the bytes of a file or not, by git's ids alone. */
START_TEST(says_whether_bytes_are_saved)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autoptr(GBytes) first = g_bytes_new_static("one\n", 4), second = g_bytes_new_static("two\n", 4);
  ck_assert(!adref_repo_is_saved(repo, NULL, "a.md", first));
  write_file(box, "a.md", "one\n");
  AdrefVersion older = save_one(repo, "a.md", "first");
  write_file(box, "a.md", "two\n");
  save_one(repo, "a.md", "second");
  ck_assert(adref_repo_is_saved(repo, NULL, "a.md", second));
  ck_assert(!adref_repo_is_saved(repo, NULL, "a.md", first));
  ck_assert(adref_repo_is_saved(repo, &older, "a.md", first));
  ck_assert(!adref_repo_is_saved(repo, &older, "a.md", second));
  ck_assert(!adref_repo_is_saved(repo, NULL, "b.md", first));
  ck_assert(!adref_repo_is_saved(repo, NULL, "../a.md", first));
}
END_TEST

START_TEST(runs_no_hook_and_no_filter)
{
  static const char *const hooks[] = {"pre-commit",        "post-commit",           "commit-msg",
                                      "post-index-change", "reference-transaction", NULL};
  g_autoptr(Sandbox) box = sandbox_new();
  for (gsize i = 0; hooks[i]; i++)
    install_hook(box, hooks[i]);
  g_free(git(box, "config filter.bad.clean 'touch filtered; tr a-z A-Z'"));
  g_free(git(box, "config core.autocrlf true"));
  write_file(box, ".gitattributes", "*.md filter=bad text eol=crlf ident\n");
  write_file(box, "a.md", "one\r\ntwo $Id: x$\n");
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_one(repo, "a.md", "raw");
  ck_assert(!file_exists(box, "hooked"));
  ck_assert(!file_exists(box, "filtered"));
  git_says(box, "cat-file blob HEAD:a.md", "one\r\ntwo $Id: x$");
}
END_TEST

START_TEST(saves_ignored_files)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, ".gitignore", "*.md\n");
  write_file(box, "a.md", "a\n");
  save_one(repo, "a.md", "asked for");
  git_says(box, "ls-files", "a.md");
}
END_TEST

START_TEST(saves_in_a_second_worktree)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) first = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  save_one(first, "a.md", "first");
  g_free(git(box, "worktree add -q -b side ../side"));
  write_file(box, "../side/b.md", "b\n");
  g_autoptr(AdrefRepo) repo = open_repo(box, "../side");
  save_one(repo, "b.md", "on the side");
  ck_assert_str_eq(adref_repo_branch(repo), "side");
  git_says(box, "-C ../side status --porcelain", "");
  git_says(box, "status --porcelain", "");
  git_says(box, "log --format=%s side", "on the side\nfirst");
}
END_TEST

START_TEST(notices_an_edit_in_the_same_second)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *path = g_build_filename(box->root, "a.md", NULL);
  write_file(box, "a.md", "one\n");
  write_file(box, "b.md", "b\n");
  save_one(repo, "a.md", "first");
  FILE *file = fopen(path, "r+");
  fputs("two\n", file);
  fclose(file);
  g_usleep(1100000);
  save_one(repo, "b.md", "later");
  git_says(box, "status --porcelain", " M a.md");
}
END_TEST

START_TEST(refuses_paths_that_leave)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "folder/a.md", "a\n");
  g_autofree char *link = g_build_filename(box->root, "link.md", NULL);
  g_autofree char *way = g_build_filename(box->root, "way", NULL);
  ck_assert_int_eq(symlink("folder/a.md", link), 0);
  ck_assert_int_eq(symlink("folder", way), 0);
  save_fails(repo, "../x", "../x: not a path inside the workspace");
  save_fails(repo, "/etc/passwd", "/etc/passwd: not a path inside the workspace");
  save_fails(repo, "a//b", "a//b: not a path inside the workspace");
  save_fails(repo, "a/.GIT/config", "a/.GIT/config: not a path inside the workspace");
  save_fails(repo, "link.md", "link.md: a symbolic link; only regular files are saved");
  save_fails(repo, "way/a.md", "way/a.md: a symbolic link; only regular files are saved");
  save_fails(repo, "folder", "folder: not a file; a regular file is needed");
}
END_TEST

START_TEST(refuses_a_detached_head)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  save_one(repo, "a.md", "first");
  g_free(git(box, "switch -q --detach"));
  write_file(box, "a.md", "b\n");
  save_fails(repo, "a.md", "HEAD is on no branch (detached); make one with `git switch -c NAME`");
  ck_assert_ptr_null(adref_repo_branch(repo));
  git_says(box, "status --porcelain", " M a.md");
}
END_TEST

START_TEST(refuses_during_a_merge)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  save_one(repo, "a.md", "first");
  g_free(git(box, "switch -qc side"));
  write_file(box, "a.md", "b\n");
  save_one(repo, "a.md", "side");
  g_free(git(box, "switch -q main"));
  write_file(box, "a.md", "c\n");
  save_one(repo, "a.md", "main");
  g_autofree char *line = g_strdup_printf("git -C '%s' merge -q side", box->root);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_spawn_command_line_sync(line, &output, &errors, NULL, NULL);
  write_file(box, "a.md", "d\n");
  save_fails(repo, "a.md",
             "a merge is under way; finish it with `git commit` or stop it with `git merge "
             "--abort`");
  g_autofree char *merge = g_build_filename(box->root, ".git/MERGE_HEAD", NULL);
  g_unlink(merge);
  save_fails(repo, "a.md",
             "the index has conflicts; resolve them (`git status` lists them), then `git add` the "
             "files");
  git_says(box, "status --porcelain", "UU a.md");
}
END_TEST

START_TEST(refuses_a_locked_index)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, ".git/index.lock", "");
  write_file(box, "a.md", "a\n");
  g_autofree char *message = g_strdup_printf(
      "%s/.git/index.lock: another program is changing the repository; nothing was saved. Wait "
      "for it and try again; if none is running, remove this file",
      box->root);
  save_fails(repo, "a.md", message);
  ck_assert(file_exists(box, ".git/index.lock"));
  git_says(box, "status --porcelain", "?? a.md");
}
END_TEST

START_TEST(refuses_a_split_index)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  save_one(repo, "a.md", "first");
  g_free(git(box, "update-index --split-index"));
  write_file(box, "a.md", "b\n");
  g_autofree char *message = g_strdup_printf(
      "%s/.git/index: run `git update-index --no-split-index` and `git sparse-checkout disable`; "
      "the index cannot be read: unsupported mandatory extension: 'link'",
      box->root);
  save_fails(repo, "a.md", message);
  git_says(box, "status --porcelain", " M a.md");
}
END_TEST

START_TEST(puts_the_index_back_when_the_branch_stays)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  save_one(repo, "a.md", "first");
  write_file(box, ".git/refs/heads/main.lock", "");
  write_file(box, "a.md", "b\n");
  const char *const paths[] = {"a.md", NULL};
  AdrefRepoSaveOptions save = {.subject = "stuck", .body = NULL, .trailers = NULL, .paths = paths};
  AdrefVersion version;
  gboolean saved;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time();
  ck_assert(!adref_repo_save(repo, &save, &version, &saved, &error));
  gint64 waited = (g_get_monotonic_time() - start) / 1000;
  ck_assert_msg(strstr(error->message, "nothing was saved") != NULL, "%s", error->message);
  ck_assert_int_ge(waited, 40 * 127); /* eight attempts: 40 + 80 + ... + 2,560 ms */
  ck_assert_int_lt(waited, 40 * 255);
  git_says(box, "status --porcelain", " M a.md");
  ck_assert(!file_exists(box, ".git/index.lock"));
}
END_TEST

START_TEST(shortens_the_subject_in_the_reflog)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *subject = g_strnfill(201, 's');
  g_autofree char *expected = g_strdup_printf("adref: %.200s", subject);
  write_file(box, "a.md", "a\n");
  save_one(repo, "a.md", subject);
  git_says(box, "reflog --format=%gs", expected);
  git_says(box, "log --format=%s", subject);
}
END_TEST

/* A file of this size without content on disk. */
static void write_sparse(const Sandbox *box, const char *path, off_t size)
{
  g_autofree char *full = g_build_filename(box->root, path, NULL);
  write_file(box, path, "");
  ck_assert_int_eq(truncate(full, size), 0);
}

START_TEST(refuses_huge_files)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_sparse(box, "a.md", 64 * 1024 * 1024 + 1);
  save_fails(repo, "a.md", "a.md: larger than 67108864 bytes");
  write_file(box, "a.md", "a\n");
  write_sparse(box, ".git/index", 512 * 1024 * 1024 + 1);
  g_autofree char *index = g_build_filename(box->root, ".git/index", NULL);
  g_autofree char *message = g_strdup_printf("%s: larger than 536870912 bytes", index);
  save_fails(repo, "a.md", message);
  g_unlink(index);
}
END_TEST

TCase *tcase_save(void)
{
  TCase *tcase = tcase_create("save");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, saves_the_first_version);
  tcase_add_test(tcase, writes_body_and_trailers);
  tcase_add_test(tcase, refuses_messages_that_would_lie);
  tcase_add_test(tcase, leaves_everything_else_alone);
  tcase_add_test(tcase, says_when_nothing_is_new);
  tcase_add_test(tcase, removes_what_is_gone);
  tcase_add_test(tcase, works_below_the_top);
  tcase_add_test(tcase, says_whether_bytes_are_saved);
  tcase_add_test(tcase, runs_no_hook_and_no_filter);
  tcase_add_test(tcase, saves_ignored_files);
  tcase_add_test(tcase, saves_in_a_second_worktree);
  tcase_add_test(tcase, notices_an_edit_in_the_same_second);
  tcase_add_test(tcase, refuses_paths_that_leave);
  tcase_add_test(tcase, refuses_a_detached_head);
  tcase_add_test(tcase, refuses_during_a_merge);
  tcase_add_test(tcase, refuses_a_locked_index);
  tcase_add_test(tcase, refuses_a_split_index);
  tcase_add_test(tcase, puts_the_index_back_when_the_branch_stays);
  tcase_add_test(tcase, shortens_the_subject_in_the_reflog);
  tcase_add_test(tcase, refuses_huge_files);
  return tcase;
}
