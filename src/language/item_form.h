/* How the words of an item of a list begin: with a verb, "to" and a verb, a verb in -ing, or a
 * noun. */
#ifndef ADREF_LANGUAGE_ITEM_FORM_H
#define ADREF_LANGUAGE_ITEM_FORM_H

#include <glib.h>

/* A word may be of several forms: "support" is a verb and a noun. */
typedef enum {
  ADREF_ITEM_VERB = 1 << 0,   /* "promote trade", 促進する */
  ADREF_ITEM_TO = 1 << 1,     /* "to promote trade", "untuk ..." */
  ADREF_ITEM_GERUND = 1 << 2, /* "promoting trade", 促進すること */
  ADREF_ITEM_NOUN = 1 << 3,   /* "the promotion of trade", 促進 */
  ADREF_ITEM_ANY = 15,        /* nothing is known of the words */
} AdrefItemForms;

/* The forms that the words may have. English, French, Spanish, Portuguese, Indonesian, Malay and
 * Japanese are known; ADREF_ITEM_ANY in all others. */
AdrefItemForms adref_item_forms(const char *words, const char *language);

#endif
