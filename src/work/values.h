/* Values for templates that a person gives: in a YAML file, and one by one as NAME=VALUE. */
#ifndef ADREF_WORK_VALUES_H
#define ADREF_WORK_VALUES_H

#include "base/error.h"
#include "draft/data/value.h"

typedef struct {
  const char *folder;        /* that `file` is relative to */
  const char *file;          /* NULL: none */
  const GPtrArray *settings; /* of char *, "NAME=VALUE"; NULL: none */
} AdrefGivenValues;

/* All given values for these parameters (const AdrefParam *), by name (AdrefValue); a setting wins
 * over the file. A name that is no parameter is an error with its place and the near miss; in a
 * setting it is wrong usage. Caller frees. */
GHashTable *adref_values_read(const AdrefGivenValues *given, const GPtrArray *params,
                              const AdrefParties *parties, GError **error);

/* Makes an error about a value that was given one of wrong usage; none changes nothing. */
void adref_values_set_usage_error(GError **error);

#endif
