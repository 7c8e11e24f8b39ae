/* Whether a file that comes back is in the language that it is taken for. */
#ifndef ADREF_WORK_IMPORT_IMPORT_LANGUAGE_H
#define ADREF_WORK_IMPORT_IMPORT_LANGUAGE_H

#include "work/import/import_into.h"

/* What the file changes was decided. FALSE, with an error: its words are certainly in another
 * language, and would take the place of nearly all clauses of the text that is there. The first
 * text of a language is never refused: such words are a problem of the file. */
gboolean adref_import_language_check(const AdrefImportInto *into, GError **error);

#endif
