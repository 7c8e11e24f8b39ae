#include "work/changes/kept_clauses.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cases.h"
#include "history/result_cache.h"
#include "merge/join/marked_text.h"
#include "workplace.h"

enum {
  MOST = 1000 /* texts of a path */
};

static const char path[] = "statements/demo/en.md";

static AdrefRepo *repo_of(Workplace *place)
{
  g_autoptr(GError) error = NULL;
  workplace_init(place);
  ck_assert(adref_session_open_workspace(place->session, &error));
  AdrefRepo *repo = adref_session_repo(place->session, &error);
  ck_assert_no_error(error);
  return repo;
}

/* Digests that are all 'a', then all 'b', and so on. Caller unrefs. */
static GBytes *digests_of(const char *letters)
{
  GString *digests = g_string_new(NULL);
  for (; *letters; letters++)
    for (gsize i = 0; i < ADREF_MARKED_TEXT_DIGEST; i++)
      g_string_append_c(digests, *letters);
  return g_string_free_to_bytes(digests);
}

static void add(AdrefKeptClauses *kept, const char *id, const char *letters)
{
  g_autoptr(GBytes) digests = digests_of(letters);
  adref_kept_clauses_add(kept, id, digests);
}

/* "": no text with this id is kept. */
static void has(const AdrefKeptClauses *kept, const char *id, const char *letters)
{
  g_autoptr(GBytes) expected = digests_of(letters);
  g_autoptr(GBytes) digests = adref_kept_clauses_find(kept, id);
  if (*letters)
    ck_assert(g_bytes_equal(digests, expected));
  else
    ck_assert_ptr_null(digests);
}

START_TEST(texts_are_kept_by_their_ids)
{
  g_autoptr(Workplace) place = workplace_new();
  AdrefRepo *repo = repo_of(place);
  g_autoptr(AdrefKeptClauses) first = adref_kept_clauses_read(repo, path);
  has(first, "1", "");
  add(first, "1", "abc");
  add(first, "2", "cbbd");
  has(first, "2", "cbbd");
  adref_kept_clauses_write(first, repo);
  g_autoptr(AdrefKeptClauses) second = adref_kept_clauses_read(repo, path);
  has(second, "1", "abc");
  has(second, "2", "cbbd");
  has(second, "3", "");
  add(second, "3", "ae");
  adref_kept_clauses_write(second, repo);
  g_autoptr(AdrefKeptClauses) third = adref_kept_clauses_read(repo, path);
  has(third, "1", "abc");
  has(third, "2", "cbbd");
  has(third, "3", "ae");
  g_autoptr(AdrefKeptClauses) other = adref_kept_clauses_read(repo, "statements/demo/ja.md");
  has(other, "1", "");
}
END_TEST

static goffset size_of_cache(AdrefRepo *repo, guint *files)
{
  g_autofree char *folder = adref_result_cache_folder(repo);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  goffset size = 0;
  *files = 0;
  for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
    g_autofree char *file = g_build_filename(folder, name, NULL);
    GStatBuf status;
    ck_assert_int_eq(g_stat(file, &status), 0);
    size += status.st_size;
    *files += 1;
  }
  return size;
}

/* A hundred texts with the same clauses are one file, which holds each digest once. */
START_TEST(a_digest_is_kept_once)
{
  g_autoptr(Workplace) place = workplace_new();
  AdrefRepo *repo = repo_of(place);
  guint files;
  g_autoptr(AdrefKeptClauses) kept = adref_kept_clauses_read(repo, path);
  adref_kept_clauses_write(kept, repo);
  size_of_cache(repo, &files);
  ck_assert_uint_eq(files, 0);
  for (guint i = 0; i < 100; i++) {
    g_autofree char *id = g_strdup_printf("%u", i);
    add(kept, id, "abcdefghijklmnopqrstuvwxyz");
  }
  adref_kept_clauses_write(kept, repo);
  ck_assert_int_lt(size_of_cache(repo, &files), 100 * 26 * ADREF_MARKED_TEXT_DIGEST / 2);
  ck_assert_uint_eq(files, 1);
}
END_TEST

static void add_numbered(AdrefRepo *repo, guint from, guint to)
{
  g_autoptr(AdrefKeptClauses) kept = adref_kept_clauses_read(repo, path);
  for (guint i = from; i < to; i++) {
    g_autofree char *id = g_strdup_printf("%u", i);
    add(kept, id, "ab");
  }
  adref_kept_clauses_write(kept, repo);
}

START_TEST(older_texts_make_room)
{
  g_autoptr(Workplace) place = workplace_new();
  AdrefRepo *repo = repo_of(place);
  add_numbered(repo, 0, MOST - 1);
  add_numbered(repo, MOST - 1, MOST);
  g_autoptr(AdrefKeptClauses) full = adref_kept_clauses_read(repo, path);
  has(full, "0", "ab");
  has(full, "999", "ab");
  add_numbered(repo, MOST, MOST + 1);
  g_autoptr(AdrefKeptClauses) emptied = adref_kept_clauses_read(repo, path);
  has(emptied, "0", "");
  has(emptied, "1000", "ab");
}
END_TEST

TCase *tcase_kept_clauses(void)
{
  TCase *tests = tcase_create("kept_clauses");
  tcase_add_test(tests, texts_are_kept_by_their_ids);
  tcase_add_test(tests, a_digest_is_kept_once);
  tcase_add_test(tests, older_texts_make_room);
  return tests;
}
