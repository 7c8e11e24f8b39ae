#include "history/remote.h"

#include <string.h>

#include "base/name.h"
#include "base/program_run.h"
#include "history/config.h"
#include "history/git.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_config_iterator, git_config_iterator_free)

/* What would make git work on another repository than this one (git rev-parse --local-env-vars);
 * what configures git stays. */
static const char *const unset[] = {
    "GIT_DIR",        "GIT_WORK_TREE",        "GIT_COMMON_DIR",
    "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",  "GIT_PREFIX",           "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE", NULL};

/* --- remotes --- */

/* "remote.NAME.KEY". Caller frees. */
static char *key_of(const char *remote, const char *key)
{
  return g_strdup_printf("remote.%s.%s", remote, key);
}

static gboolean is_ref(const char *name)
{
  int valid = 0;
  return git_reference_name_is_valid(&valid, name) == 0 && valid;
}

static gboolean is_remote(AdrefRepo *repo, const char *name)
{
  g_autofree char *key = key_of(name, "url");
  g_autofree char *url = adref_repo_config(repo, key);
  g_autofree char *ref = g_strdup_printf("refs/remotes/%s/x", name);
  return url && *name != '-' && is_ref(ref);
}

/* The names of all remotes (of char *), in the order of the configuration. */
static GPtrArray *list_remotes(AdrefRepo *repo)
{
  static const char begin[] = "remote.", end[] = ".url";
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(git_config) config = NULL;
  g_autoptr(git_config_iterator) entries = NULL;
  git_config_entry *entry;
  if (git_repository_config_snapshot(&config, repo->git) != 0 ||
      git_config_iterator_new(&entries, config) != 0)
    return names;
  while (git_config_next(&entry, entries) == 0) {
    if (!g_str_has_prefix(entry->name, begin) || !g_str_has_suffix(entry->name, end))
      continue;
    const char *name = entry->name + strlen(begin);
    g_autofree char *only = g_strndup(name, strlen(name) - strlen(end));
    if (is_remote(repo, only) && !g_ptr_array_find_with_equal_func(names, only, g_str_equal, NULL))
      g_ptr_array_add(names, g_steal_pointer(&only));
  }
  return names;
}

static char *fail_choose(const GPtrArray *names, const char *name, GError **error)
{
  g_autofree char *suggestion = adref_name_suggest(name ? name : "", names);
  if (names->len == 0)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "this repository knows no other one; name it once: git remote add origin URL");
  else if (!name)
    adref_error(error, ADREF_ERROR_USAGE, "there are several remotes; say which one%s", suggestion);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "no remote is called \"%s\" (git remote add NAME URL makes one)%s", name,
                suggestion);
  return NULL;
}

char *adref_remote_choose(AdrefRepo *repo, const char *name, GError **error)
{
  g_autoptr(GPtrArray) names = list_remotes(repo);
  const char *branch = adref_repo_branch(repo);
  g_autofree char *key = g_strdup_printf("branch.%s.remote", branch ? branch : "");
  g_autofree char *usual = name ? NULL : adref_repo_config(repo, key);
  const char *wanted[] = {name, usual, name ? NULL : "origin"};
  for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++)
    if (wanted[i] && is_remote(repo, wanted[i]))
      return g_strdup(wanted[i]);
  if (!name && names->len == 1)
    return g_strdup(names->pdata[0]);
  return fail_choose(names, name, error);
}

gboolean adref_remote_exists(AdrefRepo *repo)
{
  g_autoptr(GPtrArray) names = list_remotes(repo);
  return names->len > 0;
}

/* Without what stands between "//" and "@": over http both halves may be secret, over ssh it is a
 * user's name. */
char *adref_remote_readable_url(const char *url)
{
  const char *host = strstr(url, "://");
  const char *begin = host ? host + strlen("://") : url;
  const char *at = host ? memchr(begin, '@', strcspn(begin, "/")) : NULL;
  const char *colon = at ? memchr(begin, ':', (gsize)(at - begin)) : NULL;
  if (!at || (!g_str_has_prefix(url, "http") && !colon))
    return g_utf8_make_valid(url, -1);
  const char *keep = g_str_has_prefix(url, "http") ? begin : colon;
  g_autofree char *rest = g_strdup(keep == begin ? at + 1 : at);
  g_autofree char *shown = g_strdup_printf("%.*s%s", (int)(keep - url), url, rest);
  return g_utf8_make_valid(shown, -1);
}

char *adref_remote_url(AdrefRepo *repo, const char *remote)
{
  g_autofree char *key = key_of(remote, "url");
  g_autofree char *url = adref_repo_config(repo, key);
  return adref_remote_readable_url(url ? url : "");
}

/* --- what git says --- */

static const char no_repository[] = "there is no repository that you may read";
static const char unreachable[] = "the server cannot be reached; all that you saved is here";

static const struct {
  const char *said; /* by git, ssh or curl */
  const char *what;
} causes[] = {
    {"REMOTE HOST IDENTIFICATION HAS CHANGED",
     "the server has another host key than the one in known_hosts: it is another server, or "
     "somebody listens. Ask its people for the new fingerprint before you change known_hosts"},
    {"Host key verification failed",
     "the host key of the server is not in known_hosts; connect once with ssh, and compare the "
     "fingerprint that it shows with what the people of the server say"},
    {"Permission denied (",
     "the server accepts no key of yours; `ssh-add -l` lists those of your agent"},
    {"Authentication failed",
     "the server does not accept the name or the password; `git help gitcredentials` says where "
     "git finds them"},
    {"could not read Username",
     "the server asks for a name and a password, and git knows none; `git help gitcredentials` "
     "says where it finds them"},
    {"could not read Password",
     "the server asks for a password, and git knows none; `git help gitcredentials` says where it "
     "finds them"},
    {"error: 403", "the server does not let you in"},
    {"fsck error", "the server sent what is malformed, and it was refused"},
    {"does not appear to be a git repository", no_repository},
    {"does not exist", no_repository},
    {"' not found", no_repository},
    {"Could not resolve host", unreachable},
    {"Connection refused", unreachable},
    {"Connection timed out", unreachable},
    {"No route to host", unreachable},
    {"Network is unreachable", unreachable},
    {"Failed to connect", unreachable},
};

static const char *find_cause(const char *said)
{
  for (gsize i = 0; i < G_N_ELEMENTS(causes); i++)
    if (strstr(said, causes[i].said))
      return causes[i].what;
  return "git could not do it";
}

/* Lines that say nothing. */
static gboolean is_filler(const char *line)
{
  static const char *const fillers[] = {"fatal: Could not read from remote repository.",
                                        "Please make sure you have the correct access rights",
                                        "and the repository exists.",
                                        "error: failed to push some refs to",
                                        "hint: ",
                                        "To ",
                                        NULL};
  for (const char *const *filler = fillers; *filler; filler++)
    if (g_str_has_prefix(line, *filler))
      return TRUE;
  return *line == '\0';
}

/* The lines that were said, each behind a new line: of those that a progress replaced only the last
 * one; at most ADREF_REMOTE_MAX_SAID. Caller frees. */
static char *said_lines(const char *said, const char *begin)
{
  g_autoptr(GString) lines = g_string_new(NULL);
  g_auto(GStrv) all = g_strsplit(said, "\n", -1);
  guint count = 0;
  for (char **line = all; *line && count < ADREF_REMOTE_MAX_SAID; line++) {
    g_strchomp(*line);
    const char *last = strrchr(*line, '\r');
    const char *text = last ? last + 1 : *line;
    if (is_filler(text) || !g_str_has_prefix(text, begin))
      continue;
    g_string_append_printf(lines, "\n  %s", text);
    count++;
  }
  return g_string_free(g_steal_pointer(&lines), FALSE);
}

static gboolean fail_remote(const AdrefProgramRun *run, const char *name, const char *url,
                            GError **error)
{
  g_autofree char *lines = said_lines(run->errors, "");
  g_autofree char *place = *name ? g_strdup_printf("%s (%s)", name, url) : g_strdup(url);
  const char *cause = find_cause(run->errors);
  g_autofree char *way = *name && cause == no_repository
                             ? g_strdup_printf("; `git remote set-url %s URL` corrects it", name)
                             : g_strdup("");
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: %s%s%s%s", place, cause, way,
              *lines ? "; git says:" : "", lines);
  return FALSE;
}

/* --- git --- */

/* `arguments` (of char *) are those behind "git". */
static gboolean run_git(AdrefProgramRun *run, const GPtrArray *arguments,
                        const AdrefRemoteProgress *progress, GError **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  g_ptr_array_add(all, (gpointer)(guintptr) "git");
  for (guint i = 0; i < arguments->len; i++)
    g_ptr_array_add(all, arguments->pdata[i]);
  g_ptr_array_add(all, NULL);
  run->unset = unset;
  run->follow = progress ? progress->say : NULL;
  run->data = progress ? progress->data : NULL;
  return adref_program_run(run, (const char *const *)all->pdata, error);
}

static void add(GPtrArray *arguments, const char *argument)
{
  g_ptr_array_add(arguments, g_strdup(argument));
}

/* "-C TOP COMMAND --quiet", with progress where somebody follows it. */
static GPtrArray *begin_git(AdrefRepo *repo, const char *command,
                            const AdrefRemoteProgress *progress)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
  add(arguments, "-C");
  add(arguments, repo->top);
  g_autofree char *fetch = adref_repo_config(repo, "fetch.fsckObjects");
  g_autofree char *transfer = adref_repo_config(repo, "transfer.fsckObjects");
  if (!fetch && !transfer) {
    add(arguments, "-c");
    add(arguments, "fetch.fsckObjects=true");
  }
  add(arguments, command);
  add(arguments, "--quiet");
  add(arguments, progress && progress->say ? "--progress" : "--no-progress");
  return arguments;
}

void adref_remote_forget(AdrefRepo *repo)
{
  g_autoptr(git_reference_iterator) refs = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  const char *name;
  if (git_reference_iterator_glob_new(&refs, repo->git, "refs/adref/sync/*") != 0)
    return;
  while (git_reference_next_name(&name, refs) == 0)
    g_ptr_array_add(names, g_strdup(name));
  for (guint i = 0; i < names->len; i++)
    git_reference_remove(repo->git, names->pdata[i]);
}

gboolean adref_remote_fetch(AdrefRepo *repo, const char *remote,
                            const AdrefRemoteProgress *progress, GError **error)
{
  g_auto(AdrefProgramRun) run = adref_program_run_new(NULL);
  g_autoptr(GPtrArray) arguments = begin_git(repo, "fetch", progress);
  g_autofree char *branches = g_strdup_printf("+refs/heads/*:refs/remotes/%s/*", remote);
  adref_remote_forget(repo);
  add(arguments, "--no-tags");
  add(arguments, "--no-recurse-submodules");
  add(arguments, "--no-write-fetch-head");
  add(arguments, remote);
  add(arguments, branches);
  add(arguments, "+refs/heads/*:" ADREF_REMOTE_HEADS "*");
  add(arguments, "+refs/tags/*:" ADREF_REMOTE_TAGS "*");
  if (!run_git(&run, arguments, progress, error))
    return FALSE;
  g_autofree char *url = adref_remote_url(repo, remote);
  return run.status == 0 || fail_remote(&run, remote, url, error);
}

/* Whether git refuses a ref only because another one is refused. */
static gboolean is_consequence(const char *reason)
{
  return strstr(reason, "(atomic ") !=
         NULL; /* "push failed", "push failure", "transaction failed" */
}

/* "main: [rejected] (fetch first)", behind a new line, for each ref that `git push --porcelain`
 * says was refused: for its own sake, or as a consequence. */
static void append_refusals(GString *why, const char *output, gboolean consequences)
{
  g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) parts = g_strsplit(*line, "\t", 3);
    const char *colon = g_str_has_prefix(*line, "!\t") && parts[2] ? strrchr(parts[1], ':') : NULL;
    if (!colon || is_consequence(parts[2]) != consequences)
      continue;
    const char *ref = colon + 1;
    if (g_str_has_prefix(ref, "refs/heads/") || g_str_has_prefix(ref, "refs/tags/"))
      ref = strchr(ref + strlen("refs/"), '/') + 1;
    g_string_append_printf(why, "\n  %s: %s", ref, parts[2]);
  }
}

/* Which refs were refused, and what the server said. NULL: none was. Caller frees. */
static char *refusals(const AdrefProgramRun *run)
{
  g_autoptr(GString) why = g_string_new(NULL);
  append_refusals(why, run->output, FALSE);
  if (why->len == 0)
    append_refusals(why, run->output, TRUE);
  if (why->len == 0)
    return NULL;
  g_autofree char *server = said_lines(run->errors, "remote: ");
  g_string_append(why, server);
  return g_string_free(g_steal_pointer(&why), FALSE);
}

static void add_all(GPtrArray *arguments, const char *const *refspecs)
{
  for (; refspecs && *refspecs; refspecs++)
    add(arguments, *refspecs);
}

/* *atomic becomes FALSE when the server cannot do so; nothing was pushed then. */
static gboolean push(AdrefRepo *repo, const char *remote, const char *const *branches,
                     const char *const *tags, gboolean *atomic, const AdrefRemoteProgress *progress,
                     char **refused, GError **error)
{
  g_auto(AdrefProgramRun) run = adref_program_run_new(NULL);
  g_autoptr(GPtrArray) arguments = begin_git(repo, "push", progress);
  add(arguments, "--porcelain");
  add(arguments, "--no-follow-tags");
  add(arguments, "--no-recurse-submodules");
  add(arguments, *atomic ? "--atomic" : "--no-atomic");
  add(arguments, remote);
  add_all(arguments, branches);
  add_all(arguments, tags);
  if (!run_git(&run, arguments, progress, error))
    return FALSE;
  *atomic = *atomic && !strstr(run.errors, "does not support --atomic push");
  *refused = run.status == 0 ? NULL : refusals(&run);
  g_autofree char *url = adref_remote_url(repo, remote);
  return run.status == 0 || *refused || fail_remote(&run, remote, url, error);
}

gboolean adref_remote_push(AdrefRepo *repo, const char *remote, const char *const *branches,
                           const char *const *tags, const AdrefRemoteProgress *progress,
                           char **refused, GError **error)
{
  gboolean atomic = TRUE;
  g_autoptr(GError) cause = NULL;
  *refused = NULL;
  if (push(repo, remote, branches, tags, &atomic, progress, refused, &cause))
    return TRUE;
  if (atomic) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  if (branches && *branches &&
      (!push(repo, remote, branches, NULL, &atomic, progress, refused, error) || *refused))
    return *refused != NULL;
  return !tags || !*tags || push(repo, remote, NULL, tags, &atomic, progress, refused, error);
}

gboolean adref_remote_clone(const char *url, const char *folder, const char *path,
                            const AdrefRemoteProgress *progress, GError **error)
{
  g_auto(AdrefProgramRun) run = adref_program_run_new(NULL);
  g_autoptr(GPtrArray) arguments = g_ptr_array_new_with_free_func(g_free);
  static const char *const before[] = {"-c",
                                       "fetch.fsckObjects=true",
                                       "clone",
                                       "--quiet",
                                       "--no-checkout",
                                       "--no-local",
                                       "--origin",
                                       "origin",
                                       NULL};
  add(arguments, "-C");
  add(arguments, folder);
  add_all(arguments, before);
  add(arguments, progress && progress->say ? "--progress" : "--no-progress");
  add(arguments, "--");
  add(arguments, url);
  add(arguments, path);
  if (!run_git(&run, arguments, progress, error))
    return FALSE;
  g_autofree char *shown = adref_remote_readable_url(url);
  return run.status == 0 || fail_remote(&run, "", shown, error);
}
