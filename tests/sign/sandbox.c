#include "sign/sandbox.h"

#include "environment.h"
#include "suite.h"

char *sandbox_shell(const char *sandbox, const char *folder, const char *script, int *status)
{
  g_autofree char *root = g_get_current_dir();
  g_autofree char *home = g_build_filename(sandbox, "home", NULL);
  const char *given = g_getenv("ADREF");
  g_autofree char *adref = g_canonicalize_filename(given ? given : "build/adref", NULL);
  g_autofree char *all =
      g_strdup_printf("export HOME='%s' ADREF='%s' GIT_AUTHOR_DATE=2023-12-01T09:00:00+0900 "
                      "GIT_COMMITTER_DATE=2023-12-01T09:00:00+0900; "
                      ". '%s/tests/sign/tamper.sh'; cd '%s' || exit 9; { %s\n} 2>&1",
                      home, adref, root, folder, script);
  char *argv[] = {(char[]){"/bin/sh"}, (char[]){"-c"}, all, NULL};
  char *printed = NULL;
  int wait = 0;
  g_assert_true(
      g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &printed, NULL, &wait, NULL));
  *status = wait == 0 ? 0 : 1;
  return printed;
}

void sandbox_must_run(const char *sandbox, const char *folder, const char *script)
{
  int status;
  g_autofree char *printed = sandbox_shell(sandbox, folder, script, &status);
  ck_assert_msg(status == 0 && !*printed, "%s: %s", script, printed);
}

char *sandbox_new(void)
{
  char *sandbox = environment_make_folder("adref-sign-XXXXXX");
  g_autofree char *root = g_get_current_dir();
  g_autofree char *script = g_strdup_printf(
      "mkdir home; git config --global user.name 'Aiko Mori'; git config --global user.email "
      "aiko@example.org; git config --global init.defaultBranch main; cp -r "
      "'%s/tests/cli/library' library",
      root);
  sandbox_must_run(sandbox, sandbox, script);
  return sandbox;
}

void sandbox_free(char *sandbox)
{
  int status;
  g_autofree char *script = g_strdup_printf("rm -rf '%s'", sandbox);
  g_free(sandbox_shell(sandbox, "/", script, &status));
  free(sandbox);
}
