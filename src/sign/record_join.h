/* The records of one party from two versions, joined act by act. */
#ifndef ADREF_SIGN_RECORD_JOIN_H
#define ADREF_SIGN_RECORD_JOIN_H

#include "sign/party_record.h"

/* The acts of both, in the order of time: those of the base that both have, and what each has
 * added. Acts of one moment that agree come first, so that doubt counts. Nothing is agreed by it
 * that was not: an act names the hashes of its words. `base` may be NULL. `disputed` gets the ids
 * of the clauses (char *) on which both sides added different acts: the later one counts. */
AdrefPartyRecord *adref_party_record_join(const AdrefPartyRecord *base,
                                          const AdrefPartyRecord *ours,
                                          const AdrefPartyRecord *theirs, GPtrArray *disputed);

#endif
