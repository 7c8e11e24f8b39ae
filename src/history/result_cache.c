#include "history/result_cache.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "history/git.h"

/* A file is this line, the digest of its name and its value, and the value (aligned to 8). */
static const char format[] = "adref-result-01\n";

enum {
  FORMAT_LENGTH = sizeof format - 1,
  HEADER_LENGTH = FORMAT_LENGTH + ADREF_DIGEST_SIZE
};

G_STATIC_ASSERT(HEADER_LENGTH % 8 == 0);

char *adref_result_cache_folder(AdrefRepo *repo)
{
  return g_build_filename(git_repository_commondir(repo->git), "adref", "cache", NULL);
}

/* Adds what this program is: another one may compute otherwise. */
static gboolean add_program(AdrefDigest *digest)
{
  struct stat status;
  if (stat("/proc/self/exe", &status) != 0)
    return FALSE;
  g_autofree char *program = g_strdup_printf(
      ADREF_VERSION " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld", (gint64)status.st_size,
      (gint64)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
  adref_digest_add(digest, program, strlen(program) + 1);
  return TRUE;
}

/* The name of the file for these parts; NULL: there can be none. A shallow clone keeps no results:
 * the versions that it has may become more. Caller frees. */
static char *name_of(AdrefRepo *repo, const char *const *parts)
{
  if (adref_git_is_shallow(repo))
    return NULL;
  AdrefDigest *digest = adref_digest_new();
  gboolean known = add_program(digest);
  for (; *parts; parts++)
    adref_digest_add(digest, *parts, strlen(*parts) + 1);
  g_autofree char *name = adref_digest_end_hex(digest);
  return known ? g_steal_pointer(&name) : NULL;
}

static void digest_of(const char *name, const char *value, gsize length,
                      guint8 bytes[ADREF_DIGEST_SIZE])
{
  AdrefDigest *digest = adref_digest_new();
  adref_digest_add(digest, name, strlen(name));
  adref_digest_add(digest, value, length);
  adref_digest_end(digest, bytes);
}

/* The value in the bytes of a file; NULL: it is damaged, or another format. */
static GBytes *unpack(GBytes *file, const char *name)
{
  gsize length;
  const char *bytes = g_bytes_get_data(file, &length);
  guint8 digest[ADREF_DIGEST_SIZE];
  if (length < HEADER_LENGTH || memcmp(bytes, format, FORMAT_LENGTH) != 0)
    return NULL;
  digest_of(name, bytes + HEADER_LENGTH, length - HEADER_LENGTH, digest);
  if (memcmp(bytes + FORMAT_LENGTH, digest, sizeof digest) != 0)
    return NULL;
  return g_bytes_new_from_bytes(file, HEADER_LENGTH, length - HEADER_LENGTH);
}

GVariant *adref_result_cache_read(AdrefRepo *repo, const char *const *parts, const char *type)
{
  g_autofree char *name = name_of(repo, parts);
  if (!name)
    return NULL;
  g_autofree char *folder = adref_result_cache_folder(repo);
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autoptr(GBytes) file =
      adref_file_read(path, path, ADREF_RESULT_CACHE_MAX_RESULT + HEADER_LENGTH, NULL);
  g_autoptr(GBytes) bytes = file ? unpack(file, name) : NULL;
  if (!bytes)
    return NULL;
  g_autoptr(GVariant) value =
      g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(type), bytes, FALSE));
  gboolean is_bytes = strcmp(type, "ay") == 0; /* which are always normal, and long */
  return is_bytes || g_variant_is_normal_form(value) ? g_steal_pointer(&value) : NULL;
}

static gboolean write_whole(int fd, const char *bytes, gsize length)
{
  for (gsize done = 0; done < length;) {
    gssize written = write(fd, bytes + done, length - done);
    if (written <= 0)
      return FALSE;
    done += (gsize)written;
  }
  return TRUE;
}

/* Without fsync(): a file that a power failure damaged is no result. */
static void replace(const char *folder, const char *name, const char *header, GVariant *value)
{
  g_autofree char *made = g_build_filename(folder, ".XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, name, NULL);
  int fd = g_mkstemp_full(made, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return;
  gboolean done = write_whole(fd, header, HEADER_LENGTH) &&
                  write_whole(fd, g_variant_get_data(value), g_variant_get_size(value));
  done = close(fd) == 0 && done;
  if (!done || g_rename(made, path) != 0)
    g_unlink(made);
}

void adref_result_cache_write(AdrefRepo *repo, const char *const *parts, GVariant *value)
{
  g_autoptr(GVariant) kept = g_variant_ref_sink(value);
  g_autofree char *name = name_of(repo, parts);
  gsize length = g_variant_get_size(kept);
  if (!name || length > ADREF_RESULT_CACHE_MAX_RESULT)
    return;
  g_autofree char *folder = adref_result_cache_folder(repo);
  if (g_mkdir_with_parents(folder, 0777) != 0)
    return;
  char header[HEADER_LENGTH];
  memcpy(header, format, FORMAT_LENGTH);
  digest_of(name, g_variant_get_data(kept), length, (guint8 *)header + FORMAT_LENGTH);
  replace(folder, name, header, kept);
  repo->has_kept_results = TRUE;
}

typedef struct {
  char *path;
  gint64 time;
  goffset size;
} KeptFile;

static void kept_file_clear(gpointer data)
{
  g_free(((KeptFile *)data)->path);
}

static gint compare_times(gconstpointer a, gconstpointer b)
{
  const KeptFile *first = a, *second = b;
  return (first->time > second->time) - (first->time < second->time);
}

static GArray *list_files(const char *folder, goffset *bytes)
{
  GArray *files = g_array_new(FALSE, FALSE, sizeof(KeptFile));
  g_array_set_clear_func(files, kept_file_clear);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
    struct stat status;
    KeptFile file = {.path = g_build_filename(folder, name, NULL)};
    if (lstat(file.path, &status) == 0) {
      file.time = status.st_mtim.tv_sec;
      file.size = status.st_size;
    }
    *bytes += file.size;
    g_array_append_val(files, file);
  }
  return files;
}

/* Removes down to half of the limits, so that it is not done each time. */
void adref_result_cache_trim(AdrefRepo *repo)
{
  if (!repo->has_kept_results)
    return;
  goffset bytes = 0;
  g_autofree char *folder = adref_result_cache_folder(repo);
  g_autoptr(GArray) files = list_files(folder, &bytes);
  guint left = files->len;
  if (bytes <= ADREF_RESULT_CACHE_MAX_BYTES && left <= ADREF_RESULT_CACHE_MAX_FILES)
    return;
  g_array_sort(files, compare_times);
  for (guint i = 0; i < files->len && (bytes > ADREF_RESULT_CACHE_MAX_BYTES / 2 ||
                                       left > ADREF_RESULT_CACHE_MAX_FILES / 2);
       i++) {
    const KeptFile *file = &g_array_index(files, KeptFile, i);
    g_unlink(file->path);
    bytes -= file->size;
    left--;
  }
}
