/* Whether the languages of a version contradict each other, and nobody has accepted it. */
#ifndef ADREF_WORK_CHECK_LANGUAGE_CHECK_H
#define ADREF_WORK_CHECK_LANGUAGE_CHECK_H

#include "sign/package.h"

/* "en and fr differ: training: en has 35, fr has 30": what stands against a signature of the
 * version (sign/language_states.h), by the records in `now`; NULL: nothing, or the version cannot
 * be read (`snapshot` may be NULL). Caller frees. */
char *adref_language_check_snapshot(const AdrefStatementSnapshot *snapshot, AdrefFileSource *now);

/* The same of the texts of a package that bind, a line for each difference. A package has no
 * records, so it cannot say what was accepted. Of char *; caller unrefs. */
GPtrArray *adref_language_check_package(const AdrefPackage *package);

#endif
