#include "history/safe_directory.h"

#include <unistd.h>

#include "cases.h"
#include "sandbox.h"

static void is_listed(const Sandbox *box, const char *lines, const char *path, gboolean expected)
{
  g_autofree char *file = g_build_filename(box->home, ".gitconfig", NULL);
  ck_assert(g_file_set_contents(file, lines, -1, NULL));
  ck_assert_msg(adref_safe_directory_is_listed(path) == expected, "%s: %s", lines, path);
}

START_TEST(reads_the_list_of_the_user)
{
  g_autoptr(Sandbox) box = sandbox_new_empty();
  g_autofree char *below = g_build_filename(box->home, "w", NULL);
  is_listed(box, "", "/a", FALSE);
  is_listed(box, "[safe]\n directory = *\n", "/a", TRUE);
  is_listed(box, "[safe]\n directory = /a\n", "/a", TRUE);
  is_listed(box, "[safe]\n directory = /a/b\n", "/a", FALSE);
  is_listed(box, "[safe]\n directory = /a\n directory = /b\n", "/b", TRUE);
  is_listed(box, "[safe]\n directory = /b\n directory = /a\n", "/b", TRUE);
  is_listed(box, "[safe]\n directory = /b\n directory =\n", "/b", FALSE);
  is_listed(box, "[safe]\n directory = *\n directory =\n directory = /a\n", "/b", FALSE);
  is_listed(box, "[safe]\n directory =\n directory = /b\n", "/b", TRUE);
  is_listed(box, "[safe]\n other = *\n directory\n", "/a", FALSE);
  is_listed(box, "[safer]\n directory = *\n", "/a", FALSE);
  is_listed(box, "[safe]\n directory = ~/w\n", below, TRUE);
  is_listed(box, "[safe]\n directory = ~/v\n", below, FALSE);
  is_listed(box, "[safe]\n directory = ~w\n", below, FALSE);
}
END_TEST

/* The folder that git would name: without links, the work folder and not its .git. */
START_TEST(asks_for_the_work_folder)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autofree char *link = g_build_filename(box->folder, "link", NULL);
  g_autofree char *below = g_build_filename(box->root, "below", NULL);
  g_autofree char *lines = g_strdup_printf("[safe]\n directory = %s\n", box->root);
  ck_assert_int_eq(symlink(box->root, link), 0);
  is_listed(box, lines, link, TRUE);
  is_listed(box, lines, box->home, FALSE);
  g_free(git(box, "init -q --bare ../bare.git"));
  write_file(box, "below/x", "x");
  g_autofree char *of_root = adref_safe_directory_path(box->root);
  g_autofree char *of_below = adref_safe_directory_path(below);
  g_autofree char *bare = g_build_filename(box->folder, "bare.git", NULL);
  g_autofree char *of_bare = adref_safe_directory_path(bare);
  ck_assert_str_eq(of_root, box->root);
  ck_assert_str_eq(of_below, box->root);
  ck_assert_str_eq(of_bare, bare);
}
END_TEST

TCase *tcase_safe_directory(void)
{
  TCase *tcase = tcase_create("safe_directory");
  tcase_add_test(tcase, reads_the_list_of_the_user);
  tcase_add_test(tcase, asks_for_the_work_folder);
  return tcase;
}
