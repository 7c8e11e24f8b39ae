/* What a reader of a text cannot see: invisible characters, and letters of another script that look
 * like the letters around them. */
#ifndef ADREF_CLAUSE_HIDDEN_H
#define ADREF_CLAUSE_HIDDEN_H

#include <glib.h>

/* Whether a character is invisible: zero-width characters, direction controls, the soft hyphen,
 * variation selectors, tags, fillers, and control characters other than tab and newline. White
 * space is not. */
gboolean adref_hidden_is(gunichar c);

/* Whether a text has a word that mixes letters of Latin, Greek, Cyrillic and similar scripts, or an
 * invisible character at a place where its script does not use it. (Thai, Lao, Khmer and Burmese
 * use zero-width spaces, Arabic and Indic scripts joiners.) *start and *end are the byte offsets of
 * the first such word. `language` may be NULL. */
gboolean adref_hidden_find(const char *text, gsize length, const char *language, gsize *start,
                           gsize *end);

/* The text with invisible characters and foreign letters as numbers: "sh<U+200B>all", "n<U+043E>t";
 * also no-break spaces and other unusual spaces if `spaces`. The caller frees it. */
char *adref_hidden_escape(const char *text, gsize length, gboolean spaces);

/* Compares the appearance of words, with ICU. */
typedef struct AdrefConfusables AdrefConfusables;

AdrefConfusables *adref_confusables_new(void);
void adref_confusables_free(AdrefConfusables *confusables);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefConfusables, adref_confusables_free)

/* Whether two different words look alike: "l0" and "10", a Cyrillic and a Latin "a". */
gboolean adref_confusables_match(AdrefConfusables *confusables, const char *first,
                                 const char *second);

#endif
