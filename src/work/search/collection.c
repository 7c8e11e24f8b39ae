#include "work/search/collection.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "base/name.h"
#include "base/string_order.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/front_matter.h"
#include "draft/data/value.h"
#include "draft/data/yaml.h"
#include "work/import/import_text.h"

enum {
  MAX_TABLE_MESSAGES = 20 /* about lines of sources.tsv */
};

typedef struct {
  AdrefSession *session;
  const char *folder;
  char *target;       /* the folder of the collection, absolute */
  GHashTable *table;  /* file -> its line of the table */
  GHashTable *stored; /* file -> the file of the collection that was made of it */
  GHashTable *kept;   /* names of files of the collection that stay */
  gsize bytes;        /* of all files that were read */
  AdrefCollectionImport *result;
} Collecting;

void adref_collection_import_clear(AdrefCollectionImport *result)
{
  g_clear_pointer(&result->name, g_free);
}

/* --- the folder --- */

static gboolean is_text_name(const char *name)
{
  static const char *const endings[] = {".md", ".markdown", ".txt", ".text", ".docx"};
  g_autofree char *lower = g_ascii_strdown(name, -1);
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(lower, endings[i]))
      return *name != '.';
  return FALSE;
}

static GPtrArray *list_names(const char *folder, GError **error)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  if (!dir) {
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: %s", folder,
                g_file_test(folder, G_FILE_TEST_EXISTS)
                    ? "the folder cannot be read; --collection names a folder of texts"
                    : "there is no such folder");
    return NULL;
  }
  for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
    if (is_text_name(name))
      g_ptr_array_add(names, g_strdup(name));
  if (names->len > ADREF_COLLECTION_MAX_FILES) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: more than %d texts", folder,
                ADREF_COLLECTION_MAX_FILES);
    return NULL;
  }
  g_ptr_array_sort(names, adref_string_order);
  return g_steal_pointer(&names);
}

/* --- the table of sources --- */

/* "2019-11-01", "2019-11" or "2019". */
static gboolean is_date(const char *text)
{
  static const char *const ends[] = {"", "-01", "-01-01"};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
    g_autofree char *day = g_strconcat(text, ends[i], NULL);
    gint64 days;
    if (adref_date_parse(day, &days))
      return TRUE;
  }
  return FALSE;
}

/* What is wrong with a line of the table; NULL: nothing. Caller frees. */
static char *find_mistake(const char *line, GHashTable *names)
{
  g_auto(GStrv) cells = g_strsplit(line, "\t", 5);
  guint count = g_strv_length(cells);
  if (count < 2)
    return g_strdup("the line has no tab; write the file, the source, the date and the parties, "
                    "with tabs between");
  if (!g_hash_table_contains(names, cells[0]))
    return g_strdup_printf("the folder has no text \"%s\"; the line is left out", cells[0]);
  if (count > 2 && *cells[2] && !is_date(cells[2]))
    return g_strdup_printf("\"%s\" is no date that exists, such as 2019-11-01, 2019-11 or 2019; it "
                           "is taken as it is",
                           cells[2]);
  return NULL;
}

/* The first line may name the columns. */
static gboolean is_heading(const char *line)
{
  return g_str_has_prefix(line, "file\t");
}

static void say_mistakes(AdrefSession *session, char **lines, const GPtrArray *texts)
{
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < texts->len; i++)
    g_hash_table_add(names, texts->pdata[i]);
  guint said = 0;
  for (guint i = 0; lines[i] && said < MAX_TABLE_MESSAGES; i++) {
    g_autofree char *mistake =
        !*lines[i] || (i == 0 && is_heading(lines[i])) ? NULL : find_mistake(lines[i], names);
    g_autofree char *visible = mistake ? adref_escape_controls(mistake, -1, FALSE) : NULL;
    if (!visible)
      continue;
    adref_session_say(session, ADREF_COLLECTION_TABLE ":%u:1: %s", i + 1, visible);
    said++;
  }
}

/* file -> its line of sources.tsv; what is wrong in it is said. NULL: it cannot be read. */
static GHashTable *read_table(AdrefSession *session, const char *folder, const GPtrArray *texts,
                              GError **error)
{
  g_autofree char *path = g_build_filename(folder, ADREF_COLLECTION_TABLE, NULL);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) bytes =
      adref_file_read_text(path, ADREF_COLLECTION_TABLE, ADREF_YAML_LIMIT, &cause);
  if (!bytes && !g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND)) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return NULL;
  }
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  g_autofree char *copy = g_strndup(text ? text : "", length);
  g_auto(GStrv) lines = g_strsplit(copy, "\n", -1);
  GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (char **line = lines; *line; line++) {
    g_strchomp(*line);
    gsize name = strcspn(*line, "\t");
    if (name > 0)
      g_hash_table_replace(table, g_strndup(*line, name), g_strdup(*line + name));
  }
  say_mistakes(session, lines, texts);
  return table;
}

/* --- facts --- */

/* The parties as a list, of "JPN, IDN" or of a list in YAML. Caller frees. */
static char *words_of(const AdrefYaml *node)
{
  if (!node || node->type == ADREF_YAML_MAP)
    return NULL;
  if (node->type == ADREF_YAML_SCALAR)
    return *node->text ? g_strdup(node->text) : NULL;
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *item = node->items->pdata[i];
    if (item->type == ADREF_YAML_SCALAR)
      g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "", item->text);
  }
  return g_string_free(words, FALSE);
}

static const char *const fact_keys[] = {"source", "date", "parties"};

/* The facts of a file: of its front matter, and of its line of the table, which counts more. */
static void find_facts(const Collecting *self, const char *name, const AdrefIncomingText *text,
                       char *facts[G_N_ELEMENTS(fact_keys)])
{
  g_autoptr(AdrefYaml) front =
      text->front ? adref_yaml_read(text->front, strlen(text->front), name, text->front_line, NULL)
                  : NULL;
  const char *line = g_hash_table_lookup(self->table, name);
  g_auto(GStrv) cells = g_strsplit(line ? line : "", "\t", -1);
  guint count = g_strv_length(cells);
  for (guint i = 0; i < G_N_ELEMENTS(fact_keys); i++)
    facts[i] = count > i + 1 && *cells[i + 1] ? g_strdup(cells[i + 1])
               : front && front->type == ADREF_YAML_MAP
                   ? words_of(adref_yaml_get(front, fact_keys[i]))
                   : NULL;
}

/* --- one file --- */

/* What the stored file was made of: git's id of the bytes, and the line of the table. */
static char *origin_of(const Collecting *self, const char *name, GBytes *bytes)
{
  const char *line = g_hash_table_lookup(self->table, name);
  g_autofree char *id = adref_blob_id(bytes);
  g_autoptr(GBytes) facts = g_bytes_new(line ? line : "", line ? strlen(line) : 0);
  g_autofree char *facts_id = line ? adref_blob_id(facts) : NULL;
  return facts_id ? g_strdup_printf("%s %s", id, facts_id) : g_steal_pointer(&id);
}

static GString *write_text(const Collecting *self, const char *name, const char *origin,
                           const AdrefIncomingText *text)
{
  char *facts[G_N_ELEMENTS(fact_keys)] = {NULL};
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  find_facts(self, name, text, facts);
  adref_yaml_open_map(writer);
  for (guint i = 0; i < G_N_ELEMENTS(fact_keys); i++) {
    adref_yaml_put_text(writer, fact_keys[i], facts[i]);
    g_free(facts[i]);
  }
  adref_yaml_put_text(writer, "origin", origin);
  adref_yaml_close(writer);
  g_autoptr(GString) front = adref_yaml_writer_end(writer);
  GString *out = g_string_new("---\n");
  g_string_append_printf(out, "%s---\n", front->str);
  for (guint i = 0; i < text->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = text->paragraphs->pdata[i];
    g_autoptr(GString) words =
        paragraph->kind == ADREF_INCOMING_SKIP ? NULL : adref_canonical_clause(paragraph->content);
    if (words && words->len > 0)
      g_string_append_printf(out, "\n%s", words->str);
  }
  return out;
}

static gboolean has_origin(const Collecting *self, const char *stored, const char *origin)
{
  g_autofree char *path = g_build_filename(self->target, stored, NULL);
  g_autofree char *line = g_strdup_printf("\norigin: %s\n---\n", origin);
  g_autoptr(GBytes) bytes = adref_file_read_text(path, stored, ADREF_TEXT_LIMIT, NULL);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  return text && length > strlen(line) && g_strstr_len(text, (gssize)length, line) != NULL;
}

/* Reads and writes a file; `stored` is what the collection had of it, or NULL. */
static gboolean renew(Collecting *self, const char *path, const char *name, const char *stored,
                      const char *origin, GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefImportFile *file = adref_import_file_read(self->session, path, NULL, &cause);
  if (!file) {
    adref_session_say(self->session, "%s; it is left out", cause->message);
    self->result->left_out++;
    return TRUE;
  }
  g_autofree char *made = g_strdup_printf("%s.%s.md", name, file->language);
  g_autofree char *target = g_build_filename(self->target, made, NULL);
  g_autoptr(GString) text = write_text(self, name, origin, file->text);
  adref_import_file_free(file);
  if (!adref_file_write(target, text->str, text->len, error))
    return FALSE;
  g_hash_table_add(self->kept, g_steal_pointer(&made));
  *(stored ? &self->result->changed : &self->result->added) += 1;
  return TRUE;
}

/* Whether a name is text of which nothing is hidden: it is printed, and names a file here. */
static gboolean is_plain(const char *name)
{
  gsize length = strlen(name);
  if (!g_utf8_validate(name, (gssize)length, NULL))
    return FALSE;
  g_autofree char *shown = adref_escape_controls(name, (gssize)length, FALSE);
  return strcmp(shown, name) == 0;
}

/* A folder may come from a stranger: a symbolic link in it leads to other files of this computer.
 */
static GBytes *read_text(const char *path, const char *name, GError **error)
{
  if (strlen(name) > ADREF_COLLECTION_MAX_NAME || !is_plain(name))
    adref_error(
        error, ADREF_ERROR_INPUT,
        "the name of a file is longer than %d bytes, or no text, or it has signs that nobody "
        "sees",
        ADREF_COLLECTION_MAX_NAME);
  else if (g_file_test(path, G_FILE_TEST_IS_SYMLINK))
    adref_error(error, ADREF_ERROR_INPUT, "%s is a symbolic link", name);
  else
    return adref_file_read(path, name, ADREF_TEXT_LIMIT, error);
  return NULL;
}

static gboolean take_file(Collecting *self, const char *name, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *path = g_build_filename(self->folder, name, NULL);
  g_autoptr(GBytes) bytes = read_text(path, name, &cause);
  if (!bytes) {
    adref_session_say(self->session, "%s; it is left out", cause->message);
    self->result->left_out++;
    return TRUE;
  }
  self->bytes += g_bytes_get_size(bytes);
  if (self->bytes > ADREF_COLLECTION_MAX_BYTES) {
    adref_error(error, ADREF_ERROR_INPUT, "%s: its texts have more than %d MiB", self->folder,
                ADREF_COLLECTION_MAX_BYTES / 1024 / 1024);
    return FALSE;
  }
  const char *stored = g_hash_table_lookup(self->stored, name);
  g_autofree char *origin = origin_of(self, name, bytes);
  if (!stored || !has_origin(self, stored, origin))
    return renew(self, path, name, stored, origin, error);
  g_hash_table_add(self->kept, g_strdup(stored));
  self->result->same++;
  return TRUE;
}

/* --- the collection --- */

/* The files that the collection has: "2019.txt.en.md" was made of "2019.txt". */
static void list_stored(Collecting *self)
{
  g_autoptr(GDir) dir = g_dir_open(self->target, 0, NULL);
  for (const char *file = dir ? g_dir_read_name(dir) : NULL; file; file = g_dir_read_name(dir)) {
    if (!g_str_has_suffix(file, ".md"))
      continue;
    char *name = g_strndup(file, strlen(file) - strlen(".md"));
    char *dot = strrchr(name, '.');
    if (dot)
      *dot = '\0';
    g_hash_table_replace(self->stored, name, g_strdup(file));
  }
}

/* Whether adref made the file: it names its origin in its front matter. Others are a person's. */
static gboolean is_made(const char *path)
{
  g_autoptr(GBytes) bytes = adref_file_read_text(path, path, ADREF_TEXT_LIMIT, NULL);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : "";
  gsize front = adref_front_matter_length(text, length);
  return g_strstr_len(text, (gssize)front, "\norigin: ") != NULL;
}

/* Removes what is not of a file of the folder any more. */
static void remove_gone(Collecting *self)
{
  GHashTableIter iter;
  gpointer file;
  g_hash_table_iter_init(&iter, self->stored);
  while (g_hash_table_iter_next(&iter, NULL, &file)) {
    g_autofree char *path = g_build_filename(self->target, file, NULL);
    if (!g_hash_table_contains(self->kept, file) && is_made(path) && g_unlink(path) == 0)
      self->result->removed++;
  }
}

/* The name of the collection: that of its folder, in small letters. Caller frees. */
static char *choose_name(const char *folder, const char *name, GError **error)
{
  g_autofree char *base = g_path_get_basename(folder);
  char *chosen = name ? g_strdup(name) : g_ascii_strdown(base, -1);
  if (!name)
    g_strdelimit(chosen, " _.", '-');
  if (adref_name_is(ADREF_NAME_CLAUSE, chosen))
    return chosen;
  adref_error(
      error, ADREF_ERROR_USAGE,
      "import: \"%s\" cannot be the name of a collection; allowed are small letters, digits "
      "and -, such as --name un-2019",
      chosen);
  g_free(chosen);
  return NULL;
}

/* Makes the folder of the collection; what adref writes here stays out of the history. */
static gboolean make_target(Collecting *self, GError **error)
{
  g_autofree char *all =
      g_build_filename(self->session->workspace->root, ADREF_COLLECTIONS_FOLDER, NULL);
  g_autofree char *ignore = g_build_filename(all, ".gitignore", NULL);
  self->target = g_build_filename(all, self->result->name, NULL);
  if (g_file_test(all, G_FILE_TEST_IS_SYMLINK) ||
      g_file_test(self->target, G_FILE_TEST_IS_SYMLINK)) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s/%s: a collection is a folder, no symbolic link",
                ADREF_COLLECTIONS_FOLDER, self->result->name);
    return FALSE;
  }
  gboolean is_new = !g_file_test(all, G_FILE_TEST_EXISTS);
  return (!is_new || adref_folder_make(all, error)) &&
         (!is_new || adref_file_write(ignore, "*\n", 2, error)) &&
         (g_file_test(self->target, G_FILE_TEST_IS_DIR) || adref_folder_make(self->target, error));
}

/* Refuses the folder of the collection itself: its texts would be made of themselves. */
static gboolean check_folder(const Collecting *self, GError **error)
{
  GStatBuf from, to;
  if (g_stat(self->folder, &from) != 0 || g_stat(self->target, &to) != 0 ||
      from.st_dev != to.st_dev || from.st_ino != to.st_ino)
    return TRUE;
  adref_error(
      error, ADREF_ERROR_REFUSED,
      "%s: this is the folder of the collection itself; name the folder that its texts come "
      "from, or another collection (--name)",
      self->folder);
  return FALSE;
}

/* Folders below may be other collections, and may lead anywhere. */
static void say_folders(const Collecting *self)
{
  g_autoptr(GDir) dir = g_dir_open(self->folder, 0, NULL);
  g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
  for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
    g_autofree char *path = g_build_filename(self->folder, name, NULL);
    if (*name != '.' && is_plain(name) && g_file_test(path, G_FILE_TEST_IS_DIR) &&
        !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
      g_ptr_array_add(folders, g_strdup(name));
  }
  g_ptr_array_sort(folders, adref_string_order);
  if (folders->len > 0)
    adref_session_say(
        self->session, "the folder \"%s\"%s left out; each folder is a collection of its own",
        (const char *)folders->pdata[0], folders->len > 1 ? " and others are" : " is");
}

static gboolean collect(Collecting *self, const char *name, GError **error)
{
  g_autoptr(GPtrArray) names = list_names(self->folder, error);
  self->table = names ? read_table(self->session, self->folder, names, error) : NULL;
  self->result->name = self->table ? choose_name(self->folder, name, error) : NULL;
  if (!self->result->name || !make_target(self, error) || !check_folder(self, error))
    return FALSE;
  list_stored(self);
  say_folders(self);
  for (guint i = 0; i < names->len; i++)
    if (!take_file(self, names->pdata[i], error))
      return FALSE;
  remove_gone(self);
  return TRUE;
}

gboolean adref_collection_import(AdrefSession *session, const char *folder, const char *name,
                                 AdrefCollectionImport *result, GError **error)
{
  if (!adref_session_open_workspace(session, error))
    return FALSE;
  Collecting self = {.session = session,
                     .folder = folder,
                     .stored = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                     .kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                     .result = result};
  gboolean done = collect(&self, name, error);
  g_free(self.target);
  g_hash_table_unref(self.stored);
  g_hash_table_unref(self.kept);
  g_clear_pointer(&self.table, g_hash_table_unref);
  return done;
}

/* --- its texts --- */

gboolean adref_collection_read_path(const char *path, char **name, char **language)
{
  static const char start[] = ADREF_COLLECTIONS_FOLDER "/";
  if (!g_str_has_prefix(path, start) || !g_str_has_suffix(path, ".md"))
    return FALSE;
  const char *rest = path + strlen(start), *slash = strchr(rest, '/');
  g_autofree char *stem = g_strndup(rest, strlen(rest) - strlen(".md"));
  char *dot = strrchr(stem, '.');
  if (!slash || strchr(slash + 1, '/') || !dot || dot < stem + (slash - rest) + 2)
    return FALSE;
  *language = g_strdup(dot + 1);
  *name = g_strndup(stem, (gsize)(dot - stem));
  return TRUE;
}

gboolean adref_collection_text_read(const char *path, GBytes *bytes, AdrefCollectionText *text)
{
  if (!adref_collection_read_path(path, &text->name, &text->language))
    return FALSE;
  gsize length, size = 0;
  const char *block = g_bytes_get_data(bytes, &length);
  gsize front = adref_front_matter_length(block, length);
  const char *lines = front > 0 ? adref_front_matter_lines(block, front, &size) : "";
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(lines, size, path, 2, NULL);
  g_autoptr(GString) facts = g_string_new(NULL);
  for (guint i = 0; yaml && yaml->type == ADREF_YAML_MAP && i < G_N_ELEMENTS(fact_keys); i++) {
    g_autofree char *words = words_of(adref_yaml_get(yaml, fact_keys[i]));
    if (words && *words)
      g_string_append_printf(facts, "%s%s", facts->len > 0 ? ", " : "", words);
  }
  text->facts = g_string_free(g_steal_pointer(&facts), FALSE);
  return TRUE;
}

void adref_collection_text_clear(AdrefCollectionText *text)
{
  g_clear_pointer(&text->name, g_free);
  g_clear_pointer(&text->language, g_free);
  g_clear_pointer(&text->facts, g_free);
}
