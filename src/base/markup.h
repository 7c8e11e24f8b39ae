/* Text of strangers inside HTML. */
#ifndef ADREF_BASE_MARKUP_H
#define ADREF_BASE_MARKUP_H

#include <glib.h>

/* Appends text with & < > " escaped: good between tags and inside a quoted attribute. */
void adref_markup_escape_text(GString *page, const char *text, gsize length);

/* The same up to the NUL; NULL appends nothing. */
void adref_markup_escape_string(GString *page, const char *text);

/* Appends an address for href: every byte that is not allowed in one becomes %XX. */
void adref_markup_escape_url(GString *page, const char *url);

#endif
