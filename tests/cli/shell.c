#include "cli/shell.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "environment.h"

/* Stands around the exit status behind each step. */
#define MARK "\036"

static const char config[] = "[user]\n\tname = Aiko Mori\n\temail = aiko@example.org\n"
                             "[init]\n\tdefaultBranch = main\n"
                             "[protocol \"file\"]\n\tallow = always\n";

static char *make_folder(const char *root, const char *name)
{
  char *path = g_build_filename(root, name, NULL);
  g_mkdir(path, 0700);
  return path;
}

static char *make_sandbox(void)
{
  char *sandbox = environment_make_folder("adref-cli-XXXXXX");
  g_autofree char *home = make_folder(sandbox, "home"), *bin = make_folder(sandbox, "bin");
  g_autofree char *work = make_folder(sandbox, "work"), *tmp = make_folder(sandbox, "tmp");
  g_autofree char *gitconfig = g_build_filename(home, ".gitconfig", NULL);
  g_file_set_contents(gitconfig, config, -1, NULL);
  const char *given = g_getenv("ADREF");
  g_autofree char *adref = g_canonicalize_filename(given ? given : "build/adref", NULL);
  g_autofree char *link = g_build_filename(bin, "adref", NULL);
  g_assert_cmpint(symlink(adref, link), ==, 0);
  return sandbox;
}

static void remove_sandbox(char *sandbox)
{
  char *argv[] = {(char[]){"rm"}, (char[]){"-rf"}, sandbox, NULL};
  g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  free(sandbox);
}

static char **set_path(char **environment, const char *name, const char *folder, const char *below)
{
  g_autofree char *path = g_build_filename(folder, below, NULL);
  return g_environ_setenv(environment, name, path, TRUE);
}

static char **make_environment(const char *sandbox)
{
  static const char date[] = "2023-12-01T09:00:00+0900";
  char **environment = g_get_environ();
  environment = g_environ_setenv(environment, "GIT_AUTHOR_DATE", date, TRUE);
  environment = g_environ_setenv(environment, "GIT_COMMITTER_DATE", date, TRUE);
  g_autofree char *root = g_get_current_dir();
  g_autofree char *path = g_strdup_printf("%s/bin:%s", sandbox, g_getenv("PATH"));
  environment = g_environ_setenv(environment, "PATH", path, TRUE);
  environment = g_environ_setenv(environment, "ROOT", root, TRUE);
  environment = g_environ_setenv(environment, "ADREF_LIBRARY", root, TRUE);
  environment = set_path(environment, "LIBRARY", root, "tests/cli/library");
  environment = set_path(environment, "HOME", sandbox, "home");
  return set_path(environment, "TMPDIR", sandbox, "tmp");
}

static char *make_script(const Transcript *transcript)
{
  GString *script = g_string_new("exec </dev/null 2>&1\n");
  for (guint i = 0; i < transcript->steps->len; i++) {
    const Step *step = transcript->steps->pdata[i];
    g_autofree char *quoted = g_shell_quote(step->command);
    g_string_append_printf(script, "eval %s\nprintf '" MARK "%%d" MARK "' $?\n", quoted);
  }
  /* whose name begins with "damaged" was damaged by the transcript */
  g_string_append(script, "find \"$HOME/..\" -name 'damaged*' -prune -o -name .git -type d -prune "
                          "-exec git -c safe.directory='*' --git-dir={} fsck --strict "
                          "--no-dangling --no-progress \\; 2>&1 | grep -v '^notice: '");
  return g_string_free(script, FALSE);
}

static GPtrArray *split_results(const char *printed, const char *sandbox, char **unsound)
{
  GPtrArray *results = g_ptr_array_new_with_free_func((GDestroyNotify)result_free);
  g_auto(GStrv) parts = g_strsplit(printed, MARK, -1);
  guint i = 0;
  for (; parts[i] && parts[i + 1]; i += 2) {
    g_autoptr(GString) text = g_string_new(parts[i]);
    g_string_replace(text, sandbox, "<sandbox>", 0);
    g_ptr_array_add(results, result_new(text->str, atoi(parts[i + 1])));
  }
  *unsound = g_strdup(parts[i] ? parts[i] : "");
  return results;
}

GPtrArray *shell_run(const Transcript *transcript, char **unsound)
{
  char *sandbox = make_sandbox();
  g_auto(GStrv) environment = make_environment(sandbox);
  g_autofree char *script = make_script(transcript);
  g_autofree char *work = g_build_filename(sandbox, "work", NULL);
  char *argv[] = {(char[]){"/bin/sh"}, (char[]){"-c"}, script, NULL};
  g_autofree char *printed = NULL;
  g_autoptr(GError) error = NULL;
  g_spawn_sync(work, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &printed, NULL, NULL, &error);
  g_assert_no_error(error);
  GPtrArray *results = split_results(printed, sandbox, unsound);
  remove_sandbox(sandbox);
  return results;
}
