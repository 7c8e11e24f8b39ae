#include "history/index_stamp.h"

#include "history/git.h"

static gint64 microseconds(gint64 seconds, gint64 nanoseconds)
{
  return seconds * G_USEC_PER_SEC + nanoseconds / 1000;
}

/* Reads the index once: an entry stays true of a file that has its status, whatever the index says
 * later. */
static void open_index(AdrefRepo *repo)
{
  g_autofree char *path = g_build_filename(git_repository_path(repo->git), "index", NULL);
  struct stat before, behind;
  git_index *index = NULL;
  if (repo->stamps_asked)
    return;
  repo->stamps_asked = TRUE;
  if (stat(path, &before) != 0 || before.st_size > ADREF_INDEX_STAMP_MAX_INDEX)
    return;
  int result = git_index_open(&index, path);
  if (result == 0)
    result = git_index_read(index, TRUE);
  gboolean same = result == 0 && stat(path, &behind) == 0 && before.st_ino == behind.st_ino &&
                  before.st_mtim.tv_sec == behind.st_mtim.tv_sec &&
                  before.st_mtim.tv_nsec == behind.st_mtim.tv_nsec;
  if (same) {
    repo->stamps = g_steal_pointer(&index);
    repo->stamps_written = microseconds(before.st_mtim.tv_sec, before.st_mtim.tv_nsec);
  }
  git_index_free(index);
}

static gboolean is_same_time(const git_index_time *time, const struct timespec *now)
{
  return time->seconds == (gint32)now->tv_sec && time->nanoseconds == (guint32)now->tv_nsec;
}

/* Whether the file changed well before the index was written. */
static gboolean is_old(const AdrefRepo *repo, const struct stat *status)
{
  gint64 changed = MAX(microseconds(status->st_mtim.tv_sec, status->st_mtim.tv_nsec),
                       microseconds(status->st_ctim.tv_sec, status->st_ctim.tv_nsec));
  return changed + ADREF_INDEX_STAMP_MARGIN <= repo->stamps_written;
}

static gboolean has_blob(AdrefRepo *repo, const git_oid *id, gsize size)
{
  git_odb *objects = NULL;
  gsize length = 0;
  git_object_t type;
  gboolean found = git_repository_odb(&objects, repo->git) == 0 &&
                   git_odb_read_header(&length, &type, objects, id) == 0;
  git_odb_free(objects);
  return found && type == GIT_OBJECT_BLOB && length == size;
}

gboolean adref_index_stamp_find(AdrefRepo *repo, const char *path, const struct stat *status,
                                git_oid *id)
{
  open_index(repo);
  const git_index_entry *entry = repo->stamps ? git_index_get_bypath(repo->stamps, path, 0) : NULL;
  if (!entry || !S_ISREG(status->st_mode) || entry->mode != GIT_FILEMODE_BLOB ||
      entry->file_size != (guint32)status->st_size || entry->ino != (guint32)status->st_ino ||
      !is_same_time(&entry->mtime, &status->st_mtim) ||
      !is_same_time(&entry->ctime, &status->st_ctim) || !is_old(repo, status) ||
      !has_blob(repo, &entry->id, (gsize)status->st_size))
    return FALSE;
  *id = entry->id;
  return TRUE;
}
