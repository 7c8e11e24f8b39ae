#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/commands.h"
#include "work/export/memory.h"

/* clang-format off */
static const AdrefCommand *const commands[] = {
    &adref_command_init,
    &adref_command_new,
    &adref_command_import,
    &adref_command_draft,
    &adref_command_edit,
    &adref_command_insert,
    &adref_command_delete,
    &adref_command_move,
    &adref_command_undo,
    &adref_command_save,
    &adref_command_show,
    &adref_command_status,
    &adref_command_agree,
    &adref_command_reserve,
    &adref_command_confirm,
    &adref_command_reopen,
    &adref_command_propose,
    &adref_command_support,
    &adref_command_oppose,
    &adref_command_withdraw,
    &adref_command_resolve,
    &adref_command_comment,
    &adref_command_log,
    &adref_command_search,
    &adref_command_concordance,
    &adref_command_precedent,
    &adref_command_blame,
    &adref_command_stats,
    &adref_command_diff,
    &adref_command_merge,
    &adref_command_compile,
    &adref_command_sync,
    &adref_command_circulate,
    &adref_command_break_silence,
    &adref_command_signers,
    &adref_command_sign,
    &adref_command_verify,
    &adref_command_finalize,
    &adref_command_correct,
    &adref_command_restore,
    &adref_command_rename,
    &adref_command_check,
    &adref_command_format,
    &adref_command_export,
    &adref_command_templates,
    &adref_command_parties,
    &adref_command_help,
    &adref_command_version,
    &adref_command_diff_driver,
    &adref_command_merge_driver,
    NULL,
};
/* clang-format on */

/* "adref" alone, "adref --help" and "adref COMMAND --help" are "adref help [COMMAND]". */
static int run_help(AdrefRun *run, const char *about, GError **error)
{
  run->command = &adref_command_help;
  g_ptr_array_set_size(run->arguments, 0);
  if (about)
    g_ptr_array_add(run->arguments, g_strdup(about));
  return run->command->run(run, error);
}

static int dispatch(AdrefRun *run, int argc, char **argv, GError **error)
{
  int next;
  if (!adref_command_parse_global(run, argc, argv, &next, error))
    return ADREF_USAGE;
  if (next >= argc || adref_run_flag(run, "help"))
    return run_help(run, next < argc ? argv[next] : NULL, error);
  const char *name = strcmp(argv[next], "--version") == 0 ? "version" : argv[next];
  run->command = adref_run_find_command(run, name, error);
  if (!run->command)
    return ADREF_USAGE;
  if (!adref_command_parse(run, argc - next - 1, argv + next + 1, error))
    return ADREF_USAGE;
  if (adref_run_flag(run, "help"))
    return run_help(run, name, error);
  return adref_command_run(run, error);
}

static int status_of(const GError *error)
{
  gboolean usage = g_error_matches(error, ADREF_ERROR, ADREF_ERROR_USAGE);
  return usage ? ADREF_USAGE : ADREF_FAILURE;
}

static void values_free(gpointer values)
{
  g_ptr_array_unref(values);
}

static void run_clear(AdrefRun *run)
{
  adref_session_free(run->session);
  g_free(run->statement);
  g_free(run->folder);
  g_ptr_array_unref(run->arguments);
  g_hash_table_unref(run->options);
  g_string_free(run->out, TRUE);
}

int main(int argc, char **argv)
{
  adref_memory_configure();
  signal(SIGCHLD, SIG_DFL); /* where it is ignored nobody learns how a program ended */
  setlocale(LC_CTYPE, "C.UTF-8");
  AdrefRun run = {
      .commands = commands,
      .folder = g_get_current_dir(),
      .arguments = g_ptr_array_new_with_free_func(g_free),
      .options = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, values_free),
      .out = g_string_new(NULL),
  };
  g_autoptr(GError) error = NULL;
  int status = dispatch(&run, argc, argv, &error);
  if (!error && !adref_run_finish(&run, &error))
    status = ADREF_FAILURE;
  if (error) {
    adref_run_stop(&run);
    status = status_of(error);
    gboolean is_usual = run.is_usual_party && g_str_has_prefix(error->message, "--as ");
    adref_say("adref: %s%s", is_usual ? "git config adref.party: " : "", error->message);
  }
  run_clear(&run);
  exit(status); /* from here, where run.kept_until_exit can still be reached: what it holds is no
                   leak */
}
