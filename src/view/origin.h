/* Whose words they are: a text in passages, stretches of words that one version brought in. */
#ifndef ADREF_VIEW_ORIGIN_H
#define ADREF_VIEW_ORIGIN_H

#include <glib.h>

#include "view/view.h"

#define ADREF_NO_ORIGIN G_MAXUINT

/* A version that brought in words. All but `author` may be NULL: not known. Text of strangers. */
typedef struct {
  char *version; /* the id of the commit; NULL: not saved yet */
  char *day;     /* when it was written, "2023-12-01" */
  char *time;    /* the same, ISO 8601 */
  char *author, *email;
  char *party;   /* code of the party for which it was saved */
  char *label;   /* the first draft that has it; NULL: in none yet */
  char *subject; /* what it is about */
} AdrefOrigin;

void adref_origin_free(AdrefOrigin *origin);

/* Who is named for it: the party, else the author. */
const char *adref_origin_who(const AdrefOrigin *origin);

/* A stretch of a node's text. */
typedef struct {
  guint start, length; /* bytes */
  guint origin;        /* place among the origins */
} AdrefOriginRun;

typedef struct {
  GPtrArray *all;   /* of AdrefOrigin, newest first */
  GHashTable *runs; /* TEXT, CODE, CODE_BLOCK and HTML nodes -> their runs, which together are their
                       text (GArray of AdrefOriginRun) */
  gboolean cut; /* older versions are elsewhere: the oldest here is given what they brought in */
} AdrefOrigins;

/* One for each of those that are named for the origins, in the order of first appearance: who[i] is
 * its place, from 0, for the i-th origin. Caller frees. */
guint *adref_origins_people(const AdrefOrigins *origins);

/* Words of one origin, with the brackets, positions and marks of lists that stand beside them. */
typedef struct {
  const AdrefNode *clause, *block; /* `block`: the leaf block in which it stands */
  char *text;   /* may begin or end with a space: passages of a block together are its words */
  guint origin; /* ADREF_NO_ORIGIN: there are no words, only signs */
} AdrefOriginWords;

/* The passages of a document or clause (GPtrArray of AdrefOriginWords). Notes of delegations and
 * comments are in none. */
GPtrArray *adref_origin_words(const AdrefNode *root, const AdrefOrigins *origins,
                              const AdrefViewOptions *options);

#endif
