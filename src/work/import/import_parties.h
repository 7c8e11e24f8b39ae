/* A Word file that comes back into a running statement, with the tracked changes of one or several
 * parties. */
#ifndef ADREF_WORK_IMPORT_IMPORT_PARTIES_H
#define ADREF_WORK_IMPORT_IMPORT_PARTIES_H

#include "work/import/returned_word.h"

/* The version that the file came from: the one that it names, or by its words; into->base gets its
 * name. The caller frees it. */
AdrefText *adref_import_parties_base(AdrefSession *session, AdrefImportInto *into,
                                     const AdrefImportOptions *options, GError **error);

/* What the parties of `word` have changed since `base`, one upon the other: the first in `into`,
 * the others in into->later. A corrected table (options->map) is
 * that of the file with the changes of all; the file is the nth. */
gboolean adref_import_parties_compare(AdrefImportInto *into, AdrefReturnedWord *word,
                                      const AdrefText *base, guint nth,
                                      const AdrefImportOptions *options, GError **error);

#endif
