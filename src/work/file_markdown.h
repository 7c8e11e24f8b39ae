/* The Markdown that a file outside of a statement is read as. Plain text is no Markdown: a "*" is a
 * letter in it, a line is a paragraph, and what adref printed has labels. In Markdown the tables
 * that people paste, with tabs, drawn, or with columns below each other, are tables. */
#ifndef ADREF_WORK_FILE_MARKDOWN_H
#define ADREF_WORK_FILE_MARKDOWN_H

#include "work/text.h"

/* Whether the name is that of a file of plain text, "x.txt" or "x.text". */
gboolean adref_file_is_plain_text(const char *path);

/* Replaces the source of a text that was read from a file by the Markdown that is made of it; what
 * was taken for a table is said in its problems, and `lines` has the lines of the file. Nothing
 * happens to Markdown in which all is Markdown. */
void adref_file_markdown_make(AdrefText *text);

/* Refuses to write into a file from which Markdown was made; `what` would write: "format: --write".
 */
gboolean adref_file_markdown_check_writable(const AdrefText *text, const char *what,
                                            GError **error);

#endif
