/* The frame of an HTML page: all that is not the text itself. Its words are those of
 * `options->words`; what is English on a page in another language is marked as English. */
#ifndef ADREF_VIEW_HTML_HTML_PAGE_H
#define ADREF_VIEW_HTML_HTML_PAGE_H

#include <glib.h>

#include "view/contents.h"
#include "view/open_counts.h"
#include "view/view.h"

typedef struct {
  const AdrefViewOptions *options;
  char *title;
  AdrefOpenCounts *counts;
  AdrefContents *contents;
  float number_width;     /* view/number_column.h */
  GPtrArray *chips;       /* markup of each party of the counts, by index */
  const char *const *css; /* additional lines of style, NULL-terminated; or NULL */
  const char *body;       /* class of the body; or NULL */
  const char *script;     /* the only script that may run; or NULL */
} AdrefHtmlPage;

/* One per party: <abbr class="who p0" title="Japan">JPN</abbr>. */
GPtrArray *adref_html_page_chips(const AdrefOpenCounts *counts, const AdrefViewOptions *options);

/* The attribute of English words on a page in another language, " lang=\"en\""; "" on an English
 * page. */
const char *adref_html_page_english(const AdrefHtmlPage *page);

/* The same for words that are read from left to right, also on a right-to-left page. */
const char *adref_html_page_english_part(const AdrefHtmlPage *page);

/* Writes a word of the page, escaped; and the attribute of an element that holds it: "" where the
 * word is in the language of the page. */
void adref_html_page_word(GString *html, const AdrefHtmlPage *page, AdrefPageWord word);
const char *adref_html_page_word_language(const AdrefHtmlPage *page, AdrefPageWord word);

/* From <!DOCTYPE> to the open <title> of a page that is no text; `language` NULL: English. */
void adref_html_page_begin(GString *html, const char *language);

/* From <!DOCTYPE> to the open <header>. */
void adref_html_page_head(GString *html, const AdrefHtmlPage *page);

/* Below the title: the role of the text, "仮訳". */
void adref_html_page_role(GString *html, const AdrefHtmlPage *page);

/* Below it: place and date. */
void adref_html_page_occasion(GString *html, const AdrefHtmlPage *page);

/* Below these: what kind of text it is, what is open, and the parties. */
void adref_html_page_status(GString *html, const AdrefHtmlPage *page);

/* The table of contents of a text with five or more headings. */
void adref_html_page_contents(GString *html, const AdrefHtmlPage *page);

/* Version, date and hash; closes the page. */
void adref_html_page_footer(GString *html, const AdrefHtmlPage *page);

/* Writes the number of a clause. In a text from right to left "12 bis" is kept together, or the
 * word would stand before its figure. `language` is that of the text; NULL: English. */
void adref_html_page_number(GString *html, const char *number, const char *language);

/* Writes words of a heading. In Thai, Lao, Khmer and Burmese each phrase is kept together
 * (print/phrase_break.h): a browser would break the line at any word. `language` as above. */
void adref_html_page_heading(GString *html, const char *words, gsize length, const char *language);

#endif
