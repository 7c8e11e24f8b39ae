/* Where a text that comes in came from: by the paragraphs that stand in it as they are. */
#ifndef ADREF_WORK_IMPORT_IMPORT_ORIGIN_H
#define ADREF_WORK_IMPORT_IMPORT_ORIGIN_H

#include "work/import/import_into.h"

/* The version that a file came from: options->base; else the text as it is, or the draft, else the
 * version of the text, that shares more with the file, of two equal ones the newer. Where a draft
 * shares as much as the text as it is, the file comes from the draft if it would take something
 * back else. What the party itself (options->party) has changed since does not count. into->base
 * gets its name. The caller frees the text. */
AdrefText *adref_import_origin_version(AdrefSession *session, AdrefImportInto *into,
                                       const AdrefImportOptions *options, GError **error);

/* The language of the statement in which the most paragraphs of the file stand as they are; NULL:
 * none stands in any. Owned by the statement. */
const char *adref_import_origin_language(AdrefSession *session, const AdrefStatement *statement,
                                         const AdrefImportFile *file);

#endif
