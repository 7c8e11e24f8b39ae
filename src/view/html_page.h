/* The frame of the HTML page: everything that is not the text itself. Its words are English and
 * say so where the text is not. */
#ifndef ADREF_VIEW_HTML_PAGE_H
#define ADREF_VIEW_HTML_PAGE_H

#include <glib.h>

#include "view/contents.h"
#include "view/open_counts.h"
#include "view/view.h"

typedef struct {
  const AdrefViewOptions *options;
  char *title;
  AdrefOpenCounts *counts;
  AdrefContents *contents;
  GPtrArray *chips;       /* markup of each party of the tally, by place */
  const char *const *css; /* lines of style beside view/html_style.h, NULL-terminated; or NULL */
  const char *body;       /* class of the body; or NULL */
  const char *script;     /* the only one that may run; or NULL */
} AdrefHtmlPage;

/* One per party: <abbr class="who p0" title="Japan">JPN</abbr>. */
GPtrArray *adref_html_page_chips(const AdrefOpenCounts *counts, GHashTable *names);

/* The attribute of what is English on a page that is not, " lang=\"en\""; "" where it is. */
const char *adref_html_page_english(const AdrefHtmlPage *page);

/* The same of a part that is read from left to right also on a page that is mirrored. */
const char *adref_html_page_english_part(const AdrefHtmlPage *page);

/* From <!DOCTYPE> to the open <header>. */
void adref_html_page_head(GString *html, const AdrefHtmlPage *page);

/* Below the title: what kind of text, what is open and who stands in it. */
void adref_html_page_status(GString *html, const AdrefHtmlPage *page);

/* The table of contents of a text with five or more headings. */
void adref_html_page_contents(GString *html, const AdrefHtmlPage *page);

/* Version, date and hash; closes the page. */
void adref_html_page_footer(GString *html, const AdrefHtmlPage *page);

#endif
