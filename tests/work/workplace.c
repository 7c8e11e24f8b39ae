#include "workplace.h"

#include <glib/gstdio.h>
#include <string.h>

#include "history/git.h"

static void set_environment(const Workplace *workplace)
{
  static const char *const dropped[] = {"GIT_DIR",
                                        "GIT_WORK_TREE",
                                        "GIT_INDEX_FILE",
                                        "GIT_CONFIG_GLOBAL",
                                        "GIT_AUTHOR_NAME",
                                        "GIT_AUTHOR_DATE",
                                        "GIT_AUTHOR_EMAIL",
                                        "GIT_COMMITTER_NAME",
                                        "GIT_COMMITTER_DATE",
                                        "EMAIL",
                                        "GIT_COMMITTER_EMAIL",
                                        "XDG_CONFIG_HOME"};
  for (gsize i = 0; i < G_N_ELEMENTS(dropped); i++)
    g_unsetenv(dropped[i]);
  g_setenv("HOME", workplace->folder, TRUE);
  g_setenv("GIT_CONFIG_NOSYSTEM", "1", TRUE);
  g_setenv("TZ", "UTC", TRUE);
  ck_assert(adref_git_start(NULL));
  git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL, workplace->folder);
  git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, "");
}

static void say(gpointer data, const char *message)
{
  Workplace *workplace = data;
  g_string_append_printf(workplace->said, "%s\n", message);
}

static GBytes *read_input(gpointer data, gsize limit, GError **error)
{
  const Workplace *workplace = data;
  (void)error;
  ck_assert_uint_gt(limit, strlen(workplace->input));
  return g_bytes_new(workplace->input, strlen(workplace->input));
}

void workplace_put(const Workplace *workplace, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename(workplace->root, path, NULL);
  g_autofree char *folder = g_path_get_dirname(full);
  g_mkdir_with_parents(folder, 0700);
  ck_assert(g_file_set_contents(full, text, -1, NULL));
}

AdrefSession *workplace_reopen(Workplace *workplace, const char *below)
{
  g_autofree char *folder = g_build_filename(workplace->root, below, NULL);
  AdrefSessionDoor door = {
      .say = say, .read_input = workplace->input ? read_input : NULL, .data = workplace};
  adref_session_free(workplace->session);
  g_string_truncate(workplace->said, 0);
  return workplace->session = adref_session_new(folder, &door);
}

Workplace *workplace_new(void)
{
  Workplace *workplace = g_new0(Workplace, 1);
  g_autofree char *made = g_dir_make_tmp("adref-work-XXXXXX", NULL);
  workplace->folder = realpath(made, NULL);
  workplace->root = g_build_filename(workplace->folder, "work", NULL);
  workplace->said = g_string_new(NULL);
  set_environment(workplace);
  workplace_put(workplace, "templates/parties.yaml",
                "parties:\n"
                "  JPN: {short: {en: Japan}, long: {en: Japan}}\n"
                "  THA: {short: {en: Thailand}, long: {en: the Kingdom of Thailand}}\n"
                "  VNM: {short: {en: Viet Nam}, long: {en: Viet Nam}}\n");
  workplace_put(workplace, "templates/outlines/plain.yaml",
                "title: {en: Plain}\nstyle: house\nclauses: [{template: topic/training}]\n");
  workplace_put(workplace, "templates/styles/house.yaml", "numbers: {operative: true}\n");
  workplace_put(workplace, "statements/demo/statement.yaml",
                "title: Demo\noutline: plain\nparties: [JPN, THA]\nlanguages: [en, ja]\n");
  workplace_put(workplace, "statements/demo/en.md",
                "# Demo\n\n<!-- op training -->\nThe Parties train.\n\n"
                "<!-- op ports -->\nThe Parties open ports.\n");
  workplace_put(workplace, "statements/demo/ja.md", "# Demo\n\n<!-- op training -->\nwords\n");
  workplace_reopen(workplace, ".");
  return workplace;
}

char *workplace_git(const Workplace *workplace, const char *arguments)
{
  g_autofree char *line = g_strconcat("git ", arguments, NULL);
  g_auto(GStrv) argv = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status = -1;
  ck_assert(g_shell_parse_argv(line, NULL, &argv, NULL));
  g_spawn_sync(workplace->root, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors,
               &status, NULL);
  ck_assert_msg(status == 0, "%s: %s", line, errors);
  return g_strchomp(output);
}

void workplace_init(Workplace *workplace)
{
  static const char *const lines[] = {"config --global user.name 'Ana Sol'",
                                      "config --global user.email ana@example.org",
                                      "init -q -b main", "add .", "commit -q -m start"};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    g_free(workplace_git(workplace, lines[i]));
}

void workplace_free(Workplace *workplace)
{
  char *argv[] = {(char[]){"rm"}, (char[]){"-rf"}, workplace->folder, NULL};
  adref_session_free(workplace->session);
  g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_string_free(workplace->said, TRUE);
  g_free(workplace->folder);
  g_free(workplace->root);
  g_free(workplace);
}
