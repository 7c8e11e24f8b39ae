#include "work/join/git_merge.h"

#include <string.h>

#include "base/file.h"
#include "history/common_base.h"
#include "history/config.h"
#include "history/version_source.h"
#include "work/join/merge_base.h"
#include "work/join/merge_trees.h"
#include "work/join/side_party.h"

void adref_git_merge_clear(AdrefGitMerge *merge)
{
  for (gsize i = 0; i < G_N_ELEMENTS(merge->party); i++) {
    g_free(merge->party[i]);
    g_clear_pointer(&merge->parties[i], g_hash_table_unref);
  }
}

/* The version that comes to ours, and how a person calls it. */
typedef struct {
  AdrefVersion version;
  AdrefVersion before; /* the version that it is compared with; "": the common base */
  char *name;
} IncomingVersion;

static void incoming_clear(IncomingVersion *incoming)
{
  g_free(incoming->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncomingVersion, incoming_clear)

/* GITHEAD_<id>=<name>, which git merge and git pull set; FALSE: none, or several. */
static gboolean read_environment(const AdrefSession *session, IncomingVersion *incoming)
{
  static const char prefix[] = "GITHEAD_";
  guint count = 0;
  g_auto(GStrv) names = g_listenv();
  for (char **name = names; *name; name++)
    if (g_str_has_prefix(*name, prefix) && count++ == 0) {
      incoming->name = g_strdup(g_getenv(*name));
      if (!adref_repo_resolve(session->repo, NULL, *name + strlen(prefix), &incoming->version,
                              NULL))
        return FALSE;
    }
  return count == 1;
}

/* The version of the last line "pick <id> <subject>" of a rebase. */
static gboolean read_rebase(const AdrefSession *session, IncomingVersion *incoming)
{
  guint parents;
  g_autofree char *own = adref_repo_private_folder(session->repo);
  g_autofree char *git = g_path_get_dirname(own);
  g_autofree char *path = g_build_filename(git, "rebase-merge", "done", NULL);
  g_autoptr(GBytes) bytes = adref_file_read(path, path, ADREF_GIT_MERGE_MAX_TODO, NULL);
  if (!bytes)
    return FALSE;
  g_autofree char *text = g_strchomp(g_strdup(g_bytes_get_data(bytes, NULL)));
  const char *last = strrchr(text, '\n');
  g_auto(GStrv) words = g_strsplit(last ? last + 1 : text, " ", 3);
  return g_strv_length(words) >= 2 &&
         adref_repo_resolve(session->repo, NULL, words[1], &incoming->version, NULL) &&
         adref_repo_parent(session->repo, &incoming->version, &parents, &incoming->before, NULL);
}

static gboolean has_file(AdrefSession *session, const AdrefVersion *version, const char *path,
                         GBytes *bytes)
{
  g_autoptr(AdrefFileSource) source = adref_version_source_new(session->repo, version, NULL);
  g_autoptr(GBytes) there = source ? source->read(source, path, ADREF_TEXT_LIMIT, NULL) : NULL;
  return there && g_bytes_equal(there, bytes);
}

static void find_parties(AdrefSession *session, const AdrefVersion *head,
                         const IncomingVersion *incoming, AdrefGitMerge *merge)
{
  const char *branch = adref_repo_branch(session->repo);
  g_autofree char *name = g_strdup(branch);
  g_autofree char *usual = adref_repo_config(session->repo, "adref.party");
  gboolean has_usual = usual && *usual;
  const AdrefVersion *before = *incoming->before.id ? &incoming->before : head;
  merge->parties[0] = adref_side_parties_new();
  merge->parties[1] = adref_side_parties_new();
  merge->party[0] = adref_side_party_find(session, head, &incoming->version, 1,
                                          has_usual ? usual : NULL, name, merge->parties[0], NULL);
  merge->party[1] = adref_side_party_find(session, &incoming->version, before, 1, NULL,
                                          incoming->name, merge->parties[1], NULL);
  merge->time[0] = adref_side_time(session, head);
  merge->time[1] = adref_side_time(session, &incoming->version);
}

/* Texts are read with the facts and parties that the merge will have, as `adref merge` reads them.
 */
static void find_files(AdrefSession *session, const AdrefVersion *head,
                       const IncomingVersion *incoming, AdrefGitMerge *merge)
{
  AdrefMergeVersion sides[] = {{*head, NULL, "ours", NULL, 0},
                               {incoming->version, NULL, "theirs", NULL, 0}};
  AdrefVersion versions[] = {*head, incoming->version};
  AdrefMergeTreesOptions options = {
      .sides = sides, .count = G_N_ELEMENTS(sides), .base = incoming->before, .only_facts = TRUE};
  if (!*options.base.id &&
      !adref_merge_base_find(session, versions, G_N_ELEMENTS(versions), &options.base, NULL))
    return;
  g_autoptr(AdrefMergedTrees) merged = adref_merge_trees(session, &options, NULL);
  merge->files = merged ? adref_session_files_of_version(session, &merged->tree, NULL) : NULL;
}

void adref_git_merge_find(AdrefSession *session, const char *path, GBytes *ours, GBytes *theirs,
                          AdrefGitMerge *merge)
{
  AdrefVersion head;
  g_auto(IncomingVersion) incoming = {.before = {""}};
  if (!adref_session_open_workspace(session, NULL) || !adref_session_repo(session, NULL) ||
      !adref_repo_resolve(session->repo, NULL, "HEAD", &head, NULL) ||
      (!read_environment(session, &incoming) && !read_rebase(session, &incoming)) ||
      !has_file(session, &head, path, ours) || !has_file(session, &incoming.version, path, theirs))
    return;
  find_parties(session, &head, &incoming, merge);
  find_files(session, &head, &incoming, merge);
}
