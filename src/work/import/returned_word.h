/* A Word file that came back: it is compared with the file that went out.
 *
 * Its marks are not believed. The version that it came from is exported again, and both files are
 * read alike; so what a page prints besides the words of a clause is not taken for words, and a
 * clause whose words did not change stays as it was. */
#ifndef ADREF_WORK_IMPORT_RETURNED_WORD_H
#define ADREF_WORK_IMPORT_RETURNED_WORD_H

#include "view/reports/word_report.h"
#include "work/import/import_into.h"

typedef struct AdrefReturnedWord AdrefReturnedWord;

/* Reads the file anew, beside the version `base`: file->text has its clauses. Where a part of the
 * text went out, `base` keeps only the clauses of the part. `now` is the text as it is. All
 * arguments must outlive it. NULL with an error. */
AdrefReturnedWord *adref_returned_word_open(AdrefImportFile *file, AdrefText *base,
                                            const char *base_name, const AdrefText *now,
                                            const AdrefImportOptions *options, GError **error);
void adref_returned_word_free(AdrefReturnedWord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefReturnedWord, adref_returned_word_free)

/* What the file has changed, once; the caller frees it. */
AdrefWordReport *adref_returned_word_take_report(AdrefReturnedWord *self);

/* Whose changes it has (adref_returned_authors_parties()). Its own. */
const GPtrArray *adref_returned_word_parties(const AdrefReturnedWord *self);

/* file->text becomes the text with the changes and comments of the parties from `first` to `last`
 * alone, two places of adref_returned_word_parties(); with what carries no mark, always. `first`
 * behind the last one: with no changes. */
gboolean adref_returned_word_choose(AdrefReturnedWord *self, guint first, guint last,
                                    GError **error);

/* Whether the name is that of a file of Word or LibreOffice. */
gboolean adref_returned_word_is(const char *path);

#endif
