#include "draft/data/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/file.h"
#include "draft/data/yaml_lines.h"

enum {
  MAX_SCANNED = 16, /* maps with more keys get an index */
};

typedef struct {
  AdrefYaml node; /* must be the first member: adref_yaml_free() gets this node */
  char *file;
} YamlRoot;

typedef struct {
  yaml_parser_t parser;
  const char *text;
  const char *file;
  guint first_line;
  YamlRoot *root;
  GPtrArray *open; /* lists and maps that are being read, innermost last */
  char *key;       /* a key whose value was not read yet, or NULL */
  AdrefLocation key_place;
} YamlReader;

static AdrefLocation place_of(const YamlReader *reader, yaml_mark_t mark)
{
  return (AdrefLocation){reader->file, (guint)mark.line + reader->first_line,
                         (guint)mark.column + 1};
}

static void node_clear(AdrefYaml *node, GPtrArray *rest)
{
  for (guint i = 0; node->items && i < node->items->len; i++)
    g_ptr_array_add(rest, node->items->pdata[i]);
  g_clear_pointer(&node->items, g_ptr_array_unref);
  g_clear_pointer(&node->index, g_hash_table_unref);
  g_free(node->key);
  g_free(node->text);
}

void adref_yaml_free(AdrefYaml *root)
{
  if (!root)
    return;
  g_autoptr(GPtrArray) rest = g_ptr_array_new();
  node_clear(root, rest);
  while (rest->len > 0) {
    AdrefYaml *node = g_ptr_array_steal_index_fast(rest, rest->len - 1);
    node_clear(node, rest);
    g_free(node);
  }
  g_free(((YamlRoot *)root)->file);
  g_free(root);
}

const AdrefYaml *adref_yaml_get(const AdrefYaml *map, const char *key)
{
  if (map->type != ADREF_YAML_MAP)
    return NULL;
  if (map->index)
    return g_hash_table_lookup(map->index, key);
  for (guint i = 0; i < map->items->len; i++) {
    const AdrefYaml *entry = map->items->pdata[i];
    if (strcmp(entry->key, key) == 0)
      return entry;
  }
  return NULL;
}

void adref_yaml_add(AdrefYaml *parent, AdrefYaml *node)
{
  g_ptr_array_add(parent->items, node);
  if (parent->index) {
    g_hash_table_insert(parent->index, node->key, node);
  } else if (parent->type == ADREF_YAML_MAP && parent->items->len > MAX_SCANNED) {
    parent->index = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < parent->items->len; i++) {
      AdrefYaml *entry = parent->items->pdata[i];
      g_hash_table_insert(parent->index, entry->key, entry);
    }
  }
}

static AdrefYaml *innermost(const YamlReader *reader)
{
  return reader->open->len ? reader->open->pdata[reader->open->len - 1] : NULL;
}

/* Adds a new node to the tree: the root, or at the end of the innermost list or map. */
static AdrefYaml *add_node(YamlReader *reader, AdrefYamlType type, AdrefLocation place)
{
  AdrefYaml *parent = innermost(reader);
  AdrefYaml *node = parent ? g_new0(AdrefYaml, 1) : &reader->root->node;
  node->type = type;
  node->place = place;
  if (type != ADREF_YAML_SCALAR)
    node->items = g_ptr_array_new();
  if (!parent)
    return node;
  node->key = g_steal_pointer(&reader->key);
  if (node->key)
    node->key_place = reader->key_place;
  adref_yaml_add(parent, node);
  return node;
}

static gboolean wants_key(const YamlReader *reader)
{
  const AdrefYaml *parent = innermost(reader);
  return parent && parent->type == ADREF_YAML_MAP && !reader->key;
}

static gboolean fail(GError **error, AdrefLocation place, const char *message)
{
  adref_error_at(error, ADREF_ERROR_INPUT, place, "%s", message);
  return FALSE;
}

static gboolean check_plain(const yaml_char_t *anchor, const yaml_char_t *tag, AdrefLocation place,
                            GError **error)
{
  if (anchor)
    return fail(error, place,
                "an anchor (&name) is not allowed; write the value out, or in quotes "
                "when it begins with &");
  if (tag)
    return fail(error, place,
                "a tag (!name) is not allowed; write the value alone, or in quotes "
                "when it begins with !");
  return TRUE;
}

static gboolean open_node(YamlReader *reader, AdrefYamlType type, AdrefLocation place,
                          GError **error)
{
  if (wants_key(reader))
    return fail(error, place, "a list or a map cannot be a key; a key is a word");
  if (reader->open->len >= ADREF_YAML_MAX_LEVELS) {
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "lists and maps are nested too deep; allowed are %d levels",
                   ADREF_YAML_MAX_LEVELS);
    return FALSE;
  }
  g_ptr_array_add(reader->open, add_node(reader, type, place));
  return TRUE;
}

static gboolean check_characters(const char *text, gsize length, AdrefLocation place,
                                 GError **error)
{
  if (strlen(text) != length)
    return fail(error, place, "a text cannot hold a NUL character");
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_iscntrl(c) && !strchr("\t\n\r", (int)c)) {
      adref_error_at(error, ADREF_ERROR_INPUT, place,
                     "a text cannot hold the control character U+%04X; allowed are letters, "
                     "spaces, tabs and line breaks",
                     c);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean read_key(YamlReader *reader, const char *key, AdrefLocation place, GError **error)
{
  if (!*key)
    return fail(error, place, "a key is empty; write \"key: value\"");
  const AdrefYaml *first = adref_yaml_get(innermost(reader), key);
  if (first) {
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "the key \"%s\" is repeated (first in line %u); a key is allowed once", key,
                   first->key_place.line);
    return FALSE;
  }
  reader->key = g_strdup(key);
  reader->key_place = place;
  return TRUE;
}

static gboolean read_scalar(YamlReader *reader, const yaml_event_t *event, GError **error)
{
  AdrefLocation place = place_of(reader, event->start_mark);
  const char *text = (const char *)event->data.scalar.value;
  if (!check_characters(text, event->data.scalar.length, place, error))
    return FALSE;
  if (wants_key(reader))
    return read_key(reader, text, place, error);
  AdrefYaml *node = add_node(reader, ADREF_YAML_SCALAR, place);
  node->text = g_strdup(text);
  node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
  return TRUE;
}

static gboolean start_document(YamlReader *reader, const yaml_event_t *event, GError **error)
{
  AdrefLocation place = place_of(reader, event->start_mark);
  if (event->data.document_start.tag_directives.start !=
      event->data.document_start.tag_directives.end)
    return fail(error, place, "%TAG is not allowed; write values without tags");
  if (reader->root->node.place.line)
    return fail(error, place, "a second document begins here (---); allowed is one in a file");
  reader->root->node.place = place;
  return TRUE;
}

static gboolean take_event(YamlReader *reader, const yaml_event_t *event, GError **error)
{
  AdrefLocation place = place_of(reader, event->start_mark);
  switch (event->type) {
  case YAML_DOCUMENT_START_EVENT: return start_document(reader, event, error);
  case YAML_ALIAS_EVENT:
    return fail(error, place,
                "an alias (*name) is not allowed; write the value out, or in quotes "
                "when it begins with *");
  case YAML_SCALAR_EVENT:
    return check_plain(event->data.scalar.anchor, event->data.scalar.tag, place, error) &&
           read_scalar(reader, event, error);
  case YAML_SEQUENCE_START_EVENT:
    return check_plain(event->data.sequence_start.anchor, event->data.sequence_start.tag, place,
                       error) &&
           open_node(reader, ADREF_YAML_LIST, place, error);
  case YAML_MAPPING_START_EVENT:
    return check_plain(event->data.mapping_start.anchor, event->data.mapping_start.tag, place,
                       error) &&
           open_node(reader, ADREF_YAML_MAP, place, error);
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    g_ptr_array_set_size(reader->open, (gint)reader->open->len - 1);
    break;
  case YAML_NO_EVENT:
  case YAML_STREAM_START_EVENT:
  case YAML_STREAM_END_EVENT:
  case YAML_DOCUMENT_END_EVENT: break;
  }
  return TRUE;
}

/* The messages of libyaml, and ours, which say what to do. */
static const struct {
  const char *problem;
  const char *advice;
} advices[] = {
    {"mapping values are not allowed in this context",
     "a colon is not allowed here; put a value that contains \": \" in quotes"},
    {"found character that cannot start any token",
     "a value cannot begin with this character; indent with spaces, not tabs, and put a value that "
     "begins with @, ` or % into quotes"},
    {"found a tab character that violates indentation", "a tab cannot indent; indent with spaces"},
    {"could not find expected ':'", "a key without a colon; write \"key: value\""},
    {"did not find expected key",
     "this does not fit the lines above; the keys of one map begin in the same column, and a value "
     "that goes on behind a closing quote is put into quotes as a whole"},
    {"did not find expected '-' indicator",
     "this does not fit the list above; its entries begin with \"- \" in the same column"},
    {"did not find expected ',' or ']'", "a list in [ ] needs \",\" between entries and \"]\" at "
                                         "its end"},
    {"did not find expected ',' or '}'", "a map in { } needs \",\" between entries and \"}\" at "
                                         "its end"},
    {"found unexpected end of stream", "a text in quotes is not closed"},
    {"found unexpected document indicator", "a text in quotes is not closed"},
    {"did not find expected <document start>",
     "this does not fit the lines above; the keys of one map begin in the same column"},
    {"block sequence entries are not allowed in this context",
     "a list cannot begin here; put \"- \" on a line of its own"},
    {"found unknown escape character",
     "unknown escape in a text in double quotes; write \\\\ for a backslash, or use single quotes"},
};

static const char *advice_for(const char *problem)
{
  for (gsize i = 0; i < G_N_ELEMENTS(advices); i++) {
    if (strcmp(problem, advices[i].problem) == 0)
      return advices[i].advice;
  }
  return problem;
}

static void set_parser_error(const YamlReader *reader, GError **error)
{
  const yaml_parser_t *parser = &reader->parser;
  AdrefLocation place = place_of(reader, parser->problem_mark);
  const char *advice = advice_for(parser->problem ? parser->problem : "cannot be read");
  if (parser->error == YAML_READER_ERROR) {
    adref_utf8_locate(reader->text, parser->problem_offset, &place.line, &place.column);
    place.line += reader->first_line - 1;
  }
  adref_error_at(error, ADREF_ERROR_INPUT, place, "not YAML: %s", advice);
}

static gboolean read_events(YamlReader *reader, GError **error)
{
  gboolean done = FALSE;
  while (!done) {
    yaml_event_t event;
    if (!yaml_parser_parse(&reader->parser, &event)) {
      set_parser_error(reader, error);
      return FALSE;
    }
    gboolean taken = take_event(reader, &event, error);
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    if (!taken)
      return FALSE;
  }
  return TRUE;
}

/* An empty file, or one with comments only, is read as an empty map. */
static void settle_empty(YamlRoot *root, guint first_line)
{
  AdrefYaml *node = &root->node;
  gboolean empty =
      node->type == ADREF_YAML_SCALAR && !node->quoted && (!node->text || !*node->text);
  if (!empty)
    return;
  g_clear_pointer(&node->text, g_free);
  node->type = ADREF_YAML_MAP;
  node->items = g_ptr_array_new();
  node->place = (AdrefLocation){root->file, first_line, 1};
}

static YamlRoot *root_new(const char *name)
{
  YamlRoot *root = g_new0(YamlRoot, 1);
  root->file = g_strdup(name);
  return root;
}

/* Reads a text without libyaml. FALSE: it has to be read with libyaml; the root is as before. */
static gboolean read_plainest(YamlRoot *root, const char *text, gsize length, guint first_line)
{
  YamlRoot *plain = root_new(root->file);
  plain->node.type = ADREF_YAML_MAP;
  plain->node.items = g_ptr_array_new();
  plain->node.place.file = root->file;
  gboolean read = adref_yaml_lines_read(text, length, first_line, &plain->node);
  if (read) {
    root->node = plain->node;
    g_free(plain->file);
    g_free(plain);
  } else {
    adref_yaml_free(&plain->node);
  }
  return read;
}

AdrefYaml *adref_yaml_read(const char *text, gsize length, const char *name, guint first_line,
                           GError **error)
{
  if (length > ADREF_YAML_LIMIT) {
    adref_error_at(error, ADREF_ERROR_INPUT, (AdrefLocation){name, 0, 0},
                   "%" G_GSIZE_FORMAT " bytes are too many; allowed are %d", length,
                   ADREF_YAML_LIMIT);
    return NULL;
  }
  YamlRoot *root = root_new(name);
  if (read_plainest(root, text, length, first_line))
    return &root->node;
  YamlReader reader = {.text = text, .file = root->file, .first_line = first_line, .root = root};
  reader.open = g_ptr_array_new();
  yaml_parser_initialize(&reader.parser);
  yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&reader.parser, (const yaml_char_t *)text, length);
  gboolean read = read_events(&reader, error);
  yaml_parser_delete(&reader.parser);
  g_ptr_array_unref(reader.open);
  g_free(reader.key);
  if (!read) {
    adref_yaml_free(&root->node);
    return NULL;
  }
  settle_empty(root, first_line);
  return &root->node;
}
