/* The places of a text in which a reader cannot see what stands there: hidden characters, letters
 * that look alike (clause/text/hidden.h), and words that no page prints. */
#ifndef ADREF_REVIEW_HIDDEN_PLACES_H
#define ADREF_REVIEW_HIDDEN_PLACES_H

#include <glib.h>

#include "clause/node.h"
#include "clause/text/hidden.h"

typedef struct {
  char *part;         /* "op ferries", "the title", "the name of JPN"; NULL: not in a clause */
  char *what;         /* "soft hyphen in \"co<U+00AD>operate\"" */
  guint line, column; /* where the words begin (clause/node.h); 0: unknown */
  gunichar character; /* the first character that is hidden or foreign; 0: none */
  AdrefHiddenKind kind;
  gboolean is_title; /* the title of a link or an image: `kind` says nothing */
} AdrefHiddenPlace;

/* A list of AdrefHiddenPlace that frees them. */
GPtrArray *adref_hidden_places_new(void);

/* Adds the places of a document in a language, in their order: its words, code, the descriptions of
 * images; and the titles of links, which are printed on no page. Notes and comments are left out:
 * they are in no final text. */
void adref_hidden_places_add_document(GPtrArray *places, const AdrefNode *document,
                                      const char *language);

/* Adds the places of words that stand outside of a document, such as a title. `words` may be NULL.
 */
void adref_hidden_places_add_words(GPtrArray *places, const char *part, const char *words,
                                   const char *language);

/* "op ferries: soft hyphen in "co<U+00AD>operate"". Caller frees. */
char *adref_hidden_place_text(const AdrefHiddenPlace *place);

#endif
