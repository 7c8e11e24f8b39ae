/* The log: in which versions a folder or a file changed. */
#ifndef ADREF_HISTORY_LOG_H
#define ADREF_HISTORY_LOG_H

#include "history/person.h"
#include "history/version.h"

/* One entry of the log. All text is valid UTF-8; it is a stranger's, so make it visible
 * (base/error.h) before it goes to a terminal. */
typedef struct {
  AdrefVersion version;
  AdrefPerson author; /* with the time of writing */
  char *subject;
  char *body;          /* without subject and trailers; "" when there is none */
  GPtrArray *trailers; /* of char *, "Statement: x" */
  GPtrArray *labels;   /* of char *: names of the tags that point here, sorted */
} AdrefLogEntry;

void adref_log_entry_free(AdrefLogEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLogEntry, adref_log_entry_free)

/* The value of the first trailer with a key, "JPN" for "Party: JPN", or NULL. Belongs to `entry`.
 */
const char *adref_log_entry_trailer(const AdrefLogEntry *entry, const char *key);

/* A walk through the versions in which the file or folder at `path` (relative to the workspace's
 * root; "" is the workspace) changed, newest first by the clock of who committed, as `git log --
 * PATH` lists them: where a merge took one side as it was, only that side is followed. It reads no
 * more than it has to give, so the first versions of a long history come at once, and its memory
 * does not grow with the history. */
typedef struct AdrefLog AdrefLog;

/* `from` NULL: HEAD, of which an unborn one has no versions. The log keeps the repository. */
AdrefLog *adref_log_new(AdrefRepo *repo, const char *path, const AdrefVersion *from,
                        GError **error);
void adref_log_free(AdrefLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLog, adref_log_free)

/* Goes to the next version; *found is FALSE at the end. */
gboolean adref_log_next(AdrefLog *log, gboolean *found, GError **error);

/* Of the version it is at: when it was committed, in seconds since 1970; all that the log knows of
 * it. */
gint64 adref_log_time(const AdrefLog *log);
AdrefLogEntry *adref_log_entry(AdrefLog *log);

/* Names of the tags that were passed since the version before, those of this version included: also
 * of versions in which nothing changed at the path. Valid until the next call. */
const GPtrArray *adref_log_tags(const AdrefLog *log);

/* git's ids of what is at the path in the version, and in each version before it; "" for nothing.
 */
const char *adref_log_object_id(AdrefLog *log);
guint adref_log_parent_count(const AdrefLog *log);
const char *adref_log_parent_object_id(AdrefLog *log, guint index);

/* Whether the walk has come to the end of a shallow clone: there are older versions elsewhere. */
gboolean adref_log_is_shallow(const AdrefLog *log);

/* The newest versions in which `folder` changed, at most `limit` of them (0: all). */
GPtrArray *adref_repo_log(AdrefRepo *repo, const char *folder, guint limit, GError **error);

/* The bytes of a file by git's id. */
GBytes *adref_repo_read_blob(AdrefRepo *repo, const char *id, GError **error);

/* git's id of the file called `name` in a folder, by git's id of that; "" where there is none.
 * Caller frees. */
char *adref_repo_tree_entry_id(AdrefRepo *repo, const char *folder, const char *name,
                               GError **error);

#endif
