/* Ruby: the reading of a word, in small letters above it.
 *
 * It is written as in plain Japanese texts: a full-width bar before the word, and the reading in
 * double angle brackets behind it: "｜志《こころざし》". In the tree these are ordinary letters.
 * Outputs in Japanese, Chinese and Korean show them as ruby. Without the bar the brackets are
 * ordinary brackets. */
#ifndef ADREF_VIEW_RUBY_H
#define ADREF_VIEW_RUBY_H

#include <glib.h>

enum {
  ADREF_RUBY_BASE = 20,    /* maximum number of characters of a word */
  ADREF_RUBY_READING = 60, /* and of its reading */
};

typedef struct {
  gsize start, end; /* of the whole, as bytes of the text */
  gsize base, base_length;
  gsize reading, reading_length;
} AdrefRuby;

/* Whether texts in that language use ruby. */
gboolean adref_ruby_is_used(const char *language);

/* Finds the first ruby at or after a byte. */
gboolean adref_ruby_find(const char *text, gsize length, gsize from, AdrefRuby *ruby);

/* Removes the readings from words, for titles. Takes ownership of `words`. */
char *adref_ruby_strip(char *words, const char *language);

#endif
