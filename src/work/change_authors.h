/* Who made the changes between two texts, for programs that show an author beside each. */
#ifndef ADREF_WORK_CHANGE_AUTHORS_H
#define ADREF_WORK_CHANGE_AUTHORS_H

#include "work/text.h"

/* The short names of the parties whose versions came after `old` up to `new`, else the names of the
 * persons, separated by commas; `otherwise` for files, for what is not saved, and where more than 3
 * took part. *date: when the newest of these versions was made, in UTC with "Z", or NULL. Caller
 * frees both. */
char *adref_change_authors(const AdrefText *old, const AdrefText *new, const char *otherwise,
                           char **date);

/* The version of a text in words, "f9bc0b18, 2023-12-17, Ai Sato, rev1": its id, the author's date
 * and name, and its labels other than `name`, which stands before it; of the work folder "the files
 * as they are", in `words` of the page (NULL: English); NULL for a text of no statement. Caller
 * frees. */
char *adref_change_origin(const AdrefText *text, const char *name, const AdrefPageWords *words);

#endif
