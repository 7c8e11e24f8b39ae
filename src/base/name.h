/* The names that adref accepts (DESIGN.md section 2). Everything else is refused with a message
 * that says what is allowed; so a name can stand in a path, a ref and a marker without quoting. */
#ifndef ADREF_BASE_NAME_H
#define ADREF_BASE_NAME_H

#include <glib.h>

typedef enum {
  ADREF_NAME_STATEMENT, /* [a-z0-9][a-z0-9-]* */
  ADREF_NAME_CLAUSE,    /* likewise */
  ADREF_NAME_LABEL,     /* likewise: zero, rev1 */
  ADREF_NAME_PARTY,     /* [A-Z][A-Z0-9-]* */
  ADREF_NAME_PARAM,     /* of a parameter: [a-z][a-z0-9_]* */
  ADREF_NAME_LANGUAGE,  /* BCP 47 in its plain form: en, ja, zh-Hans, pt-BR */
  ADREF_NAME_TEMPLATE,  /* clause names joined by "/": cyber/private-sector, at most 8 deep */
} AdrefNameKind;

/* Names are at most 100 bytes long. */
gboolean adref_name_is(AdrefNameKind kind, const char *name);

/* The same with an error (ADREF_ERROR_USAGE) that names the rule. */
gboolean adref_name_check(AdrefNameKind kind, const char *name, GError **error);

/* The rule in words: "small letters, digits and -, beginning with a letter or digit". */
const char *adref_name_rule(AdrefNameKind kind);

/* Of `names` (NULL-terminated) the one nearest to `name`, or NULL when none is near: for "did you
 * mean ...?". */
const char *adref_name_closest(const char *name, const char *const *names);

/* `; did you mean "x"?` or `; allowed are a, b` or `; there is none`, for the end of a message
 * about `name`, which is not one of `names` (of const char *). Caller frees. */
char *adref_name_suggest(const char *name, const GPtrArray *names);

#endif
