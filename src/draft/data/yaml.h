/* YAML, read with libyaml into a small tree whose nodes have positions. The text may come from a
 * stranger.
 *
 * Refused, with line and column: anchors and aliases (so no alias bombs), tags, several documents,
 * duplicate keys, keys that are empty or not scalars, control characters, more than
 * ADREF_YAML_MAX_LEVELS levels, files of more than ADREF_YAML_LIMIT bytes. */
#ifndef ADREF_DRAFT_DATA_YAML_H
#define ADREF_DRAFT_DATA_YAML_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_YAML_MAX_LEVELS = 64, /* nested lists and maps */
  ADREF_YAML_MAX_SHOWN = 60,  /* characters of a value in a message */
};

typedef enum {
  ADREF_YAML_SCALAR,
  ADREF_YAML_LIST,
  ADREF_YAML_MAP,
} AdrefYamlType;

typedef struct AdrefYaml AdrefYaml;

struct AdrefYaml {
  AdrefYamlType type;
  AdrefLocation place; /* of this node; place.file is owned by the root */
  char *key;           /* of an entry of a map, else NULL */
  AdrefLocation key_place;
  char *text;        /* of a scalar; "" for an empty one */
  gboolean quoted;   /* a scalar written in quotes or as a block: always text */
  GPtrArray *items;  /* of AdrefYaml: entries of a list or a map in their order; else NULL */
  GHashTable *index; /* private: of a map with many keys */
};

/* Reads one document. `name` is the file in messages, `first_line` (from 1) the line of the file on
 * which the YAML text begins. An empty document is an empty map. The root owns the whole tree. */
AdrefYaml *adref_yaml_read(const char *text, gsize length, const char *name, guint first_line,
                           GError **error);
void adref_yaml_free(AdrefYaml *root);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefYaml, adref_yaml_free)

/* The entry of a map, or NULL. */
const AdrefYaml *adref_yaml_get(const AdrefYaml *map, const char *key);

/* Refuses a node that is not a map, or that has a key not in `keys` (NULL-terminated). The message
 * lists the allowed keys and gives the most similar one. `what` is its subject: "an outline". */
gboolean adref_yaml_check_keys(const AdrefYaml *map, const char *what, const char *const *keys,
                               GError **error);

/* Read a typed value. A missing key leaves *out unchanged and succeeds. A value of another type is
 * an error that says what is allowed. Strings are owned by the root. */
gboolean adref_yaml_text(const AdrefYaml *map, const char *key, const char **out, GError **error);
gboolean adref_yaml_boolean(const AdrefYaml *map, const char *key, gboolean *out, GError **error);
gboolean adref_yaml_integer(const AdrefYaml *map, const char *key, gint64 *out, GError **error);

/* A list of codes, such as [JPN, ASEAN]; that they are in the registry is a matter of `templates
 * check`. Freed with g_strfreev. */
gboolean adref_yaml_parties(const AdrefYaml *map, const char *key, char ***out, GError **error);

/* The same as the typed values for a node instead of a key, without an error: FALSE for a value of
 * another type. */
gboolean adref_yaml_is_boolean(const AdrefYaml *node, gboolean *out);
gboolean adref_yaml_is_integer(const AdrefYaml *node, gint64 *out);

/* Describes a node in a message: "\"5\"", "the text \"5\"" when it is quoted (both shortened to
 * ADREF_YAML_MAX_SHOWN characters), "empty", "a list of 3" or "a map". Caller frees. */
char *adref_yaml_describe(const AdrefYaml *node);

/* Writes YAML, with quotes only where they are needed. The same calls give the same bytes. */
typedef struct AdrefYamlWriter AdrefYamlWriter;
AdrefYamlWriter *adref_yaml_writer_new(void);
void adref_yaml_open_map(AdrefYamlWriter *writer);
void adref_yaml_open_list(AdrefYamlWriter *writer);
void adref_yaml_close(AdrefYamlWriter *writer);

/* A key and its list of words, NULL-terminated. */
void adref_yaml_put_list(AdrefYamlWriter *writer, const char *key, char **list);

void adref_yaml_put(AdrefYamlWriter *writer, const char *scalar);      /* a key or a plain value */
void adref_yaml_put_quoted(AdrefYamlWriter *writer, const char *text); /* quoted when it looks
                                                                           like another type */
/* A key and its text, quoted like the above; nothing when `text` is NULL. */
void adref_yaml_put_text(AdrefYamlWriter *writer, const char *key, const char *text);
void adref_yaml_put_node(AdrefYamlWriter *writer, const AdrefYaml *node);
/* Ends the document, frees the writer and returns its text. */
GString *adref_yaml_writer_end(AdrefYamlWriter *writer);

#endif
