/* Where words were agreed before: the clauses of other statements, in the last draft that was
 * published or signed, else as they are; the clause templates; collections
 * (work/search/collection.h); and files outside of the workspace.
 *
 * They are found by an index (review/search/precedent_index.h) in the folder "precedents" of what
 * adref keeps beside the history. It is named by git's ids of all texts that it holds, so it is
 * never out of date; another set of texts makes another index, which replaces it atomically. The
 * folder may be removed at any time. */
#ifndef ADREF_WORK_SEARCH_PRECEDENTS_H
#define ADREF_WORK_SEARCH_PRECEDENTS_H

#include "history/label.h"
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
  const AdrefText *text;   /* whose clause it is; NULL: words alone */
  const AdrefNode *clause; /* of the text; a document of its own for words alone */
  const char *language;    /* of words alone */
  guint most;
} AdrefPrecedentOptions;

/* The texts in which precedents are looked for, with their index. */
typedef struct AdrefPrecedents AdrefPrecedents;

/* `folders`: outside of the workspace, absolute, NULL-terminated; NULL: none. Texts that do not
 * read are said and left out. The session outlives it. */
AdrefPrecedents *adref_precedents_open(AdrefSession *session, const char *const *folders,
                                       GError **error);
void adref_precedents_free(AdrefPrecedents *precedents);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPrecedents, adref_precedents_free)

/* The nearest clauses, the best first (of AdrefPrecedent); what the statement itself says is no
 * precedent. Caller unrefs. */
GPtrArray *adref_precedents_find(AdrefPrecedents *precedents, const AdrefPrecedentOptions *options);

/* The last draft of a statement that was published, else the last one that was signed; NULL: none.
 * Needs the repository of the session. */
const AdrefLabel *adref_precedents_final_draft(AdrefSession *session, const char *statement,
                                               gboolean *is_published);

/* A document of one clause: with the blocks of all clauses of a document, or of one clause. So two
 * texts can be compared whatever their ids are. Caller frees. */
AdrefNode *adref_precedents_join(const AdrefNode *document);
AdrefNode *adref_precedents_alone(const AdrefNode *clause);

#endif
