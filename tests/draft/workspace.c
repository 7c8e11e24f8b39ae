#include "draft/statement/workspace.h"

#include <glib/gstdio.h>

#include "base/error.h"
#include "draft/cases.h"
#include "draft/room.h"
#include "suite.h"

static char *below(const Room *room, const char *path)
{
  return g_build_filename(room->root, path, NULL);
}

static char *content(const char *root, const char *path)
{
  g_autofree char *full = g_build_filename(root, path, NULL);
  char *text = NULL;
  g_file_get_contents(full, &text, NULL, NULL);
  return text;
}

static guint entries(const char *root)
{
  g_autoptr(GDir) folder = g_dir_open(root, 0, NULL);
  guint n = 0;
  while (folder && g_dir_read_name(folder))
    n++;
  return n;
}

START_TEST(found_from_below)
{
  g_autoptr(Room) room = room_new();
  room_put(room, "statements/one/statement.yaml", "");
  room_put(room, "statements/one/record/JPN.yaml", "");
  g_autofree char *start = below(room, "statements/one/record");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefWorkspace) workspace = adref_workspace_find(start, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(workspace->current_statement, "one");
  g_autofree char *chosen = adref_workspace_choose(workspace, NULL, &error);
  ck_assert_str_eq(chosen, "one");
}
END_TEST

START_TEST(none_around)
{
  g_autofree char *start = g_dir_make_tmp("adref-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_workspace_find(start, &error));
  g_autofree char *message = g_strdup_printf("%s: not in a workspace (a folder with templates/ and "
                                             "statements/); \"adref init\" makes one",
                                             start);
  ck_assert_error(error, message);
  g_rmdir(start);
  ck_assert_ptr_null(adref_workspace_find("/none/such", &error));
  ck_assert_error(error, "/none/such: cannot be opened: No such file or directory");
}
END_TEST

START_TEST(chooses_a_statement)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefWorkspace) workspace = adref_workspace_find(room->root, &error);
  ck_assert_ptr_null(adref_workspace_choose(workspace, NULL, &error));
  ck_assert_error(error, "the workspace has no statement yet; \"adref new\" makes one");
  room_put(room, "statements/tokyo-2023/statement.yaml", "");
  room_put(room, "statements/No Name/statement.yaml", "");
  g_autofree char *only = adref_workspace_choose(workspace, NULL, &error);
  ck_assert_str_eq(only, "tokyo-2023");
  room_put(room, "statements/bali-2003/statement.yaml", "");
  g_auto(GStrv) ids = adref_workspace_statements(workspace, &error);
  g_autofree char *all = g_strjoinv(" ", ids);
  ck_assert_str_eq(all, "bali-2003 tokyo-2023");
  ck_assert_ptr_null(adref_workspace_choose(workspace, NULL, &error));
  ck_assert_error(error, "which statement? name one of: bali-2003, tokyo-2023");
  ck_assert_ptr_null(adref_workspace_choose(workspace, "tokio-2023", &error));
  ck_assert_error(error, "there is no statement \"tokio-2023\"; did you mean \"tokyo-2023\"?");
  ck_assert_ptr_null(adref_workspace_choose(workspace, "../x", &error));
  ck_assert_error(error, "\"../x\" cannot be the name of a statement; allowed are small letters, "
                         "digits and -, beginning with a letter or digit, up to 100 in all");
}
END_TEST

static Room *starter(void)
{
  Room *room = room_new();
  room_put(room, "templates/parties.yaml", "parties: {}\n");
  room_put(room, "templates/clauses/a/b.md", "x\n");
  room_put(room, "statements/sample/statement.yaml", "outline: x\n");
  return room;
}

START_TEST(made_from_the_starter)
{
  g_autoptr(Room) library = starter();
  g_autoptr(Room) place = room_new();
  g_autofree char *root = below(place, "deep/new");
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) made = NULL;
  ck_assert(adref_workspace_make(root, library->root, ADREF_WORKSPACE_STARTER, &made, &error));
  g_autofree char *all = g_strjoinv(" ", made);
  ck_assert_str_eq(all, "statements/.gitkeep templates/clauses/a/b.md templates/parties.yaml");
  g_autofree char *clause = content(root, "templates/clauses/a/b.md");
  ck_assert_str_eq(clause, "x\n");
  ck_assert_uint_eq(entries(root), 2);
  ck_assert(!adref_workspace_make(root, library->root, ADREF_WORKSPACE_STARTER, NULL, &error));
  g_autofree char *message =
      g_strdup_printf("%s: is a workspace already; nothing was written", root);
  ck_assert_error(error, message);
}
END_TEST

START_TEST(made_with_the_sample)
{
  g_autoptr(Room) library = starter();
  g_autoptr(Room) place = room_new();
  g_autofree char *root = below(place, "new");
  g_autoptr(GError) error = NULL;
  ck_assert(adref_workspace_make(root, library->root, ADREF_WORKSPACE_SAMPLE, NULL, &error));
  g_autofree char *facts = content(root, "statements/sample/statement.yaml");
  ck_assert_str_eq(facts, "outline: x\n");
}
END_TEST

START_TEST(never_overwrites)
{
  g_autoptr(Room) library = starter();
  g_autoptr(Room) place = room_new();
  g_autofree char *root = below(place, "mine");
  room_put(place, "mine/templates/own.md", "own");
  g_autoptr(GError) error = NULL;
  ck_assert(!adref_workspace_make(root, library->root, ADREF_WORKSPACE_STARTER, NULL, &error));
  g_autofree char *message =
      g_strdup_printf("%s/templates: is not empty; nothing was written", root);
  ck_assert_error(error, message);
  ck_assert_uint_eq(entries(root), 1);
}
END_TEST

START_TEST(leaves_nothing_behind)
{
  g_autoptr(Room) library = starter();
  g_autoptr(Room) place = room_new();
  g_autofree char *root = below(place, "new");
  room_link(library, "templates/z.md", "/etc/passwd");
  g_autoptr(GError) error = NULL;
  ck_assert(!adref_workspace_make(root, library->root, ADREF_WORKSPACE_SAMPLE, NULL, &error));
  ck_assert_error(error, "templates/z.md: is a symbolic link that leads out of the workspace");
  ck_assert(!g_file_test(root, G_FILE_TEST_EXISTS));
  g_mkdir(root, 0777);
  ck_assert(!adref_workspace_make(root, "/none", ADREF_WORKSPACE_STARTER, NULL, &error));
  ck_assert_error(error, "the starter library has no files in templates/");
  ck_assert_uint_eq(entries(root), 0);
}
END_TEST

START_TEST(links_are_in_the_way)
{
  g_autoptr(Room) library = starter();
  g_autoptr(Room) place = room_new();
  g_autofree char *root = below(place, "new");
  g_autofree char *elsewhere = below(place, "templates");
  room_link(place, "new/templates", elsewhere);
  g_autoptr(GError) error = NULL;
  ck_assert(!adref_workspace_make(root, library->root, ADREF_WORKSPACE_STARTER, NULL, &error));
  g_autofree char *message =
      g_strdup_printf("%s/templates: exists and is not a folder; nothing was written", root);
  ck_assert_error(error, message);
  ck_assert_uint_eq(entries(elsewhere), 0);
}
END_TEST

TCase *tcase_workspace(void)
{
  TCase *tcase = tcase_create("workspace");
  tcase_add_test(tcase, found_from_below);
  tcase_add_test(tcase, none_around);
  tcase_add_test(tcase, chooses_a_statement);
  tcase_add_test(tcase, made_from_the_starter);
  tcase_add_test(tcase, made_with_the_sample);
  tcase_add_test(tcase, never_overwrites);
  tcase_add_test(tcase, leaves_nothing_behind);
  tcase_add_test(tcase, links_are_in_the_way);
  return tcase;
}
