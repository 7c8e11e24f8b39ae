/* The frame of the HTML page: everything that is not the text itself. Its words are English and
 * say so where the text is not. */
#ifndef ADREF_VIEW_HTML_PAGE_H
#define ADREF_VIEW_HTML_PAGE_H

#include <glib.h>

#include "view/contents.h"
#include "view/open_counts.h"
#include "view/view.h"

typedef struct {
  const AdrefWriting *how;
  char *title;
  AdrefTally *tally;
  AdrefContents *contents;
  GPtrArray *chips;         /* markup of each party of the tally, by place */
  const char *const *sheet; /* lines of style beside view/html_style.h, NULL-terminated; or NULL */
  const char *body;         /* class of the body; or NULL */
  const char *script;       /* the only one that may run; or NULL */
} AdrefPage;

/* One per party: <abbr class="who p0" title="Japan">JPN</abbr>. */
GPtrArray *adref_page_chips(const AdrefTally *tally, GHashTable *names);

/* The attribute of what is English on a page that is not, " lang=\"en\""; "" where it is. */
const char *adref_page_english(const AdrefPage *page);

/* The same of a part that is read from left to right also on a page that is mirrored. */
const char *adref_page_english_part(const AdrefPage *page);

/* From <!DOCTYPE> to the open <header>. */
void adref_page_head(GString *html, const AdrefPage *page);

/* Below the title: what kind of text, what is open and who stands in it. */
void adref_page_status(GString *html, const AdrefPage *page);

/* The table of contents of a text with five or more headings. */
void adref_page_contents(GString *html, const AdrefPage *page);

/* Version, date and hash; closes the page. */
void adref_page_foot(GString *html, const AdrefPage *page);

#endif
