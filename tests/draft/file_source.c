#include "draft/data/file_source.h"

#include "base/error.h"
#include <fcntl.h>
#include <unistd.h>

#include "draft/cases.h"
#include "draft/room.h"
#include "suite.h"

static void refuses(const Room *room, const char *path, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(room->source->read(room->source, path, 1000, &error));
  ck_assert_error(error, message);
}

START_TEST(reads_and_lists)
{
  g_autoptr(Room) room = room_new();
  room_put(room, "templates/b/two.md", "2");
  room_put(room, "templates/a/one.md", "1");
  room_put(room, "templates/.hidden/x.md", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = room->source->read(room->source, "templates/a/one.md", 10, &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(g_bytes_get_size(bytes), 1);
  g_auto(GStrv) paths = room->source->list(room->source, "templates", &error);
  g_autofree char *all = g_strjoinv(" ", paths);
  ck_assert_str_eq(all, "templates/a/one.md templates/b/two.md");
  g_auto(GStrv) none = room->source->list(room->source, "templates/none", &error);
  ck_assert_no_error(error);
  ck_assert_ptr_null(none[0]);
}
END_TEST

START_TEST(missing_is_not_found)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(room->source->read(room->source, "templates/x", 10, &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_NOT_FOUND));
  ck_assert_error(error, "templates/x: cannot be read: No such file or directory");
}
END_TEST

START_TEST(no_path_leads_out)
{
  g_autoptr(Room) room = room_new();
  static const char *const paths[] = {"/etc/passwd", "../x", "templates/../../x", "a//b", "./a", "",
                                      "a/"};
  for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
    g_autofree char *message = g_strdup_printf(
        "%s: leads out of the workspace; allowed are paths below its root", paths[i]);
    refuses(room, paths[i], message);
  }
}
END_TEST

START_TEST(no_link_leads_out)
{
  g_autoptr(Room) room = room_new();
  room_put(room, "templates/real.md", "in");
  room_link(room, "templates/inside.md", "real.md");
  room_link(room, "templates/clauses/x.md", "/etc/passwd");
  room_link(room, "templates/out", "/etc");
  refuses(room, "templates/clauses/x.md",
          "templates/clauses/x.md: is a symbolic link that leads out of the workspace");
  refuses(room, "templates/out/passwd",
          "templates/out/passwd: is a symbolic link that leads out of the workspace");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) inside = room->source->read(room->source, "templates/inside.md", 9, &error);
  ck_assert_no_error(error);
  g_auto(GStrv) paths = room->source->list(room->source, "templates", &error);
  g_autofree char *all = g_strjoinv(" ", paths);
  ck_assert_str_eq(all, "templates/clauses/x.md templates/inside.md templates/real.md");
  g_auto(GStrv) out = room->source->list(room->source, "templates/out", &error);
  ck_assert_ptr_null(out);
  ck_assert_error(error, "templates/out: is a symbolic link that leads out of the workspace");
}
END_TEST

START_TEST(no_link_leads_to_another_workspace)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(Room) other = room_new();
  g_autofree char *target = g_build_filename(other->root, "secret", NULL);
  room_put(other, "secret", "s");
  room_link(room, "templates/x", target);
  refuses(room, "templates/x", "templates/x: is a symbolic link that leads out of the workspace");
}
END_TEST

START_TEST(listing_is_bounded)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GString) path = g_string_new("templates");
  for (guint i = 0; i < ADREF_FILE_SOURCE_MAX_DEPTH; i++)
    g_string_append(path, "/d");
  g_autofree char *file = g_strconcat(path->str, "/x.md", NULL);
  room_put(room, file, "");
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(room->source->list(room->source, "templates", &error));
  g_autofree char *message = g_strdup_printf("%s: more than 16 folders deep", path->str);
  ck_assert_error(error, message);
  g_auto(GStrv) below = room->source->list(room->source, "templates/d", NULL);
  ck_assert_uint_eq(g_strv_length(below), 1);
}
END_TEST

START_TEST(listing_has_at_most_10000_files)
{
  g_autoptr(Room) room = room_new();
  for (guint i = 0; i <= 10000; i++) {
    g_autofree char *path = g_strdup_printf("%s/templates/%05u.md", room->root, i);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    ck_assert_int_ge(fd, 0);
    close(fd);
  }
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(room->source->list(room->source, "templates", &error));
  ck_assert_error(error, "templates: more than 10000 files");
  g_autofree char *last = g_build_filename(room->root, "templates/10000.md", NULL);
  unlink(last);
  g_auto(GStrv) files = room->source->list(room->source, "templates", &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(g_strv_length(files), 10000);
}
END_TEST

START_TEST(blob_is_that_of_git)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static("hello\n", 6);
  g_autofree char *id = adref_blob_id(bytes);
  ck_assert_str_eq(id, "ce013625030ba8dba906f756967f9e9ca394464a");
  g_autoptr(GBytes) nothing = g_bytes_new_static("", 0);
  g_autofree char *empty = adref_blob_id(nothing);
  ck_assert_str_eq(empty, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
}
END_TEST

START_TEST(text_is_utf8)
{
  g_autoptr(Room) room = room_new();
  room_put(room, "templates/bad", "a\n\xff");
  room_put(room, "templates/mark", "\xEF\xBB\xBFx");
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_file_source_read_text(room->source, "templates/bad", 10, &error));
  ck_assert_error(error, "templates/bad:2:1: the byte 0xFF is not UTF-8; save the file as UTF-8, "
                         "or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE >NEW");
  g_autoptr(GBytes) marked =
      adref_file_source_read_text(room->source, "templates/mark", 10, &error);
  ck_assert_uint_eq(g_bytes_get_size(marked), 1);
}
END_TEST

TCase *tcase_file_source(void)
{
  TCase *tcase = tcase_create("file_source");
  tcase_add_test(tcase, reads_and_lists);
  tcase_add_test(tcase, missing_is_not_found);
  tcase_add_test(tcase, no_path_leads_out);
  tcase_add_test(tcase, no_link_leads_out);
  tcase_add_test(tcase, no_link_leads_to_another_workspace);
  tcase_add_test(tcase, listing_is_bounded);
  tcase_add_test(tcase, listing_has_at_most_10000_files);
  tcase_add_test(tcase, blob_is_that_of_git);
  tcase_add_test(tcase, text_is_utf8);
  return tcase;
}
