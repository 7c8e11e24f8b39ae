/* YAML of the plainest kind, read without libyaml, ten times as fast: what adref writes as records
 * and locks.
 *
 *     # a comment on a line of its own
 *     key: words
 *     list:
 *     - key:
 *         another: 1f0a 9c44
 *       time: '2023-12-01T09:00:00+09:00'
 *
 * Keys and values are letters, digits, and characters that mean nothing in YAML where they stand; a
 * value may stand in single quotes; everything else is left to libyaml, which says what is wrong
 * with it. Private to draft/. */
#ifndef ADREF_DRAFT_DATA_YAML_LINES_H
#define ADREF_DRAFT_DATA_YAML_LINES_H

#include "draft/data/yaml.h"

/* Reads a text into an empty map; `file` of its places is that of the root. FALSE: the text is
 * another YAML, or an error, and the map may hold a part of it. */
gboolean adref_yaml_lines_read(const char *text, gsize length, guint first_line, AdrefYaml *root);

/* Adds a node to a list or a map. */
void adref_yaml_add(AdrefYaml *parent, AdrefYaml *node);

#endif
