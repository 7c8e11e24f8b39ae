/* A party agrees to clauses, reserves or reopens them: the act is added to its record and saved. */
#ifndef ADREF_WORK_NEGOTIATE_RECORD_ACT_H
#define ADREF_WORK_NEGOTIATE_RECORD_ACT_H

#include "sign/party_record.h"
#include "work/session.h"

typedef struct {
  AdrefPartyActType type;
  const char *party;
  const char *reason; /* one line, kept in the record; or NULL. Of a disassociation: its text */
  const char *explanation; /* of position, of an act that agrees; or NULL */
  char *const *clauses;    /* as a person names them (work/clause_list.h) */
  const char *language;    /* of a translation; else NULL */
  guint count;             /* of them; 0: all clauses without brackets, but for those that the party
                              reserves; to confirm: all that it has agreed */
} AdrefRecordActOptions;

/* Refused while files of the statement hold changes that are not saved. What was left out, and how
 * much is agreed now, is said. */
gboolean adref_record_act(AdrefSession *session, const AdrefStatement *statement,
                          const AdrefRecordActOptions *options, GError **error);

#endif
