/* Files whose names differ only in capitals, or in how accents are encoded: EN.md beside en.md. On
 * a computer whose file names ignore case one of them replaces the other, and a text is out of
 * sight.
 */
#ifndef ADREF_DRAFT_LIBRARY_NAME_TWINS_H
#define ADREF_DRAFT_LIBRARY_NAME_TWINS_H

#include "draft/data/file_source.h"

/* Says which two files below a folder are twins, and what to do; NULL: none are, or the folder
 * cannot be listed. Caller frees. */
char *adref_name_twins(AdrefFileSource *source, const char *folder);

/* The same of the folder of a statement. */
char *adref_name_twins_of_statement(AdrefFileSource *source, const char *id);

#endif
