/* The style sheet of the page: screen and paper, light and dark, wide and narrow. */
#ifndef ADREF_VIEW_HTML_STYLE_H
#define ADREF_VIEW_HTML_STYLE_H

#include <glib.h>

enum {
  ADREF_HTML_STYLE_HUES = 10, /* classes p0-p9: one hue per party, in order of appearance; then
                            again with the frames q1 (dashed) and q2 (dotted) */
};

/* Lines without their newlines, NULL-terminated. */
extern const char *const adref_html_style_sheet[];

#endif
