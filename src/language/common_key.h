/* What the word tables of all languages call by names of their own, and means the same: units of
 * measure and bounds of numbers. */
#ifndef ADREF_LANGUAGE_COMMON_KEY_H
#define ADREF_LANGUAGE_COMMON_KEY_H

/* The English name, "kilometre", "at least", for the key of a measure or bound in the table of any
 * language ("キロメートル", "au moins"); NULL where no other language is known to have it. "More
 * than" is "at least", and "less than" is "at most": translators take one for the other. */
const char *adref_common_key(const char *key);

#endif
