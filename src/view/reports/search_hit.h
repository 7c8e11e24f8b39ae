/* The hits of a search (work/search/search.h), as text for a terminal and as JSON. */
#ifndef ADREF_VIEW_REPORTS_SEARCH_HIT_H
#define ADREF_VIEW_REPORTS_SEARCH_HIT_H

#include <glib.h>

#include "review/search/text_search.h"

/* A hit: the same words of one clause are listed once. */
typedef struct {
  char *statement; /* NULL: a template or a precedent */
  char *path;      /* of the file, as it is now */
  char *name;      /* of a template or a precedent; else NULL */
  char *language;
  gboolean unsaved; /* versions were searched, and none has the words */
  gboolean now;    /* the words stand in the text as it is now (or in the version that was named) */
  char *clause;    /* its id; NULL: none */
  char *number;    /* "12", in the text or in the newest version with the words; NULL: none */
  guint line;      /* in the file as it is now; else 0 */
  char *words;     /* from a stranger, as are all strings here: escape them */
  GArray *matches; /* of AdrefTextMatch in `words` */
  char *version;   /* the first one that has the words; NULL: none, they are not saved */
  char *day;       /* of this version, "2023-12-01"; NULL: none */
  char *party, *author; /* who wrote it; NULL: not said */
  GPtrArray *drafts;    /* of char *: the circulated drafts that have the words, oldest first */
} AdrefSearchHit;

void adref_search_hit_free(AdrefSearchHit *hit);

/* Appends a hit as text, with the name of its file where the hit before (or NULL) is of another.
 * Matches are marked by colour, without colour as {==words==}. */
typedef struct {
  guint width;
  gboolean color;
} AdrefSearchHitOptions;

void adref_search_hit_write(GString *out, const AdrefSearchHit *hit, const AdrefSearchHit *before,
                            const AdrefSearchHitOptions *options);

/* "tokyo, ja", "template cyber/pledge, en", "precedent un/2019.txt, en", with control characters
 * visible. Caller frees. */
char *adref_search_hit_text_name(const AdrefSearchHit *hit);

/* A list (of AdrefSearchHit) as JSON: {"statement", "template", "precedent", "path", "language",
 * "clause", "number", "line", "now", "words", "matches": [{"start", "end", "words"}], "version",
 * "date", "party", "author", "drafts"}; start and end count characters; what is not known is null.
 */
GString *adref_search_hits_json(const GPtrArray *hits);

#endif
