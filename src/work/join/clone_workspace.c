#include "work/join/clone_workspace.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/name.h"
#include "base/stage_folder.h"
#include "draft/library/library.h"
#include "history/checkout.h"
#include "history/tag.h"
#include "history/version_source.h"

#define STAGE  ".adref-clone-"
#define MAIN   "main"
#define REMOTE "origin"

/* The clone while it is made. */
typedef struct {
  const AdrefCloneWorkspaceOptions *options;
  AdrefStageFolder stage;
  AdrefRepo *repo; /* in the stage, then at its place */
  char *trunk;
  char *url; /* as people read it */
} CloneRequest;

static void clear(CloneRequest *self)
{
  adref_repo_free(self->repo);
  adref_stage_folder_clear(&self->stage);
  g_free(self->trunk);
  g_free(self->url);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CloneRequest, clear)

/* The file that says that files are still to be checked out; it holds the URL. Caller frees. */
static char *note_path(const char *root)
{
  return g_build_filename(root, ".git", "adref", "clone", NULL);
}

/* Whether a clone of this URL at `root` was killed before its files were written. */
static gboolean is_unfinished(const AdrefCloneWorkspaceOptions *options)
{
  g_autofree char *path = note_path(options->root);
  g_autofree char *url = NULL;
  return g_file_get_contents(path, &url, NULL, NULL) && strcmp(url, options->url) == 0;
}

static gboolean is_empty(const char *root)
{
  g_autoptr(GDir) folder = g_dir_open(root, 0, NULL);
  return folder && !g_dir_read_name(folder);
}

static gboolean check_empty(const char *root, GError **error)
{
  if (!g_file_test(root, G_FILE_TEST_EXISTS) || is_empty(root))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: is not empty; nothing was written. A clone gets a folder of its own: adref init "
              "--from URL NEW-FOLDER",
              root);
  return FALSE;
}

/* --- what was cloned --- */

static gboolean fail_content(const CloneRequest *self, const char *what, GError **error)
{
  adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: %s", self->url, what);
  return FALSE;
}

static gboolean check_party(const CloneRequest *self, const AdrefParties *parties, GError **error)
{
  const char *party = self->options->party;
  const char *near = party ? adref_parties_closest(parties, party) : NULL;
  if (!party || adref_parties_get(parties, party))
    return TRUE;
  if (near)
    adref_error(error, ADREF_ERROR_USAGE, "--as %s: not in the registry of %s; did you mean %s?",
                party, self->url, near);
  else
    adref_error(error, ADREF_ERROR_USAGE,
                "--as %s: not in templates/parties.yaml of %s; whoever keeps that file adds it",
                party, self->url);
  return FALSE;
}

static gboolean check_content(const CloneRequest *self, const AdrefVersion *version, GError **error)
{
  g_autoptr(AdrefFileSource) source = adref_version_source_new(self->repo, version, error);
  g_auto(GStrv) statements = source ? source->list(source, "statements", error) : NULL;
  g_auto(GStrv) templates = statements ? source->list(source, "templates", error) : NULL;
  if (!templates)
    return FALSE;
  if (!*templates)
    return fail_content(self, "no workspace of adref; it has no templates/ at its top", error);
  g_autoptr(AdrefLibrary) library = adref_library_open(source, error);
  return library && check_party(self, adref_library_parties(library), error);
}

/* The version of a ref; FALSE: there is no such ref. */
static gboolean read_ref(AdrefRepo *repo, const char *folder, const char *name,
                         AdrefVersion *version)
{
  g_autofree char *ref = g_strconcat(folder, name, NULL);
  AdrefTag *found = adref_repo_tag(repo, ref);
  if (found)
    *version = found->commit;
  adref_tag_free(found);
  return found != NULL && *version->id;
}

static gboolean set_upstream(AdrefRepo *repo, const char *branch, GError **error)
{
  g_autofree char *remote = g_strdup_printf("branch.%s.remote", branch);
  g_autofree char *merge = g_strdup_printf("branch.%s.merge", branch);
  g_autofree char *ref = g_strconcat("refs/heads/", branch, NULL);
  return adref_repo_set_local_config(repo, remote, REMOTE, error) &&
         adref_repo_set_local_config(repo, merge, ref, error);
}

/* The branch of the party: as the other repository has it, else as the trunk is. */
static gboolean begin_branch(CloneRequest *self, const AdrefVersion *trunk, GError **error)
{
  const char *party = self->options->party;
  AdrefVersion version;
  gboolean known = read_ref(self->repo, "refs/remotes/" REMOTE "/", party, &version);
  return adref_repo_begin_branch(self->repo, party, known ? &version : trunk, error) &&
         (!known || set_upstream(self->repo, party, error)) &&
         adref_repo_set_local_config(self->repo, "adref.party", party, error) &&
         adref_repo_set_local_config(self->repo, "adref.trunk", self->trunk, error);
}

/* The branch of the others: that which their HEAD names. `git init --bare` lets it name a branch
 * that nobody sends where all send "main". */
static gboolean find_trunk(CloneRequest *self, AdrefVersion *version, GError **error)
{
  self->trunk = g_strdup(adref_repo_branch(self->repo));
  if (self->trunk && read_ref(self->repo, "refs/heads/", self->trunk, version))
    return TRUE;
  if (!read_ref(self->repo, "refs/remotes/" REMOTE "/", MAIN, version))
    return fail_content(self,
                        "no version is on the branch that its HEAD names. Whoever has the text "
                        "sends it first: git remote add origin URL, adref sync; or names the "
                        "branch there: git symbolic-ref HEAD refs/heads/BRANCH",
                        error);
  g_free(self->trunk);
  self->trunk = g_strdup(MAIN);
  return adref_repo_begin_branch(self->repo, MAIN, version, error) &&
         set_upstream(self->repo, MAIN, error);
}

static gboolean prepare(CloneRequest *self, GError **error)
{
  AdrefVersion version;
  self->repo = adref_repo_open(self->stage.path, error);
  if (!self->repo || !find_trunk(self, &version, error))
    return FALSE;
  const char *party = self->options->party;
  if (party && strcmp(party, self->trunk) == 0)
    return fail_content(self, "its branch has the name of the party; nobody could tell them apart",
                        error);
  return check_content(self, &version, error) && (!party || begin_branch(self, &version, error));
}

/* --- the folder --- */

static gboolean make_stage(CloneRequest *self, GError **error)
{
  const char *root = self->options->root;
  if (!adref_folder_make(root, error))
    return FALSE;
  if (adref_stage_folder_make(root, STAGE, &self->stage))
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be written: %s", root, g_strerror(errno));
  return FALSE;
}

static gboolean write_note(const CloneRequest *self, GError **error)
{
  g_autofree char *path = note_path(self->stage.path);
  g_autofree char *folder = g_path_get_dirname(path);
  const char *url = self->options->url;
  return adref_folder_make(folder, error) && adref_file_write(path, url, strlen(url), error);
}

static gboolean move_to_place(CloneRequest *self, GError **error)
{
  g_autofree char *from = g_build_filename(self->stage.path, ".git", NULL);
  g_autofree char *to = g_build_filename(self->options->root, ".git", NULL);
  g_clear_pointer(&self->repo, adref_repo_free);
  if (g_rename(from, to) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be made: %s", to, g_strerror(errno));
  return FALSE;
}

/* Writes the files, and takes the note away. */
static gboolean finish(CloneRequest *self, GError **error)
{
  g_autofree char *note = note_path(self->options->root);
  self->repo = adref_repo_open(self->options->root, error);
  if (!self->repo || !adref_repo_check_out(self->repo, error))
    return FALSE;
  unlink(note);
  return TRUE;
}

static gboolean make(CloneRequest *self, GError **error)
{
  const AdrefCloneWorkspaceOptions *options = self->options;
  return make_stage(self, error) &&
         adref_remote_clone(options->url, options->folder, self->stage.path, &options->progress,
                            error) &&
         prepare(self, error) && write_note(self, error) && move_to_place(self, error) &&
         finish(self, error);
}

static void set_result(const CloneRequest *self, char **branch, char **trunk)
{
  g_autofree char *known = adref_repo_local_config(self->repo, "adref.trunk");
  *branch = g_strdup(adref_repo_branch(self->repo));
  *trunk = known ? g_steal_pointer(&known) : g_strdup(*branch);
}

gboolean adref_clone_workspace(const AdrefCloneWorkspaceOptions *options, char **branch,
                               char **trunk, GError **error)
{
  g_auto(CloneRequest) self = {.options = options, .url = adref_remote_readable_url(options->url)};
  gboolean is_new = !g_file_test(options->root, G_FILE_TEST_EXISTS);
  if (options->party && !adref_name_check(ADREF_NAME_PARTY, options->party, error))
    return FALSE;
  adref_stage_folders_remove(options->root, STAGE);
  gboolean again = is_unfinished(options);
  if (!again && !check_empty(options->root, error))
    return FALSE;
  if (!(again ? finish(&self, error) : make(&self, error))) {
    adref_stage_folder_clear(&self.stage);
    if (is_new)
      g_rmdir(options->root);
    return FALSE;
  }
  set_result(&self, branch, trunk);
  return TRUE;
}
