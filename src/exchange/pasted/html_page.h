/* A page of HTML that was saved from the web: its text as Markdown. Paragraphs, headings, lists,
 * tables, quotations, notes, bold, italics, raised and lowered letters and breaks are kept, and of
 * links their words. What is beside the text is not: menus, scripts, fields and buttons, the foot
 * of the page, what is hidden, and everything outside of <main> where there is one; elements of
 * which the name says so (html_beside.h), unless they have most of the words; and blocks of links
 * to other pages before the text, or behind it where no heading and no colon announces them. A
 * table that only lays out a page is read as paragraphs, a label in one cell with the words in the
 * next; a cell of several columns or rows is followed by empty ones. An item has no mark but the
 * one that its author typed. */
#ifndef ADREF_EXCHANGE_PASTED_HTML_PAGE_H
#define ADREF_EXCHANGE_PASTED_HTML_PAGE_H

#include <glib.h>

enum {
  ADREF_HTML_PAGE_DEPTH = 300 /* elements in each other */
};

/* Markdown with the words of the page (UTF-8). For each of its lines the line of the page is
 * appended to `lines` (of guint); a hint among `problems` (may be NULL) says how many words were
 * left out. NULL: the page is nested too deeply, or libxml2 is missing. Caller frees. */
GString *adref_html_page_to_markdown(const char *html, gsize length, const char *name,
                                     GArray *lines, GPtrArray *problems, GError **error);

#endif
