#include "work/session.h"

#include <string.h>

#include "history/former_name.h"
#include "history/label.h"
#include "history/version_source.h"

enum {
  MAX_SAID = 20 /* problems of one text */
};

/* --- facts of a statement --- */

typedef struct {
  AdrefStatement *statement;
  AdrefHouseStyle *style; /* NULL until it is asked for */
} StatementFacts;

static void facts_free(gpointer data)
{
  StatementFacts *facts = data;
  adref_house_style_free(facts->style);
  adref_statement_free(facts->statement);
  g_free(facts);
}

const AdrefStatement *adref_session_facts(AdrefSessionFiles *files, const char *id, GError **error)
{
  StatementFacts *facts = g_hash_table_lookup(files->facts, id);
  if (facts) {
    adref_library_set_day(files->library, facts->statement->date);
    return facts->statement;
  }
  AdrefStatement *statement = adref_statement_read(files->source, id, files->library, error);
  if (!statement)
    return NULL;
  facts = g_new0(StatementFacts, 1);
  facts->statement = statement;
  g_hash_table_insert(files->facts, statement->id, facts);
  return statement;
}

const AdrefStatement *adref_session_facts_again(AdrefSessionFiles *files, const char *id,
                                                GError **error)
{
  gpointer old = NULL;
  if (g_hash_table_steal_extended(files->facts, id, NULL, &old))
    g_ptr_array_add(files->older_facts, old);
  return adref_session_facts(files, id, error);
}

const AdrefHouseStyle *adref_session_house_style(AdrefSessionFiles *files,
                                                 const AdrefStatement *statement, GError **error)
{
  StatementFacts *facts = g_hash_table_lookup(files->facts, statement->id);
  if (!facts->style)
    facts->style = adref_house_style_of_statement(statement, files->source, files->library, error);
  return facts->style;
}

/* --- files --- */

static void files_free(gpointer data)
{
  AdrefSessionFiles *files = data;
  g_hash_table_unref(files->facts);
  g_ptr_array_unref(files->older_facts);
  adref_library_free(files->own_library);
  if (files->workspace)
    adref_workspace_free(files->workspace);
  else
    adref_file_source_free(files->source);
  g_free(files);
}

/* Owns the source, or the workspace that owns the source. */
static AdrefSessionFiles *files_new(AdrefFileSource *source, AdrefWorkspace *workspace)
{
  AdrefSessionFiles *files = g_new0(AdrefSessionFiles, 1);
  files->source = source;
  files->workspace = workspace;
  files->facts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, facts_free);
  files->older_facts = g_ptr_array_new_with_free_func(facts_free);
  return files;
}

static AdrefSessionFiles *find_folder(const AdrefSession *session, const char *root)
{
  for (guint i = 0; i < session->folders->len; i++) {
    AdrefSessionFiles *files = session->folders->pdata[i];
    if (strcmp(files->workspace->root, root) == 0)
      return files;
  }
  return NULL;
}

static gboolean has_parties(AdrefFileSource *source)
{
  g_auto(GStrv) files = source->list(source, "templates", NULL);
  return files && g_strv_contains((const char *const *)files, "templates/parties.yaml");
}

static gboolean open_library(const AdrefSession *session, AdrefSessionFiles *files, GError **error)
{
  if (!files->library && *files->version.id && session->library && !has_parties(files->source))
    files->library = session->library;
  if (!files->library)
    files->library = files->own_library =
        adref_library_open_like(files->source, session->library, error);
  return files->library != NULL;
}

/* The files of a workspace's folder; owns the workspace. The library is not opened yet. */
static AdrefSessionFiles *add_folder(AdrefSession *session, AdrefWorkspace *workspace)
{
  AdrefSessionFiles *files = find_folder(session, workspace->root);
  if (files) {
    adref_workspace_free(workspace);
    return files;
  }
  files = files_new(workspace->source, workspace);
  g_ptr_array_add(session->folders, files);
  return files;
}

AdrefSessionFiles *adref_session_files_around(AdrefSession *session, const char *folder)
{
  AdrefWorkspace *workspace = adref_workspace_find(folder, NULL);
  AdrefSessionFiles *files = workspace ? add_folder(session, workspace) : NULL;
  return files && open_library(session, files, NULL) ? files : NULL;
}

static AdrefSessionFiles *add_version(AdrefSession *session, const AdrefVersion *version,
                                      GError **error)
{
  AdrefSessionFiles *files = g_hash_table_lookup(session->versions, version->id);
  AdrefRepo *repo = files ? NULL : adref_session_repo(session, error);
  AdrefFileSource *source = repo ? adref_version_source_new(repo, version, error) : NULL;
  if (!source)
    return files;
  files = files_new(source, NULL);
  files->version = *version;
  g_hash_table_insert(session->versions, files->version.id, files);
  return files;
}

AdrefSessionFiles *adref_session_files_of_version(AdrefSession *session,
                                                  const AdrefVersion *version, GError **error)
{
  AdrefSessionFiles *files = add_version(session, version, error);
  return files && open_library(session, files, error) ? files : NULL;
}

/* A date needs no "@" where no version has that name. */
static gboolean resolve(AdrefRepo *repo, const char *statement, const char *name,
                        AdrefVersion *version, GError **error)
{
  g_autoptr(GError) cause = NULL;
  if (adref_repo_resolve(repo, statement, name, version, &cause))
    return TRUE;
  g_autofree char *date = g_strconcat("@", name, NULL);
  g_autoptr(GError) no_date = NULL;
  if (*name && *name != '@' && adref_repo_resolve(repo, statement, date, version, &no_date))
    return TRUE;
  gboolean is_date = no_date && !g_error_matches(no_date, ADREF_ERROR, ADREF_ERROR_USAGE);
  g_propagate_error(error, is_date ? g_steal_pointer(&no_date) : g_steal_pointer(&cause));
  return FALSE;
}

/* The draft of that name, when it was withdrawn; else NULL. */
static const AdrefLabel *withdrawn_draft(AdrefSession *session, const char *statement,
                                         const char *name)
{
  const GPtrArray *labels = statement ? adref_session_labels(session, statement, NULL) : NULL;
  for (guint i = 0; labels && i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    g_autofree char *tag = g_strdup_printf("%s/%s", statement, label->name);
    if (label->withdrawn && (strcmp(label->name, name) == 0 || strcmp(tag, name) == 0))
      return label;
  }
  return NULL;
}

char *adref_session_version_name(AdrefSession *session, const char *statement, const char *name)
{
  return g_strconcat(name, withdrawn_draft(session, statement, name) ? " (withdrawn)" : "", NULL);
}

/* Says once that a draft was withdrawn. */
static void say_withdrawn(AdrefSession *session, const char *statement, const char *name)
{
  const AdrefLabel *label = withdrawn_draft(session, statement, name);
  if (label && g_hash_table_add(session->withdrawn, g_strdup(label->name)))
    adref_session_say(session, "%s/%s was withdrawn: %s", statement, label->name, label->withdrawn);
}

AdrefSessionFiles *adref_session_find_files(AdrefSession *session, const char *statement,
                                            const char *name, GError **error)
{
  AdrefVersion version;
  if (!adref_session_open_workspace(session, error))
    return NULL;
  if (strcmp(name, ADREF_VERSION_WORK) == 0)
    return session->files;
  AdrefRepo *repo = adref_session_repo(session, error);
  if (!repo || !resolve(repo, statement, name, &version, error))
    return NULL;
  say_withdrawn(session, statement, name);
  return adref_session_files_of_version(session, &version, error);
}

/* --- the session --- */

AdrefSession *adref_session_new(const char *folder, const AdrefSessionDoor *door)
{
  AdrefSession *session = g_new0(AdrefSession, 1);
  session->folder = g_strdup(folder);
  session->now = g_get_real_time() / G_USEC_PER_SEC;
  if (door)
    session->door = *door;
  session->readings = adref_readings_new();
  session->folders = g_ptr_array_new_with_free_func(files_free);
  session->versions = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, files_free);
  session->withdrawn = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  session->labels =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return session;
}

void adref_session_free(AdrefSession *session)
{
  if (!session)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS(session->people); i++)
    adref_person_free(session->people[i]);
  adref_readings_free(session->readings);
  g_hash_table_unref(session->withdrawn);
  g_hash_table_unref(session->labels);
  g_hash_table_unref(session->versions);
  g_ptr_array_unref(session->folders);
  adref_signers_free(session->signers);
  adref_work_lock_free(session->lock);
  adref_repo_free(session->repo);
  g_free(session->statement_id);
  g_free(session->folder);
  g_free(session);
}

void adref_session_say(const AdrefSession *session, const char *format, ...)
{
  if (!session->door.say)
    return;
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  session->door.say(session->door.data, message);
}

void adref_session_say_problems(const AdrefSession *session, const char *file,
                                const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len && i < MAX_SAID; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    adref_session_say(session, "%s:%u:%u: %s: %s", file, problem->line, problem->column,
                      adref_problem_word(problem), problem->message);
  }
  if (problems->len > MAX_SAID)
    adref_session_say(session, "%s: and %u more like these", file, problems->len - MAX_SAID);
}

gboolean adref_session_find_workspace(AdrefSession *session, GError **error)
{
  if (session->workspace)
    return TRUE;
  AdrefWorkspace *workspace = adref_workspace_find(session->folder, error);
  if (!workspace)
    return FALSE;
  session->files = add_folder(session, workspace);
  session->workspace = session->files->workspace;
  return TRUE;
}

gboolean adref_session_open_workspace(AdrefSession *session, GError **error)
{
  if (!session->library && adref_session_find_workspace(session, error) &&
      open_library(session, session->files, error))
    session->library = session->files->library;
  return session->library != NULL;
}

/* Whether the facts may list former names. Facts of the work folder without them are not read as
 * such: they are read once, when they are asked for. */
static gboolean may_list_names(const AdrefSession *session, const char *id)
{
  g_autofree char *text = NULL;
  g_autofree char *path =
      session->workspace
          ? g_build_filename(session->workspace->root, "statements", id, "statement.yaml", NULL)
          : NULL;
  return !path || (g_file_get_contents(path, &text, NULL, NULL) && strstr(text, "renamed:"));
}

/* Tells the repository which statements had other names, by the facts of the work folder, or of
 * HEAD in a bare repository. The name of a statement that is there is nobody's former name. */
static void learn_former_names(AdrefSession *session, AdrefFileSource *source)
{
  AdrefWorkspace workspace = {.source = source};
  g_auto(GStrv) ids = adref_workspace_statements(&workspace, NULL);
  for (char **id = ids; id && *id; id++) {
    if (!may_list_names(session, *id))
      continue;
    g_auto(GStrv) said = adref_statement_former_names(source, *id);
    g_autoptr(GPtrArray) former = g_ptr_array_new();
    for (char **name = said; *name; name++)
      if (!g_strv_contains((const char *const *)ids, *name))
        g_ptr_array_add(former, *name);
    g_ptr_array_add(former, NULL);
    if (former->len > 1)
      adref_repo_set_former_names(session->repo, *id, (char **)former->pdata);
  }
}

AdrefRepo *adref_session_repo(AdrefSession *session, GError **error)
{
  if (session->repo || !adref_session_find_workspace(session, error))
    return session->repo;
  session->repo = adref_repo_open(session->workspace->root, error);
  if (session->repo)
    learn_former_names(session, session->files->source);
  return session->repo;
}

gboolean adref_session_lock(AdrefSession *session, GError **error)
{
  if (!session->lock && adref_session_repo(session, error))
    session->lock = adref_work_lock_new(session->repo, error);
  return session->lock != NULL;
}

void adref_session_unlock(AdrefSession *session)
{
  g_clear_pointer(&session->lock, adref_work_lock_free);
}

/* The files of the last version. */
static gboolean open_head(AdrefSession *session, GError **error)
{
  AdrefVersion head;
  session->files = adref_repo_resolve(session->repo, NULL, "HEAD", &head, error)
                       ? add_version(session, &head, error)
                       : NULL;
  if (session->files)
    learn_former_names(session, session->files->source);
  return session->files != NULL;
}

/* A repository whose work folder is no workspace any more, because its templates were taken away,
 * still has versions with statements. */
static gboolean has_statements(AdrefSession *session)
{
  AdrefWorkspace workspace = {.source = session->files->source};
  g_auto(GStrv) ids = adref_workspace_statements(&workspace, NULL);
  return ids && *ids;
}

gboolean adref_session_open_any(AdrefSession *session, GError **error)
{
  GError *cause = NULL;
  g_autoptr(AdrefRepo) repo = adref_repo_open_any(session->folder, error);
  if (!repo)
    return FALSE;
  if (!adref_repo_is_bare(repo) && adref_session_repo(session, &cause))
    return TRUE;
  session->repo = g_steal_pointer(&repo);
  if (!cause)
    return open_head(session, error);
  if (open_head(session, NULL) && has_statements(session)) {
    g_error_free(cause);
    return TRUE;
  }
  g_propagate_error(error, cause);
  return FALSE;
}

/* A bare repository has no folder one could be in. */
char *adref_session_choose_among(AdrefSession *session, const AdrefSessionFiles *files,
                                 const char *argument, GError **error)
{
  AdrefWorkspace workspace = {NULL};
  if (session->workspace)
    workspace = *session->workspace;
  workspace.source = files->source;
  return adref_workspace_choose(&workspace, argument, error);
}

char *adref_session_choose(AdrefSession *session, const char *argument, GError **error)
{
  if (!session->files && !adref_session_find_workspace(session, error))
    return NULL;
  return adref_session_choose_among(session, session->files, argument, error);
}

AdrefOutline *adref_session_outline(AdrefSession *session, const AdrefStatement *statement,
                                    GError **error)
{
  g_autoptr(GError) cause = NULL;
  if (!statement->outline) {
    adref_error_at(error, ADREF_ERROR_REFUSED,
                   (AdrefLocation){.file = statement->path, .line = 1, .column = 1},
                   "the statement has no outline, so there is nothing to assemble; write its text "
                   "with adref edit or adref import, or name an outline of templates/outlines");
    return NULL;
  }
  AdrefOutline *outline = adref_outline_read(session->files->source, statement->outline,
                                             adref_library_parties(session->library), &cause);
  if (!outline)
    adref_library_propagate_error(error, adref_statement_key_location(statement, "outline"),
                                  g_steal_pointer(&cause));
  return outline;
}

const GPtrArray *adref_session_labels(AdrefSession *session, const char *statement, GError **error)
{
  GPtrArray *labels = g_hash_table_lookup(session->labels, statement);
  AdrefRepo *repo = labels ? NULL : adref_session_repo(session, error);
  if (!repo)
    return labels;
  labels = adref_repo_labels(repo, statement, error);
  if (!labels)
    return NULL;
  adref_labels_keep_withdrawn(repo, labels);
  g_hash_table_insert(session->labels, g_strdup(statement), labels);
  return labels;
}

const AdrefSigners *adref_session_signers(AdrefSession *session, GError **error)
{
  if (!session->signers && (session->files || adref_session_find_workspace(session, error)))
    session->signers = adref_signers_read(session->files->source, error);
  return session->signers;
}

const AdrefPerson *adref_session_person(AdrefSession *session, AdrefPersonRole role, GError **error)
{
  AdrefPerson **person = &session->people[role];
  if (!*person && adref_session_repo(session, error))
    *person = adref_person_new(session->repo, role, error);
  return *person;
}

char *adref_session_path(const AdrefSession *session, const char *name)
{
  return g_build_filename(session->workspace->root, name, NULL);
}
