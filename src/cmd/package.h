/* The pages of a package, and checking a package: what `finalize` and `verify` share. */
#ifndef ADREF_CMD_PACKAGE_H
#define ADREF_CMD_PACKAGE_H

#include "cmd/command.h"
#include "sign/package.h"

/* A page of a final text; the same text gives the same bytes. `format` is "html" or "pdf". */
GBytes *adref_package_page(const AdrefRendition *rendition, const AdrefSignedText *text,
                           const char *label, const char *format, GError **error);

/* Whether an argument of `verify` is a package: an archive or its folder. */
gboolean adref_package_is(const AdrefRun *run, const char *argument);

int adref_package_verify(AdrefRun *run, const char *argument, GError **error);

#endif
