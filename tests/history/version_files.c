#include "history/version_files.h"

#include "cases.h"
#include "history/former_name.h"
#include "sandbox.h"

static gboolean is_text(gpointer data, const char *path, gboolean folder)
{
  (void)data;
  return folder || g_str_has_suffix(path, ".md");
}

/* "PATH: SUBJECTS of the first versions", one a line. */
static char *listed(AdrefRepo *repo)
{
  g_autoptr(GError) error = NULL;
  const AdrefVersionFilesOptions options = {.wants = is_text};
  g_autoptr(AdrefVersionFiles) files = adref_version_files_new(repo, &options, &error);
  ck_assert_no_error(error);
  g_autoptr(GString) all = g_string_new(NULL);
  const GPtrArray *paths = adref_version_files_paths(files);
  for (guint i = 0; i < paths->len; i++) {
    const GArray *at = adref_version_files_at(files, paths->pdata[i]);
    g_string_append_printf(all, "%s:", (char *)paths->pdata[i]);
    for (guint j = 0; j < at->len; j++) {
      const AdrefVersionFile *file = &g_array_index(at, AdrefVersionFile, j);
      g_autoptr(AdrefLogEntry) entry = adref_version_files_entry(files, file->version);
      ck_assert_int_eq(adref_version_files_time(files, file->version), entry->author.time);
      g_string_append_printf(all, " %s", entry->subject);
    }
    g_string_append_c(all, '\n');
  }
  return g_string_free(g_steal_pointer(&all), FALSE);
}

static void lists(AdrefRepo *repo, const char *expected)
{
  g_autofree char *found = listed(repo);
  ck_assert_str_eq(found, expected);
}

static void save_text(const Sandbox *box, AdrefRepo *repo, const char *path, const char *text)
{
  write_file(box, path, text);
  save_one(repo, path, text);
}

START_TEST(lists_each_text_with_its_first_version)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  lists(repo, "");
  save_text(box, repo, "statements/a/en.md", "one");
  save_text(box, repo, "statements/a/ja.md", "one");
  save_text(box, repo, "statements/a/en.md", "two");
  save_text(box, repo, "statements/a/en.yaml", "facts");
  g_free(git(box, "switch -qc side"));
  save_text(box, repo, "statements/a/en.md", "side");
  g_free(git(box, "switch -q main"));
  save_text(box, repo, "statements/a/en.md", "one");
  g_free(git(box, "merge -q -s ours -m merge side"));
  g_free(git(box, "branch -q -D side"));
  g_free(git(box, "checkout -q --orphan other"));
  save_text(box, repo, "statements/b/en.md", "other");
  g_free(git(box, "tag lost"));
  g_free(git(box, "checkout -q main"));
  lists(repo, "statements/a/en.md: one two side\nstatements/a/ja.md: one\n"
              "statements/b/en.md: other\n");
  const char *const former[] = {"b", NULL};
  adref_repo_set_former_names(repo, "c", (char *const *)(guintptr)former);
  g_autofree char *found = listed(repo);
  ck_assert_ptr_nonnull(strstr(found, "statements/c/en.md: other\n"));
  g_autoptr(AdrefRepo) below = open_repo(box, "statements");
  found = (g_free(found), listed(below));
  ck_assert_ptr_nonnull(strstr(found, "a/en.md: one two side\n"));
}
END_TEST

START_TEST(reads_files_up_to_a_limit)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "words");
  AdrefVersion version = save_one(repo, "a.md", "one");
  g_autoptr(GError) error = NULL;
  g_autofree char *id = adref_version_file_id(repo, &version, "a.md");
  g_autofree char *none = adref_version_file_id(repo, &version, "b.md");
  g_autofree char *git_id = git(box, "rev-parse HEAD:a.md");
  ck_assert_str_eq(id, git_id);
  ck_assert_str_eq(none, "");
  g_autoptr(GBytes) bytes = adref_version_file_read(repo, id, "a.md", 5, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(g_bytes_get_data(bytes, NULL), "words");
  ck_assert_ptr_null(adref_version_file_read(repo, id, "a.md", 4, &error));
  ck_assert_str_eq(error->message, "a.md: larger than 4 bytes in a version");
}
END_TEST

START_TEST(a_shallow_clone_ends)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  save_text(box, repo, "a.md", "one");
  save_text(box, repo, "a.md", "two");
  g_free(git(box, "clone -q --bare --depth 1 file://%s ../shallow", box->root));
  g_autofree char *path = g_build_filename(box->folder, "shallow", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefRepo) shallow = adref_repo_open_any(path, &error);
  ck_assert_no_error(error);
  lists(shallow, "a.md: two\n");
  const AdrefVersionFilesOptions options = {.wants = is_text};
  g_autoptr(AdrefVersionFiles) files = adref_version_files_new(shallow, &options, &error);
  ck_assert(adref_version_files_is_shallow(files));
}
END_TEST

TCase *tcase_version_files(void)
{
  TCase *tcase = tcase_create("version_files");
  tcase_add_test(tcase, lists_each_text_with_its_first_version);
  tcase_add_test(tcase, reads_files_up_to_a_limit);
  tcase_add_test(tcase, a_shallow_clone_ends);
  return tcase;
}
