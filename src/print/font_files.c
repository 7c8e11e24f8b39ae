#include "print/font_files.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

static gboolean is_font(const char *path)
{
  static const char *const endings[] = {".ttc", ".ttf", ".otf"};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(path, endings[i]))
      return TRUE;
  return FALSE;
}

/* A line of the file is "start-end r--p offset device inode path". What could be written may not be
 * that of the file. */
static void drop(const char *line)
{
  guintptr start, end;
  char may_write;
  const char *path = strchr(line, '/');
  if (path && is_font(path) && sscanf(line, "%lx-%lx r%c", &start, &end, &may_write) == 3 &&
      may_write == '-')
    madvise((void *)start, end - start, MADV_DONTNEED);
}

void adref_font_files_drop(void)
{
  g_autofree char *maps = NULL;
  if (!g_file_get_contents("/proc/self/maps", &maps, NULL, NULL))
    return;
  g_auto(GStrv) lines = g_strsplit(maps, "\n", -1);
  for (char **line = lines; *line; line++)
    drop(*line);
}
