/* Words of statements that common dictionaries do not have, and words that names of institutions
 * are made of. */
#ifndef ADREF_LANGUAGE_TABLES_FIELD_WORDS_H
#define ADREF_LANGUAGE_TABLES_FIELD_WORDS_H

/* Lists of words with spaces between, ended by NULL; names begin with a capital. Only English has
 * some. */
const char *const *adref_field_words(const char *language);

/* A list of words such as "the" and "with", one of which a mistyped short word was meant to be;
 * "": there are none. */
const char *adref_function_words(const char *language);

#endif
