/* What a reader cannot see: characters that show nothing, and letters of another script that look
 * like those around them. */
#ifndef ADREF_CLAUSE_HIDDEN_H
#define ADREF_CLAUSE_HIDDEN_H

#include <glib.h>

/* Whether a character shows nothing: zero-width characters, direction controls, the soft hyphen,
 * variation selectors, tags, fillers, controls other than tab and newline. White space is not
 * among them. */
gboolean adref_hidden_is(gunichar c);

/* Whether something in a text of a language is hidden: a character that shows nothing where its
 * script has no use for it (Thai, Lao, Khmer and Burmese may be written with zero-width spaces,
 * Arabic and Indic scripts with joiners), or a word that mixes letters of Latin with those of
 * Greek, Cyrillic or the like. *start and *end are the word around the first one, in bytes. */
gboolean adref_hidden_find(const char *text, gsize length, const char *language, gsize *start,
                           gsize *end);

/* The text with what is hidden in it spelt out: "sh<U+200B>all", "n<U+043E>t". No-break spaces and
 * the like are spelt out too when `spaces`. Caller frees. */
char *adref_hidden_escape(const char *text, gsize length, gboolean spaces);

/* Compares words by their look. */
typedef struct AdrefConfusables AdrefConfusables;

AdrefConfusables *adref_confusables_new(void);
void adref_confusables_free(AdrefConfusables *confusables);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefConfusables, adref_confusables_free)

/* Whether two different words look the same to a hasty reader: "l0" and "10", a Cyrillic and a
 * Latin "a". */
gboolean adref_confusables_match(AdrefConfusables *confusables, const char *first,
                                 const char *second);

#endif
