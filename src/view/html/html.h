/* One self-contained HTML page: readable on a screen, on a phone and on paper, light and dark. */
#ifndef ADREF_VIEW_HTML_HTML_HTML_H
#define ADREF_VIEW_HTML_HTML_HTML_H

#include "view/html/html_page.h"
#include "view/view.h"

GString *adref_html_write(const AdrefNode *document, const AdrefViewOptions *options);

typedef struct AdrefHtml AdrefHtml;

/* The same in two steps: the text, and then the page with the hash of the content, which may be
 * computed at the same time as the text is written. NULL: none. Ending frees `out`. */
AdrefHtml *adref_html_begin(const AdrefNode *document, const AdrefViewOptions *options);
GString *adref_html_end(AdrefHtml *out, const char *hash);

/* The same in parts, for pages with another frame around the clauses. */

AdrefHtml *adref_html_new(const AdrefNode *document, const AdrefViewOptions *options);

/* Footnotes that stay in their places have the numbers of that text in place of their labels. */
void adref_html_count_footnotes(AdrefHtml *out, const AdrefNode *document);
void adref_html_free(AdrefHtml *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefHtml, adref_html_free)

/* What the frame needs, and the page so far, to which it appends. */
AdrefHtmlPage *adref_html_page(AdrefHtml *out);
GString *adref_html_text(AdrefHtml *out);

/* Ends the page and gives it to the caller. */
GString *adref_html_take(AdrefHtml *out);

/* Writes a clause. Clauses come in the order of the document. */
void adref_html_put(AdrefHtml *out, const AdrefNode *clause);

/* Writes a changed clause of a redline, with links to the changes before and after it (or NULL). */
void adref_html_put_change(AdrefHtml *out, const AdrefNode *clause, const AdrefNode *before,
                           const AdrefNode *after);

/* Writes only the notice of a clause. */
void adref_html_put_notice(AdrefHtml *out, const AdrefNode *clause, const AdrefNode *before,
                           const AdrefNode *after);

/* One side of a clause, without its anchor and notice; the old side before the new one. */
void adref_html_put_side(AdrefHtml *out, const AdrefNode *clause, AdrefViewSide side);

/* Writes the lines on which a text is signed. */
void adref_html_put_signatures(AdrefHtml *out, const char *const *names);

#endif
