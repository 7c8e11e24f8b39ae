/* Whose dollars a text names: US dollars, Australian dollars. A text may leave it out ("dollars").
 */
#ifndef ADREF_LANGUAGE_DOLLAR_KIND_H
#define ADREF_LANGUAGE_DOLLAR_KIND_H

#include <glib.h>

/* A bit for each kind that stands in `text`, in any of the languages with word tables: 1U << 0 to
 * 1U << 5. */
guint32 adref_dollar_kinds(const char *text);

/* "US dollars, Australian dollars": the kinds of some bits. Caller frees. */
char *adref_dollar_kinds_words(guint32 kinds);

#endif
