/* Checking a package without its repository: what was signed, and the pages. */
#ifndef ADREF_WORK_PUBLISH_VERIFY_PACKAGE_H
#define ADREF_WORK_PUBLISH_VERIFY_PACKAGE_H

#include "sign/package.h"

/* A page, made anew and compared. */
typedef struct {
  char *path, *language;
  const char *format; /* "html", "pdf" */
  const char *state;  /* "same"; "as issued": made otherwise, but in the list that a known party
                         signed; or why it is neither */
} AdrefPageCheck;

typedef struct {
  AdrefPackage *package; /* with page_problems, pages_confirmed and pages_issued */
  GArray *pages;         /* of AdrefPageCheck */
} AdrefPackageReport;

/* Whether an argument is the path of a package: an archive or its folder. Paths are relative to
 * `folder`. */
gboolean adref_verify_package_is_one(const char *folder, const char *argument);

/* The pins of the repository around `folder` count. `signers_file` has lines of the files `signers`
 * and `signers.gpg` (sign/signers.h): no other keys sign for a party; NULL: none is given. */
AdrefPackageReport *adref_verify_package(const char *folder, const char *argument,
                                         const char *signers_file, GError **error);
void adref_package_report_free(AdrefPackageReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPackageReport, adref_package_report_free)

#endif
