#include "work/changes/passage_history.h"

#include "base/file.h"
#include "history/log.h"
#include "history/result_cache.h"

enum {
  PROGRESS_STEP = 64 /* texts between two calls */
};

typedef struct {
  AdrefSession *session;
  const AdrefVersionFiles *versions;
  const char *path;
  void (*progress)(gpointer data, guint texts);
  gpointer data;
  gsize bytes; /* that were read */
} Reading;

/* What is kept; NULL: nothing, or nothing that can be used. */
static AdrefPassageTable *read_kept(AdrefSession *session, const char *path)
{
  const char *parts[] = {"passages 1", path, NULL};
  g_autoptr(GVariant) value =
      adref_result_cache_read(session->repo, parts, ADREF_PASSAGE_TABLE_TYPE);
  return value ? adref_passage_table_unpack(value) : NULL;
}

static void keep(AdrefSession *session, const char *path, AdrefPassageTable *table)
{
  const char *parts[] = {"passages 1", path, NULL};
  adref_result_cache_write(session->repo, parts, adref_passage_table_pack(table));
}

static AdrefPassageHistory *new_history(AdrefPassageTable *table)
{
  AdrefPassageHistory *self = g_new0(AdrefPassageHistory, 1);
  self->table = table ? table : adref_passage_table_new();
  self->versions = g_array_new(FALSE, FALSE, sizeof(guint));
  self->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint none = G_MAXUINT;
  for (guint i = 0; i < adref_passage_table_texts(self->table); i++) {
    g_hash_table_insert(self->texts, g_strdup(adref_passage_table_name(self->table, i)),
                        GUINT_TO_POINTER(i + 1));
    g_array_append_val(self->versions, none);
  }
  return self;
}

void adref_passage_history_free(AdrefPassageHistory *self)
{
  if (!self)
    return;
  adref_passage_table_free(self->table);
  g_array_unref(self->versions);
  g_hash_table_unref(self->texts);
  g_free(self);
}

/* Notes the versions of the texts that the table has. Returns how many of the first files it has;
 * FALSE for *follows: some of the others come before one that it has. */
static guint note_versions(AdrefPassageHistory *self, const GArray *files, gboolean *follows)
{
  guint known = 0;
  for (guint i = 0; i < files->len; i++) {
    const AdrefVersionFile *file = &g_array_index(files, AdrefVersionFile, i);
    guint text = GPOINTER_TO_UINT(g_hash_table_lookup(self->texts, file->id));
    if (text > 0)
      g_array_index(self->versions, guint, text - 1) = file->version;
    if (text > 0 && known++ < i)
      *follows = FALSE;
  }
  return known;
}

static gboolean add_text(AdrefPassageHistory *self, Reading *reading, const AdrefVersionFile *file,
                         GError **error)
{
  g_autoptr(GBytes) bytes = adref_version_file_read(reading->session->repo, file->id, reading->path,
                                                    ADREF_TEXT_LIMIT, error);
  if (!bytes)
    return FALSE;
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  if (!adref_utf8_check(text, length, reading->path, NULL)) {
    g_autoptr(AdrefLogEntry) entry = adref_version_files_entry(reading->versions, file->version);
    adref_session_say(reading->session, "%s: not UTF-8 in version %.8s; it is not searched",
                      reading->path, entry ? entry->version.id : "?");
    g_clear_pointer(&bytes, g_bytes_unref);
    bytes = g_bytes_new_static("", 0);
  }
  reading->bytes += length;
  if (!adref_passage_table_add(self->table, file->id, bytes)) {
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: its versions have more than %d bytes of distinct passages; name one version, "
                "STATEMENT@VERSION",
                reading->path, ADREF_PASSAGE_TABLE_MAX_BYTES);
    return FALSE;
  }
  g_array_append_val(self->versions, file->version);
  g_hash_table_insert(self->texts, g_strdup(file->id), GUINT_TO_POINTER(self->versions->len));
  return TRUE;
}

static gboolean add_texts(AdrefPassageHistory *self, Reading *reading, const GArray *files,
                          GError **error)
{
  gboolean done = TRUE;
  for (guint i = 0; done && i < files->len; i++) {
    const AdrefVersionFile *file = &g_array_index(files, AdrefVersionFile, i);
    if (!g_hash_table_contains(self->texts, file->id))
      done = add_text(self, reading, file, error);
    if (reading->progress && i % PROGRESS_STEP == 0)
      reading->progress(reading->data, i);
  }
  return done;
}

static gboolean are_in_order(const GArray *versions)
{
  guint last = 0;
  for (guint i = 0; i < versions->len; i++) {
    guint version = g_array_index(versions, guint, i);
    if (version == G_MAXUINT)
      continue;
    if (version < last)
      return FALSE;
    last = version;
  }
  return TRUE;
}

AdrefPassageHistory *adref_passage_history_new(AdrefSession *session,
                                               const AdrefVersionFiles *versions, const char *path,
                                               void (*progress)(gpointer data, guint texts),
                                               gpointer data, GError **error)
{
  g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(AdrefVersionFile));
  const GArray *files = adref_version_files_at(versions, path);
  Reading reading = {session, versions, path, progress, data, 0};
  gboolean follows = TRUE;
  AdrefPassageTable *kept = files && files->len > 1 ? read_kept(session, path) : NULL;
  g_autoptr(AdrefPassageHistory) self = new_history(kept);
  files = files ? files : none;
  guint known = note_versions(self, files, &follows);
  if (known < files->len && !follows) { /* a branch came in: read in the order of today */
    adref_passage_history_free(self);
    self = new_history(NULL);
  }
  if (!add_texts(self, &reading, files, error))
    return NULL;
  if (reading.bytes >= ADREF_PASSAGE_HISTORY_KEEP)
    keep(session, path, self->table);
  self->in_order = are_in_order(self->versions);
  return g_steal_pointer(&self);
}

/* The first version of the texts from `first` to `last`. */
static guint first_version(const AdrefPassageHistory *self, guint first, guint last)
{
  guint found = G_MAXUINT;
  for (guint text = first; text <= last; text++) {
    found = MIN(found, g_array_index(self->versions, guint, text));
    if (self->in_order && found < G_MAXUINT)
      return found;
  }
  return found;
}

gboolean adref_passage_history_find(const AdrefPassageHistory *self, guint passage, guint *version,
                                    guint *text)
{
  guint first, last;
  *version = G_MAXUINT;
  for (guint n = 0; adref_passage_table_range(self->table, passage, n, &first, &last); n++) {
    if (!self->in_order || *version == G_MAXUINT)
      *version = MIN(*version, first_version(self, first, last));
    for (guint at = last + 1; at > first; at--)
      if (g_array_index(self->versions, guint, at - 1) < G_MAXUINT) {
        *text = at - 1;
        break;
      }
  }
  return *version < G_MAXUINT;
}

gboolean adref_passage_history_has(const AdrefPassageHistory *self, guint passage, const char *id)
{
  guint first, last, text = GPOINTER_TO_UINT(g_hash_table_lookup(self->texts, id));
  for (guint n = 0; adref_passage_table_range(self->table, passage, n, &first, &last); n++)
    if (text > first && text - 1 <= last)
      return TRUE;
  return FALSE;
}
