/* Clauses are inserted, deleted and moved, in every language of a statement. */
#ifndef ADREF_WORK_EDIT_CHANGE_CLAUSES_H
#define ADREF_WORK_EDIT_CHANGE_CLAUSES_H

#include "work/session.h"

typedef struct {
  const char *words;       /* Markdown of one clause; without a marker it has the kind of the clause
                              before       it, and an id that is made from its words */
  const char *after;       /* the clause behind which it stands */
  const char *language;    /* of the words; NULL: that of the rolling text */
  const GPtrArray *others; /* of char *, "ja=WORDS"; NULL: none */
  const char *party;       /* whose change it is, or NULL */
  gboolean proposes;       /* its words stand in a bracket, "[... - JPN]"; `party` is needed */
  gboolean replaces;       /* it is an option for `after`: alt= */
} AdrefInsertClauseOptions;

/* A language without words gets "[(translation to come)]", and is named. */
gboolean adref_insert_clause(AdrefSession *session, const AdrefStatement *statement,
                             const AdrefInsertClauseOptions *options, GError **error);

gboolean adref_delete_clause(AdrefSession *session, const AdrefStatement *statement,
                             const char *clause, const char *party, GError **error);

typedef struct {
  const char *clause;
  const char *place; /* the clause behind which it goes, */
  gboolean before;   /* or before which */
  const char *party; /* whose change it is, or NULL */
} AdrefMoveClauseOptions;

/* Moves a clause behind or before another one, with its words and its marker. */
gboolean adref_move_clause(AdrefSession *session, const AdrefStatement *statement,
                           const AdrefMoveClauseOptions *options, GError **error);

#endif
