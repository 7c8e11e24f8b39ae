#include "history/save.h"

#include <string.h>

#include "history/git.h"
#include "history/git_index.h"
#include "history/person.h"
#include "history/work_file.h"

/* The state of one call of adref_repo_save(). */
typedef struct {
  AdrefRepo *repo;
  char *message;
  char *reflog;
  AdrefVersionSigner sign;
  git_signature *author;
  git_signature *committer;
  GPtrArray *files;
  char *branch;       /* the ref of the current branch */
  git_commit *parent; /* its commit; NULL before the first commit */
  git_tree *base;     /* the tree of that commit, or NULL */
} SaveOperation;

static void clear_head(SaveOperation *self)
{
  g_clear_pointer(&self->branch, g_free);
  g_clear_pointer(&self->parent, git_commit_free);
  g_clear_pointer(&self->base, git_tree_free);
}

static void clear(SaveOperation *self)
{
  clear_head(self);
  g_free(self->message);
  g_free(self->reflog);
  git_signature_free(self->author);
  git_signature_free(self->committer);
  g_clear_pointer(&self->files, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SaveOperation, clear)

static gboolean is_line(const char *text)
{
  return text && *text && !strpbrk(text, "\r\n") && g_utf8_validate(text, -1, NULL);
}

/* Whether the last paragraph of the body is trailers of a person, "Reviewed-by: Ben", none of them
 * with a key of adref: its own trailers join them then. */
static gboolean ends_with_trailers(const char *body)
{
  static const char *const own[] = {"Statement: ", "Party: ", "Action: ", "Clause: ", NULL};
  const char *last = g_strrstr(body, "\n\n");
  g_auto(GStrv) lines = g_strsplit(last ? last + 2 : body, "\n", -1);
  for (char **line = lines; *line; line++) {
    gsize key = strspn(*line, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-");
    if (key == 0 || !g_str_has_prefix(*line + key, ": "))
      return FALSE;
    for (const char *const *word = own; *word; word++)
      if (g_ascii_strncasecmp(*line, *word, strlen(*word)) == 0)
        return FALSE;
  }
  return TRUE;
}

static gboolean add_trailers(GString *message, const char *const *trailers, gboolean joins,
                             GError **error)
{
  for (const char *const *trailer = trailers; trailer && *trailer; trailer++) {
    if (!is_line(*trailer) || !strstr(*trailer, ": ")) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "\"%s\" cannot be a trailer; it is one line, Key: value", *trailer);
      return FALSE;
    }
    g_string_append_printf(message, "%s%s\n", trailer == trailers && !joins ? "\n" : "", *trailer);
  }
  return TRUE;
}

static char *compose(const AdrefRepoSaveOptions *options, GError **error)
{
  g_autofree char *subject = g_strstrip(g_strdup(options->subject ? options->subject : ""));
  g_autofree char *body = g_strstrip(g_strdup(options->body ? options->body : ""));
  if (!is_line(subject) || !g_utf8_validate(body, -1, NULL)) {
    adref_error(error, ADREF_ERROR_USAGE,
                "a version needs a subject: one line of text (-m \"...\")");
    return NULL;
  }
  g_autoptr(GString) message = g_string_new(subject);
  g_string_append_c(message, '\n');
  if (*body)
    g_string_append_printf(message, "\n%s\n", body);
  gboolean joins = *body && ends_with_trailers(body);
  if (!add_trailers(message, options->trailers, joins, error))
    return NULL;
  return g_string_free(g_steal_pointer(&message), FALSE);
}

static gboolean read_head(SaveOperation *self, GError **error)
{
  clear_head(self);
  g_autoptr(git_reference) head = NULL;
  int status = git_reference_lookup(&head, self->repo->git, "HEAD");
  if (status != 0)
    return adref_git_fail(error, status, "HEAD cannot be read");
  if (git_reference_type(head) != GIT_REFERENCE_SYMBOLIC) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "HEAD is on no branch (detached); make one with `git switch -c NAME`");
    return FALSE;
  }
  self->branch = g_strdup(git_reference_symbolic_target(head));
  if (!adref_git_head(self->repo, &self->parent, error))
    return FALSE;
  status = self->parent ? git_commit_tree(&self->base, self->parent) : 0;
  return status == 0 ||
         adref_git_fail_object(self->repo->git, error, status, "HEAD cannot be read");
}

static git_signature *new_signature(const AdrefPerson *person, GError **error)
{
  git_signature *signature = NULL;
  int status =
      git_signature_new(&signature, person->name, person->email, person->time, person->offset);
  if (status != 0)
    adref_git_fail(error, status, "the name or the email address cannot be used");
  return signature;
}

static gboolean prepare(SaveOperation *self, AdrefRepo *repo, const AdrefRepoSaveOptions *options,
                        GError **error)
{
  self->repo = repo;
  self->sign = options->signer;
  self->message = compose(options, error);
  if (!self->message || !adref_repo_check_state(repo, error) || !read_head(self, error))
    return FALSE;
  gsize line = strcspn(self->message, "\n");
  self->reflog =
      g_strdup_printf("adref: %.*s", (int)MIN(line, ADREF_SAVE_MAX_REFLOG), self->message);
  return TRUE;
}

static gboolean make_signatures(SaveOperation *self, const AdrefPerson *author, GError **error)
{
  g_autoptr(AdrefPerson) own =
      author ? NULL : adref_person_new(self->repo, ADREF_PERSON_ROLE_AUTHOR, error);
  if (!author && !own)
    return FALSE;
  g_autoptr(AdrefPerson) committer =
      adref_person_new(self->repo, ADREF_PERSON_ROLE_COMMITTER, error);
  self->author = committer ? new_signature(author ? author : own, error) : NULL;
  self->committer = self->author ? new_signature(committer, error) : NULL;
  if (!self->committer)
    return FALSE;
  git_repository_set_ident(self->repo->git, self->committer->name, self->committer->email);
  return TRUE;
}

static gboolean differs(const GPtrArray *files, const git_tree *tree, gboolean *changed,
                        GError **error)
{
  gboolean same = TRUE;
  for (guint i = 0; i < files->len && same; i++)
    if (!adref_work_file_is_in_tree(files->pdata[i], tree, &same, error))
      return FALSE;
  *changed = !same;
  return TRUE;
}

/* *tree is NULL before the first commit. */
static gboolean read_head_tree(AdrefRepo *repo, git_tree **tree, GError **error)
{
  g_autoptr(git_commit) head = NULL;
  if (!adref_git_head(repo, &head, error))
    return FALSE;
  int status = head ? git_commit_tree(tree, head) : 0;
  return status == 0 || adref_git_fail_object(repo->git, error, status, "HEAD cannot be read");
}

gboolean adref_repo_changed(AdrefRepo *repo, const char *const *paths, gboolean *changed,
                            GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  g_autoptr(GPtrArray) files = adref_work_file_read_all(repo, paths, error);
  return files && read_head_tree(repo, &tree, error) && differs(files, tree, changed, error);
}

char **adref_repo_changed_files(AdrefRepo *repo, const char *const *paths, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  g_autoptr(GStrvBuilder) changed = g_strv_builder_new();
  g_autoptr(GPtrArray) files = adref_work_file_read_all(repo, paths, error);
  if (!files || !read_head_tree(repo, &tree, error))
    return NULL;
  for (guint i = 0; i < files->len; i++) {
    const AdrefWorkFile *file = files->pdata[i];
    gboolean same;
    if (!adref_work_file_is_in_tree(file, tree, &same, error))
      return NULL;
    if (!same)
      g_strv_builder_add(changed, file->path + strlen(repo->prefix));
  }
  return g_strv_builder_end(changed);
}

static gboolean write_blobs(SaveOperation *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++) {
    AdrefWorkFile *file = self->files->pdata[i];
    gboolean same;
    if (!adref_work_file_is_in_tree(file, self->base, &same, error))
      return FALSE;
    if (same || !file->bytes)
      continue;
    gsize length;
    const char *text = g_bytes_get_data(file->bytes, &length);
    int status = git_blob_create_from_buffer(&file->id, self->repo->git, text ? text : "", length);
    if (status != 0)
      return adref_git_fail(error, status, "%s: cannot be saved", file->path);
  }
  return TRUE;
}

static gboolean write_tree(SaveOperation *self, git_tree **tree, GError **error)
{
  g_autoptr(GArray) updates = g_array_new(FALSE, TRUE, sizeof(git_tree_update));
  for (guint i = 0; i < self->files->len; i++) {
    const AdrefWorkFile *file = self->files->pdata[i];
    gboolean same;
    if (!adref_work_file_is_in_tree(file, self->base, &same, error))
      return FALSE;
    git_tree_update update = {file->bytes ? GIT_TREE_UPDATE_UPSERT : GIT_TREE_UPDATE_REMOVE,
                              file->id, GIT_FILEMODE_BLOB, file->path};
    if (!same)
      g_array_append_val(updates, update);
  }
  git_oid id;
  int status = git_tree_create_updated(&id, self->repo->git, self->base, updates->len,
                                       (git_tree_update *)(void *)updates->data);
  if (status == 0)
    status = git_tree_lookup(tree, self->repo->git, &id);
  return status == 0 || adref_git_fail(error, status, "the version's tree cannot be written");
}

/* A commit with the signature of the person who saves (git's commit.gpgsign). */
static gboolean write_signed(SaveOperation *self, const git_tree *tree, git_oid *id, GError **error)
{
  const git_commit *parents[] = {self->parent};
  git_buf buffer = GIT_BUF_INIT;
  int status = git_commit_create_buffer(&buffer, self->repo->git, self->author, self->committer,
                                        NULL, self->message, tree, self->parent ? 1 : 0, parents);
  if (status != 0)
    return adref_git_fail(error, status, "the version cannot be written");
  g_autoptr(GString) payload = g_string_new_len(buffer.ptr, (gssize)buffer.size);
  git_buf_dispose(&buffer);
  g_autofree char *signature = self->sign.sign(self->sign.data, payload, error);
  if (!signature)
    return FALSE;
  g_strchomp(signature);
  status = git_commit_create_with_signature(id, self->repo->git, payload->str, signature, NULL);
  return status == 0 || adref_git_fail(error, status, "the version cannot be written");
}

static gboolean write_commit(SaveOperation *self, git_oid *id, GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  if (!write_tree(self, &tree, error))
    return FALSE;
  const git_commit *parents[] = {self->parent};
  if (self->sign.sign)
    return write_signed(self, tree, id, error);
  int status = git_commit_create(id, self->repo->git, NULL, self->author, self->committer, NULL,
                                 self->message, tree, self->parent ? 1 : 0, parents);
  return status == 0 || adref_git_fail(error, status, "the version cannot be written");
}

/* Moves the branch from the parent to `id`; fails when the branch is no longer at the parent. */
static int move_branch(SaveOperation *self, const git_oid *id)
{
  static const git_oid none;
  g_autoptr(git_reference) moved = NULL;
  return git_reference_create_matching(&moved, self->repo->git, self->branch, id, TRUE,
                                       self->parent ? git_commit_id(self->parent) : &none,
                                       self->reflog);
}

static gboolean same_entry(const git_tree *a, const git_tree *b, const char *path, gboolean *same,
                           GError **error)
{
  g_autoptr(git_tree_entry) first = NULL;
  g_autoptr(git_tree_entry) second = NULL;
  if (!adref_git_tree_entry(a, path, &first, error) ||
      !adref_git_tree_entry(b, path, &second, error))
    return FALSE;
  *same = first && second ? git_oid_equal(git_tree_entry_id(first), git_tree_entry_id(second)) != 0
                          : first == second;
  return TRUE;
}

/* Reads HEAD again. Refused when another program saved one of the listed files since then: its
 * change would be overwritten, and nobody would see it. */
static gboolean reread_head(SaveOperation *self, GError **error)
{
  g_autoptr(git_tree) old = g_steal_pointer(&self->base);
  if (!read_head(self, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++) {
    const AdrefWorkFile *file = self->files->pdata[i];
    gboolean same;
    if (!same_entry(old, self->base, file->path, &same, error))
      return FALSE;
    if (!same) {
      adref_error(error, ADREF_ERROR_REFUSED,
                  "%s: somebody else saved this file meanwhile; nothing was saved. Look at it with "
                  "`git diff HEAD`, then save again",
                  file->path);
      return FALSE;
    }
  }
  return TRUE;
}

/* Whether the branch is at the commit: libgit2 also fails when the folder of a branch that it has
 * moved cannot be synced. */
static gboolean is_moved(const SaveOperation *self, const git_oid *id)
{
  g_autoptr(git_reference) branch = NULL;
  const git_oid *now = git_reference_lookup(&branch, self->repo->git, self->branch) == 0
                           ? git_reference_target(branch)
                           : NULL;
  return now && git_oid_equal(now, id);
}

static gboolean commit(SaveOperation *self, git_oid *id, GError **error)
{
  int status = 0;
  for (guint attempt = 0; attempt < ADREF_SAVE_ATTEMPTS; attempt++) {
    if (attempt > 0)
      g_usleep((gulong)ADREF_SAVE_PAUSE << (attempt - 1));
    if ((attempt > 0 && !reread_head(self, error)) || !write_commit(self, id, error))
      return FALSE;
    status = move_branch(self, id);
    if (status == 0 || is_moved(self, id))
      return TRUE;
    if (status != GIT_EMODIFIED && status != GIT_ELOCKED && status != GIT_EEXISTS)
      break;
  }
  return adref_git_fail(error, status, "%s: the branch cannot be moved; nothing was saved",
                        self->branch);
}

static gboolean update_index(SaveOperation *self, AdrefGitIndex *index, GError **error)
{
  for (guint i = 0; i < self->files->len; i++) {
    const AdrefWorkFile *file = self->files->pdata[i];
    if (!adref_git_index_set(index, file->path, &file->id, file->bytes ? &file->status : NULL,
                             error))
      return FALSE;
  }
  return adref_git_index_commit(index, error);
}

/* The index is written before the branch moves: a kill between the two leaves the files staged. In
 * the other order git would show the saved change as reverted in the index. */
static gboolean write_all(SaveOperation *self, AdrefGitIndex *index, git_oid *id, GError **error)
{
  if (!write_blobs(self, error) || !update_index(self, index, error))
    return FALSE;
  if (commit(self, id, error))
    return TRUE;
  adref_git_index_restore(index);
  return FALSE;
}

static void set_version(const SaveOperation *self, const git_oid *id, AdrefVersion *version)
{
  const git_oid *head = id ? id : self->parent ? git_commit_id(self->parent) : NULL;
  if (head)
    git_oid_tostr(version->id, sizeof version->id, head);
  else
    version->id[0] = '\0';
}

gboolean adref_repo_save(AdrefRepo *repo, const AdrefRepoSaveOptions *options,
                         AdrefVersion *version, gboolean *saved, GError **error)
{
  g_auto(SaveOperation) self = {0};
  gboolean changed;
  if (!prepare(&self, repo, options, error) ||
      !adref_repo_changed(repo, options->paths, &changed, error))
    return FALSE;
  git_oid id;
  if (changed) {
    g_autoptr(AdrefGitIndex) index =
        make_signatures(&self, options->author, error) ? adref_git_index_lock(repo, error) : NULL;
    if (!index || !adref_repo_check_state(repo, error) || !read_head(&self, error))
      return FALSE;
    self.files = adref_work_file_read_all(repo, options->paths, error);
    if (!self.files || !differs(self.files, self.base, &changed, error) ||
        (changed && !write_all(&self, index, &id, error)))
      return FALSE;
  }
  set_version(&self, changed ? &id : NULL, version);
  *saved = changed;
  return TRUE;
}
