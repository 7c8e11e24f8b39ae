/* The act of a party while it is recorded: what was asked, and all that is read for it. */
#ifndef ADREF_WORK_NEGOTIATE_ACT_REQUEST_H
#define ADREF_WORK_NEGOTIATE_ACT_REQUEST_H

#include "sign/party_status.h"
#include "sign/silence.h"
#include "work/negotiate/record_act.h"
#include "work/text.h"

typedef struct {
  AdrefSession *session;
  const AdrefRecordActOptions *options;
  const char *party;
  AdrefText *text; /* the rolling text */
  AdrefSigningRule *rule;
  AdrefLanguageVersions *language_versions;
  GHashTable *records;
  AdrefClauseHashes *hashes;
  GHashTable *open_options; /* of adref_language_versions_options() */
  GPtrArray *suspected;     /* of AdrefSuspectedPlace */
  GPtrArray *states;        /* of AdrefLanguageState; NULL: the act does not ask for them */
  GPtrArray *clauses;       /* AdrefNode *: what the act names */
  GPtrArray *ids;           /* of char *, their ids */
  GPtrArray *idle;          /* of char *, ids of those with which nothing is to be done */
  AdrefSilence *silence;    /* over the last draft that has a deadline; NULL: none, or not asked */
  gboolean silence_known;   /* it was asked for */
  gboolean several;         /* clauses were named */
} AdrefActRequest;

/* Whether an act agrees, at whatever level. */
gboolean adref_act_agrees(AdrefPartyActType type);

/* Reads texts and records; refused while files of the statement hold changes that are not saved.
 * *self has its session, options and party; the caller clears it, also after an error. */
gboolean adref_act_request_read(AdrefActRequest *self, const AdrefStatement *statement,
                                GError **error);
void adref_act_request_clear(AdrefActRequest *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefActRequest, adref_act_request_clear)

#endif
