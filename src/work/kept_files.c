#include "work/kept_files.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "work/statement_files.h"

struct AdrefKeptFiles {
  AdrefSession *session;
  const AdrefStatement *statement;
  AdrefVersion head;   /* "": no version yet */
  GHashTable *before;  /* path -> GBytes */
  GHashTable *written; /* likewise; NULL: not written yet */
};

/* What is in the files of the statement now; files that cannot be read are left out. */
static GHashTable *read_files(AdrefSession *session, const AdrefStatement *statement,
                              GError **error)
{
  g_auto(GStrv) paths = adref_session_statement_files(session, statement, error);
  if (!paths)
    return NULL;
  GHashTable *files =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  for (char **path = paths; *path; path++) {
    g_autofree char *file = adref_session_path(session, *path);
    GBytes *bytes = adref_file_read(file, *path, ADREF_TEXT_LIMIT, NULL);
    if (bytes)
      g_hash_table_insert(files, g_strdup(*path), bytes);
  }
  return files;
}

static void read_head(AdrefSession *session, AdrefVersion *head)
{
  if (!adref_repo_resolve(session->repo, NULL, "HEAD", head, NULL))
    *head->id = '\0';
}

AdrefKeptFiles *adref_kept_files_new(AdrefSession *session, const AdrefStatement *statement,
                                     GError **error)
{
  GHashTable *before = read_files(session, statement, error);
  if (!before)
    return NULL;
  AdrefKeptFiles *kept = g_new0(AdrefKeptFiles, 1);
  kept->session = session;
  kept->statement = statement;
  kept->before = before;
  read_head(session, &kept->head);
  return kept;
}

void adref_kept_files_free(AdrefKeptFiles *kept)
{
  if (!kept)
    return;
  g_hash_table_unref(kept->before);
  g_clear_pointer(&kept->written, g_hash_table_unref);
  g_free(kept);
}

void adref_kept_files_written(AdrefKeptFiles *kept)
{
  g_clear_pointer(&kept->written, g_hash_table_unref);
  kept->written = read_files(kept->session, kept->statement, NULL);
}

static gboolean is_same(const GBytes *one, const GBytes *other)
{
  return one && other ? g_bytes_equal(one, other) : one == other;
}

/* TRUE when the file was put back. */
static gboolean put_back(const AdrefKeptFiles *kept, const char *path, GBytes *now)
{
  const GBytes *written = kept->written ? g_hash_table_lookup(kept->written, path) : now;
  GBytes *before = g_hash_table_lookup(kept->before, path);
  if (is_same(before, now) || !is_same(written, now))
    return FALSE;
  gsize length;
  g_autofree char *file = adref_session_path(kept->session, path);
  if (!before)
    return g_unlink(file) == 0;
  const char *text = g_bytes_get_data(before, &length);
  return adref_file_write(file, text, length, NULL);
}

void adref_kept_files_put_back(const AdrefKeptFiles *kept)
{
  AdrefVersion head;
  read_head(kept->session, &head);
  g_autoptr(GHashTable) now = read_files(kept->session, kept->statement, NULL);
  if (!now || strcmp(head.id, kept->head.id) != 0)
    return;
  guint count = 0;
  GHashTableIter iter;
  gpointer path, bytes;
  g_hash_table_iter_init(&iter, now);
  while (g_hash_table_iter_next(&iter, &path, &bytes))
    count += put_back(kept, path, bytes) ? 1 : 0;
  g_hash_table_iter_init(&iter, kept->before);
  while (g_hash_table_iter_next(&iter, &path, NULL))
    if (!g_hash_table_contains(now, path))
      count += put_back(kept, path, NULL) ? 1 : 0;
  if (count > 0)
    adref_session_say(kept->session, "%s: nothing was saved; its files are as they were",
                      kept->statement->id);
}
