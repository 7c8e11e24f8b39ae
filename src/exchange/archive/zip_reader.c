#include "exchange/archive/zip_reader.h"

#include <string.h>

#include "exchange/archive/gsf.h"

struct AdrefZipReader {
  char *name;
  GsfInput *memory;
  GsfInfile *archive;
  GPtrArray *names;    /* of char * */
  GHashTable *members; /* name in lower case -> GsfInput */
  gsize unpacked;      /* bytes of all members */
};

/* A folder of the archive that is to be listed. */
typedef struct {
  GsfInfile *folder;
  char *path; /* "word/", "" for the root */
  guint depth;
} Folder;

static void free_folder(gpointer data)
{
  Folder *folder = data;
  adref_gsf_unref(folder->folder);
  g_free(folder->path);
  g_free(folder);
}

static gboolean refuse(const AdrefZipReader *reader, GError **error, const char *what)
{
  adref_error(error, ADREF_ERROR_INPUT, "%s: %s", reader->name, what);
  return FALSE;
}

/* The start of a file of Microsoft's compound form, and what stands in one that is encrypted. */
static const char compound[] = "\xD0\xCF\x11\xE0";
static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static gboolean check_start(const AdrefZipReader *reader, const char *bytes, gsize length,
                            GError **error)
{
  if (length >= 4 && memcmp(bytes, compound, 4) == 0)
    return refuse(
        reader, error,
        memmem(bytes, length, encrypted, sizeof encrypted - 1)
            ? "this Word file is encrypted; open it in Word, take its password away, and "
              "save it"
            : "this is an old binary file of Word (.doc); open it in Word or LibreOffice, "
              "and save it as .docx");
  if (length < 22 || memcmp(bytes, "PK\3\4", 4) != 0)
    return refuse(reader, error, "this is no Word file: it is no zip archive");
  return TRUE;
}

static gboolean check_name(const AdrefZipReader *reader, const char *path, GError **error)
{
  g_auto(GStrv) parts = g_strsplit(path, "/", -1);
  gboolean leads_out = *path == '/' || strchr(path, '\\') || strchr(path, ':');
  if (strlen(path) > ADREF_ZIP_MAX_NAME || !g_utf8_validate(path, -1, NULL)) {
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: the name of a member is no UTF-8 or has more than %d bytes", reader->name,
                ADREF_ZIP_MAX_NAME);
    return FALSE;
  }
  for (char **part = parts; *part && !leads_out; part++)
    leads_out = strcmp(*part, "..") == 0 || strcmp(*part, ".") == 0;
  if (leads_out)
    adref_error(error, ADREF_ERROR_INPUT, "%s: the member \"%s\" leads out of the archive",
                reader->name, path);
  return !leads_out;
}

/* Takes a member; consumes `input`. */
static gboolean add_member(AdrefZipReader *reader, GsfInput *input, const char *path, gsize length,
                           GError **error)
{
  gsf_off_t size = gsf_input_size(input);
  gsize bytes = size > 0 ? (gsize)size : 0;
  if (bytes > ADREF_ZIP_MAX_BYTES - reader->unpacked) {
    adref_gsf_unref(input);
    adref_error(error, ADREF_ERROR_INPUT, "%s: unpacked it has more than %d MiB", reader->name,
                ADREF_ZIP_MAX_BYTES / (1024 * 1024));
    return FALSE;
  }
  reader->unpacked += bytes;
  if (!g_hash_table_insert(reader->members, g_ascii_strdown(path, -1), input)) {
    adref_error(
        error, ADREF_ERROR_INPUT,
        "%s: the member \"%s\" stands in it twice, so that programs read different files in "
        "it; save it again in Word or LibreOffice",
        reader->name, path);
    return FALSE;
  }
  g_ptr_array_add(reader->names, g_strdup(path));
  if (reader->unpacked > ADREF_ZIP_SMALL && reader->unpacked / ADREF_ZIP_MAX_RATIO > length) {
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: unpacked it has more than %d times its bytes, which no text has", reader->name,
                ADREF_ZIP_MAX_RATIO);
    return FALSE;
  }
  return TRUE;
}

static gboolean add_folder(const AdrefZipReader *reader, GQueue *folders, GsfInput *input,
                           const char *path, guint depth, GError **error)
{
  if (depth > ADREF_ZIP_MAX_DEPTH) {
    adref_gsf_unref(input);
    adref_error(error, ADREF_ERROR_INPUT, "%s: it has more than %d folders in folders",
                reader->name, ADREF_ZIP_MAX_DEPTH);
    return FALSE;
  }
  Folder *folder = g_new0(Folder, 1);
  folder->folder = (GsfInfile *)input;
  folder->path = g_strconcat(path, "/", NULL);
  folder->depth = depth;
  g_queue_push_tail(folders, folder);
  return TRUE;
}

static gboolean add_child(AdrefZipReader *reader, GQueue *folders, const Folder *parent, int index,
                          gsize length, GError **error)
{
  const char *name = gsf_infile_name_by_index(parent->folder, index);
  if (!name || !*name)
    return TRUE;
  g_autofree char *path = g_strconcat(parent->path, name, NULL);
  if (!check_name(reader, path, error))
    return FALSE;
  if (reader->names->len + folders->length >= ADREF_ZIP_MAX_MEMBERS) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: it has more than %d members", reader->name,
                ADREF_ZIP_MAX_MEMBERS);
    return FALSE;
  }
  GsfInput *child = gsf_infile_child_by_index(parent->folder, index);
  if (!child) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: the member \"%s\" cannot be read", reader->name,
                path);
    return FALSE;
  }
  if (gsf_infile_num_children((GsfInfile *)child) >= 0)
    return add_folder(reader, folders, child, path, parent->depth + 1, error);
  return add_member(reader, child, path, length, error);
}

static gboolean add_children(AdrefZipReader *reader, GQueue *folders, const Folder *folder,
                             gsize length, GError **error)
{
  int count = gsf_infile_num_children(folder->folder);
  for (int i = 0; i < count; i++)
    if (!add_child(reader, folders, folder, i, length, error))
      return FALSE;
  return TRUE;
}

/* No recursion: a stranger decides how deep the folders are. */
static gboolean list_members(AdrefZipReader *reader, gsize length, GError **error)
{
  GQueue folders = G_QUEUE_INIT;
  Folder root = {reader->archive, (char[]){""}, 0};
  gboolean is_good = add_children(reader, &folders, &root, length, error);
  while (is_good && folders.length > 0) {
    Folder *folder = g_queue_pop_head(&folders);
    is_good = add_children(reader, &folders, folder, length, error);
    free_folder(folder);
  }
  g_queue_clear_full(&folders, free_folder);
  return is_good;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

AdrefZipReader *adref_zip_reader_new(GBytes *archive, const char *name, GError **error)
{
  enum {
    FLAGS = 6 /* where the flags of the first member stand; the first bit: it is encrypted */
  };
  gsize length;
  const char *bytes = g_bytes_get_data(archive, &length);
  g_autoptr(AdrefZipReader) reader = g_new0(AdrefZipReader, 1);
  reader->name = g_strdup(name);
  reader->names = g_ptr_array_new_with_free_func(g_free);
  reader->members = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, adref_gsf_unref);
  if (!check_start(reader, bytes, length, error) || !adref_gsf_load(error))
    return NULL;
  reader->memory = gsf_input_memory_new((const guint8 *)bytes, (gsf_off_t)length, FALSE);
  reader->archive = gsf_infile_zip_new(reader->memory, NULL);
  if (!reader->archive) {
    refuse(reader, error, "this zip archive is damaged: its list of members cannot be read");
    return NULL;
  }
  if (bytes[FLAGS] & 1) {
    refuse(reader, error, "this archive is encrypted; save the file without a password");
    return NULL;
  }
  if (!list_members(reader, length, error))
    return NULL;
  g_ptr_array_sort(reader->names, compare_names);
  return g_steal_pointer(&reader);
}

void adref_zip_reader_free(AdrefZipReader *reader)
{
  if (!reader)
    return;
  g_hash_table_unref(reader->members);
  g_ptr_array_unref(reader->names);
  adref_gsf_unref(reader->archive);
  adref_gsf_unref(reader->memory);
  g_free(reader->name);
  g_free(reader);
}

const GPtrArray *adref_zip_reader_names(const AdrefZipReader *reader)
{
  return reader->names;
}

GBytes *adref_zip_reader_get(AdrefZipReader *reader, const char *member, GError **error)
{
  g_autofree char *key = g_ascii_strdown(member, -1);
  GsfInput *input = g_hash_table_lookup(reader->members, key);
  if (!input)
    return NULL;
  gsf_off_t size = gsf_input_size(input);
  if (size <= 0)
    return g_bytes_new(NULL, 0);
  g_autofree guint8 *bytes = g_malloc0((gsize)size);
  if (gsf_input_seek(input, 0, G_SEEK_SET) || !gsf_input_read(input, (gsize)size, bytes)) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: the member \"%s\" is damaged", reader->name, member);
    return NULL;
  }
  return g_bytes_new_take(g_steal_pointer(&bytes), (gsize)size);
}
