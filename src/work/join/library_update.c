#include "work/join/library_update.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "draft/data/yaml.h"
#include "history/save.h"
#include "review/fact_changes.h"
#include "view/fact_list.h"
#include "work/join/comparison.h"
#include "work/library_entries.h"
#include "work/library_files.h"
#include "work/starter_library.h"

static const char folder[] = "templates";

static void file_free(gpointer data)
{
  AdrefLibraryFile *file = data;
  g_free(file->path);
  g_free(file->kept);
  g_clear_pointer(&file->ours, g_bytes_unref);
  g_clear_pointer(&file->starter, g_bytes_unref);
  g_free(file);
}

/* Whether the path is the file or folder of that name. */
static gboolean is_named(const char *path, const char *name)
{
  const char *rest = path + strlen("templates/");
  if (g_str_has_prefix(name, "templates/"))
    name += strlen("templates/");
  gsize length = strlen(name);
  while (length > 0 && name[length - 1] == '/')
    length--;
  return strncmp(rest, name, length) == 0 && (rest[length] == '\0' || rest[length] == '/');
}

static gboolean is_wanted(const char *path, char *const *wanted)
{
  gboolean found = !wanted || !*wanted;
  for (; wanted && *wanted && !found; wanted++)
    found = is_named(path, *wanted);
  return found;
}

static gboolean check_wanted(char *const *wanted, char **paths, GError **error)
{
  for (; wanted && *wanted; wanted++) {
    gboolean found = FALSE;
    for (char **path = paths; *path && !found; path++)
      found = is_named(*path, *wanted);
    if (found)
      continue;
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "the starter library has no file or folder %s; adref templates update lists those "
                "that differ",
                *wanted);
    return FALSE;
  }
  return TRUE;
}

/* Joins the file of the starter with the entries that only the workspace has. */
static void keep_entries(AdrefLibraryFile *file)
{
  if (!file->ours || !adref_library_entries_has(file->path))
    return;
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free);
  GBytes *joined = adref_library_entries_join(file->ours, file->starter, kept);
  g_ptr_array_add(kept, NULL);
  if (kept->len > 1)
    file->kept = g_strjoinv(", ", (char **)kept->pdata);
  file->loses = !joined && file->kept;
  if (!joined)
    return;
  g_bytes_unref(file->starter);
  file->starter = joined;
}

/* Whether a file that was joined differs from that of the workspace by the order of entries alone.
 */
static gboolean has_same_keys(const AdrefLibraryFile *file)
{
  g_autoptr(GPtrArray) keys =
      file->kept ? adref_library_update_keys(file->ours, file->starter) : NULL;
  return keys && keys->len == 0;
}

/* Adds the file when it differs. */
static gboolean add_file(AdrefSession *session, GPtrArray *files, AdrefFileSource *starter,
                         const char *path, GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefFileSource *source = session->files->source;
  g_autoptr(GBytes) theirs = starter->read(starter, path, ADREF_YAML_LIMIT, error);
  if (!theirs)
    return FALSE;
  g_autoptr(GBytes) ours = source->read(source, path, ADREF_YAML_LIMIT, &cause);
  if (!ours && !g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND)) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  AdrefLibraryFile *file = g_new0(AdrefLibraryFile, 1);
  file->path = g_strdup(path);
  file->ours = g_steal_pointer(&ours);
  file->starter = g_steal_pointer(&theirs);
  keep_entries(file);
  if (file->ours && (g_bytes_equal(file->ours, file->starter) || has_same_keys(file)))
    file_free(file);
  else
    g_ptr_array_add(files, file);
  return TRUE;
}

GPtrArray *adref_library_update_files(AdrefSession *session, char *const *wanted, GError **error)
{
  g_autofree char *root = adref_starter_library_find(error);
  g_autoptr(AdrefFileSource) starter = root ? adref_file_source_new_folder(root) : NULL;
  g_auto(GStrv) paths = starter ? starter->list(starter, folder, error) : NULL;
  if (paths && !*paths)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: no starter library is there; ADREF_LIBRARY names a folder with templates/",
                root);
  if (!paths || !*paths || !check_wanted(wanted, paths, error))
    return NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(file_free);
  for (char **path = paths; *path; path++)
    if (is_wanted(*path, wanted) && !add_file(session, files, starter, *path, error))
      return NULL;
  return g_steal_pointer(&files);
}

/* --- the keys of YAML --- */

typedef struct {
  const AdrefYaml *node;
  char *path;
} Branch;

static void branch_clear(gpointer data)
{
  g_free(((Branch *)data)->path);
}

static gboolean is_plain_list(const AdrefYaml *node)
{
  gboolean plain = node->type == ADREF_YAML_LIST;
  for (guint i = 0; plain && i < node->items->len; i++)
    plain = ((const AdrefYaml *)node->items->pdata[i])->type == ADREF_YAML_SCALAR;
  return plain;
}

/* "JPN, ASEAN" of a list of values; else the value. Caller frees. */
static char *value_of(const AdrefYaml *node)
{
  if (node->type == ADREF_YAML_SCALAR)
    return g_strdup(node->text);
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < node->items->len; i++)
    g_string_append_printf(words, "%s%s", i > 0 ? ", " : "",
                           ((const AdrefYaml *)node->items->pdata[i])->text);
  return g_string_free(words, FALSE);
}

/* The key of an entry; of a member of a list its id, such as that of a rule, or else its number.
 * Caller frees. */
static char *name_of(const AdrefYaml *item, guint number)
{
  const AdrefYaml *id = item->type == ADREF_YAML_MAP ? adref_yaml_get(item, "id") : NULL;
  if (item->key)
    return g_strdup(item->key);
  return id && id->type == ADREF_YAML_SCALAR ? g_strdup(id->text) : g_strdup_printf("%u", number);
}

static void push_items(GArray *stack, const Branch *branch)
{
  const GPtrArray *items = branch->node->items;
  for (guint i = items->len; i-- > 0;) {
    const AdrefYaml *item = items->pdata[i];
    g_autofree char *name = name_of(item, i + 1);
    Branch next = {item, g_strconcat(branch->path, *branch->path ? "." : "", name, NULL)};
    g_array_append_val(stack, next);
  }
}

/* Path -> value of all leaves; `order` gets the paths, which the table owns. */
static GHashTable *leaves_of(const AdrefYaml *root, GPtrArray *order)
{
  GHashTable *leaves = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Branch));
  g_array_set_clear_func(stack, branch_clear);
  Branch first = {root, g_strdup("")};
  g_array_append_val(stack, first);
  while (stack->len > 0) {
    Branch branch = g_array_index(stack, Branch, stack->len - 1);
    g_array_index(stack, Branch, stack->len - 1).path = NULL;
    g_array_set_size(stack, stack->len - 1);
    if (branch.node->type == ADREF_YAML_SCALAR || is_plain_list(branch.node)) {
      if (g_hash_table_contains(leaves, branch.path)) { /* two members with one id */
        char *path = g_strdup_printf("%s#%u", branch.path, order->len);
        g_free(branch.path);
        branch.path = path;
      }
      g_ptr_array_add(order, branch.path);
      g_hash_table_insert(leaves, g_steal_pointer(&branch.path), value_of(branch.node));
    } else {
      push_items(stack, &branch);
    }
    g_free(branch.path);
  }
  return leaves;
}

static void add_change(GPtrArray *changes, const char *path, const char *old, const char *new)
{
  AdrefFactChange *change = g_new0(AdrefFactChange, 1);
  change->key = g_strdup(path);
  change->words = g_strdup(path);
  change->old = g_strdup(old);
  change->new = g_strdup(new);
  g_ptr_array_add(changes, change);
}

static void change_free(gpointer data)
{
  adref_fact_change_free(data);
}

static AdrefYaml *read_yaml(GBytes *bytes)
{
  gsize length;
  const char *text = adref_file_source_check_text(bytes, "", &length, NULL);
  return text ? adref_yaml_read(text, length, "", 1, NULL) : NULL;
}

GPtrArray *adref_library_update_keys(GBytes *old, GBytes *new)
{
  g_autoptr(AdrefYaml) one = read_yaml(old), other = read_yaml(new);
  if (!one || !other)
    return NULL;
  g_autoptr(GPtrArray) before = g_ptr_array_new(), after = g_ptr_array_new();
  g_autoptr(GHashTable) were = leaves_of(one, before), are = leaves_of(other, after);
  GPtrArray *changes = g_ptr_array_new_with_free_func(change_free);
  for (guint i = 0; i < after->len; i++) {
    const char *path = after->pdata[i], *was = g_hash_table_lookup(were, path),
               *is = g_hash_table_lookup(are, path);
    if (g_strcmp0(was, is) != 0)
      add_change(changes, path, was, is);
  }
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains(are, before->pdata[i]))
      add_change(changes, before->pdata[i], g_hash_table_lookup(were, before->pdata[i]), NULL);
  return changes;
}

/* --- redlines --- */

static void put_line(GString *out, const char *words, guint width, gboolean color)
{
  g_autoptr(AdrefTerminalWrap) wrap = adref_terminal_wrap_new(out, width, color, "en");
  adref_terminal_wrap_begin(wrap, 2, 0, NULL);
  adref_terminal_wrap_string(wrap, words, 0);
  adref_terminal_wrap_end(wrap);
}

static void put_keys(GString *out, const GPtrArray *changes, guint width, gboolean color)
{
  enum {
    VALUES = 34 /* column */
  };
  g_autoptr(AdrefTerminalWrap) wrap = adref_terminal_wrap_new(out, width, color, "en");
  if (changes->len > 0)
    adref_fact_list_put_terminal(wrap, NULL, changes, NULL, VALUES);
  else
    put_line(out, "the same keys and values; comments or their order differ", width, color);
}

static gboolean put_words(GString *out, AdrefSession *session, const AdrefLibraryFile *file,
                          guint width, gboolean color, GError **error)
{
  AdrefComparisonOptions options = {.format = "terminal", .width = width, .color = color};
  AdrefText *old = adref_text_load_bytes(session, session->files, "en.md", file->path, file->ours);
  AdrefText *new =
      adref_text_load_bytes(session, session->files, "en.md", file->path, file->starter);
  g_autoptr(AdrefComparison) comparison =
      adref_comparison_new(old, new, "workspace", "starter library", FALSE, error);
  g_autoptr(GString) redline =
      comparison ? adref_comparison_write(comparison, &options, error) : NULL;
  if (redline)
    g_string_append(out, redline->str);
  return redline != NULL;
}

GString *adref_library_update_redline(AdrefSession *session, const AdrefLibraryFile *file,
                                      guint width, gboolean color, GError **error)
{
  g_autoptr(GString) out = g_string_new(NULL);
  if (!file->ours) {
    put_line(out, "the workspace lacks it", width, color);
    return g_steal_pointer(&out);
  }
  gboolean is_yaml = g_str_has_suffix(file->path, ".yaml");
  g_autoptr(GPtrArray) changes =
      is_yaml ? adref_library_update_keys(file->ours, file->starter) : NULL;
  if (changes)
    put_keys(out, changes, width, color);
  else if (is_yaml)
    put_line(out, "the file of the workspace cannot be read as YAML", width, color);
  else if (!put_words(out, session, file, width, color, error))
    return NULL;
  return g_steal_pointer(&out);
}

/* --- taking --- */

/* A folder that is a symbolic link leads elsewhere. */
static gboolean is_inside(const AdrefSession *session, const char *path, GError **error)
{
  g_autoptr(GString) at = g_string_new(session->workspace->root);
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  for (char **name = names; *name; name++) {
    g_string_append_printf(at, "/%s", *name);
    if (!g_file_test(at->str, G_FILE_TEST_IS_SYMLINK))
      continue;
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: a symbolic link is on the way to it; adref writes no file behind one", path);
    return FALSE;
  }
  return TRUE;
}

static gboolean is_saved(AdrefSession *session, const AdrefLibraryFile *file, GError **error)
{
  const char *const paths[] = {file->path, NULL};
  gboolean changed = FALSE;
  if (!file->ours)
    return TRUE;
  if (!adref_session_repo(session, error) ||
      !adref_repo_changed(session->repo, paths, &changed, error))
    return FALSE;
  if (changed)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: has changes that are in no version, which would be lost; save them first "
                "(adref save, or git commit)",
                file->path);
  return !changed;
}

gboolean adref_library_update_check(AdrefSession *session, const AdrefLibraryFile *file,
                                    GError **error)
{
  if (file->loses)
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: the starter library lacks %s, which would be lost; each of them needs lines of "
        "its own in the file, indented below its section, to be kept",
        file->path, file->kept);
  return !file->loses && is_inside(session, file->path, error) && is_saved(session, file, error);
}

gboolean adref_library_update_take(AdrefSession *session, const AdrefLibraryFile *file,
                                   GError **error)
{
  if (!adref_library_update_check(session, file, error))
    return FALSE;
  gsize length;
  const char *text = g_bytes_get_data(file->starter, &length);
  g_autofree char *path = g_build_filename(session->workspace->root, file->path, NULL);
  g_autofree char *parent = g_path_get_dirname(path);
  if (g_mkdir_with_parents(parent, 0777) != 0) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be made: %s", parent, g_strerror(errno));
    return FALSE;
  }
  return adref_file_write(path, text ? text : "", length, error);
}
