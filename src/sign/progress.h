/* The progress of the talks, clause by clause: what is open, and which parties must act next. */
#ifndef ADREF_SIGN_PROGRESS_H
#define ADREF_SIGN_PROGRESS_H

#include <glib.h>

#include "draft/data/party.h"
#include "sign/language_versions.h"
#include "sign/party_status.h"

/* The state of a clause: the first that holds, in this order. */
typedef enum {
  ADREF_CLAUSE_STATE_CHANGED,     /* changed since a party agreed */
  ADREF_CLAUSE_STATE_PLACEHOLDER, /* text is to come */
  ADREF_CLAUSE_STATE_OPTION,      /* a clause with alt=, or one that such a clause would replace */
  ADREF_CLAUSE_STATE_BRACKETED,
  ADREF_CLAUSE_STATE_RESERVED,
  ADREF_CLAUSE_STATE_WORKING_GROUP, /* agreed by all, by some in the working group only */
  ADREF_CLAUSE_STATE_AGREED,        /* ad ref, by all but those that disassociate themselves */
  ADREF_CLAUSE_STATE_PARTLY_AGREED, /* agreed by some */
  ADREF_CLAUSE_STATE_OPEN,
} AdrefClauseState;

enum {
  ADREF_CLAUSE_STATES = ADREF_CLAUSE_STATE_OPEN + 1
};

typedef struct {
  const AdrefNode *clause; /* in the rolling text */
  AdrefClauseState state;
  const AdrefNode *option;      /* the clause with alt= that makes it an option, or NULL */
  guint brackets, placeholders; /* in the language that has most of them */
  GPtrArray *bracketed;         /* codes of the parties named in the brackets (const char *) */
  GPtrArray *agreed;            /* parties of the statement that agree to these words, in plenary */
  GPtrArray *working_group;     /* those that agree in the working group only */
  GPtrArray *confirmed;         /* those of `agreed` whose capitals have confirmed */
  gboolean is_confirmed;        /* by all but those that disassociate themselves */
  GPtrArray *changed;           /* those that agreed to other words */
  const AdrefPartyActItem *outdated; /* the last of these agreements, or NULL */
  GPtrArray *reserved;               /* parties that reserve, members of groups too */
  GPtrArray *reopened;               /* likewise */
  GPtrArray *disassociated;          /* likewise: those that let these words pass */
  guint passing;                     /* parties of the statement that agree or let them pass */
  GHashTable *reasons;               /* party in one of these three -> its reason */
  GPtrArray *awaited; /* parties that must act next; empty: for a placeholder, and when all have
                        agreed or let the words pass */
  char *languages;    /* in which the clause has changed since an agreement, "en, ja"; or NULL */
  const char *reason; /* of the last reservation or reopening, or NULL */
} AdrefClauseProgress;

/* A clause that parties have agreed and that the rolling text no longer has. */
typedef struct {
  char *id;
  GPtrArray *agreed; /* codes of the parties (const char *) */
} AdrefRemovedClause;

typedef struct {
  GPtrArray *removed;  /* of AdrefRemovedClause, sorted by id */
  GPtrArray *clauses;  /* of AdrefClauseProgress: all clauses, headings only while one is open */
  guint parties;       /* of the statement */
  guint confirmed;     /* clauses that are confirmed */
  guint disassociated; /* clauses from which a party disassociates itself */
  guint counts[ADREF_CLAUSE_STATES];
  guint brackets, placeholders; /* in all of them */
  guint options;                /* clauses with alt= in the rolling text */
} AdrefProgress;

/* `records` (of adref_party_records_read) and all else must outlive it. */
AdrefProgress *adref_progress_new(const AdrefLanguageVersions *language_versions,
                                  const AdrefStatement *statement, const AdrefParties *parties,
                                  GHashTable *records);
void adref_progress_free(AdrefProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefProgress, adref_progress_free)

/* Whether agreement to the clause, as it stands on record, is enough for an adoption. */
gboolean adref_progress_reaches(const AdrefClauseProgress *clause, AdrefAdoptionLevel level);

/* Whether the party has agreed to the clause, and its capital has not confirmed it. */
gboolean adref_progress_lacks_confirmation(const AdrefClauseProgress *clause, const char *party);

/* Whether the party, or a group it belongs to, must act next. */
gboolean adref_progress_waits_for(const AdrefClauseProgress *clause, const char *party,
                                  const AdrefParties *parties);

#endif
