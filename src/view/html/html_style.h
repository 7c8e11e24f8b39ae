/* The style sheet of the page: screen and paper, light and dark, wide and narrow. */
#ifndef ADREF_VIEW_HTML_HTML_STYLE_H
#define ADREF_VIEW_HTML_HTML_STYLE_H

#include <glib.h>

#include "draft/data/party_color.h"

/* Lines without their newlines, NULL-terminated. */
extern const char *const adref_html_style_sheet[];

/* Appends the rules of the colours of parties, in light and dark: --c of the classes p0 to p7, and
 * the frames of the class "who". */
void adref_html_style_append_parties(GString *css);

/* Appends the classes of a party's look, "p3" or "p3 q1". */
void adref_html_style_append_look(GString *html, const AdrefParties *parties, const char *code);

/* Appends words for HTML; the codes of parties in them have their colours. */
void adref_html_style_append_codes(GString *html, const AdrefParties *parties, const char *words);

#endif
