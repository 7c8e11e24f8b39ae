/* What the files that check a package share. */
#ifndef ADREF_SIGN_PACKAGE_PRIVATE_H
#define ADREF_SIGN_PACKAGE_PRIVATE_H

#include "sign/package.h"

void adref_package_add_problem(AdrefPackage *package, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Checks each signature and key, and that all have signed the same; adds each signature to
 * `entries`, of which VERIFY.txt is made (sign/package_metadata.h). `trust` may be NULL. */
void adref_package_check_signatures(AdrefPackage *package, const GPtrArray *members,
                                    GPtrArray *entries, const AdrefPackageTrust *trust);

#endif
