/* Searches a text for a pattern: line by line, or by words. By words, wrapping, case, width and
 * accents do not count (review/search/folded_words.h), and each square bracket is read through with
 * its first alternative, its second one, and so on: "[shall - JPN / should - ASEAN] act" has the
 * words "shall act" and "should act". */
#ifndef ADREF_REVIEW_SEARCH_TEXT_SEARCH_H
#define ADREF_REVIEW_SEARCH_TEXT_SEARCH_H

#include <glib.h>

#include "clause/node.h"

enum {
  ADREF_TEXT_SEARCH_MAX_MATCHES = 100,     /* that are marked in a line */
  ADREF_TEXT_SEARCH_MAX_ALTERNATIVES = 16, /* of brackets that are read through */
};

typedef struct AdrefTextSearch AdrefTextSearch;

/* `parties` (clause/markdown/markdown_read.h) may be NULL, and must outlive the search. A pattern
 * that is wrong is ADREF_ERROR_USAGE with the character at which it is. */
AdrefTextSearch *adref_text_search_new(const char *pattern, gboolean caseless, gboolean words,
                                       GHashTable *parties, GError **error);
void adref_text_search_free(AdrefTextSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTextSearch, adref_text_search_free)

/* Bytes of the words of a hit. */
typedef struct {
  gsize start, end;
} AdrefTextMatch;

/* A line or, by words, a paragraph, a heading or a cell, with what matches in it. */
typedef struct {
  guint line; /* of the text, from 1 */
  char *words;
  GArray *matches; /* of AdrefTextMatch; one that is empty is not listed */
} AdrefTextHit;

/* The hits in a text of valid UTF-8 (of AdrefTextHit), in its order; markers of clauses are not
 * searched. NULL is ADREF_ERROR_USAGE: the pattern takes too many steps, in a line of the text
 * `name` that the error quotes. */
GPtrArray *adref_text_search_run(const AdrefTextSearch *search, const char *name, const char *text,
                                 gsize length, GError **error);

#endif
