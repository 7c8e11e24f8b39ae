/* A Word file that comes from elsewhere: what it says when its tracked changes are accepted. */
#ifndef ADREF_WORK_IMPORT_IMPORT_WORD_H
#define ADREF_WORK_IMPORT_IMPORT_WORD_H

#include "exchange/docx/docx_document.h"
#include "work/import/import_text.h"

/* Whether a file is one of Word's: by its name, "x.docx", or its first bytes; also an old binary
 * one, which is refused when it is read. */
gboolean adref_import_word_is(const char *name, GBytes *bytes);

/* Reads the file into file->docx; its language too, but where only its words can tell it. */
gboolean adref_import_word_open(AdrefImportFile *file, GBytes *bytes, const char *language,
                                GError **error);

/* Whether adref exported the file and it says its language, so that it is read beside what went
 * out. */
gboolean adref_import_word_is_returned(const AdrefImportFile *file);

/* Reads the words of an open file by themselves into file->text, and its language. */
gboolean adref_import_word_read(const AdrefSession *session, AdrefImportFile *file, GError **error);

/* What an open file says, by itself, without markers. Of the options without_notes and
 * keeps_references count. The caller frees the tree. */
AdrefNode *adref_import_word_document(const AdrefImportFile *file, GHashTable *parties,
                                      const AdrefDocxDocumentOptions *chosen, GError **error);

/* The statement that a Word file says it was exported from, or the .odt that was made of it, by its
 * path; by the name that it has now, where it was renamed. NULL: none, or the file is neither.
 * *is_here: the workspace has it. Caller frees. */
char *adref_import_word_statement(AdrefSession *session, const char *name, gboolean *is_here);

/* Whether --marks hand goes with the file: only Word files have such marks. */
gboolean adref_import_word_check_marks(const AdrefImportFile *file,
                                       const AdrefImportOptions *options, GError **error);

/* Reads the file again, with its marks by hand taken as tracked changes. */
gboolean adref_import_word_take_hand_marks(const AdrefSession *session, AdrefImportFile *file,
                                           GError **error);

/* Whether a file has bookmarks of clauses. Without properties too adref has made it then: Google's
 * editor keeps none. */
gboolean adref_import_word_has_bookmarks(const AdrefDocxFile *docx);

/* Says what was left out or read otherwise than Word shows it; or that alone, without its tracked
 * changes and marks by hand. */
void adref_import_word_say(const AdrefSession *session, const AdrefImportFile *file);
void adref_import_word_say_left_out(const AdrefSession *session, const AdrefImportFile *file);

#endif
