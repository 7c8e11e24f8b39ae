/* How far a text is: clause by clause, what stands open and whose move it is. */
#ifndef ADREF_SIGN_PROGRESS_H
#define ADREF_SIGN_PROGRESS_H

#include <glib.h>

#include "draft/party.h"
#include "sign/language_versions.h"
#include "sign/party_status.h"

/* The state of a clause: the first that holds, in this order. */
typedef enum {
  ADREF_STATE_CHANGED,     /* changed since a party agreed */
  ADREF_STATE_PLACEHOLDER, /* text is to come */
  ADREF_STATE_BRACKETED,
  ADREF_STATE_RESERVED,
  ADREF_STATE_AGREED, /* ad ref, by all */
  ADREF_STATE_PARTLY, /* agreed by some */
  ADREF_STATE_OPEN,
} AdrefStateType;

enum {
  ADREF_STATES = ADREF_STATE_OPEN + 1
};

typedef struct {
  const AdrefNode *clause; /* in the rolling text */
  AdrefStateType state;
  guint brackets, placeholders; /* in the language that has most of them */
  GPtrArray *bracketed;         /* codes of parties that stand in the brackets (const char *) */
  GPtrArray *agreed;            /* parties of the statement that agree to these words */
  GPtrArray *changed;           /* those that agreed to other words */
  const AdrefActItem *outdated; /* the last of these agreements, or NULL */
  GPtrArray *reserved;          /* whose reservation it is, members of groups too */
  GPtrArray *reopened;          /* likewise */
  GPtrArray *moves; /* who has to say something; none: text is to come, or all is done */
  char *languages;  /* in which languages it has changed since somebody agreed, "en, ja"; or NULL */
  const char *reason; /* of the last reservation or reopening, or NULL */
} AdrefClauseHeadway;

/* A clause that parties have agreed and that the rolling text no longer has. */
typedef struct {
  char *id;
  GPtrArray *agreed; /* whose agreement it is (const char *) */
} AdrefGone;

typedef struct {
  GPtrArray *gone;    /* of AdrefGone, sorted by id */
  GPtrArray *clauses; /* of AdrefClauseHeadway: all clauses, headings only while one is open */
  guint parties;      /* of the statement */
  guint counts[ADREF_STATES];
  guint brackets, placeholders; /* in all of them */
} AdrefHeadway;

/* `records` (of adref_records_read) and all else must outlive it. */
AdrefHeadway *adref_headway_new(const AdrefInstrument *instrument, const AdrefStatement *statement,
                                const AdrefParties *parties, GHashTable *records);
void adref_headway_free(AdrefHeadway *headway);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefHeadway, adref_headway_free)

/* "agreed", "open", ...: one word, as in JSON. */
const char *adref_state_word(AdrefStateType state);

/* The state as a person reads it: "agreed by 1 of 2", "bracketed (2)", "changed since agreed by
 * JPN (ja)", "reserved by THA". Caller frees. */
char *adref_headway_words(const AdrefHeadway *headway, const AdrefClauseHeadway *clause);

/* "3 of 45 clauses agreed ad ref, 2 by some, 38 open, 2 bracketed". Caller frees. */
char *adref_headway_total(const AdrefHeadway *headway);

/* Whether it is the party's move, or that of a group it belongs to. */
gboolean adref_headway_waits_for(const AdrefClauseHeadway *clause, const char *party,
                                 const AdrefParties *parties);

#endif
