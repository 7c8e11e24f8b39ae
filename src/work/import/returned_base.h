/* The version that a Word file which came back was made of. */
#ifndef ADREF_WORK_IMPORT_RETURNED_BASE_H
#define ADREF_WORK_IMPORT_RETURNED_BASE_H

#include "work/import/import_into.h"

/* The version that the file came from: that of options->base, else the one that its property names,
 * else the text as it is or the draft with the content that its property names. NULL without an
 * error: none of them is here, so it must be found by its words. The caller frees it, and changes
 * its document only where the file is a part of the text: else others may share it. *name becomes
 * what people call it. */
AdrefText *adref_returned_base(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefImportFile *file, const AdrefImportOptions *options,
                               char **name, GError **error);

#endif
