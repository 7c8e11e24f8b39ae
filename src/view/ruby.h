/* Ruby: how a word is read, in small letters above it.
 *
 * It is written as in plain texts of Japanese, with a full-width bar before the word and its
 * reading in double angle brackets behind it: "｜志《こころざし》". For the tree these are letters,
 * so it survives whatever letters do; outputs in Japanese, Chinese and Korean show what they mean.
 * Without the bar the brackets are brackets. */
#ifndef ADREF_VIEW_RUBY_H
#define ADREF_VIEW_RUBY_H

#include <glib.h>

enum {
  ADREF_RUBY_BASE = 20,    /* characters of a word at most */
  ADREF_RUBY_READING = 60, /* and of its reading */
};

typedef struct {
  gsize start, end; /* of the whole, as bytes of the text */
  gsize base, base_length;
  gsize reading, reading_length;
} AdrefRuby;

/* Whether texts in a language have it. */
gboolean adref_ruby_is_used(const char *language);

/* The first one from a byte on. */
gboolean adref_ruby_find(const char *text, gsize length, gsize from, AdrefRuby *ruby);

/* Words without their readings; takes over `words`. For titles. */
char *adref_ruby_strip(char *words, const char *language);

#endif
