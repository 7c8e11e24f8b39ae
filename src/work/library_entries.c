#include "work/library_entries.h"

#include <string.h>

#include "draft/data/file_source.h"
#include "draft/data/yaml.h"

typedef struct {
  AdrefYaml *root;
  char **lines;
  guint count;
} Register;

static void register_clear(Register *file)
{
  g_clear_pointer(&file->root, adref_yaml_free);
  g_clear_pointer(&file->lines, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Register, register_clear)

gboolean adref_library_entries_has(const char *path)
{
  return g_str_equal(path, "templates/parties.yaml") ||
         g_str_equal(path, "templates/abbreviations.yaml");
}

static gboolean register_read(Register *file, GBytes *bytes)
{
  gsize length;
  const char *text = adref_file_source_check_text(bytes, "", &length, NULL);
  file->root = text ? adref_yaml_read(text, length, "", 1, NULL) : NULL;
  if (!file->root || file->root->type != ADREF_YAML_MAP)
    return FALSE;
  g_autofree char *whole = g_strndup(text, length);
  file->lines = g_strsplit(whole, "\n", -1);
  file->count = g_strv_length(file->lines);
  if (file->count > 0 && *file->lines[file->count - 1] == '\0')
    file->count--;
  return TRUE;
}

static gboolean is_silent(const char *line)
{
  line += strspn(line, " \t\r");
  return *line == '\0' || *line == '#';
}

/* The line (from 0) behind the last one of the item of a map, without the comments and empty lines
 * before what follows: those belong to it. `limit` is the line of what follows the map. */
static guint end_of(const Register *file, const AdrefYaml *map, guint item, guint limit)
{
  const AdrefYaml *next =
      item + 1 < map->items->len ? (const AdrefYaml *)map->items->pdata[item + 1] : NULL;
  guint end = MIN(next ? next->key_place.line - 1 : limit, file->count);
  while (end > 0 && is_silent(file->lines[end - 1]))
    end--;
  return end;
}

/* The line on which the entry begins, with the comments directly above it; G_MAXUINT: something
 * else stands before it on its line, or the next entry begins on its last one. */
static guint start_of(const Register *file, const AdrefYaml *entry)
{
  guint line = entry->key_place.line - 1;
  if (line >= file->count || entry->key_place.column < 2 ||
      strspn(file->lines[line], " ") != entry->key_place.column - 1)
    return G_MAXUINT;
  while (line > 0 && file->lines[line - 1][0] == ' ' && is_silent(file->lines[line - 1]) &&
         strchr(file->lines[line - 1], '#'))
    line--;
  return line;
}

static gboolean is_in_any_section(const AdrefYaml *root, const char *key)
{
  for (guint i = 0; i < root->items->len; i++) {
    const AdrefYaml *section = root->items->pdata[i];
    if (section->type == ADREF_YAML_MAP && adref_yaml_get(section, key))
      return TRUE;
  }
  return FALSE;
}

/* Appends the lines of an entry, indented as the entries beside which it comes. */
static void put_entry(GString *out, const Register *file, guint start, guint end, guint indent,
                      guint wanted)
{
  for (guint i = start; i < end; i++) {
    const char *line = file->lines[i];
    if (wanted < indent)
      line += MIN(strspn(line, " "), indent - wanted);
    for (guint space = indent; space < wanted && *line; space++)
      g_string_append_c(out, ' ');
    g_string_append_printf(out, "%s\n", line);
  }
}

/* The entries of section `at` of `ours` that the starter lacks, as lines; their keys go to `kept`.
 * FALSE: one of them is not on lines of its own. */
static gboolean own_entries(const Register *ours, guint at, const Register *starter, GString *out,
                            GPtrArray *kept)
{
  const AdrefYaml *section = ours->root->items->pdata[at];
  const AdrefYaml *theirs = adref_yaml_get(starter->root, section->key);
  guint limit = end_of(ours, ours->root, at, ours->count);
  const AdrefYaml *beside = theirs && theirs->type == ADREF_YAML_MAP && theirs->items->len > 0
                                ? (const AdrefYaml *)theirs->items->pdata[0]
                                : NULL;
  gboolean whole = TRUE;
  for (guint i = 0; i < section->items->len; i++) {
    const AdrefYaml *entry = section->items->pdata[i];
    if (is_in_any_section(starter->root, entry->key))
      continue;
    guint start = start_of(ours, entry), end = end_of(ours, section, i, limit);
    guint indent = entry->key_place.column - 1;
    g_ptr_array_add(kept, g_strdup(entry->key));
    if (start == G_MAXUINT || end < entry->key_place.line)
      whole = FALSE;
    else
      put_entry(out, ours, start, end, indent, beside ? beside->key_place.column - 1 : indent);
  }
  return whole;
}

/* The line of `starter` before which what is added to the section is put. */
static guint place_of(const Register *starter, const char *section)
{
  for (guint i = 0; i < starter->root->items->len; i++)
    if (g_str_equal(((const AdrefYaml *)starter->root->items->pdata[i])->key, section))
      return end_of(starter, starter->root, i, starter->count);
  return starter->count;
}

/* The lines of the starter, and before each (and behind the last) what is added there. */
static GBytes *text_of(const Register *starter, const GPtrArray *added)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i <= starter->count; i++) {
    const GString *lines = added->pdata[i];
    g_string_append_len(text, lines->str, (gssize)lines->len);
    if (i < starter->count)
      g_string_append_printf(text, "%s\n", starter->lines[i]);
  }
  return g_string_free_to_bytes(text);
}

static void string_free(gpointer data)
{
  g_string_free(data, TRUE);
}

static GPtrArray *places_new(guint count)
{
  GPtrArray *places = g_ptr_array_new_with_free_func(string_free);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(places, g_string_new(NULL));
  return places;
}

/* Whether the joined text is YAML that has all that was kept. */
static gboolean is_joined(GBytes *bytes, const GPtrArray *kept)
{
  g_auto(Register) file = {NULL};
  gboolean all = register_read(&file, bytes);
  for (guint i = 0; all && i < kept->len; i++)
    all = is_in_any_section(file.root, kept->pdata[i]);
  return all;
}

GBytes *adref_library_entries_join(GBytes *ours, GBytes *starter, GPtrArray *kept)
{
  g_auto(Register) mine = {NULL}, theirs = {NULL};
  if (!register_read(&mine, ours) || !register_read(&theirs, starter))
    return NULL;
  g_autoptr(GPtrArray) added = places_new(theirs.count + 1);
  gboolean whole = TRUE;
  for (guint i = 0; i < mine.root->items->len; i++) {
    const AdrefYaml *section = mine.root->items->pdata[i];
    if (section->type != ADREF_YAML_MAP)
      continue;
    g_autoptr(GString) entries = g_string_new(NULL);
    whole = own_entries(&mine, i, &theirs, entries, kept) && whole;
    GString *place = added->pdata[place_of(&theirs, section->key)];
    if (entries->len > 0 && !adref_yaml_get(theirs.root, section->key))
      g_string_append_printf(place, "%s:\n", section->key);
    g_string_append_len(place, entries->str, (gssize)entries->len);
  }
  if (kept->len == 0)
    return g_bytes_ref(starter);
  g_autoptr(GBytes) joined = whole ? text_of(&theirs, added) : NULL;
  return joined && is_joined(joined, kept) ? g_steal_pointer(&joined) : NULL;
}
