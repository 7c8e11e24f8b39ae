#include "cmd/save_statement.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "cmd/change_summary.h"
#include "history/person.h"
#include "history/save.h"
#include "history/version_source.h"
#include "merge/diff.h"

enum {
  MAX_SUBJECT = 72
};

static AdrefNode *read_old(AdrefRepo *repo, const AdrefText *text)
{
  AdrefVersion head;
  if (!adref_repo_resolve(repo, NULL, "HEAD", &head, NULL))
    return NULL;
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &head, NULL);
  g_autoptr(GBytes) bytes =
      source ? source->read(source, text->path, ADREF_TEXT_LIMIT, NULL) : NULL;
  if (!bytes)
    return NULL;
  gsize length;
  const char *old = g_bytes_get_data(bytes, &length);
  return adref_text_parse(text, old, length, NULL, NULL);
}

static void compare_texts(AdrefChangeSummary *changes, const AdrefNode *old, const AdrefText *text,
                          gboolean other)
{
  g_autoptr(AdrefNode) none = adref_node_new(ADREF_DOCUMENT);
  g_autoptr(AdrefNode) redline = adref_diff(old ? old : none, text->document, text->language);
  adref_change_summary_add(changes, redline, other ? text->language : NULL);
}

/* Reads each text of the statement: it must read without a serious problem; what changed in it
 * since the last version goes to `changes`. */
static gboolean read_texts(const AdrefSession *session, const AdrefStatement *statement,
                           AdrefRepo *repo, AdrefChangeSummary *changes, GError **error)
{
  AdrefRun here = {.folder = session->workspace->root};
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *name = adref_statement_text_path(statement, *language);
    g_autofree char *file = g_build_filename(session->workspace->root, name, NULL);
    if (!g_file_test(file, G_FILE_TEST_EXISTS))
      continue;
    g_autoptr(AdrefText) text = adref_text_open(&here, statement->id, *language, error);
    if (!text || !adref_text_check_serious(text, text->problems, error))
      return FALSE;
    adref_say_problems(text->name, text->problems);
    g_autoptr(AdrefNode) old = read_old(repo, text);
    compare_texts(changes, old, text, language > statement->languages);
  }
  return TRUE;
}

static char *make_subject(const AdrefStatement *statement, const AdrefChangeSummary *changes)
{
  gsize room = MAX_SUBJECT - MIN(strlen(statement->id) + 2, MAX_SUBJECT / 2);
  g_autofree char *what = adref_change_summary_subject(changes, (guint)room);
  return g_strdup_printf("%s: %s", statement->id, what ? what : "facts and files");
}

static char **make_trailers(const AdrefStatement *statement,
                            const AdrefSaveStatementOptions *options,
                            const AdrefChangeSummary *changes)
{
  GPtrArray *trailers = g_ptr_array_new();
  g_ptr_array_add(trailers, g_strdup_printf("Statement: %s", statement->id));
  if (options->party)
    g_ptr_array_add(trailers, g_strdup_printf("Party: %s", options->party));
  g_ptr_array_add(trailers, g_strdup_printf("Action: %s", options->action));
  const GPtrArray *ids = adref_change_summary_ids(changes);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add(trailers, g_strdup_printf("Clause: %s", (const char *)ids->pdata[i]));
  g_ptr_array_add(trailers, NULL);
  return (char **)g_ptr_array_free(trailers, FALSE);
}

static gboolean save(const AdrefSession *session, const AdrefStatement *statement, AdrefRepo *repo,
                     const AdrefSaveStatementOptions *options, const AdrefChangeSummary *changes,
                     GError **error)
{
  g_auto(GStrv) files = adref_session_statement_files(session, statement, repo, error);
  if (!files)
    return FALSE;
  g_autofree char *made = make_subject(statement, changes);
  g_auto(GStrv) trailers = make_trailers(statement, options, changes);
  g_auto(GStrv) message = g_strsplit(options->subject ? options->subject : made, "\n", 2);
  g_autoptr(AdrefPerson) author =
      options->author ? adref_person_read(options->author, error) : NULL;
  if (options->author && !author)
    return FALSE;
  AdrefRepoSaveOptions what = {.subject = message[0],
                               .body = message[0] ? message[1] : NULL,
                               .author = author,
                               .trailers = (const char *const *)trailers,
                               .paths = (const char *const *)files};
  AdrefVersion version;
  gboolean saved = FALSE;
  if (!adref_repo_save(repo, &what, &version, &saved, error))
    return FALSE;
  if (saved)
    adref_say("saved version %.8s: %s", version.id, message[0]);
  else
    adref_say("%s: nothing to save; the files are as in version %.8s", statement->id, version.id);
  return TRUE;
}

int adref_save_statement(const AdrefSession *session, const AdrefStatement *statement,
                         const AdrefSaveStatementOptions *options, GError **error)
{
  return adref_save_statement_with_clauses(session, statement, options, NULL, error);
}

int adref_save_statement_with_clauses(const AdrefSession *session, const AdrefStatement *statement,
                                      const AdrefSaveStatementOptions *options,
                                      const GPtrArray *clauses, GError **error)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(session->workspace->root, error);
  if (!repo)
    return ADREF_FAILURE;
  g_autoptr(AdrefChangeSummary) changes = adref_change_summary_new();
  for (guint i = 0; clauses && i < clauses->len; i++)
    adref_change_summary_add_id(changes, clauses->pdata[i]);
  gboolean done = read_texts(session, statement, repo, changes, error) &&
                  save(session, statement, repo, options, changes, error);
  return done ? ADREF_YES : ADREF_FAILURE;
}

gboolean adref_save_statement_check(const AdrefSession *session, GError **error)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(session->workspace->root, error);
  g_autoptr(AdrefPerson) person =
      repo ? adref_person_new(repo, ADREF_PERSON_ROLE_AUTHOR, error) : NULL;
  return person != NULL;
}

gboolean adref_save_statement_check_clean(const AdrefSession *session,
                                          const AdrefStatement *statement, GError **error)
{
  gboolean changed;
  g_autoptr(AdrefRepo) repo = adref_repo_open(session->workspace->root, error);
  g_auto(GStrv) files =
      repo ? adref_session_statement_files(session, statement, repo, error) : NULL;
  if (!files || !adref_repo_changed(repo, (const char *const *)files, &changed, error))
    return FALSE;
  if (changed)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s has changes that are not saved; `adref save` keeps them, then try again",
                statement->id);
  return !changed;
}

gboolean adref_save_statement_check_party(const AdrefSession *session,
                                          const AdrefStatement *statement, const char *party,
                                          GError **error)
{
  const AdrefParties *parties = adref_library_parties(session->library);
  if (!party || adref_parties_may_speak(parties, statement->parties, party))
    return TRUE;
  const char *near = adref_parties_closest(parties, party);
  if (near && strcmp(near, party) != 0 &&
      adref_parties_may_speak(parties, statement->parties, near)) {
    adref_error(error, ADREF_ERROR_USAGE, "--as %s: not a party of %s; did you mean %s?", party,
                statement->id, near);
    return FALSE;
  }
  g_autofree char *codes = g_strjoinv(", ", statement->parties);
  if (adref_name_check(ADREF_NAME_PARTY, party, error))
    adref_error(
        error, ADREF_ERROR_USAGE,
        "--as %s: not a party of %s; its parties are %s and the members of groups among them",
        party, statement->id, codes);
  return FALSE;
}
