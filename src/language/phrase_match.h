/* A phrase that was found in a text. */
#ifndef ADREF_LANGUAGE_PHRASE_MATCH_H
#define ADREF_LANGUAGE_PHRASE_MATCH_H

#include <glib.h>

#include "clause/change.h"

typedef struct {
  guint start, end;   /* bytes */
  guint first, after; /* tokens: the first one, and the one behind the last */
  AdrefChangeClass class;
  gboolean weak;     /* counts only where it replaces another phrase of its class */
  gboolean doubtful; /* may be an ordinary word: counts only where it replaces a phrase that is
                        not doubtful */
  gboolean guessed;  /* of NAME: found by its capitals alone, in no table */
  guint rank, act;   /* of STRENGTH (language/word_table.h) */
  const char *key;   /* the meaning: phrases with the same meaning have the same key */
} AdrefPhraseMatch;

#endif
