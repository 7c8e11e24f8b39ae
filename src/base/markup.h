/* Escapes for text in HTML and XML. */
#ifndef ADREF_BASE_MARKUP_H
#define ADREF_BASE_MARKUP_H

#include <glib.h>

/* Appends text with & < > " escaped and control characters replaced by U+FFFD: for text between
 * tags and in an attribute with double quotes. */
void adref_markup_escape_text(GString *page, const char *text, gsize length);

/* The same for a string that ends with NUL. NULL appends nothing. */
void adref_markup_escape_string(GString *page, const char *text);

/* The same with control characters as numbers, "<U+001B>" (adref_escape_controls). */
void adref_markup_escape_visible(GString *page, const char *text);

/* Appends a URL for href: every byte that a URL does not allow becomes %XX. */
void adref_markup_escape_url(GString *page, const char *url);

#endif
