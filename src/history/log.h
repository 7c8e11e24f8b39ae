/* The log: the versions in which a folder or a file changed. */
#ifndef ADREF_HISTORY_LOG_H
#define ADREF_HISTORY_LOG_H

#include "history/person.h"
#include "history/version.h"

/* One entry of the log. All text is valid UTF-8 but written by a stranger: escape its control
 * characters (base/error.h) before it goes to a terminal. */
typedef struct {
  AdrefVersion version;
  AdrefPerson author; /* with the author's time */
  char *subject;
  char *body;          /* without subject and trailers; "" when there is none */
  GPtrArray *trailers; /* of char *, "Statement: x" */
  GPtrArray *labels;   /* of char *: names of the tags that point to the version, sorted */
} AdrefLogEntry;

void adref_log_entry_free(AdrefLogEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLogEntry, adref_log_entry_free)

/* The value of the first trailer with this key ("JPN" for "Party: JPN"), or NULL. Owned by `entry`.
 */
const char *adref_log_entry_trailer(const AdrefLogEntry *entry, const char *key);

/* A walk through the versions in which the file or folder at `path` (relative to the workspace's
 * root; "" is the workspace) changed: the newest first, by the committer's time, the same list as
 * `git log -- PATH`. Where a merge has the path exactly as one of its parents, only that parent is
 * followed. Versions are read one at a time, so the first ones of a long history come at once and
 * memory does not grow with its length. */
typedef struct AdrefLog AdrefLog;

/* `from` NULL: from HEAD; there are no versions when HEAD has no commit. The log holds a reference
 * to the repository. */
AdrefLog *adref_log_new(AdrefRepo *repo, const char *path, const AdrefVersion *from,
                        GError **error);

/* The same for the versions in which one of several files and folders changed (NULL-terminated, at
 * least one); ids are those of the first. */
AdrefLog *adref_log_new_of_paths(AdrefRepo *repo, const char *const *paths,
                                 const AdrefVersion *from, GError **error);

void adref_log_free(AdrefLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLog, adref_log_free)

/* Goes to the next version, which then is the current one; *found is FALSE at the end. */
gboolean adref_log_next(AdrefLog *log, gboolean *found, GError **error);

/* The committer's time of the current version, in seconds since 1970, and its whole entry. */
gint64 adref_log_time(const AdrefLog *log);
AdrefLogEntry *adref_log_entry(AdrefLog *log);

/* Names of the tags on the current version and on the versions that were skipped to reach it
 * because nothing changed at the path there. Valid until the next adref_log_next(). */
const GPtrArray *adref_log_tags(const AdrefLog *log);

/* git's id of the file or folder at the path in the current version, and in each of its parents; ""
 * when the path does not exist there. Valid until the next call of either. */
const char *adref_log_object_id(AdrefLog *log);
guint adref_log_parent_count(const AdrefLog *log);
const char *adref_log_parent_object_id(AdrefLog *log, guint index);

/* The current version, and its first parent; FALSE: it has none. */
AdrefVersion adref_log_version(const AdrefLog *log);
gboolean adref_log_first_parent(const AdrefLog *log, AdrefVersion *parent);

/* Whether files (paths relative to the workspace's root, NULL-terminated) are the same in the
 * current version and in its first parent, by git's ids: no file is read. */
gboolean adref_log_has_same_files(const AdrefLog *log, const char *const *paths, gboolean *same,
                                  GError **error);

/* Whether the walk has reached the end of a shallow clone: older versions exist, but not here. */
gboolean adref_log_is_shallow(const AdrefLog *log);

/* The newest versions in which `folder` changed (of AdrefLogEntry), at most `limit` (0: all). */
GPtrArray *adref_repo_log(AdrefRepo *repo, const char *folder, guint limit, GError **error);

/* The entry of one version, without its labels. */
AdrefLogEntry *adref_repo_log_entry(AdrefRepo *repo, const AdrefVersion *version, GError **error);

/* The bytes of the file (blob) with this id. */
GBytes *adref_repo_read_blob(AdrefRepo *repo, const char *id, GError **error);

/* The files of the folder with the id `folder` ("": no folder): name -> git's id. Empty where the
 * folder cannot be read. Caller unrefs. */
GHashTable *adref_repo_folder_files(AdrefRepo *repo, const char *folder);

/* git's id of the file `name` in the folder with the id `folder` ("": no folder); "" when there is
 * no such file. Caller frees. */
char *adref_repo_tree_entry_id(AdrefRepo *repo, const char *folder, const char *name,
                               GError **error);

/* The same of several files, in the order of `names`; the folder is read once. Caller frees. */
char **adref_repo_tree_entry_ids(AdrefRepo *repo, const char *folder, const char *const *names,
                                 GError **error);

#endif
