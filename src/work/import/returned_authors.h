/* Whose changes the tracked changes of a Word file are that several persons have marked.
 *
 * --author maps persons to parties; who is in none, and what carries no mark, is of the party whose
 * file it is. A reading has the changes of some of the parties only. */
#ifndef ADREF_WORK_IMPORT_RETURNED_AUTHORS_H
#define ADREF_WORK_IMPORT_RETURNED_AUTHORS_H

#include "work/import/import_text.h"

/* The codes of the parties whose changes the file has: first options->party (NULL: nobody's), which
 * has all that carries no mark, then those of others that have marked something, in the order of
 * options->parties. The strings are those of the options. Caller unrefs. */
GPtrArray *adref_returned_authors_parties(const AdrefDocxFile *docx,
                                          const AdrefImportOptions *options);

/* The code of the party whose change a mark of an author is; NULL: nobody's. */
const char *adref_returned_authors_party(const AdrefImportOptions *options, const char *author);

/* Readings that are made from now on have the changes of the parties from `first` to `last`, two
 * places in `parties`, and no others. The codes of those whose comments are left out are returned;
 * caller unrefs. */
GHashTable *adref_returned_authors_choose(const AdrefDocxFile *docx,
                                          const AdrefImportOptions *options,
                                          const GPtrArray *parties, guint first, guint last);

/* Says whose changes become those of options->party although --author does not name them, where
 * several persons have marked something, and which words of one party another one wants deleted;
 * adds to options->persons. Says nothing where options->authors is NULL: the command has no
 * --author. */
void adref_returned_authors_say(const AdrefDocxFile *docx, const AdrefImportOptions *options,
                                GPtrArray *problems);

/* A table for AdrefImportOptions.persons; the caller unrefs it. */
GHashTable *adref_returned_authors_persons_new(void);

/* FALSE with an error that names the persons there are: nobody in the files that were read has a
 * name of `authors` (as in AdrefImportOptions; NULL: none are named). */
gboolean adref_returned_authors_check(GHashTable *authors, GHashTable *persons, GError **error);

#endif
