#include "history/join_note.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"

/* The file has a line "adref join 1", the two versions, and a line for each file: the old id and
 * mode, the new ones, and the path, escaped. "-" stands for no file. */
static const char head[] = "adref join 1";

static char *note_path(AdrefRepo *repo)
{
  g_autofree char *folder = adref_repo_private_folder(repo);
  return g_build_filename(folder, "join", NULL);
}

gboolean adref_join_note_write(AdrefRepo *repo, const AdrefJoinOptions *options,
                               const AdrefVersion *to, GError **error)
{
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_printf(text, "%s\n%s %s\n", head, options->ours.id, to->id);
  for (guint i = 0; i < options->file_count; i++) {
    const AdrefTreeFile *old = &options->old[i], *new = &options->new[i];
    g_autofree char *path = g_strescape(options->paths[i], NULL);
    g_string_append_printf(text, "%s %o %s %o %s\n", *old->id ? old->id : "-", old->mode,
                           *new->id ? new->id : "-", new->mode, path);
  }
  g_autofree char *file = note_path(repo);
  g_autofree char *folder = g_path_get_dirname(file);
  return adref_folder_make(folder, error) && adref_file_write(file, text->str, text->len, error);
}

gboolean adref_join_note_exists(AdrefRepo *repo)
{
  g_autofree char *file = note_path(repo);
  return g_file_test(file, G_FILE_TEST_EXISTS);
}

static gboolean read_line(const char *line, AdrefJoinNote *note, guint i)
{
  AdrefTreeFile *old = &note->old[i], *new = &note->new[i];
  int used = 0;
  if (sscanf(line, "%64s %o %64s %o %n", old->id, &old->mode, new->id, &new->mode, &used) != 4 ||
      used == 0)
    return FALSE;
  if (strcmp(old->id, "-") == 0)
    *old->id = '\0';
  if (strcmp(new->id, "-") == 0)
    *new->id = '\0';
  note->paths[i] = g_strcompress(line + used);
  return TRUE;
}

gboolean adref_join_note_read(AdrefRepo *repo, AdrefJoinNote *note)
{
  g_autofree char *file = note_path(repo);
  g_autoptr(GBytes) bytes = adref_file_read(file, file, ADREF_TEXT_LIMIT, NULL);
  g_auto(GStrv) lines = g_strsplit(bytes ? g_bytes_get_data(bytes, NULL) : "", "\n", -1);
  guint count = g_strv_length(lines);
  if (count < 3 || strcmp(lines[0], head) != 0 ||
      sscanf(lines[1], "%64s %64s", note->from.id, note->to.id) != 2)
    return FALSE;
  note->paths = g_new0(char *, count);
  note->old = g_new0(AdrefTreeFile, count);
  note->new = g_new0(AdrefTreeFile, count);
  for (guint i = 2; i + 1 < count; i++)
    if (!read_line(lines[i], note, i - 2))
      return FALSE;
  return TRUE;
}

void adref_join_note_clear(AdrefJoinNote *note)
{
  g_strfreev(note->paths);
  g_free(note->old);
  g_free(note->new);
}

void adref_join_note_remove(AdrefRepo *repo)
{
  g_autofree char *file = note_path(repo);
  g_unlink(file);
}
