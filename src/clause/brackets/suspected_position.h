/* Positions of parties that stand where Markdown has words, links or code: "\[shall - JPN\]",
 * "[shall](JPN)", "［shall - JPN］", "[shall - JPNN]". Nobody counts them as open, and a view
 * without the parties prints them. They are read as what Markdown says; somebody has to say that
 * they are words.
 *
 * A name is no position: "the Association of Southeast Asian Nations (ASEAN)",
 * "[JPN](https://...)",
 * "[Joint Statement - ASEAN](https://...)". */
#ifndef ADREF_CLAUSE_BRACKETS_SUSPECTED_POSITION_H
#define ADREF_CLAUSE_BRACKETS_SUSPECTED_POSITION_H

#include <glib.h>

#include "clause/node.h"

typedef enum {
  ADREF_SUSPECTED_IN_WORDS,   /* in brackets that are letters: escaped, full-width, parentheses */
  ADREF_SUSPECTED_IN_LINK,    /* in the words, the address or the title of a link */
  ADREF_SUSPECTED_IN_IMAGE,   /* likewise */
  ADREF_SUSPECTED_IN_CODE,    /* in a code span or block */
  ADREF_SUSPECTED_IN_HTML,    /* in HTML, which is printed as words */
  ADREF_SUSPECTED_IN_COMMENT, /* in a comment that is no marker */
  ADREF_SUSPECTED_MISSPELT,   /* in a bracket, of a party that the registry does not know */
} AdrefSuspectedKind;

typedef struct {
  AdrefSuspectedKind kind;
  const AdrefNode *clause; /* the CLAUSE that holds it; NULL: words outside of a text */
  guint line, column;      /* 0: unknown */
  char *words;             /* those that look like positions, cut to 100 bytes */
  char **parties;          /* the codes that it names, NULL-terminated; a slip counts as the code
                              that is near; perhaps none */
} AdrefSuspectedPosition;

/* Finds those of a document, in the order of its blocks. `source` is the text from which it was
 * read, for the columns (NULL: they are those of the blocks). `parties` is that of
 * AdrefMarkdownReadOptions; without it there are none. The document must outlive the result (of
 * AdrefSuspectedPosition). */
GPtrArray *adref_suspected_positions_find(const AdrefNode *document, const char *source,
                                          gsize length, GHashTable *parties);

/* The same in plain words, such as a title; only brackets are looked at. */
GPtrArray *adref_suspected_positions_find_words(const char *words, GHashTable *parties);

/* "in a link", "in code" ... */
const char *adref_suspected_kind_words(AdrefSuspectedKind kind);

#endif
