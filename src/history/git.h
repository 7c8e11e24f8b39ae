/* Private to history/: the struct of AdrefRepo, libgit2's errors as GError, libgit2's types for
 * g_autoptr, and access to commits and trees. */
#ifndef ADREF_HISTORY_GIT_H
#define ADREF_HISTORY_GIT_H

#include "history/libgit2.h"

#include "history/repo.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_blob, git_blob_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_commit, git_commit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_config, git_config_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_index, git_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_object, git_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_odb, git_odb_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_reference, git_reference_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_reference_iterator, git_reference_iterator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_repository, git_repository_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_signature, git_signature_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_tree, git_tree_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_tree_entry, git_tree_entry_free)

enum {
  ADREF_GIT_WINDOW = 512 * 1024,            /* bytes of one window of a pack */
  ADREF_GIT_WINDOWS = 8 * ADREF_GIT_WINDOW, /* bytes of all windows */
};

/* Reference-counted by g_rc_box: logs and version sources hold a reference. */
struct AdrefRepo {
  git_repository *git;
  char *top;    /* path of the repository's work folder, without a slash at its end */
  char *prefix; /* path of the workspace below `top`: "" or "sub/folder/" */
  char *branch; /* the last answer of adref_repo_branch */
  gboolean is_bare;
  GHashTable *former_names; /* history/former_name.h; NULL: no statement was renamed */
  GHashTable
      *shallow_roots; /* ids (git_oid) at which a shallow clone ends; NULL until it is needed */
  gboolean has_kept_results; /* history/result_cache.h */
  GHashTable *hashed_files;  /* history/work_file.c: path -> bytes that were hashed; or NULL */
  git_index *stamps;         /* history/index_stamp.c: the index; NULL: not read, or not fit */
  gboolean stamps_asked;
  gint64 stamps_written;  /* when that index was written, in microseconds */
  GHashTable *read_blobs; /* adref_git_keep_blob(): id -> its bytes; or NULL */
  gsize read_bytes;       /* of all read_blobs */
};

/* Loads and starts libgit2 on the first call: every write is synced to disk, objects are not
 * cached, and a pack is mapped in windows of ADREF_GIT_WINDOW bytes, all packs together in at most
 * ADREF_GIT_WINDOWS bytes, so that memory does not grow with the history. */
gboolean adref_git_start(GError **error);

/* Sets *error to "FORMAT: libgit2's message". Call it immediately after the function that failed
 * with `status`. Returns FALSE. */
gboolean adref_git_fail(GError **error, int status, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Refuses a path within the repository that has an empty name, ".", ".." or ".git" in it. */
gboolean adref_git_check_path(const char *path, GError **error);

/* The path of a workspace file within the repository. Absolute paths, empty names, ".", ".." and
 * ".git" are refused; "" is the workspace itself. */
char *adref_git_path(AdrefRepo *repo, const char *path, GError **error);

/* The same as the path is in a version: below statements/ID by the name that the statement has
 * there (history/former_name.h). */
char *adref_git_path_in(AdrefRepo *repo, const git_tree *tree, const char *path, GError **error);

/* The name of today for the folder `name` of statements/ in a version: the same, or that of the
 * statement that had this name then. */
const char *adref_git_statement_now(const AdrefRepo *repo, const git_tree *tree, const char *name);

/* The tree of a commit, or the tree itself, by its id. */
gboolean adref_git_find_tree(AdrefRepo *repo, const char *id, git_tree **tree, GError **error);

/* The commit that HEAD points to; *commit is NULL on a branch without commits. */
gboolean adref_git_head(AdrefRepo *repo, git_commit **commit, GError **error);

/* The same for an object that cannot be read. The message says whether `git fsck` or `git fetch`
 * helps: in a partial clone a missing object can be fetched. Returns FALSE. */
gboolean adref_git_fail_object(git_repository *git, GError **error, int status, const char *format,
                               ...) G_GNUC_PRINTF(4, 5);

/* The n-th parent of a commit; *parent is NULL where a shallow clone ends. */
gboolean adref_git_parent(AdrefRepo *repo, const git_commit *commit, guint n, git_commit **parent,
                          GError **error);

/* With TRUE, libgit2 does not verify the hash of each object that it reads; FALSE ends that. For
 * reading a long history, where verifying would be most of the work. git does not verify either;
 * the checksum of zlib detects a damaged pack. */
void adref_git_skip_hash_check(gboolean fast);

/* Whether the clone is shallow. */
gboolean adref_git_is_shallow(AdrefRepo *repo);

/* Hash and equality of git_oid, for a GHashTable. */
guint adref_git_id_hash(gconstpointer id);
gboolean adref_git_id_equal(gconstpointer a, gconstpointer b);

/* Keeps the bytes of a file under the id that they have, up to 16 MiB in all: a version that has
 * the same file is read without unpacking it again. */
void adref_git_keep_blob(AdrefRepo *repo, const git_oid *id, GBytes *bytes);

/* The entry at `path` (within the repository) of a tree; *entry is NULL where there is none, also
 * when `tree` is NULL. */
gboolean adref_git_tree_entry(const git_tree *tree, const char *path, git_tree_entry **entry,
                              GError **error);

#endif
