#include "work/join/sync.h"

#include <string.h>

#include "base/string_list.h"
#include "history/config.h"
#include "history/tag.h"
#include "history/version_range.h"
#include "work/git_drivers.h"
#include "work/join/incoming_check.h"
#include "work/join/merge_versions.h"
#include "work/shared_tags.h"

/* A branch of the other repository. */
typedef struct {
  char *name;           /* "main"; NULL: there is no such role */
  char *shown;          /* "origin/main" */
  AdrefVersion version; /* "": it does not exist yet */
} RemoteBranch;

/* One call of adref_sync(). */
typedef struct {
  AdrefSession *session;
  const AdrefSyncOptions *options;
  AdrefWorkLock *lock;
  char *remote;
  char *branch;       /* the current one */
  RemoteBranch own;   /* what is sent there; name NULL: nothing, it is the trunk */
  RemoteBranch trunk; /* name NULL: peers share a branch */
  AdrefVersion head;  /* of the current branch */
  AdrefVersion shown; /* what `confirm` has shown for the trunk; "": nothing yet */
  AdrefSharedTags *tags;
  char *state;   /* all refs of the other repository, as they were fetched last */
  char *refused; /* why the last push was refused; NULL: there was none */
  guint attempt; /* from 1 on */
  gboolean open;
  gboolean exchanged; /* something came or went */
} SyncRequest;

static void branch_clear(RemoteBranch *branch)
{
  g_free(branch->name);
  g_free(branch->shown);
}

static void clear(SyncRequest *self)
{
  if (self->session->repo)
    adref_remote_forget(self->session->repo);
  adref_work_lock_free(self->lock);
  branch_clear(&self->own);
  branch_clear(&self->trunk);
  adref_shared_tags_free(self->tags);
  g_free(self->remote);
  g_free(self->branch);
  g_free(self->state);
  g_free(self->refused);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SyncRequest, clear)

/* --- which branches --- */

static void set_branch(const SyncRequest *self, RemoteBranch *branch, char *name)
{
  branch->name = name;
  branch->shown = g_strconcat(self->remote, "/", name, NULL);
}

/* The branch that git's configuration names for the current one at this remote, else the one with
 * its name. Caller frees. */
static char *find_own(const SyncRequest *self)
{
  static const char heads[] = "refs/heads/";
  g_autofree char *key = g_strdup_printf("branch.%s.remote", self->branch);
  g_autofree char *remote = adref_repo_config(self->session->repo, key);
  g_autofree char *merge_key = g_strdup_printf("branch.%s.merge", self->branch);
  g_autofree char *merge = g_strcmp0(remote, self->remote) == 0
                               ? adref_repo_config(self->session->repo, merge_key)
                               : NULL;
  gboolean known = merge && g_str_has_prefix(merge, heads);
  return g_strdup(known ? merge + strlen(heads) : self->branch);
}

static gboolean choose_branches(SyncRequest *self, GError **error)
{
  AdrefRepo *repo = self->session->repo;
  g_autofree char *trunk = adref_repo_local_config(repo, "adref.trunk");
  self->branch = g_strdup(adref_repo_branch(repo));
  if (!self->branch) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "HEAD is on no branch (detached); `git switch NAME` goes to one");
    return FALSE;
  }
  if (self->options->trunk && !trunk) {
    adref_error(error, ADREF_ERROR_USAGE,
                "--trunk: this clone has no trunk, all share one branch, and adref sync sends it. "
                "`git config adref.trunk main` makes main the trunk");
    return FALSE;
  }
  self->remote = adref_remote_choose(repo, self->options->remote, error);
  if (!self->remote)
    return FALSE;
  g_autofree char *own = find_own(self);
  if (!trunk || strcmp(own, trunk) != 0)
    set_branch(self, &self->own, g_steal_pointer(&own));
  if (trunk)
    set_branch(self, &self->trunk, g_steal_pointer(&trunk));
  return TRUE;
}

static AdrefVersion version_at(const SyncRequest *self, const char *folder, const char *name)
{
  g_autofree char *ref = g_strconcat(folder, name, NULL);
  AdrefTag *found = adref_repo_tag(self->session->repo, ref);
  AdrefVersion version = found ? found->commit : (AdrefVersion){""};
  adref_tag_free(found);
  return version;
}

/* A branch that the other repository has lost, or one that came into its place never had, is sent
 * again. */
static void read_branch(const SyncRequest *self, RemoteBranch *branch)
{
  if (!branch->name)
    return;
  branch->version = version_at(self, ADREF_REMOTE_HEADS, branch->name);
  AdrefVersion before = version_at(self, "refs/remotes/", branch->shown);
  if (!*branch->version.id && *before.id && self->attempt == 1)
    adref_session_say(self->session,
                      "%s has no branch %s any more; what it had stays here as %s (%.8s)",
                      self->remote, branch->name, branch->shown, before.id);
}

static gboolean read_head(SyncRequest *self, GError **error)
{
  return adref_repo_resolve(self->session->repo, NULL, "HEAD", &self->head, error);
}

/* --- what comes in --- */

static void append_refs(const SyncRequest *self, const char *folder, GString *state)
{
  g_autoptr(GPtrArray) refs = adref_repo_tags(self->session->repo, folder, NULL);
  for (guint i = 0; refs && i < refs->len; i++) {
    const AdrefTag *ref = refs->pdata[i];
    g_string_append_printf(state, "%s %s\n", ref->name, ref->object.id);
  }
}

static gboolean read_branches(SyncRequest *self, GError **error)
{
  read_branch(self, &self->own);
  read_branch(self, &self->trunk);
  if (!self->trunk.name || *self->trunk.version.id || self->options->trunk)
    return TRUE;
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "%s has no branch %s, the trunk of git config adref.trunk; the secretariat makes it "
              "with adref sync --trunk",
              self->remote, self->trunk.name);
  return FALSE;
}

static gboolean fetch(SyncRequest *self, GError **error)
{
  AdrefRepo *repo = self->session->repo;
  GString *state = g_string_new(NULL);
  gboolean done = adref_remote_fetch(repo, self->remote, &self->options->progress, error);
  append_refs(self, ADREF_REMOTE_HEADS, state);
  append_refs(self, ADREF_REMOTE_TAGS, state);
  g_autofree char *before = self->state;
  self->state = g_string_free(state, FALSE);
  if (!done)
    return FALSE;
  if (self->refused && g_strcmp0(before, self->state) == 0) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s does not take it; nothing was sent, and all is saved here:%s", self->remote,
                self->refused);
    return FALSE;
  }
  if (self->refused)
    adref_session_say(self->session, "somebody else has pushed meanwhile: attempt %u of %u",
                      self->attempt, (guint)ADREF_SYNC_ATTEMPTS);
  return read_branches(self, error);
}

/* "3 versions". */
static char *count_words(guint count, const char *noun)
{
  return g_strdup_printf("%u %s%s", count, noun, count == 1 ? "" : "s");
}

static void say_entries(const SyncRequest *self, const GPtrArray *entries, guint count)
{
  for (guint i = 0; i < entries->len; i++) {
    const AdrefLogEntry *entry = entries->pdata[i];
    const char *party = adref_log_entry_trailer(entry, "Party");
    g_autofree char *words = adref_escape_controls(entry->subject, -1, FALSE);
    g_autofree char *who = adref_escape_controls(party ? party : entry->author.name, -1, FALSE);
    adref_session_say(self->session, "  %.8s  %s  %s", entry->version.id, who, words);
  }
  if (count > entries->len)
    adref_session_say(self->session, "  and %u more", count - entries->len);
}

/* The versions that a branch has and the current one has not; *count is 0 also where there is no
 * such branch. */
static gboolean find_new(const SyncRequest *self, const RemoteBranch *branch, GPtrArray **entries,
                         guint *count, GError **error)
{
  *count = 0;
  *entries = NULL;
  if (*branch->version.id)
    *entries = adref_repo_versions_beyond(self->session->repo, &branch->version, &self->head, 1,
                                          ADREF_SYNC_MAX_SAID, count, error);
  return !*branch->version.id || *entries;
}

static gboolean merge(SyncRequest *self, const RemoteBranch *branch, GError **error)
{
  const char *name = branch->shown;
  AdrefMergeVersionsOptions options = {.versions = &branch->version,
                                       .names = &name,
                                       .count = 1,
                                       .usual_party = self->options->party};
  g_autoptr(AdrefVersionsMerge) merge = adref_merge_versions(self->session, &options, error);
  if (!merge)
    return FALSE;
  self->head = merge->version;
  g_autoptr(GString) report = adref_versions_merge_report(self->session, merge);
  g_auto(GStrv) lines = g_strsplit(report->str, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line)
      adref_session_say(self->session, "%s", *line);
  self->open = self->open || (merge->outcome == ADREF_MERGE_JOINED && merge->merged->brackets > 0);
  return TRUE;
}

static gboolean join(SyncRequest *self, const RemoteBranch *branch, GError **error)
{
  guint count;
  g_autoptr(GPtrArray) entries = NULL;
  if (!find_new(self, branch, &entries, &count, error))
    return FALSE;
  if (count == 0)
    return TRUE;
  g_autofree char *words = count_words(count, "version");
  adref_session_say(self->session, "%s %s: %s", self->options->dry_run ? "would come from" : "from",
                    branch->shown, words);
  say_entries(self, entries, count);
  self->exchanged = TRUE;
  return self->options->dry_run
             ? adref_incoming_check(self->session, &branch->version, branch->shown, error)
             : merge(self, branch, error);
}

static gboolean join_all(SyncRequest *self, GError **error)
{
  if (!adref_session_lock(self->session, error))
    return FALSE;
  gboolean done = adref_repo_check_state(self->session->repo, error) && read_head(self, error) &&
                  join(self, &self->own, error) && join(self, &self->trunk, error);
  adref_session_unlock(self->session);
  return done;
}

/* --- tags --- */

static void say_tags(SyncRequest *self, const char *what, const GPtrArray *names)
{
  g_autofree char *words = adref_string_list_join(names, ADREF_SYNC_MAX_SAID);
  if (names->len > 0)
    adref_session_say(self->session, "%s: %s", what, words);
}

static gboolean compare_tags(SyncRequest *self, GError **error)
{
  const AdrefVersion sent[] = {self->head, self->own.version, self->trunk.version};
  g_clear_pointer(&self->tags, adref_shared_tags_free);
  self->tags = adref_shared_tags_compare(self->session, sent, G_N_ELEMENTS(sent), error);
  return self->tags != NULL;
}

/* Tags that both have otherwise, and tags on versions that stay here: said once, at the end. */
static void say_kept_tags(SyncRequest *self)
{
  for (guint i = 0; i < self->tags->different->len; i++) {
    const char *line = self->tags->different->pdata[i];
    int length = (int)strcspn(line, ":");
    adref_session_say(self->session,
                      "tag %s; both stay. `git tag -d %.*s` and adref sync take theirs, `git push "
                      "--force %s tag %.*s` replaces theirs",
                      line, length, line, self->remote, length, line);
    self->open = TRUE;
  }
  say_tags(self, "tags that stay here, since their versions are not on the branch",
           self->tags->stay);
}

static gboolean take_tags(SyncRequest *self, GError **error)
{
  if (!compare_tags(self, error))
    return FALSE;
  say_tags(self, self->options->dry_run ? "tags that would come" : "tags that came",
           self->tags->come);
  self->exchanged = self->exchanged || self->tags->come->len > 0;
  return self->options->dry_run || adref_shared_tags_take(self->session, self->tags, error);
}

/* --- what goes out --- */

/* What would be new at a branch of the other repository. */
static gboolean count_out(const SyncRequest *self, const RemoteBranch *branch, guint *count,
                          GError **error)
{
  const AdrefVersion known[] = {branch->version,
                                *branch->version.id ? (AdrefVersion){""} : self->trunk.version};
  g_autoptr(GPtrArray) entries = adref_repo_versions_beyond(self->session->repo, &self->head, known,
                                                            G_N_ELEMENTS(known), 0, count, error);
  return entries != NULL;
}

static void add_ref(GPtrArray *refspecs, const char *from, const char *folder, const char *name)
{
  g_ptr_array_add(refspecs, g_strdup_printf("%s:%s%s", from, folder, name));
}

/* One branch that is sent, when the other repository does not have it as it is here. */
static gboolean add_branch(SyncRequest *self, const RemoteBranch *branch, GPtrArray *refspecs,
                           GError **error)
{
  guint count;
  if (!branch->name || strcmp(branch->version.id, self->head.id) == 0)
    return TRUE;
  if (!count_out(self, branch, &count, error))
    return FALSE;
  if (count == 0 && *branch->version.id)
    return TRUE;
  g_autofree char *words = count > 0 ? count_words(count, "version") : g_strdup("a new branch");
  adref_session_say(self->session, "%s %s: %s%s", self->options->dry_run ? "would go to" : "to",
                    branch->shown, words,
                    count > 0 && !*branch->version.id ? ", a new branch" : "");
  add_ref(refspecs, self->head.id, "refs/heads/", branch->name);
  return TRUE;
}

/* The trunk, once somebody has seen what it becomes. */
static gboolean add_trunk(SyncRequest *self, GPtrArray *refspecs, GError **error)
{
  const AdrefSyncOptions *options = self->options;
  if (!options->trunk || strcmp(self->trunk.version.id, self->head.id) == 0)
    return TRUE;
  if (!options->dry_run && *self->trunk.version.id && strcmp(self->shown.id, self->head.id) != 0) {
    if (!options->confirm(options->data, self->trunk.shown, &self->trunk.version, &self->head,
                          error))
      return FALSE;
    self->shown = self->head;
  }
  return add_branch(self, &self->trunk, refspecs, error);
}

static GPtrArray *tag_refspecs(const SyncRequest *self)
{
  GPtrArray *refspecs = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < self->tags->go->len; i++) {
    g_autofree char *ref = g_strconcat("refs/tags/", self->tags->go->pdata[i], NULL);
    add_ref(refspecs, ref, "", ref);
  }
  g_ptr_array_add(refspecs, NULL);
  return refspecs;
}

/* git's own commands find the branch that was made, too. */
static gboolean set_upstream(const SyncRequest *self, GError **error)
{
  AdrefRepo *repo = self->session->repo;
  g_autofree char *remote = g_strdup_printf("branch.%s.remote", self->branch);
  g_autofree char *merge = g_strdup_printf("branch.%s.merge", self->branch);
  g_autofree char *known = adref_repo_local_config(repo, remote);
  g_autofree char *ref = self->own.name ? g_strconcat("refs/heads/", self->own.name, NULL) : NULL;
  return known || !ref ||
         (adref_repo_set_local_config(repo, remote, self->remote, error) &&
          adref_repo_set_local_config(repo, merge, ref, error));
}

/* *done is FALSE when the other repository refused it. */
static gboolean send(SyncRequest *self, gboolean *done, GError **error)
{
  g_autoptr(GPtrArray) branches = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) tags = tag_refspecs(self);
  g_clear_pointer(&self->refused, g_free);
  if (!add_branch(self, &self->own, branches, error) || !add_trunk(self, branches, error))
    return FALSE;
  gboolean nothing = branches->len == 0 && self->tags->go->len == 0;
  self->exchanged = self->exchanged || !nothing;
  g_ptr_array_add(branches, NULL);
  say_tags(self, self->options->dry_run ? "tags that would go" : "tags that go", self->tags->go);
  if (!nothing && !self->options->dry_run &&
      !adref_remote_push(self->session->repo, self->remote, (const char *const *)branches->pdata,
                         (const char *const *)tags->pdata, &self->options->progress, &self->refused,
                         error))
    return FALSE;
  *done = self->refused == NULL;
  return !*done || nothing || self->options->dry_run || set_upstream(self, error);
}

static gboolean attempt(SyncRequest *self, gboolean *done, GError **error)
{
  return fetch(self, error) && join_all(self, error) && take_tags(self, error) &&
         send(self, done, error);
}

static gboolean repeat(SyncRequest *self, GError **error)
{
  gboolean done = FALSE;
  for (self->attempt = 1; self->attempt <= ADREF_SYNC_ATTEMPTS && !done; self->attempt++) {
    if (self->attempt > 1)
      g_usleep((gulong)g_random_int_range(1, ADREF_SYNC_PAUSE) * 1000);
    if (!attempt(self, &done, error))
      return FALSE;
  }
  if (!done)
    adref_error(error, ADREF_ERROR_REFUSED,
                "others have pushed in between %u times; what came is joined here, nothing was "
                "sent. Try again:%s",
                (guint)ADREF_SYNC_ATTEMPTS, self->refused);
  return done;
}

/* The trunk's branch here, where there is one, goes on with the trunk. */
static gboolean follow_trunk(const SyncRequest *self, GError **error)
{
  g_autofree char *ref =
      self->trunk.name ? g_strconcat("refs/heads/", self->trunk.name, NULL) : NULL;
  AdrefTag *here = ref && strcmp(self->trunk.name, self->branch) != 0
                       ? adref_repo_tag(self->session->repo, ref)
                       : NULL;
  guint beyond = 1;
  g_autoptr(GPtrArray) own =
      here && *self->trunk.version.id
          ? adref_repo_versions_beyond(self->session->repo, &here->commit, &self->trunk.version, 1,
                                       0, &beyond, NULL)
          : NULL;
  adref_tag_free(here);
  return !own || beyond > 0 ||
         adref_repo_write_ref(self->session->repo, ref, &self->trunk.version, error);
}

/* On the trunk: which other branches have what it has not. */
static void say_waiting(const SyncRequest *self)
{
  g_autofree char *folder = g_strdup_printf("refs/remotes/%s/", self->remote);
  g_autoptr(GPtrArray) refs = adref_repo_tags(self->session->repo, folder, NULL);
  for (guint i = 0, said = 0; refs && i < refs->len && said < ADREF_SYNC_MAX_SAID; i++) {
    const AdrefTag *ref = refs->pdata[i];
    guint count = 0;
    g_autoptr(GPtrArray) entries =
        *ref->commit.id && strcmp(ref->name, "HEAD") != 0
            ? adref_repo_versions_beyond(self->session->repo, &ref->commit, &self->head, 1, 0,
                                         &count, NULL)
            : NULL;
    if (count == 0)
      continue;
    g_autofree char *words = count_words(count, "version");
    adref_session_say(self->session, "%s/%s has %s that %s does not have: adref merge %s/%s",
                      self->remote, ref->name, words, self->branch, self->remote, ref->name);
    said++;
  }
}

/* What a person should know at the end. */
static void say_end(SyncRequest *self)
{
  if (!self->exchanged && self->tags->different->len == 0)
    adref_session_say(self->session, "nothing new here, and nothing new at %s", self->remote);
  say_kept_tags(self);
  if (!self->own.name)
    say_waiting(self);
  if (!self->own.name && !self->options->trunk &&
      strcmp(self->trunk.version.id, self->head.id) != 0)
    adref_session_say(self->session,
                      "%s is the trunk, which adref sync does not send; adref sync --trunk does, "
                      "after it has shown what changes",
                      self->branch);
}

gboolean adref_sync(AdrefSession *session, const AdrefSyncOptions *options, gboolean *open,
                    GError **error)
{
  g_auto(SyncRequest) self = {.session = session, .options = options};
  self.lock = adref_work_lock_new_for_sync(session->repo, error);
  if (!self.lock || !adref_repo_check_state(session->repo, error) ||
      !choose_branches(&self, error) || !repeat(&self, error) || !follow_trunk(&self, error))
    return FALSE;
  if (!options->dry_run)
    adref_git_drivers_complete(session);
  say_end(&self);
  *open = self.open;
  return TRUE;
}
