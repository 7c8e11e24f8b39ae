/* The options --prefer and --party of "show" and "export". */
#ifndef ADREF_CMD_SHARED_PREFERENCE_ARGUMENTS_H
#define ADREF_CMD_SHARED_PREFERENCE_ARGUMENTS_H

#include "cmd/command.h"
#include "work/text.h"

/* clang-format off */
#define ADREF_OPTION_PREFER \
  {"prefer", 0, "WHO", NULL, FALSE, "as if agreed, by WHO: base, chair or a PARTY"}
#define ADREF_OPTION_AS_PARTY \
  {"party", 0, "PARTY", NULL, FALSE, "the text as PARTY would have it"}
/* clang-format on */

/* Whether one of the options is given. */
gboolean adref_preference_arguments_given(const AdrefRun *run);

/* Refuses options that do not go with them. */
gboolean adref_preference_arguments_check(const AdrefRun *run, GError **error);

/* Changes the text as the options say. *role gets what its page says of it in `words` (NULL:
 * English), or NULL without them. */
gboolean adref_preference_arguments_apply(const AdrefRun *run, AdrefText *text,
                                          const AdrefPageWords *words, char **role, GError **error);

/* "prefer JPN" or "party JPN", as AdrefViewOptions has it; NULL: neither was given. Caller frees.
 */
char *adref_preference_arguments_words(const AdrefRun *run);

#endif
