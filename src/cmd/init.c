#include <string.h>

#include "base/file.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "draft/statement/workspace.h"
#include "history/label.h"
#include "history/person.h"
#include "history/save.h"
#include "work/git_drivers.h"
#include "work/join/clone_workspace.h"
#include "work/starter_library.h"
#include "work/user_key.h"

static gboolean check_library(const char *library, AdrefWorkspaceContent content, GError **error)
{
  const char *names[] = {"templates", content == ADREF_WORKSPACE_SAMPLE ? "statements" : NULL};
  for (gsize i = 0; i < G_N_ELEMENTS(names) && names[i]; i++) {
    g_autofree char *folder = g_build_filename(library, names[i], NULL);
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
      continue;
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: not a starter library; it has no folder %s/ (ADREF_LIBRARY names it)", library,
                names[i]);
    return FALSE;
  }
  return TRUE;
}

/* A repository that can be saved into, before any file is written. */
static AdrefRepo *open_repo(const char *root, GError **error)
{
  g_autofree char *git = g_build_filename(root, ".git", NULL);
  g_autoptr(AdrefPerson) anyone = NULL;
  if (!g_file_test(git, G_FILE_TEST_EXISTS) &&
      !(anyone = adref_person_new(NULL, ADREF_PERSON_ROLE_AUTHOR, error)))
    return NULL;
  if (!adref_folder_make(root, error))
    return NULL;
  g_autoptr(AdrefRepo) repo = adref_repo_init(root, error);
  g_autoptr(AdrefPerson) person =
      repo ? adref_person_new(repo, ADREF_PERSON_ROLE_AUTHOR, error) : NULL;
  return person ? g_steal_pointer(&repo) : NULL;
}

static gboolean save(AdrefRepo *repo, const char *root, const char *const *paths,
                     const char *subject, GError **error)
{
  static const char *const trailers[] = {"Action: init", NULL};
  AdrefRepoSaveOptions what = {.subject = subject, .trailers = trailers, .paths = paths};
  AdrefVersion version;
  gboolean saved;
  g_autoptr(AdrefSession) session = adref_session_new(root, NULL);
  g_auto(AdrefUserKey) key = {0};
  return adref_user_key_sign_version(session, &key, &what.signer, error) &&
         adref_repo_save(repo, &what, &version, &saved, error);
}

/* Saves the new workspace, with what lets git join its texts. */
static gboolean save_made(AdrefRepo *repo, const char *root, char **made,
                          AdrefWorkspaceContent content, GError **error)
{
  gboolean changed;
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
  for (char **path = made; *path; path++)
    g_strv_builder_add(paths, *path);
  g_strv_builder_add(paths, ADREF_GIT_ATTRIBUTES);
  g_auto(GStrv) all = g_strv_builder_end(paths);
  return adref_git_drivers_add_attributes(root, &changed, error) &&
         save(repo, root, (const char *const *)all,
              content == ADREF_WORKSPACE_SAMPLE ? "Start a workspace with the sample statement"
                                                : "Start a workspace",
              error) &&
         adref_git_drivers_configure(repo, TRUE, &changed, error);
}

static void say_next(const char *root, AdrefWorkspaceContent content)
{
  adref_say("%s is a workspace now, and its first version is saved.", root);
  switch (content) {
  case ADREF_WORKSPACE_STARTER:
    adref_say("Next: adref templates list --outlines, adref new ID --outline NAME");
    return;
  case ADREF_WORKSPACE_SAMPLE:
    adref_say("Next: adref show japan-asean-2023, adref edit japan-asean-2023 training-centre");
    return;
  case ADREF_WORKSPACE_EMPTY:
    adref_say(
        "Next: put your parties into templates/parties.yaml, then adref import FILE --name ID");
    return;
  }
}

static gboolean check_content(const AdrefRun *run, GError **error)
{
  gboolean sample = adref_run_flag(run, "sample"), empty = adref_run_flag(run, "empty");
  gboolean from = adref_run_value(run, "from") != NULL;
  if (sample && empty)
    adref_error(error, ADREF_ERROR_USAGE, "init: --sample or --empty, not both");
  else if (from && (sample || empty))
    adref_error(error, ADREF_ERROR_USAGE,
                "init: --from brings a workspace that exists; --sample and --empty make a new one");
  else if (!from && adref_run_value(run, "as"))
    adref_error(error, ADREF_ERROR_USAGE,
                "init: --as goes with --from URL, the repository in which the text is");
  return !(sample && empty) && !(from && (sample || empty)) &&
         (from || !adref_run_value(run, "as"));
}

/* The clone joins texts as adref does. */
static gboolean configure(const char *root, GError **error)
{
  gboolean changed;
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, error);
  return repo && adref_git_drivers_configure(repo, TRUE, &changed, error);
}

/* A clone of a workspace that exists. */
static int run_from(const AdrefRun *run, const char *root, GError **error)
{
  const char *argument = adref_run_argument(run, 0);
  AdrefCloneWorkspaceOptions clone = {
      .url = adref_run_value(run, "from"),
      .folder = run->folder,
      .root = root,
      .party = adref_run_value(run, "as"),
      .progress = {adref_shows_progress() ? adref_say_progress : NULL, NULL}};
  g_autofree char *branch = NULL, *trunk = NULL;
  if (!adref_clone_workspace(&clone, &branch, &trunk, error) || !configure(root, error))
    return ADREF_FAILURE;
  const char *folder = argument ? argument : ".";
  if (strcmp(branch, trunk) != 0)
    adref_say("%s is a workspace on the delegation's branch %s; the trunk is %s.\n"
              "Next: adref status, adref edit, adref sync",
              folder, branch, trunk);
  else
    adref_say("%s is a workspace on the branch %s, which all share.\n"
              "Next: git config adref.party PARTY, adref status, adref sync",
              folder, branch);
  return ADREF_YES;
}

/* Whether an init that was killed, or met a full disk, made the files and did not save them. *repo
 * and *made are set then. */
static gboolean is_unsaved(const char *root, const char *library, AdrefWorkspaceContent content,
                           AdrefRepo **repo, char ***made)
{
  static const char *const templates[] = {"templates", NULL};
  AdrefVersion version;
  g_autoptr(GError) cause = NULL;
  if (!adref_workspace_is_as_made(root, library, content, made))
    return FALSE;
  *repo = open_repo(root, NULL);
  if (*repo && !adref_repo_last_change(*repo, templates, &version, &cause) &&
      g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return TRUE;
  g_clear_pointer(repo, adref_repo_free);
  g_clear_pointer(made, g_strfreev);
  return FALSE;
}

static gboolean is_workspace(const char *root)
{
  g_autoptr(AdrefWorkspace) found = adref_workspace_find(root, NULL);
  return found && strcmp(found->root, root) == 0;
}

/* Adds to a workspace that was saved what it lacks of the drivers of git. *missing says whether
 * anything was. */
static gboolean finish(const char *root, gboolean *missing, GError **error)
{
  static const char *const paths[] = {ADREF_GIT_ATTRIBUTES, NULL};
  static const char *const templates[] = {"templates", NULL};
  AdrefVersion version;
  gboolean lines = FALSE, settings = FALSE;
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, NULL);
  if (!repo || !adref_repo_last_change(repo, templates, &version, NULL))
    return TRUE;
  if (!adref_git_drivers_configure(repo, TRUE, &settings, error) ||
      !adref_git_drivers_add_attributes(root, &lines, error) ||
      (lines && !save(repo, root, paths, "Let git join texts as adref does", error)))
    return FALSE;
  *missing = lines || settings;
  if (lines)
    adref_say("saved a version in which .gitattributes lets git join and compare texts by adref");
  if (settings)
    adref_say(ADREF_GIT_DRIVERS_CHANGED);
  return TRUE;
}

/* Makes the workspace, and saves it. */
static int make(const AdrefRun *run, const char *root, GError **error)
{
  const char *argument = adref_run_argument(run, 0);
  AdrefWorkspaceContent content = adref_run_flag(run, "sample")  ? ADREF_WORKSPACE_SAMPLE
                                  : adref_run_flag(run, "empty") ? ADREF_WORKSPACE_EMPTY
                                                                 : ADREF_WORKSPACE_STARTER;
  g_autofree char *library = adref_starter_library_find(error);
  if (!library || !check_library(library, content, error))
    return ADREF_FAILURE;
  g_autoptr(AdrefRepo) repo = NULL;
  g_auto(GStrv) made = NULL;
  adref_workspace_clean_up(root, library);
  if (!is_unsaved(root, library, content, &repo, &made)) {
    repo = adref_workspace_check_can_make(root, content, error) ? open_repo(root, error) : NULL;
    if (!repo || !adref_workspace_make(root, library, content, &made, error))
      return ADREF_FAILURE;
  }
  if (!save_made(repo, root, made, content, error))
    return ADREF_FAILURE;
  say_next(argument ? argument : ".", content);
  return ADREF_YES;
}

static int run(AdrefRun *run, GError **error)
{
  const char *argument = adref_run_argument(run, 0);
  g_autofree char *root = g_canonicalize_filename(argument ? argument : ".", run->folder);
  if (adref_run_value(run, "from"))
    return run_from(run, root, error);
  gboolean missing = FALSE;
  g_autofree char *git = g_build_filename(root, ".git", NULL);
  if (is_workspace(root) && g_file_test(git, G_FILE_TEST_EXISTS) && !finish(root, &missing, error))
    return ADREF_FAILURE;
  return missing ? ADREF_YES : make(run, root, error);
}

static const AdrefOption options[] = {
    {"sample", 0, NULL, NULL, FALSE, "with the Japan-ASEAN statement of 2023"},
    {"empty", 0, NULL, NULL, FALSE, "without clauses and outlines; with two parties to replace"},
    {"from", 0, "URL", NULL, FALSE, "a clone of a workspace that exists there"},
    {"as", 0, "PARTY", NULL, FALSE, "with --from: the delegation that gets a branch of its own"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_init = {
    .name = "init",
    .arguments = "[DIR]",
    .summary = "Make a workspace with the starter library",
    .details =
        "Makes a workspace in DIR or in the current folder: templates/ with the starter "
        "library, statements/, and a git repository of its own; and "
        "saves it as a first version. Nothing that exists is overwritten. An init that was killed, "
        "or met "
        "a full disk, is finished by the next one. Git itself then joins and compares the texts of "
        "the workspace by adref (adref help git); in one that was made otherwise, or cloned by "
        "git, "
        "adref init lets it do so.\n\n"
        "With --empty, templates/ has the house styles and a registry of two parties that you "
        "replace: for those who bring a text of their own (adref import).\n\n"
        "With --from URL, DIR (missing, or empty) becomes a clone of the workspace in another git "
        "repository. With --as PARTY the delegation works on a branch with its code; `adref sync` "
        "sends that, and merges into it what is new in the branch of the other repository, the "
        "trunk. Without --as all share one branch. `adref help together` explains both.",
    .options = options,
    .most = 1,
    .check = check_content,
    .run = run,
};
