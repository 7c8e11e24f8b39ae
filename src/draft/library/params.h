/* The list of parameters that a template or an outline declares. */
#ifndef ADREF_DRAFT_LIBRARY_PARAMS_H
#define ADREF_DRAFT_LIBRARY_PARAMS_H

#include <glib.h>

#include "draft/data/value.h"

/* Reads a map `params:` (of AdrefParam, in the order of the file; freed with g_ptr_array_unref).
 * `node` NULL: no parameters. The name "statement" is refused: it has the facts of the statement.
 */
GPtrArray *adref_params_read(const AdrefYaml *node, const AdrefParties *parties, GError **error);

/* The parameter of this name, or NULL. */
const AdrefParam *adref_params_get(const GPtrArray *params, const char *name);

#endif
