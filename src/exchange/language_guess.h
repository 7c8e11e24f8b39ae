/* The language of a text, by its script and its commonest words. */
#ifndef ADREF_EXCHANGE_LANGUAGE_GUESS_H
#define ADREF_EXCHANGE_LANGUAGE_GUESS_H

#include <glib.h>

/* A language tag; "en" where nothing speaks for another one. */
const char *adref_language_guess(const char *text, gsize length);

#endif
