/* What each party says of a clause as it stands now: by its own record, by those of its members
 * when it is a group, and by that of a group that speaks for it.
 *
 * A party's own word goes before a group's. A member that reserves or reopens holds its group back;
 * and a group whose members have all agreed has agreed. An agreement is to words: once a binding
 * text of the clause has another hash, it is outdated. */
#ifndef ADREF_SIGN_PARTY_STATUS_H
#define ADREF_SIGN_PARTY_STATUS_H

#include <glib.h>

#include "draft/party.h"
#include "sign/language_versions.h"
#include "sign/party_record.h"

typedef enum {
  ADREF_SILENT,   /* nothing was said */
  ADREF_AGREES,   /* to these very words */
  ADREF_OUTDATED, /* agreed to other words */
  ADREF_RESERVES,
  ADREF_REOPENED,
} AdrefStanceType;

typedef struct {
  AdrefStanceType type;
  const char *by;           /* the party whose word it is; NULL: nobody's */
  const AdrefActItem *word; /* NULL likewise */
} AdrefStance;

/* The hashes of the clauses of an instrument, each computed once. */
typedef struct AdrefHashes AdrefHashes;

AdrefHashes *adref_hashes_new(const AdrefInstrument *instrument);
void adref_hashes_free(AdrefHashes *hashes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefHashes, adref_hashes_free)

/* "en 1f0a... ja 9c44...": of the clause in every language that has it, as in a record. Caller
 * frees. */
char *adref_hashes_text(AdrefHashes *hashes, const char *clause);

/* The stance of a party on the clause with that id. `records` are of adref_records_read(). */
AdrefStance adref_stance_of(const char *party, const char *clause, GHashTable *records,
                            const AdrefParties *parties, AdrefHashes *hashes);

/* The languages whose binding text is another one than the word is about, "ja" or "en, ja"; ""
 * when there is none. Caller frees. */
char *adref_stance_changed(const AdrefActItem *word, AdrefHashes *hashes);

#endif
