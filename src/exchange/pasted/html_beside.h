/* What stands beside the text of a page of HTML, by the names that its author gave it: menus,
 * buttons to share it, the path to it. */
#ifndef ADREF_EXCHANGE_PASTED_HTML_BESIDE_H
#define ADREF_EXCHANGE_PASTED_HTML_BESIDE_H

#include <glib.h>

/* Whether one of the names of an element (its class, which may have several, its id or its role;
 * NULL: it has none) says so: "menu", "social-share", "site-footer". All parts of a name are words
 * of this use, so that "has-sidebar" and "text-menu-open" are none. */
gboolean adref_html_name_is_beside(const char *names);

#endif
