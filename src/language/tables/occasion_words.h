/* Words that hold for the day of one meeting: "last year", 昨年; and what meetings are counted as:
 * "session", 会合. */
#ifndef ADREF_LANGUAGE_TABLES_OCCASION_WORDS_H
#define ADREF_LANGUAGE_TABLES_OCCASION_WORDS_H

/* A pattern (base/pattern.h; case does not count) of the words of a language that say a time as it
 * is seen from the day of the meeting; NULL: the language has no such table. */
const char *adref_occasion_words_times(const char *language);

/* A pattern of the words of all languages for what has a number or an age: summits, sessions,
 * anniversaries. */
const char *adref_occasion_words_counted(void);

#endif
