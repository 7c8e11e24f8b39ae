/* A party proposes to change words of a clause: a bracket, in every language that has the clause.
 */
#ifndef ADREF_WORK_NEGOTIATE_PROPOSE_H
#define ADREF_WORK_NEGOTIATE_PROPOSE_H

#include "work/session.h"

typedef enum {
  ADREF_PROPOSE_REPLACE,
  ADREF_PROPOSE_DELETE,
  ADREF_PROPOSE_INSERT_AFTER,
  ADREF_PROPOSE_INSERT_BEFORE,
  ADREF_PROPOSE_CLAUSE, /* the words of the whole clause: what differs is bracketed */
} AdrefProposeType;

typedef struct {
  AdrefProposeType type;
  const char *clause; /* an id, number or address; of a part of a clause only its words count */
  const char *party;
  const char *place;       /* the words that are there, as a person types them; not of CLAUSE */
  const char *words;       /* those that are proposed (Markdown); not of DELETE */
  const char *language;    /* in which they are; NULL: that of the rolling text */
  guint nth;               /* which of several places, from 1; 0: not said */
  const GPtrArray *others; /* of char *, "ja=WORDS": the clause with the change in another language,
                              or "ja=OLD => NEW"; NULL: none */
  /* Asks which of several places is meant: its number from 0, or -1. NULL: nobody can be asked. */
  gint (*choose)(gpointer data, const char *question, char *const *places);
  gpointer data;
} AdrefProposeOptions;

/* Saves one version. A language without words stands in a bracket with "(translation to come)", and
 * is named. Errors: words that are not there (with the nearest ones), that stand at several places
 * (with these), that change nothing. Refused as adref_text_changes_begin() says. */
gboolean adref_propose(AdrefSession *session, const AdrefStatement *statement,
                       const AdrefProposeOptions *options, GError **error);

#endif
