/* What the page of a redline has in addition to view/html/html_style.h: its style, and its only
 * script. */
#ifndef ADREF_VIEW_HTML_HTML_REVIEW_STYLE_H
#define ADREF_VIEW_HTML_HTML_REVIEW_STYLE_H

/* Lines without their newlines, NULL-terminated. */
extern const char *const adref_html_review_style[];

/* Keys n and j go to the next change, p and k to the previous one. */
extern const char adref_html_review_script[];

#endif
