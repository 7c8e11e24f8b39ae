/* Plain text of a party, which comes back by mail: read as `adref import` reads it, not as
 * Markdown.
 */
#ifndef ADREF_WORK_IMPORT_RETURNED_PLAIN_H
#define ADREF_WORK_IMPORT_RETURNED_PLAIN_H

#include "work/text.h"

/* The text of a party, which came from a version of a statement: loaded like that version
 * (work/text.h), with the words of the file. Its clauses have the emphasis, the links and the lists
 * of those that they are. */
AdrefText *adref_returned_plain_load(AdrefSession *session, const char *statement,
                                     const char *version, const char *path, const char *language,
                                     GError **error);

#endif
