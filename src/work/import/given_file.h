/* A file that a person names where no workspace is needed (--files): Markdown, plain text, or a
 * Word file. */
#ifndef ADREF_WORK_IMPORT_GIVEN_FILE_H
#define ADREF_WORK_IMPORT_GIVEN_FILE_H

#include "work/text.h"

/* Whether the name is that of a Word file, "x.docx". */
gboolean adref_given_file_is_word(const char *path);

typedef struct {
  const char *language;      /* NULL: that of the file */
  GBytes *known;             /* the text that it may have come from: the mail around plain text is
                                left out (work/import/mail_around.h); NULL: none */
  const char *output;        /* the file into which the result will be written; NULL: none */
  gboolean keeps_references; /* those of a Word file to clauses by their ids: the text with which
                                it is compared may have these */
} AdrefGivenFileOptions;

/* Loads a file as adref_text_load_file() does. The source of a Word file is Markdown without
 * markers: its words with all tracked changes accepted, without comments; what was left out is
 * said. A file that is no Word file in spite of its name is refused as by import, and so is a Word
 * file that is the output. Pages of HTML and RTF are refused: no Markdown is made of them here. */
AdrefText *adref_given_file_load(AdrefSession *session, const char *path,
                                 const AdrefGivenFileOptions *options, GError **error);

/* Loads a file of Markdown as the text of a statement, `base`, would be read, with the same
 * refusals; its name is that of the file. The caller frees it. */
AdrefText *adref_given_file_load_for(AdrefSession *session, const AdrefText *base, const char *path,
                                     GError **error);

/* The name of a text on a page that others read: of a file without the folders on this machine, but
 * with the last one where `other`, with which it is compared, has the same name (NULL: none). That
 * of a version stays. Caller frees. */
char *adref_given_file_page_name(const AdrefText *text, const char *name, const char *other);

#endif
