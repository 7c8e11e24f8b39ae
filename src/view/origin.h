/* The origin of words: a text as a sequence of runs, each brought in by one version. */
#ifndef ADREF_VIEW_ORIGIN_H
#define ADREF_VIEW_ORIGIN_H

#include <glib.h>

#include "view/view.h"

#define ADREF_NO_ORIGIN G_MAXUINT

/* A version that brought in words. All members except `author` may be NULL: not known. The words
 * come from strangers. */
typedef struct {
  char *version; /* the id of the commit; NULL: not saved yet */
  char *day;     /* when it was written, "2023-12-01" */
  char *time;    /* the same, ISO 8601 */
  char *author, *email;
  char *party;   /* code of the party for which it was saved */
  char *label;   /* the first draft that contains it; NULL: none yet */
  char *subject; /* first line of its message */
} AdrefOrigin;

void adref_origin_free(AdrefOrigin *origin);

/* Its name in outputs: the party, else the author. */
const char *adref_origin_who(const AdrefOrigin *origin);

/* A run of bytes in the text of a node. */
typedef struct {
  guint start, length; /* bytes */
  guint origin;        /* index in the origins */
} AdrefOriginRun;

typedef struct {
  GPtrArray *all;   /* of AdrefOrigin, newest first */
  GHashTable *runs; /* TEXT, CODE, CODE_BLOCK and HTML nodes -> their runs, which together cover
                       their text (GArray of AdrefOriginRun) */
  gboolean cut;     /* older versions are missing: the oldest one is named for their words */
} AdrefOrigins;

/* Words of one origin, with the brackets, positions and list marks next to them. */
typedef struct {
  const AdrefNode *clause, *block; /* `block`: the leaf block that contains it */
  char *text;   /* may begin or end with a space: concatenated, they are the words of the block */
  guint origin; /* ADREF_NO_ORIGIN: only symbols, no words */
} AdrefOriginWords;

/* The words of a document or clause by origin (GPtrArray of AdrefOriginWords), without the notes of
 * delegations and without comments. */
GPtrArray *adref_origin_words(const AdrefNode *root, const AdrefOrigins *origins,
                              const AdrefViewOptions *options);

#endif
