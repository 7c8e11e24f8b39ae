/* YAML of strangers, read with libyaml into a small tree that knows its places.
 *
 * Refused, with line and column: anchors and aliases (so no alias bombs), tags, several documents,
 * duplicate keys, keys that are empty or no scalars, control characters, more than 64 levels, files
 * over ADREF_YAML_LIMIT. */
#ifndef ADREF_DRAFT_YAML_H
#define ADREF_DRAFT_YAML_H

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
  AdrefLocation place; /* of this node; place.file lives as long as the root */
  char *key;           /* of an entry of a map, else NULL */
  AdrefLocation key_place;
  char *text;        /* of a scalar; "" for an empty one */
  gboolean quoted;   /* a scalar written in quotes or as a block: always text */
  GPtrArray *items;  /* of AdrefYaml: entries of a list or a map in their order; else NULL */
  GHashTable *index; /* private: of a map with many keys */
};

/* Reads one document. `name` stands in the messages. `first_line` (from 1) is the line of the file
 * on which the YAML text begins. An empty document is an empty map. The root owns all. */
AdrefYaml *adref_yaml_read(const char *text, gsize length, const char *name, guint first_line,
                           GError **error);
void adref_yaml_free(AdrefYaml *root);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefYaml, adref_yaml_free)

/* The entry of a map, or NULL. */
const AdrefYaml *adref_yaml_get(const AdrefYaml *map, const char *key);

/* Refuses a node that is not a map, or that has a key not in `keys` (NULL-terminated); the message
 * lists the keys allowed and names the near miss. `what` says what is read: "an outline". */
gboolean adref_yaml_check_keys(const AdrefYaml *map, const char *what, const char *const *keys,
                               GError **error);

/* Typed reading. A missing key leaves *out untouched and succeeds; a value of another type is an
 * error that says what is allowed. Strings belong to the root. */
gboolean adref_yaml_text(const AdrefYaml *map, const char *key, const char **out, GError **error);
gboolean adref_yaml_boolean(const AdrefYaml *map, const char *key, gboolean *out, GError **error);
gboolean adref_yaml_integer(const AdrefYaml *map, const char *key, gint64 *out, GError **error);

/* The same for a node in hand, without an error: FALSE for any other value. */
gboolean adref_yaml_is_boolean(const AdrefYaml *node, gboolean *out);
gboolean adref_yaml_is_integer(const AdrefYaml *node, gint64 *out);

/* The node in a message: "\"5\"", "the text \"5\"" for a quoted one, both shortened, "empty", "a
 * list of 3" or "a map". The caller frees it. */
char *adref_yaml_describe(const AdrefYaml *node);

/* Writing, with quotes where they are needed and nowhere else; deterministic. */
typedef struct AdrefYamlWriter AdrefYamlWriter;
AdrefYamlWriter *adref_yaml_writer_new(void);
void adref_yaml_open_map(AdrefYamlWriter *writer);
void adref_yaml_open_list(AdrefYamlWriter *writer);
void adref_yaml_close(AdrefYamlWriter *writer);
void adref_yaml_put(AdrefYamlWriter *writer, const char *scalar);      /* a key or a plain value */
void adref_yaml_put_quoted(AdrefYamlWriter *writer, const char *text); /* a text that looks like
                                                                           another type is quoted */
void adref_yaml_put_node(AdrefYamlWriter *writer, const AdrefYaml *node);
/* Ends the document, frees the writer and gives its text. */
GString *adref_yaml_writer_end(AdrefYamlWriter *writer);

#endif
