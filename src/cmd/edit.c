#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "clause/canonical.h"
#include "cmd/commands.h"
#include "cmd/shared_options.h"
#include "work/rewrite.h"
#include "work/save_statement.h"
#include "work/select_clause.h"

static const char *editor(void)
{
  const char *names[] = {"VISUAL", "EDITOR"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    const char *value = g_getenv(names[i]);
    if (value && *value)
      return value;
  }
  return "editor";
}

/* Runs the editor on a file as git does, through the shell, and waits for it. */
static gboolean run_editor(const char *path, GError **error)
{
  g_autofree char *command = g_strdup_printf("%s \"$@\"", editor());
  /* Ctrl-C is the editor's from the start: a person may press it before the fork returns. */
  void (*before)(int) = signal(SIGINT, SIG_IGN);
  pid_t child = fork();
  if (child == 0) {
    signal(SIGINT, before);
    execl("/bin/sh", "sh", "-c", command, editor(), path, (char *)NULL);
    _exit(127);
  }
  int status = -1;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  signal(SIGINT, before);
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM,
              "the editor \"%s\" failed; nothing was changed. Set EDITOR to the editor you want",
              editor());
  return FALSE;
}

static AdrefNode *read_edited(const AdrefText *text, AdrefNode *clause, const char *path,
                              GError **error)
{
  g_autoptr(GBytes) bytes = adref_file_read_text(path, "what was edited", ADREF_TEXT_LIMIT, error);
  if (!bytes)
    return NULL;
  gsize length;
  const char *words = g_bytes_get_data(bytes, &length);
  if (clause)
    return adref_rewrite_clause(text, clause, NULL, words, length, error);
  g_ptr_array_set_size(text->problems, 0);
  return adref_text_parse(text, words, length, text->problems, error);
}

static char *new_file(const AdrefText *text, const GString *words, GError **error)
{
  g_autofree char *form = g_strdup_printf("adref-XXXXXX-%s.md", text->language);
  g_autofree char *path = NULL;
  g_autoptr(GError) cause = NULL;
  int fd = g_file_open_tmp(form, &path, &cause);
  if (fd < 0) {
    adref_error(error, ADREF_ERROR_SYSTEM, "no file to edit in: %s", cause->message);
    return NULL;
  }
  close(fd);
  if (!adref_file_write(path, words->str, words->len, error)) {
    g_unlink(path);
    return NULL;
  }
  return g_steal_pointer(&path);
}

/* Edits a temporary file, so that the statement never has a half-edited text. After an error that
 * file stays, and the message names it. */
static gboolean edit(const AdrefText *text, AdrefNode *clause, GError **error)
{
  g_autoptr(GString) words =
      clause ? adref_rewrite_clause_markdown(clause) : adref_canonical(text->document);
  g_autofree char *path = new_file(text, words, error);
  if (!path)
    return FALSE;
  if (!run_editor(path, error)) {
    g_unlink(path);
    return FALSE;
  }
  g_autoptr(AdrefNode) document = read_edited(text, clause, path, error);
  if (document && adref_rewrite_write(text, document, error)) {
    g_unlink(path);
    return TRUE;
  }
  g_prefix_error(error, "nothing was saved; your words are in %s\nadref: ", path);
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  const char *clause_id = adref_run_argument(run, run->clauses);
  AdrefSession *session = run->session;
  const AdrefStatement *statement = session->statement;
  g_autoptr(AdrefText) text =
      adref_text_open_statement(session, statement, adref_run_value(run, "lang"), error);
  AdrefNode *clause = text && clause_id ? adref_select_clause(text, clause_id, error) : NULL;
  if (!text || (clause_id && !clause) || !edit(text, clause, error))
    return ADREF_FAILURE;
  AdrefSaveStatementOptions save_options = {.subject = adref_run_value(run, "message"),
                                            .party = adref_run_value(run, "as"),
                                            .action = "edit"};
  return adref_save_statement(session, statement, &save_options, error) ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    ADREF_OPTION_AS,
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_MESSAGE,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_edit = {
    .name = "edit",
    .arguments = "[STATEMENT] [CLAUSE]",
    .summary = "Edit a text, or one clause, in your editor, and save a version",
    .details = "Opens the text, or only the clause with this id, in the editor that VISUAL or "
               "EDITOR names, checks what you wrote, and saves it as a version. What does not "
               "read is not saved, and your words are kept.\n\n"
               "A new clause is a marker, <!-- op new-id -->, and the paragraph below it.",
    .options = options,
    .most = 2,
    .first = ADREF_FIRST_STATEMENT_CLAUSE,
    .needs =
        ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_PARTY | ADREF_NEEDS_IDENTITY,
    .run = run,
};
