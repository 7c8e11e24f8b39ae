/* Checking a package without its repository: what was signed, and the pages. */
#ifndef ADREF_WORK_VERIFY_PACKAGE_H
#define ADREF_WORK_VERIFY_PACKAGE_H

#include "sign/package.h"

/* A page, made anew and compared. */
typedef struct {
  char *path, *language;
  const char *format; /* "html", "pdf" */
  const char *state;  /* "same", "none" (a PDF that is not there), or why it is not the same */
} AdrefPageCheck;

typedef struct {
  AdrefPackage *package; /* its `problems` name wrong pages, too; none: all is in order */
  GArray *pages;         /* of AdrefPageCheck */
} AdrefPackageReport;

/* Whether an argument is the path of a package: an archive or its folder. Paths are relative to
 * `folder`. */
gboolean adref_verify_package_is_one(const char *folder, const char *argument);

AdrefPackageReport *adref_verify_package(const char *folder, const char *argument, GError **error);
void adref_package_report_free(AdrefPackageReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPackageReport, adref_package_report_free)

#endif
