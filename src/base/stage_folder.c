#include "base/stage_folder.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
  (void)status, (void)type, (void)walk;
  return remove(path);
}

void adref_folder_remove(const char *path)
{
  enum {
    MAX_OPEN = 16
  };
  nftw(path, remove_entry, MAX_OPEN, FTW_DEPTH | FTW_PHYS);
}

/* Locks the folder until its process ends; -1 when another process has it. */
static int lock_folder(const char *path)
{
  int file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0 || flock(file, LOCK_EX | LOCK_NB) == 0)
    return file;
  close(file);
  return -1;
}

gboolean adref_stage_folder_make(const char *root, const char *prefix, AdrefStageFolder *stage)
{
  g_autofree char *name = g_strconcat(prefix, "XXXXXX", NULL);
  g_autofree char *path = g_build_filename(root, name, NULL);
  if (!g_mkdtemp_full(path, 0777))
    return FALSE;
  stage->lock = lock_folder(path);
  stage->path = g_steal_pointer(&path);
  return TRUE;
}

void adref_stage_folder_clear(AdrefStageFolder *stage)
{
  if (!stage->path)
    return;
  adref_folder_remove(stage->path);
  if (stage->lock >= 0)
    close(stage->lock);
  g_clear_pointer(&stage->path, g_free);
}

gboolean adref_stage_folders_remove(const char *root, const char *prefix)
{
  gboolean found = FALSE;
  g_autoptr(GDir) folder = g_dir_open(root, 0, NULL);
  const char *name;
  while (folder && (name = g_dir_read_name(folder))) {
    g_autofree char *path = g_build_filename(root, name, NULL);
    int lock = g_str_has_prefix(name, prefix) ? lock_folder(path) : -1;
    if (lock < 0)
      continue;
    adref_folder_remove(path);
    close(lock);
    found = TRUE;
  }
  return found;
}
