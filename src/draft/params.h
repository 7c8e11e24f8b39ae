/* The parameters that a template or an outline declares, in their order. */
#ifndef ADREF_DRAFT_PARAMS_H
#define ADREF_DRAFT_PARAMS_H

#include <glib.h>

#include "draft/value.h"

/* Reads a map `params:` (GPtrArray of AdrefParam, freed with g_ptr_array_unref); NULL: no node, no
 * parameters. The name "statement" is taken by the facts of the statement. */
GPtrArray *adref_params_read(const AdrefYaml *node, const AdrefParties *parties, GError **error);

/* By name, or NULL. */
const AdrefParam *adref_params_get(const GPtrArray *params, const char *name);

#endif
