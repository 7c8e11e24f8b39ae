/* What the word tables of all languages call by names of their own, and means the same: units of
 * measure, bounds of numbers and days of the week. */
#ifndef ADREF_LANGUAGE_COMMON_KEY_H
#define ADREF_LANGUAGE_COMMON_KEY_H

/* The English name, "kilometre", "at least", for the key of a measure, bound or weekday in the
 * table of any language ("キロメートル", "au moins"); NULL where no other language is known to have
 * it. The bounds are "at least", "at most", "more than", "less than"; of dates "not after", "not
 * before". */
const char *adref_common_key(const char *key);

#endif
