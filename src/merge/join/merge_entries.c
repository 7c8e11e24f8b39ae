#include "merge/join/merge_entries.h"

#include <string.h>

#include "draft/data/yaml.h"
#include "merge/join/merge_values.h"

/* A file, cut into lines. */
typedef struct {
  GString *text;
  GArray *lines; /* of gsize: where each begins; the last is the end */
  AdrefYaml *yaml;
} EntrySource;

/* Whole lines of a file that belong to one key. */
typedef struct {
  char *key;
  const AdrefYaml *node; /* its value; NULL in a file of signers */
  guint key_line, end;   /* lines from 0; `end` is behind the last one */
  guint start;           /* with the comments above the key */
} Entry;

enum {
  BASE,
  OURS,
  THEIRS,
  SIDES
};

/* The same level of the three files. */
typedef struct {
  const EntrySource *sources;
  GArray *entries[SIDES];   /* of Entry */
  GHashTable *index[SIDES]; /* key -> its number */
  GPtrArray *overlaps;
  const char *path; /* "values: ", "" */
  guint depth;
} EntryLevel;

static void source_clear(EntrySource *source)
{
  if (source->text)
    g_string_free(source->text, TRUE);
  g_clear_pointer(&source->lines, g_array_unref);
  adref_yaml_free(source->yaml);
}

static void sources_clear(EntrySource *sources)
{
  for (guint i = 0; i < SIDES; i++)
    source_clear(&sources[i]);
}

static void entry_clear(gpointer entry)
{
  g_free(((Entry *)entry)->key);
}

/* The text with the line ends of Unix, and a line end behind the last line. */
static void source_init(EntrySource *source, const AdrefEntriesFile *file)
{
  gsize length = 0;
  const char *bytes = file->bytes ? g_bytes_get_data(file->bytes, &length) : NULL;
  source->text = g_string_new_len(bytes ? bytes : "", (gssize)length);
  g_string_replace(source->text, "\r\n", "\n", 0);
  if (source->text->len > 0 && source->text->str[source->text->len - 1] != '\n')
    g_string_append_c(source->text, '\n');
  source->lines = g_array_new(FALSE, FALSE, sizeof(gsize));
  gsize start = 0;
  g_array_append_val(source->lines, start);
  for (gsize i = 0; i < source->text->len; i++)
    if (source->text->str[i] == '\n') {
      start = i + 1;
      g_array_append_val(source->lines, start);
    }
}

static guint line_count(const EntrySource *source)
{
  return source->lines->len - 1;
}

static const char *line_at(const EntrySource *source, guint line)
{
  return source->text->str + g_array_index(source->lines, gsize, line);
}

static void append_lines(GString *out, const EntrySource *source, guint start, guint end)
{
  if (start < end)
    g_string_append_len(out, line_at(source, start), line_at(source, end) - line_at(source, start));
}

static gboolean is_comment(const char *line)
{
  gsize space = strspn(line, " \t");
  return line[space] == '#' || line[space] == '\n';
}

/* --- entries --- */

/* Ends the last entry where the next one begins, with the comments above it. */
static void end_last(const EntrySource *source, GArray *entries, guint next)
{
  if (entries->len == 0)
    return;
  Entry *last = &g_array_index(entries, Entry, entries->len - 1);
  last->end = next;
  while (last->end > last->key_line + 1 && is_comment(line_at(source, last->end - 1)))
    last->end--;
}

static void add_entry(const EntrySource *source, GArray *entries, const char *key,
                      const AdrefYaml *node, guint line)
{
  guint start = line;
  end_last(source, entries, line);
  if (entries->len > 0)
    start = g_array_index(entries, Entry, entries->len - 1).end;
  Entry entry = {.key = g_strdup(key), .node = node, .key_line = line, .start = start};
  g_array_append_val(entries, entry);
}

static const char *id_of(const AdrefYaml *item)
{
  const AdrefYaml *id = item->type == ADREF_YAML_MAP ? adref_yaml_get(item, "id") : NULL;
  return id && id->type == ADREF_YAML_SCALAR ? id->text : NULL;
}

/* The entries of a map, or of a list of maps with an id, whose keys stand each on a line of its
 * own, between two lines. FALSE: it is not written so. */
static gboolean split_node(const EntrySource *source, const AdrefYaml *node, guint first, guint end,
                           GArray *entries)
{
  if (node->type == ADREF_YAML_SCALAR)
    return FALSE;
  for (guint i = 0; i < node->items->len; i++) {
    const AdrefYaml *item = node->items->pdata[i];
    gboolean is_map = node->type == ADREF_YAML_MAP;
    const char *key = is_map ? item->key : id_of(item);
    guint line = (is_map ? item->key_place.line : item->place.line) - 1;
    if (!key || line < first || line >= end ||
        (i > 0 && line <= g_array_index(entries, Entry, i - 1).key_line))
      return FALSE;
    add_entry(source, entries, key, item, line);
  }
  if (entries->len > 0)
    g_array_index(entries, Entry, entries->len - 1).end = end;
  return entries->len > 0;
}

static const Entry *find(const EntryLevel *self, guint side, const char *key)
{
  gpointer number;
  return g_hash_table_lookup_extended(self->index[side], key, NULL, &number)
             ? &g_array_index(self->entries[side], Entry, GPOINTER_TO_UINT(number))
             : NULL;
}

static void level_init(EntryLevel *self)
{
  for (guint i = 0; i < SIDES; i++) {
    self->entries[i] = g_array_new(FALSE, TRUE, sizeof(Entry));
    g_array_set_clear_func(self->entries[i], entry_clear);
  }
}

/* When all entries are there. */
static void level_index(EntryLevel *self)
{
  for (guint i = 0; i < SIDES; i++) {
    self->index[i] = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint n = 0; n < self->entries[i]->len; n++)
      g_hash_table_insert(self->index[i], g_array_index(self->entries[i], Entry, n).key,
                          GUINT_TO_POINTER(n));
  }
}

static void level_clear(EntryLevel *self)
{
  for (guint i = 0; i < SIDES; i++) {
    g_clear_pointer(&self->index[i], g_hash_table_unref);
    g_clear_pointer(&self->entries[i], g_array_unref);
  }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntryLevel, level_clear)

static gboolean has_same_lines(const EntryLevel *self, const Entry *a, guint of_a, const Entry *b,
                               guint of_b)
{
  g_autoptr(GString) one = g_string_new(NULL), other = g_string_new(NULL);
  append_lines(one, &self->sources[of_a], a->key_line, a->end);
  append_lines(other, &self->sources[of_b], b->key_line, b->end);
  return g_string_equal(one, other);
}

static gboolean has_same_value(const EntryLevel *self, const Entry *a, guint of_a, const Entry *b,
                               guint of_b)
{
  return has_same_lines(self, a, of_a, b, of_b) ||
         (a->node && b->node && adref_yaml_values_equal(a->node, b->node));
}

/* --- joining --- */

static void add_overlap(const EntryLevel *self, const char *key, const Entry *ours,
                        const Entry *theirs)
{
  g_autofree char *path = g_strconcat(self->path, key, NULL);
  adref_entry_overlap_add(self->overlaps, path,
                          adref_entry_words(ours != NULL, ours ? ours->node : NULL),
                          adref_entry_words(theirs != NULL, theirs ? theirs->node : NULL));
}

static void append_entry(GString *out, const EntryLevel *self, const Entry *entry, guint side)
{
  append_lines(out, &self->sources[side], entry->start, entry->end);
}

static void join_level(const EntryLevel *self, GString *out);

/* Joins the entries within an entry that both changed. FALSE: one of them is not written so. */
static gboolean join_inside(const EntryLevel *self, const Entry *const *entries, GString *out)
{
  g_autofree char *path = g_strdup_printf("%s%s: ", self->path, entries[OURS]->key);
  g_auto(EntryLevel) below = {
      .sources = self->sources, .overlaps = self->overlaps, .path = path, .depth = self->depth + 1};
  if (below.depth >= ADREF_MERGE_ENTRIES_MAX_DEPTH)
    return FALSE;
  level_init(&below);
  for (guint i = 0; i < SIDES; i++)
    if (entries[i] && !split_node(&self->sources[i], entries[i]->node, entries[i]->key_line + 1,
                                  entries[i]->end, below.entries[i]))
      return FALSE;
  level_index(&below);
  append_lines(out, &self->sources[OURS], entries[OURS]->start, entries[OURS]->key_line + 1);
  join_level(&below, out);
  return TRUE;
}

/* Joins values that are written in one line, or differently by the sides. */
static void join_values(const EntryLevel *self, const Entry *const *entries, GString *out)
{
  const EntrySource *source = &self->sources[OURS];
  const Entry *ours = entries[OURS];
  g_autofree char *path = g_strconcat(self->path, ours->key, NULL);
  guint before = self->overlaps->len;
  g_autoptr(GString) joined =
      adref_yaml_values_join(ours->key, entries[BASE] ? entries[BASE]->node : NULL, ours->node,
                             entries[THEIRS]->node, path, self->overlaps);
  if (self->overlaps->len > before || !joined) {
    append_entry(out, self, ours, OURS);
    return;
  }
  append_lines(out, source, ours->start, ours->key_line);
  gsize indent = strspn(line_at(source, ours->key_line), " ");
  g_auto(GStrv) lines = g_strsplit(joined->str, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line)
      g_string_append_printf(out, "%*s%s\n", (int)indent, "", *line);
}

static void join_both(const EntryLevel *self, const Entry *const *entries, GString *out)
{
  if (has_same_value(self, entries[OURS], OURS, entries[THEIRS], THEIRS) ||
      (entries[BASE] && has_same_value(self, entries[BASE], BASE, entries[THEIRS], THEIRS)))
    append_entry(out, self, entries[OURS], OURS);
  else if (entries[BASE] && has_same_value(self, entries[BASE], BASE, entries[OURS], OURS))
    append_entry(out, self, entries[THEIRS], THEIRS);
  else if (!entries[OURS]->node) {
    add_overlap(self, entries[OURS]->key, entries[OURS], entries[THEIRS]);
    append_entry(out, self, entries[OURS], OURS);
  } else if (!join_inside(self, entries, out))
    join_values(self, entries, out);
}

/* An entry that only one side has: it is new, or the other side took it out. */
static void join_one(const EntryLevel *self, const Entry *base, const Entry *entry, guint side,
                     GString *out)
{
  if (base && has_same_value(self, base, BASE, entry, side))
    return;
  if (base)
    add_overlap(self, entry->key, side == OURS ? entry : NULL, side == OURS ? NULL : entry);
  append_entry(out, self, entry, side);
}

/* What was joined, in the order of the result: our entries, and behind each what only their file
 * has there. */
typedef struct {
  GQueue texts;       /* of GString */
  GHashTable *places; /* key -> its GList */
} JoinedEntries;

static void string_free(gpointer string)
{
  g_string_free(string, TRUE);
}

static void joined_clear(JoinedEntries *joined)
{
  g_queue_clear_full(&joined->texts, string_free);
  g_hash_table_unref(joined->places);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(JoinedEntries, joined_clear)

/* Puts what only their file has behind what stands before it there. */
static void insert_theirs(const EntryLevel *self, JoinedEntries *joined)
{
  GList *before = NULL;
  for (guint i = 0; i < self->entries[THEIRS]->len; i++) {
    const Entry *entry = &g_array_index(self->entries[THEIRS], Entry, i);
    GList *place = g_hash_table_lookup(joined->places, entry->key);
    if (!place) {
      GString *text = g_string_new(NULL);
      join_one(self, find(self, BASE, entry->key), entry, THEIRS, text);
      if (before)
        g_queue_insert_after(&joined->texts, before, text);
      else
        g_queue_push_head(&joined->texts, text);
      place = before ? before->next : joined->texts.head;
    }
    before = place;
  }
}

/* Recursive by join_inside(), to ADREF_MERGE_ENTRIES_MAX_DEPTH. */
static void join_level(const EntryLevel *self, GString *out)
{
  g_auto(JoinedEntries) joined = {.places = g_hash_table_new(g_str_hash, g_str_equal)};
  g_queue_init(&joined.texts);
  for (guint i = 0; i < self->entries[OURS]->len; i++) {
    const Entry *ours = &g_array_index(self->entries[OURS], Entry, i);
    const Entry *both[] = {find(self, BASE, ours->key), ours, find(self, THEIRS, ours->key)};
    GString *text = g_string_new(NULL);
    if (both[THEIRS])
      join_both(self, both, text);
    else
      join_one(self, both[BASE], ours, OURS, text);
    g_queue_push_tail(&joined.texts, text);
    g_hash_table_insert(joined.places, ours->key, joined.texts.tail);
  }
  insert_theirs(self, &joined);
  for (const GList *at = joined.texts.head; at; at = at->next)
    g_string_append_len(out, ((GString *)at->data)->str, (gssize)((GString *)at->data)->len);
}

/* The lines above the first entry are comments: those of the side that has changed them. */
static void join_heads(const EntryLevel *self, GString *out)
{
  GString *heads[SIDES];
  for (guint i = 0; i < SIDES; i++) {
    gboolean has_entry = self->entries[i]->len > 0;
    heads[i] = g_string_new(NULL);
    append_lines(heads[i], &self->sources[i], 0,
                 has_entry ? g_array_index(self->entries[i], Entry, 0).key_line
                           : line_count(&self->sources[i]));
  }
  const GString *chosen = g_string_equal(heads[BASE], heads[OURS]) ? heads[THEIRS] : heads[OURS];
  g_string_append_len(out, chosen->str, (gssize)chosen->len);
  for (guint i = 0; i < SIDES; i++)
    g_string_free(heads[i], TRUE);
}

static gboolean read_yaml(EntrySource *source, const AdrefEntriesFile *file, GArray *entries,
                          GError **error)
{
  source->yaml = adref_yaml_read(source->text->str, source->text->len, file->name, 1, error);
  if (!source->yaml)
    return FALSE;
  if (source->yaml->items->len == 0 ||
      split_node(source, source->yaml, 0, line_count(source), entries))
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT,
              "%s: each key must stand on a line of its own, so that the file can be joined with "
              "another",
              file->name);
  return FALSE;
}

GString *adref_merge_yaml(const AdrefEntriesFile *base, const AdrefEntriesFile *ours,
                          const AdrefEntriesFile *theirs, GPtrArray *overlaps, GError **error)
{
  const AdrefEntriesFile *files[] = {base, ours, theirs};
  EntrySource sources[SIDES] = {{NULL, NULL, NULL}};
  g_auto(EntryLevel) level = {.sources = sources, .overlaps = overlaps, .path = ""};
  g_autoptr(GString) out = g_string_new(NULL);
  gboolean read = TRUE;
  level_init(&level);
  for (guint i = 0; i < SIDES; i++) {
    source_init(&sources[i], files[i]);
    read = read && read_yaml(&sources[i], files[i], level.entries[i], error);
  }
  level_index(&level);
  if (read) {
    join_heads(&level, out);
    join_level(&level, out);
  }
  sources_clear(sources);
  g_autoptr(AdrefYaml) again =
      read ? adref_yaml_read(out->str, out->len, ours->name, 1, error) : NULL;
  return again ? g_steal_pointer(&out) : NULL;
}

/* --- signers --- */

/* The key of a line: its type and what follows it; of a comment, the whole line. */
static char *key_of_line(const char *line, gsize length)
{
  g_autofree char *copy = g_strndup(line, length);
  g_auto(GStrv) words = g_strsplit_set(copy, " \t", -1);
  for (char **word = words; *word && *copy != '#'; word++)
    if (word[1] && (g_str_has_prefix(*word, "ssh-") || g_str_has_prefix(*word, "ecdsa-") ||
                    g_str_has_prefix(*word, "sk-") || strcmp(*word, "gpg") == 0))
      return g_strdup_printf("%s %s", *word, word[1]);
  return g_steal_pointer(&copy);
}

/* Of several lines with one key, such as empty ones, the second gets the key "KEY (2)". */
static void split_lines(const EntrySource *source, GArray *entries)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < line_count(source); i++) {
    const char *line = line_at(source, i);
    char *key = key_of_line(line, strcspn(line, "\n"));
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1;
    Entry entry = {.key = count > 1 ? g_strdup_printf("%s (%u)", key, count) : g_strdup(key),
                   .key_line = i,
                   .start = i,
                   .end = i + 1};
    g_hash_table_insert(counts, key, GUINT_TO_POINTER(count));
    g_array_append_val(entries, entry);
  }
}

GString *adref_merge_signers(const AdrefEntriesFile *base, const AdrefEntriesFile *ours,
                             const AdrefEntriesFile *theirs, GPtrArray *overlaps)
{
  const AdrefEntriesFile *files[] = {base, ours, theirs};
  EntrySource sources[SIDES] = {{NULL, NULL, NULL}};
  g_auto(EntryLevel) level = {.sources = sources, .overlaps = overlaps, .path = ""};
  level_init(&level);
  for (guint i = 0; i < SIDES; i++) {
    source_init(&sources[i], files[i]);
    split_lines(&sources[i], level.entries[i]);
  }
  level_index(&level);
  GString *out = g_string_new(NULL);
  join_level(&level, out);
  sources_clear(sources);
  return out;
}
