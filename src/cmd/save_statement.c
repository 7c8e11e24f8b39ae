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
  return adref_text_reread(text, old, length, NULL, NULL);
}

static void compare_texts(AdrefChanges *changes, const AdrefNode *old, const AdrefText *text,
                          gboolean other)
{
  g_autoptr(AdrefNode) none = adref_node_new(ADREF_DOCUMENT);
  g_autoptr(AdrefNode) redline = adref_diff(old ? old : none, text->document, text->language);
  adref_changes_add(changes, redline, other ? text->language : NULL);
}

/* Reads each text of the statement: it must read without a serious problem; what changed in it
 * since the last version goes to `changes`. */
static gboolean read_texts(const AdrefDesk *desk, const AdrefStatement *statement, AdrefRepo *repo,
                           AdrefChanges *changes, GError **error)
{
  AdrefRun here = {.folder = desk->workspace->root};
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *name = adref_statement_text_path(statement, *language);
    g_autofree char *file = g_build_filename(desk->workspace->root, name, NULL);
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

static char *make_subject(const AdrefStatement *statement, const AdrefChanges *changes)
{
  gsize room = MAX_SUBJECT - MIN(strlen(statement->id) + 2, MAX_SUBJECT / 2);
  g_autofree char *what = adref_changes_subject(changes, (guint)room);
  return g_strdup_printf("%s: %s", statement->id, what ? what : "facts and files");
}

static char **make_trailers(const AdrefStatement *statement, const AdrefKeep *keep,
                            const AdrefChanges *changes)
{
  GPtrArray *trailers = g_ptr_array_new();
  g_ptr_array_add(trailers, g_strdup_printf("Statement: %s", statement->id));
  if (keep->party)
    g_ptr_array_add(trailers, g_strdup_printf("Party: %s", keep->party));
  g_ptr_array_add(trailers, g_strdup_printf("Action: %s", keep->action));
  const GPtrArray *ids = adref_changes_ids(changes);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add(trailers, g_strdup_printf("Clause: %s", (const char *)ids->pdata[i]));
  g_ptr_array_add(trailers, NULL);
  return (char **)g_ptr_array_free(trailers, FALSE);
}

static gboolean save(const AdrefDesk *desk, const AdrefStatement *statement, AdrefRepo *repo,
                     const AdrefKeep *keep, const AdrefChanges *changes, GError **error)
{
  g_auto(GStrv) files = adref_statement_files(desk, statement, repo, error);
  if (!files)
    return FALSE;
  g_autofree char *made = make_subject(statement, changes);
  g_auto(GStrv) trailers = make_trailers(statement, keep, changes);
  g_auto(GStrv) message = g_strsplit(keep->subject ? keep->subject : made, "\n", 2);
  g_autoptr(AdrefPerson) author = keep->author ? adref_person_read(keep->author, error) : NULL;
  if (keep->author && !author)
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

int adref_keep(const AdrefDesk *desk, const AdrefStatement *statement, const AdrefKeep *keep,
               GError **error)
{
  return adref_keep_about(desk, statement, keep, NULL, error);
}

int adref_keep_about(const AdrefDesk *desk, const AdrefStatement *statement, const AdrefKeep *keep,
                     const GPtrArray *clauses, GError **error)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(desk->workspace->root, error);
  if (!repo)
    return ADREF_FAILURE;
  g_autoptr(AdrefChanges) changes = adref_changes_new();
  for (guint i = 0; clauses && i < clauses->len; i++)
    adref_changes_touch(changes, clauses->pdata[i]);
  gboolean done = read_texts(desk, statement, repo, changes, error) &&
                  save(desk, statement, repo, keep, changes, error);
  return done ? ADREF_YES : ADREF_FAILURE;
}

gboolean adref_keep_check(const AdrefDesk *desk, GError **error)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(desk->workspace->root, error);
  g_autoptr(AdrefPerson) person =
      repo ? adref_person_new(repo, ADREF_PERSON_ROLE_AUTHOR, error) : NULL;
  return person != NULL;
}

gboolean adref_keep_check_saved(const AdrefDesk *desk, const AdrefStatement *statement,
                                GError **error)
{
  gboolean changed;
  g_autoptr(AdrefRepo) repo = adref_repo_open(desk->workspace->root, error);
  g_auto(GStrv) files = repo ? adref_statement_files(desk, statement, repo, error) : NULL;
  if (!files || !adref_repo_changed(repo, (const char *const *)files, &changed, error))
    return FALSE;
  if (changed)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s has changes that are not saved; `adref save` keeps them, then try again",
                statement->id);
  return !changed;
}

gboolean adref_keep_check_party(const AdrefDesk *desk, const AdrefStatement *statement,
                                const char *party, GError **error)
{
  const AdrefParties *parties = adref_library_parties(desk->library);
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
