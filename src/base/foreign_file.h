/* Files of other programs that people take for a text, recognised by their first bytes: what they
 * are, and how a text is made of them. */
#ifndef ADREF_BASE_FOREIGN_FILE_H
#define ADREF_BASE_FOREIGN_FILE_H

#include <glib.h>

/* What bytes that are not UTF-8 are: "a Word file; make Markdown of it first: pandoc ...", a
 * sentence that goes on behind the name of a file. NULL: unknown. */
const char *adref_foreign_file_binary(const char *bytes, gsize length);

/* The same for a text that would be read as words although it is made for another program: RTF and
 * pages of HTML. */
const char *adref_foreign_file_text(const char *text, gsize length);

/* The same by the ending of its name: a piece of HTML has no start that tells it from Markdown. */
const char *adref_foreign_file_named(const char *name);

/* Whether one of these two says that it is a page of HTML. */
gboolean adref_foreign_file_is_html(const char *name, const char *text, gsize length);

/* The name by which iconv knows the encoding that bytes which are not UTF-8 are probably in:
 * Japanese by its syllables, else that of Windows in Western Europe. */
const char *adref_foreign_file_encoding(const char *bytes, gsize length);

#endif
