/* Parameters bound to values: what `with` of the outline fixes, else what the statement's `values`
 * say, else the default of the outline's parameter of that name, else the parameter's own. */
#ifndef ADREF_DRAFT_BINDING_H
#define ADREF_DRAFT_BINDING_H

#include <glib.h>

#include "draft/library.h"
#include "draft/value.h"

typedef struct {
  const AdrefParam *param;
  AdrefValue *value;
  AdrefLocation place; /* where its words stand */
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

/* Binds a parameter; one of a name that is bound already changes nothing. The words of the value
 * stand at `place`, but for a choice: there it is the place of the parameter. */
void adref_binding_put(AdrefBinding *binding, const AdrefParam *param, AdrefValue *value,
                       AdrefLocation place);

/* Where values come from. NULL members hold nothing. */
typedef struct {
  const AdrefYaml *fixed;  /* with: */
  const AdrefYaml *values; /* values: */
  const GPtrArray *shared; /* parameters of the outline */
  const AdrefParties *parties;
  AdrefLocation place; /* of `values`, for a value that is missing */
} AdrefBindingSources;

/* The YAML value of a parameter, or NULL: then the default counts. */
const AdrefYaml *adref_binding_sources_find(const AdrefBindingSources *sources,
                                            const AdrefParam *param);

/* The default of a parameter, or NULL. */
AdrefValue *adref_binding_sources_default(const AdrefBindingSources *sources,
                                          const AdrefParam *param);

/* Binds parameters (of const AdrefParam) that are not bound yet. `needed_by` names the template or
 * outline in the message about a missing value. */
gboolean adref_binding_add(AdrefBinding *binding, const GPtrArray *params,
                           const AdrefBindingSources *sources, const char *needed_by,
                           GError **error);

#endif
