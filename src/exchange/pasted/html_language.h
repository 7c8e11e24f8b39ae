/* The language of a page of HTML. */
#ifndef ADREF_EXCHANGE_PASTED_HTML_LANGUAGE_H
#define ADREF_EXCHANGE_PASTED_HTML_LANGUAGE_H

#include <glib.h>

/* A tag such as "fr": that of the name of the file, of the words of the page, or of the `lang` of
 * its elements <html> or <body> (clause/text/text_language.h). Caller frees. */
char *adref_html_language(const char *name, const char *html, gsize length);

#endif
