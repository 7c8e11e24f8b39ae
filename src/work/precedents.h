/* Where words were agreed before: the clauses of other statements, in the last draft that was
 * published or signed, else as they are; the clause templates; collections (work/collection.h); and files
 * outside of the workspace.
 *
 * They are found by an index (review/precedent_index.h) in the folder "precedents" of what adref
 * keeps beside the history. It is named by git's ids of all texts that it holds, so it is never out
 * of date; another set of texts makes another index, which replaces it atomically. The folder may
 * be removed at any time. */
#ifndef ADREF_WORK_PRECEDENTS_H
#define ADREF_WORK_PRECEDENTS_H

#include "work/text.h"

enum {
  ADREF_PRECEDENTS_MAX_FILES = 10000, /* of a folder outside of the workspace */
};

typedef struct {
  char *source;      /* "tokyo, rev2 (2023-12-17, published), en"; from a stranger: escape it */
  char *place;       /* "12 #training"; "" for a text without numbers and ids */
  double score;      /* 0 to 1 */
  char *text;        /* the clause as Markdown */
  AdrefNode *clause; /* the redline from it to the words that were asked for: a document */
} AdrefPrecedent;

typedef struct {
  const AdrefText *text;      /* whose clause it is; NULL: words alone */
  const AdrefNode *clause;    /* of the text; a document of its own for words alone */
  const char *language;       /* of words alone */
  const char *const *folders; /* outside of the workspace, absolute; NULL: none */
  guint most;
} AdrefPrecedentOptions;

/* The nearest clauses, the best first (of AdrefPrecedent); what the statement itself says is no
 * precedent. Texts that do not read are said and left out. Caller unrefs. */
GPtrArray *adref_precedents_find(AdrefSession *session, const AdrefPrecedentOptions *options,
                                 GError **error);

#endif
