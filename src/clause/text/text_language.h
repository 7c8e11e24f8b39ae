/* The language of a text of which nobody says it: from its script and its commonest words. */
#ifndef ADREF_CLAUSE_TEXT_TEXT_LANGUAGE_H
#define ADREF_CLAUSE_TEXT_TEXT_LANGUAGE_H

#include <glib.h>

/* A tag such as "fr", from the first 16 KiB of a text (UTF-8; what is not is passed over); NULL for
 * a text that is too short or in another language. Static. */
const char *adref_text_language_guess(const char *text, gsize length);

/* The language of a file of which nobody says it: that of its name, "ja" of "x.ja.md", else that of
 * its words, else that of a name which is nothing else, where few words may be in that language
 * ("eu.md" may be the European Union's, "th.md" Thailand's), else English. Caller frees. */
char *adref_text_language_of_file(const char *name, const char *text, gsize length);

/* The same of a page that says its language itself, as `<html lang="pt-BR">` does (`said`; may be
 * NULL): that of its name, else that of its words, which know better than a template, else what it
 * says. Words cannot tell a language that is not known here. Caller frees. */
char *adref_text_language_of_page(const char *name, const char *said, const char *text,
                                  gsize length);

/* Whether a word is the code of a language in ISO 639-1, or "fil". */
gboolean adref_text_language_is_code(const char *word);

#endif
