#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "history/config.h"
#include "work/negotiate/edit_stale.h"

/* What is looked for in PATH when nobody named an editor. */
static const char *const usual_editors[] = {"sensible-editor", "nano", "vim", "vi"};

/* The editor that git would take, but never one that only the repository names: such a repository
 * may be somebody else's. Caller frees; NULL: there is none. */
static char *find_editor(AdrefRepo *repo)
{
  const char *git = g_getenv("GIT_EDITOR");
  char *core = git && *git ? g_strdup(git) : adref_repo_user_config(repo, "core.editor");
  if (core && *core)
    return core;
  g_free(core);
  const char *names[] = {"VISUAL", "EDITOR"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    const char *value = g_getenv(names[i]);
    if (value && *value)
      return g_strdup(value);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(usual_editors); i++) {
    g_autofree char *path = g_find_program_in_path(usual_editors[i]);
    if (path)
      return g_strdup(usual_editors[i]);
  }
  return NULL;
}

/* Runs the editor on a file as git does, through the shell, and waits for it. */
static int run_program(const char *editor, const char *path)
{
  g_autofree char *command = g_strdup_printf("%s \"$@\"", editor);
  /* Ctrl-C is the editor's from the start: a person may press it before the fork returns. */
  void (*before)(int) = signal(SIGINT, SIG_IGN);
  pid_t child = fork();
  if (child == 0) {
    signal(SIGINT, before);
    execl("/bin/sh", "sh", "-c", command, editor, path, (char *)NULL);
    _exit(127);
  }
  int status = -1;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  signal(SIGINT, before);
  return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static gboolean run_editor(gpointer data, const char *path, GError **error)
{
  AdrefSession *session = data;
  g_autofree char *editor = find_editor(session->repo);
  if (!editor)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "there is no editor; the Debian packages nano and vim have one. Set EDITOR, or git "
                "config --global core.editor, to take another");
  else if (run_program(editor, path) == 0)
    return TRUE;
  else
    adref_error(error, ADREF_ERROR_SYSTEM,
                "the editor \"%s\" failed; nothing was changed. Set EDITOR, or git config --global "
                "core.editor, to the editor you want",
                editor);
  return FALSE;
}

static gboolean check_stale(const AdrefEditOptions *edit_options, GError **error)
{
  if (!edit_options->language)
    adref_error(error, ADREF_ERROR_USAGE, "--stale needs --lang LANG, the language to put in step");
  else if (edit_options->clause || edit_options->rescued)
    adref_error(error, ADREF_ERROR_USAGE,
                "--stale takes every clause that is behind, neither CLAUSE nor --rescued");
  else
    return TRUE;
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefEditOptions edit_options = {.clause = adref_run_argument(run, run->clauses),
                                   .language = adref_run_value(run, "lang"),
                                   .party = adref_run_value(run, "as"),
                                   .message = adref_run_value(run, "message"),
                                   .rescued = adref_run_value(run, "rescued"),
                                   .meant = adref_run_flag(run, "meant"),
                                   .run_editor = run_editor,
                                   .data = run->session};
  if (adref_run_flag(run, "stale")) {
    if (!check_stale(&edit_options, error))
      return ADREF_USAGE;
    return adref_edit_stale(run->session, run->session->statement, &edit_options, error)
               ? ADREF_YES
               : ADREF_FAILURE;
  }
  return adref_edit_text(run->session, run->session->statement, &edit_options, error)
             ? ADREF_YES
             : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    ADREF_OPTION_AS,
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_MESSAGE,
    {"meant", 0, NULL, NULL, FALSE, "what looks like a slip in a marker is meant"},
    {"stale", 0, NULL, NULL, FALSE,
     "each clause of --lang that was not touched since its source changed"},
    {"rescued", 0, "NAME", NULL, FALSE, "begin with words that were kept"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_edit = {
    .name = "edit",
    .arguments = "[STATEMENT] [CLAUSE]",
    .summary = "Edit a text, or one clause, in your editor, and save a version",
    .details = "Opens the text, or only the clause with this id, number or address (`adref help "
               "addresses`), in the editor that git's "
               "core.editor, VISUAL or EDITOR names (else sensible-editor, nano, vim or vi), "
               "checks what you wrote, and saves it as a version. A file that you "
               "empty changes nothing.\n\n"
               "Where a marker vanished or is misspelt, a number or a kind changed, an id stands "
               "twice or a bracket has no end, the editor opens again with a message above the "
               "place. Take the message out when it is meant so; change nothing to give up.\n\n"
               "Others may edit at the same time: changes of different clauses are joined. What "
               "cannot be saved, or not be placed, is kept, and the message names the command that "
               "takes it up (--rescued).\n\n"
               "--lang LANG --stale opens the clauses of a translation that were not touched since "
               "their source changed, one after the other, with what changed above the words. Each "
               "is saved by itself. Take the first line out, and leave the words, to record that "
               "the translation needs no change (with --as PARTY); leave all as it is to pass the "
               "clause over, and empty the file to stop.\n\n"
               "A new clause is a marker, <!-- op new-id -->, and the paragraph below it. In the "
               "whole text a clause is moved or deleted together with its marker.",
    .options = options,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSE,
    .needs =
        ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY | ADREF_NEEDS_IDENTITY,
    .usual_party = TRUE,
    .run = run,
};
