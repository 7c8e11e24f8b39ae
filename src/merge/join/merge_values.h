/* Values of YAML, joined from one base and two sides. Private to merge/. */
#ifndef ADREF_MERGE_JOIN_MERGE_VALUES_H
#define ADREF_MERGE_JOIN_MERGE_VALUES_H

#include "draft/data/yaml.h"
#include "merge/join/merge_entries.h"

/* Whether two values are written the same in the plainest form; NULL is no value. */
gboolean adref_yaml_values_equal(const AdrefYaml *a, const AdrefYaml *b);

/* "KEY: the joined value", as lines. `base` may be NULL. Recursive, to ADREF_YAML_MAX_LEVELS. */
GString *adref_yaml_values_join(const char *key, const AdrefYaml *base, const AdrefYaml *ours,
                                const AdrefYaml *theirs, const char *path, GPtrArray *overlaps);

/* What a side makes of an entry, in words: `has` it, with a value or (NULL) as a line. Caller
 * frees. */
char *adref_entry_words(gboolean has, const AdrefYaml *value);

/* `ours` and `theirs` become owned by the overlap. */
void adref_entry_overlap_add(GPtrArray *overlaps, const char *entry, char *ours, char *theirs);

#endif
