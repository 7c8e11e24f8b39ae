/* Plain text that was copied from pages: what stands on a page beside its text, and what a page
 * divided.
 *
 *     ... the birds and the fish that
 *
 *     Page 1 of 2
 *
 *     live on the reef.
 *
 * A page's number stands alone on its line: "Page 3", "3 of 12", "- 3 -"; "3/12" and "3" where
 * several of them count, or a page ends there. Beside it stands the running head, a line that other
 * pages have, too. Pages of the web have lines at their ends, "Home > News > Statements". A
 * paragraph that goes on behind them is one again. So is one whose lines all have an empty line
 * between them. */
#ifndef ADREF_EXCHANGE_PASTED_PLAIN_PAGES_H
#define ADREF_EXCHANGE_PASTED_PLAIN_PAGES_H

#include <glib.h>

typedef struct {
  char **lines;   /* those of the text, in the order in which they are read, and NULL */
  guint *numbers; /* by line: its number in the text, from 1 */
  guint8 *beside; /* by line: whether it stands beside the text */
  char **from;    /* private */
} AdrefPlainPages;

/* Reads the lines of a text, without white space at their ends. The caller frees. Takes `lines`, of
 * which breaks[i] says that a page begins in line i (a form feed). */
AdrefPlainPages *adref_plain_pages_read(char **lines, const guint8 *breaks);

void adref_plain_pages_free(AdrefPlainPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPlainPages, adref_plain_pages_free)

#endif
