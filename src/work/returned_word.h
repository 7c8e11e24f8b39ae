/* A Word file that came back: it is compared with the file that went out.
 *
 * Its marks are not believed. The version that it came from is exported again, and both files are
 * read alike; so what a page prints besides the words of a clause is not taken for words, and a
 * clause whose words did not change stays as it was. */
#ifndef ADREF_WORK_RETURNED_WORD_H
#define ADREF_WORK_RETURNED_WORD_H

#include "view/word_report.h"
#include "work/import_into.h"

/* The version that the file came from: that of options->base, else the one that its property names,
 * else the text as it is or the draft with the content that its property names. NULL without an
 * error: none of them is here, so it must be found by its words. The caller frees it, and changes
 * its document only where the file is a part of the text: else others may share it. *name becomes
 * what people call it. */
AdrefText *adref_returned_word_base(AdrefSession *session, const AdrefStatement *statement,
                                    const AdrefImportFile *file, const AdrefImportOptions *options,
                                    char **name, GError **error);

/* Reads the file anew, beside the version `base`: file->text has its clauses. Where a part of the
 * text went out, `base` keeps only the clauses of the part. NULL with an error. */
AdrefWordReport *adref_returned_word_read(AdrefImportFile *file, AdrefText *base,
                                          const char *base_name, const AdrefImportOptions *options,
                                          GError **error);

/* Whether the name is that of a file of Word or LibreOffice. */
gboolean adref_returned_word_is(const char *path);

#endif
