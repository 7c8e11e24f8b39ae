/* Packages of the drafts rev1 and corr1, which corrects it, of the statement of sign/tamper.sh:
 * both parties have signed both. A test case has them by the two fixtures. */
#ifndef ADREF_TESTS_SIGN_MADE_PACKAGES_H
#define ADREF_TESTS_SIGN_MADE_PACKAGES_H

#include "sign/signers.h"

void made_packages_set_up(void);
void made_packages_tear_down(void);

/* The members of the package of rev1 or corr1 (of AdrefArchiveMember), and a copy to change. */
const GPtrArray *made_package(const char *label);
GPtrArray *copy_package(const GPtrArray *package);

/* The folder that holds keys/ and the repository world/. */
const char *made_packages_folder(void);

/* Puts a file into a package; NULL takes it out. */
void set_member(GPtrArray *members, const char *path, const char *text);
char *member_text(const GPtrArray *members, const char *path);

/* Those of keys.txt, an allowed_signers file that the script writes in the folder. Caller frees. */
AdrefSigners *signers_of(const char *script);

#endif
