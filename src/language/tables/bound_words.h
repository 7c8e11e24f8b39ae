/* Words that make a number the least or the most: "up to", "exceed", 以上. */
#ifndef ADREF_LANGUAGE_TABLES_BOUND_WORDS_H
#define ADREF_LANGUAGE_TABLES_BOUND_WORDS_H

#include <glib.h>

/* Whether `text` may bound a number in `language`, by any word for more, less, or up to; TRUE where
 * the words of the language are not known. Says rather yes than no: "most of" is no bound. */
gboolean adref_bound_words_may_stand(const char *language, const char *text);

#endif
