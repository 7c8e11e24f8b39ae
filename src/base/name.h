/* The names that adref accepts (src/README.md section 2). A name needs no quoting in a path, a git
 * ref or a marker. */
#ifndef ADREF_BASE_NAME_H
#define ADREF_BASE_NAME_H

#include <glib.h>

typedef enum {
  ADREF_NAME_STATEMENT, /* [a-z0-9][a-z0-9-]* */
  ADREF_NAME_CLAUSE,    /* the same */
  ADREF_NAME_LABEL,     /* the same: zero, rev1 */
  ADREF_NAME_PARTY,     /* [A-Z][A-Z0-9-]* */
  ADREF_NAME_PARAM,     /* of a parameter: [a-z][a-z0-9_]* */
  ADREF_NAME_LANGUAGE,  /* a language tag (BCP 47) of at most 35 bytes: en, ja, zh-Hans, pt-BR */
  ADREF_NAME_TEMPLATE,  /* at most 8 clause names joined by "/": cyber/private-sector */
} AdrefNameKind;

/* Whether `name` is a name of this kind. Names have at most 100 bytes. */
gboolean adref_name_is(AdrefNameKind kind, const char *name);

/* Whether all `names` (NULL-terminated) are. */
gboolean adref_names_are(AdrefNameKind kind, char *const *names);

/* The same; the error (ADREF_ERROR_USAGE) says what is allowed. */
gboolean adref_name_check(AdrefNameKind kind, const char *name, GError **error);

/* The rule in words: "small letters, digits and -, beginning with a letter or digit". */
const char *adref_name_rule(AdrefNameKind kind);

/* Insertions, deletions, replacements and exchanges of two neighbours ("nwe") that make b of a: the
 * optimal string alignment distance. More than `limit` when it is larger. */
guint adref_name_distance(const char *a, const char *b, guint limit);

/* Of `names` (NULL-terminated) the one with the smallest edit distance to `name`, the first of
 * several; NULL if no distance is at most a third of the length of `name`, rounded up. */
const char *adref_name_closest(const char *name, const char *const *names);

/* The end of a message about `name`, which is not one of `names` (of const char *): `; did you mean
 * "x"?`, `; allowed are a, b` or `; there is none`. The caller frees it. */
char *adref_name_suggest(const char *name, const GPtrArray *names);

#endif
