/* The records in the package of an adopted text, compared with those that are here. */
#ifndef ADREF_WORK_PUBLISH_PACKAGE_RECORDS_H
#define ADREF_WORK_PUBLISH_PACKAGE_RECORDS_H

#include "history/repo.h"
#include "sign/package.h"

/* Adds to the problems of the package each act, not later than the adoption, that the last version
 * of `repo` has in a record of the statement and that the package does not have: whoever recorded
 * the adoption left it out, or did not have it. Of a silence that held, also each objection in time
 * that is known here and that the list does not name. Without a repository, or where it does not
 * have the statement, nothing is compared. */
void adref_package_records_compare(AdrefPackage *package, const GPtrArray *members,
                                   AdrefRepo *repo);

#endif
