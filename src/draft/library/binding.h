/* Parameters bound to values. The value is the first of: the one in `with` of the outline's entry,
 * the one in `values` of the statement, the default of the outline's parameter with the same name
 * and type, the parameter's own default, what is derived from other values (`years_since`). */
#ifndef ADREF_DRAFT_LIBRARY_BINDING_H
#define ADREF_DRAFT_LIBRARY_BINDING_H

#include <glib.h>

#include "draft/data/value.h"
#include "draft/library/library.h"

typedef struct {
  const AdrefParam *param;
  AdrefValue *value;
  AdrefLocation place; /* of the words of the value, for warnings */
  gboolean is_default; /* nobody gave the value: it is a default of the outline or the template */
} AdrefBoundParam;

/* In the order in which the parameters were bound, each name once. */
typedef struct {
  GPtrArray *all;      /* of AdrefBoundParam */
  GHashTable *by_name; /* name -> AdrefBoundParam of `all` */
} AdrefBinding;

AdrefBinding *adref_binding_new(void);
void adref_binding_free(AdrefBinding *binding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefBinding, adref_binding_free)

const AdrefBoundParam *adref_binding_get(const AdrefBinding *binding, const char *name);

/* Binds a parameter. Does nothing when the name is bound already. `place` is the position of the
 * value; for a choice the position of the parameter is stored, since its words are declared there.
 * Returns what is bound. */
AdrefBoundParam *adref_binding_put(AdrefBinding *binding, const AdrefParam *param,
                                   AdrefValue *value, AdrefLocation place);

/* The sources of values. Each may be NULL. */
typedef struct {
  const AdrefYaml *fixed;  /* with: */
  const AdrefYaml *values; /* values: */
  const GPtrArray *shared; /* parameters of the outline */
  const AdrefParties *parties;
  const AdrefValue *date; /* of the statement, for `years_since` */
  AdrefLocation place;    /* of `values`, for a value that is missing */
} AdrefBindingSources;

/* The YAML value of a parameter, or NULL: then the default counts. */
const AdrefYaml *adref_binding_sources_find(const AdrefBindingSources *sources,
                                            const AdrefParam *param);

/* The default of a parameter, or NULL. */
AdrefValue *adref_binding_sources_default(const AdrefBindingSources *sources,
                                          const AdrefParam *param);

/* Whether the parameter, one of `params`, is wanted: it has no `when`, or that boolean, which is
 * bound in `binding` (may be NULL), stands in the sources or has a default, says so. */
gboolean adref_binding_wants(const AdrefBinding *binding, const GPtrArray *params,
                             const AdrefParam *param, const AdrefBindingSources *sources);

/* The value of an integer with `years_since`: the years from the year of that parameter, which is
 * bound in `binding` (may be NULL) or stands in the sources, to the date of the statement. NULL
 * when one of them is not known, or the date is before the year. Caller frees. */
AdrefValue *adref_binding_derive(const AdrefBinding *binding, const AdrefParam *param,
                                 const AdrefBindingSources *sources);

/* Binds those of `params` (of const AdrefParam) that are wanted and not bound yet. `needed_by` is
 * the path of the template or outline, for the message about a missing value. */
gboolean adref_binding_add(AdrefBinding *binding, const GPtrArray *params,
                           const AdrefBindingSources *sources, const char *needed_by,
                           GError **error);

#endif
