#include "draft/statement/workspace.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "base/name.h"
#include "base/stage_folder.h"
#include "draft/statement/statement.h"

#define STAGE ".adref-init-" /* begins the name of the folder in which a workspace is made */

static gboolean is_folder_in(const char *root, const char *name)
{
  g_autofree char *path = g_build_filename(root, name, NULL);
  return g_file_test(path, G_FILE_TEST_IS_DIR);
}

static gboolean is_workspace(const char *root)
{
  return is_folder_in(root, "statements") && is_folder_in(root, "templates");
}

/* The id of the statement when `start` is root/statements/ID or below it; else NULL. */
static char *statement_of(const char *root, const char *start)
{
  g_autofree char *folder = g_strconcat(root, "/statements/", NULL);
  if (!g_str_has_prefix(start, folder))
    return NULL;
  const char *id = start + strlen(folder);
  g_autofree char *name = g_strndup(id, strcspn(id, "/"));
  g_autofree char *facts = g_build_filename(root, "statements", name, "statement.yaml", NULL);
  if (!adref_name_is(ADREF_NAME_STATEMENT, name) || !g_file_test(facts, G_FILE_TEST_EXISTS))
    return NULL;
  return g_steal_pointer(&name);
}

static AdrefWorkspace *workspace_new(char *root, const char *start)
{
  AdrefWorkspace *workspace = g_new0(AdrefWorkspace, 1);
  workspace->root = root;
  workspace->current_statement = statement_of(root, start);
  workspace->source = adref_file_source_new_folder(root);
  return workspace;
}

AdrefWorkspace *adref_workspace_find(const char *start, GError **error)
{
  char *real = realpath(start, NULL);
  if (!real) {
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: cannot be opened: %s", start, g_strerror(errno));
    return NULL;
  }
  AdrefWorkspace *workspace = NULL;
  g_autofree char *root = g_strdup(real);
  while (!is_workspace(root) && strcmp(root, "/") != 0) {
    char *parent = g_path_get_dirname(root);
    g_free(root);
    root = parent;
  }
  if (is_workspace(root))
    workspace = workspace_new(g_steal_pointer(&root), real);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: not in a workspace (a folder with templates/ and statements/); \"adref init\" "
                "makes one",
                start);
  free(real);
  return workspace;
}

void adref_workspace_free(AdrefWorkspace *workspace)
{
  if (!workspace)
    return;
  g_free(workspace->root);
  g_free(workspace->current_statement);
  adref_file_source_free(workspace->source);
  g_free(workspace);
}

/* The id in a path "statements/ID/statement.yaml"; NULL for any other path. Caller frees. */
static char *facts_id(const char *path)
{
  g_auto(GStrv) steps = g_strsplit(path, "/", 4);
  if (g_strv_length(steps) != 3 || strcmp(steps[2], "statement.yaml") != 0 ||
      !adref_name_is(ADREF_NAME_STATEMENT, steps[1]))
    return NULL;
  return g_strdup(steps[1]);
}

char **adref_workspace_statements(const AdrefWorkspace *workspace, GError **error)
{
  g_auto(GStrv) paths = workspace->source->list(workspace->source, "statements", error);
  if (!paths)
    return NULL;
  g_autoptr(GPtrArray) ids = g_ptr_array_new();
  for (char **path = paths; *path; path++) {
    char *id = facts_id(*path);
    if (id)
      g_ptr_array_add(ids, id);
  }
  g_ptr_array_add(ids, NULL);
  return (char **)g_ptr_array_steal(ids, NULL);
}

static char *find_renamed(AdrefFileSource *source, char **ids, const char *former)
{
  for (; *ids; ids++) {
    g_auto(GStrv) names = adref_statement_former_names(source, *ids);
    if (g_strv_contains((const char *const *)names, former))
      return g_strdup(*ids);
  }
  return NULL;
}

char *adref_workspace_renamed(const AdrefWorkspace *workspace, const char *former)
{
  g_auto(GStrv) ids = adref_workspace_statements(workspace, NULL);
  return ids ? find_renamed(workspace->source, ids, former) : NULL;
}

static char *choose_named(AdrefFileSource *source, char **ids, const char *argument, GError **error)
{
  if (g_strv_contains((const char *const *)ids, argument))
    return g_strdup(argument);
  char *renamed = find_renamed(source, ids, argument);
  if (renamed)
    return renamed;
  if (!adref_name_check(ADREF_NAME_STATEMENT, argument, error))
    return NULL;
  const char *near = adref_name_closest(argument, (const char *const *)ids);
  g_autofree char *all = g_strjoinv(", ", ids);
  if (near)
    adref_error(error, ADREF_ERROR_NOT_FOUND, "there is no statement \"%s\"; did you mean \"%s\"?",
                argument, near);
  else if (ids[0])
    adref_error(error, ADREF_ERROR_NOT_FOUND, "there is no statement \"%s\"; there are: %s",
                argument, all);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "there is no statement \"%s\"; the workspace has none yet, \"adref new\" makes one",
                argument);
  return NULL;
}

static char *choose_only(char **ids, GError **error)
{
  guint n = g_strv_length(ids);
  if (n == 1)
    return g_strdup(ids[0]);
  g_autofree char *all = g_strjoinv(", ", ids);
  if (n == 0)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "the workspace has no statement yet; \"adref new\" makes one");
  else
    adref_error(error, ADREF_ERROR_USAGE, "which statement? name one of: %s", all);
  return NULL;
}

char *adref_workspace_choose(const AdrefWorkspace *workspace, const char *argument, GError **error)
{
  if (!argument && workspace->current_statement)
    return g_strdup(workspace->current_statement);
  g_auto(GStrv) ids = adref_workspace_statements(workspace, error);
  if (!ids)
    return NULL;
  return argument ? choose_named(workspace->source, ids, argument, error) : choose_only(ids, error);
}

/* The state while a workspace is made. All files are written into `stage`, a new folder in `root`,
 * and then moved to their places, templates/ last. A folder without templates/ is not a workspace,
 * so a kill leaves no half workspace. */
typedef struct {
  const char *root;
  char *stage; /* NULL: nothing is written, the files of the root are compared */
  AdrefFileSource *library;
  GPtrArray *made;  /* paths relative to the root */
  GPtrArray *moves; /* names to move from `stage` to `root`; the first `moved` are done */
  guint moved;
} WorkspaceBuild;

static gboolean refuse(const char *path, const char *why, GError **error)
{
  adref_error(error, ADREF_ERROR_REFUSED, "%s: %s; nothing was written", path, why);
  return FALSE;
}

/* A folder to be made must not exist, or be an empty folder; a symbolic link is refused. */
static gboolean check_empty(const char *root, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename(root, name, NULL);
  struct stat status;
  if (lstat(path, &status) != 0)
    return TRUE;
  if (!S_ISDIR(status.st_mode))
    return refuse(path, "exists and is not a folder", error);
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  return folder && !g_dir_read_name(folder) ? TRUE : refuse(path, "is not empty", error);
}

gboolean adref_workspace_check_can_make(const char *root, AdrefWorkspaceContent content,
                                        GError **error)
{
  if (is_workspace(root))
    return refuse(root, "is a workspace already", error);
  if (!check_empty(root, "templates", error))
    return FALSE;
  g_autofree char *statements = g_build_filename(root, "statements", NULL);
  if (content == ADREF_WORKSPACE_SAMPLE || g_file_test(statements, G_FILE_TEST_IS_SYMLINK))
    return check_empty(root, "statements", error);
  return TRUE;
}

/* Whether the file that would be made is in the root already, with these bytes. */
static gboolean is_made(const WorkspaceBuild *build, const char *path, const char *text,
                        gsize length)
{
  g_autofree char *file = g_build_filename(build->root, path, NULL);
  g_autoptr(GBytes) bytes = adref_file_read(file, path, ADREF_TEXT_LIMIT, NULL);
  return bytes && g_bytes_get_size(bytes) == length &&
         (length == 0 || memcmp(g_bytes_get_data(bytes, NULL), text, length) == 0);
}

static gboolean stage_file(WorkspaceBuild *build, const char *path, const char *text, gsize length,
                           GError **error)
{
  if (!build->stage) {
    g_ptr_array_add(build->made, g_strdup(path));
    return is_made(build, path, text, length);
  }
  g_autofree char *target = g_build_filename(build->stage, path, NULL);
  g_autofree char *folder = g_path_get_dirname(target);
  g_autofree char *name = g_build_filename(build->root, path, NULL);
  if (!adref_folder_make(folder, error) || !adref_file_make(target, name, text, length, error))
    return FALSE;
  g_ptr_array_add(build->made, g_strdup(path));
  return TRUE;
}

static gboolean stage_folder(WorkspaceBuild *build, const char *name, GError **error)
{
  g_auto(GStrv) paths = build->library->list(build->library, name, error);
  if (!paths)
    return FALSE;
  for (char **path = paths; *path; path++) {
    g_autoptr(GBytes) bytes = build->library->read(build->library, *path, ADREF_TEXT_LIMIT, error);
    if (!bytes)
      return FALSE;
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    if (!stage_file(build, *path, text, length, error))
      return FALSE;
  }
  if (paths[0])
    return TRUE;
  adref_error(error, ADREF_ERROR_NOT_FOUND, "the starter library has no files in %s/", name);
  return FALSE;
}

/* git does not store empty folders, so an empty statements/ gets an empty file .gitkeep. */
static gboolean stage_statements(WorkspaceBuild *build, AdrefWorkspaceContent content,
                                 GError **error)
{
  if (content == ADREF_WORKSPACE_SAMPLE) {
    if (!stage_folder(build, "statements", error))
      return FALSE;
    g_ptr_array_add(build->moves, (char *)(guintptr) "statements");
  } else if (!build->stage || !is_folder_in(build->root, "statements")) {
    if (!stage_file(build, "statements/.gitkeep", "", 0, error))
      return FALSE;
    g_ptr_array_add(build->moves, (char *)(guintptr) "statements");
  }
  return TRUE;
}

/* The registry of a workspace that begins empty. */
static const char two_parties[] =
    "# Who negotiates. Replace these two, and add others: the code (capital letters) stands in\n"
    "# brackets and behind --as; the short name stands in lists, the long one in running text.\n"
    "# A name may differ by language: {en: Japan, ja: 日本}.\n"
    "parties:\n"
    "  AAA:\n"
    "    short: First Party\n"
    "    long: the Republic of First Party\n"
    "    aliases: []\n"
    "  BBB:\n"
    "    short: Second Party\n"
    "    long: the Kingdom of Second Party\n"
    "    aliases: []\n";

static gboolean stage_all(WorkspaceBuild *build, AdrefWorkspaceContent content, GError **error)
{
  if (!stage_statements(build, content, error))
    return FALSE;
  g_ptr_array_add(build->moves, (char *)(guintptr) "templates");
  if (content != ADREF_WORKSPACE_EMPTY)
    return stage_folder(build, "templates", error);
  return stage_file(build, "templates/parties.yaml", two_parties, strlen(two_parties), error) &&
         stage_folder(build, "templates/styles", error);
}

static gboolean move(const WorkspaceBuild *build, const char *name, gboolean back)
{
  g_autofree char *staged = g_build_filename(build->stage, name, NULL);
  g_autofree char *placed = g_build_filename(build->root, name, NULL);
  return (back ? g_rename(placed, staged) : g_rename(staged, placed)) == 0;
}

/* rename(2) replaces an empty folder, and fails when anything else was created there meanwhile. */
static gboolean publish(WorkspaceBuild *build, GError **error)
{
  for (; build->moved < build->moves->len; build->moved++) {
    const char *name = build->moves->pdata[build->moved];
    if (move(build, name, FALSE))
      continue;
    adref_error(error, ADREF_ERROR_SYSTEM, "%s/%s: cannot be made: %s", build->root, name,
                g_strerror(errno));
    return FALSE;
  }
  return TRUE;
}

static gboolean make_in_stage(WorkspaceBuild *build, AdrefWorkspaceContent content, GError **error)
{
  gboolean ok = stage_all(build, content, error) && publish(build, error);
  while (!ok && build->moved > 0)
    move(build, build->moves->pdata[--build->moved], TRUE);
  return ok;
}

static gboolean make(WorkspaceBuild *build, AdrefWorkspaceContent content, char ***made,
                     GError **error)
{
  g_auto(AdrefStageFolder) stage = {0};
  if (!adref_stage_folder_make(build->root, STAGE, &stage)) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be written: %s", build->root,
                g_strerror(errno));
    return FALSE;
  }
  build->stage = stage.path;
  if (!make_in_stage(build, content, error))
    return FALSE;
  g_ptr_array_add(build->made, NULL);
  if (made)
    *made = (char **)g_ptr_array_steal(build->made, NULL);
  return TRUE;
}

gboolean adref_workspace_make(const char *root, const char *library, AdrefWorkspaceContent content,
                              char ***made, GError **error)
{
  gboolean existed = g_file_test(root, G_FILE_TEST_EXISTS);
  if (!adref_workspace_check_can_make(root, content, error))
    return FALSE;
  if (!adref_folder_make(root, error))
    return FALSE;
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(library);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) moves = g_ptr_array_new();
  WorkspaceBuild build = {.root = root, .library = source, .made = paths, .moves = moves};
  gboolean ok = make(&build, content, made, error);
  if (!ok && !existed)
    g_rmdir(root);
  return ok;
}

/* Whether statements/ holds only files that the library has, with the same bytes, and .gitkeep. */
static gboolean is_moved_by_init(const char *root, const char *library)
{
  g_autoptr(AdrefFileSource) own = adref_file_source_new_folder(root);
  g_autoptr(AdrefFileSource) other = adref_file_source_new_folder(library);
  g_auto(GStrv) paths = own->list(own, "statements", NULL);
  for (char **path = paths; path && *path; path++) {
    g_autoptr(GBytes) bytes = own->read(own, *path, ADREF_TEXT_LIMIT, NULL);
    g_autoptr(GBytes) theirs = other->read(other, *path, ADREF_TEXT_LIMIT, NULL);
    if (!bytes || !theirs || !g_bytes_equal(bytes, theirs))
      return FALSE;
  }
  return paths != NULL;
}

void adref_workspace_clean_up(const char *root, const char *library)
{
  if (!adref_stage_folders_remove(root, STAGE) || is_folder_in(root, "templates") ||
      !is_moved_by_init(root, library))
    return;
  g_autofree char *statements = g_build_filename(root, "statements", NULL);
  adref_folder_remove(statements);
}

gboolean adref_workspace_is_as_made(const char *root, const char *library,
                                    AdrefWorkspaceContent content, char ***made)
{
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(library);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) moves = g_ptr_array_new();
  WorkspaceBuild build = {.root = root, .library = source, .made = paths, .moves = moves};
  if (!is_workspace(root) || !stage_all(&build, content, NULL))
    return FALSE;
  g_ptr_array_add(paths, NULL);
  *made = (char **)g_ptr_array_steal(paths, NULL);
  return TRUE;
}
