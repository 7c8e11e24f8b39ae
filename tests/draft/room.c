#include "draft/room.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "suite.h"

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
  (void)status, (void)type, (void)walk;
  return remove(path);
}

static void make_folder(const char *root, const char *name)
{
  g_autofree char *path = g_build_filename(root, name, NULL);
  ck_assert_int_eq(g_mkdir_with_parents(path, 0777), 0);
}

Room *room_new(void)
{
  Room *room = g_new0(Room, 1);
  room->root = g_dir_make_tmp("adref-XXXXXX", NULL);
  make_folder(room->root, "templates");
  make_folder(room->root, "statements");
  room->source = adref_file_source_new_folder(room->root);
  return room;
}

void room_free(Room *room)
{
  if (!room)
    return;
  adref_library_free(room->library);
  adref_file_source_free(room->source);
  nftw(room->root, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  g_free(room->root);
  g_free(room);
}

void room_put(const Room *room, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename(room->root, path, NULL);
  g_autofree char *folder = g_path_get_dirname(full);
  ck_assert_int_eq(g_mkdir_with_parents(folder, 0777), 0);
  ck_assert(g_file_set_contents(full, text, -1, NULL));
}

void room_link(const Room *room, const char *path, const char *target)
{
  g_autofree char *full = g_build_filename(room->root, path, NULL);
  g_autofree char *folder = g_path_get_dirname(full);
  ck_assert_int_eq(g_mkdir_with_parents(folder, 0777), 0);
  ck_assert_int_eq(symlink(target, full), 0);
}

AdrefLibrary *room_open(Room *room)
{
  g_autoptr(GError) error = NULL;
  adref_library_free(room->library);
  room->library = adref_library_open(room->source, &error);
  ck_assert_no_error(error);
  return room->library;
}

void room_clause(const Room *room, const char *name, const char *params, const char *body)
{
  g_autofree char *path = g_strdup_printf("templates/clauses/%s.md", name);
  g_autofree char *text =
      g_strdup_printf("---\nsummary: %s\nkind: op\nparams: %s\n---\n%s\n", name, params, body);
  room_put(room, path, text);
}
