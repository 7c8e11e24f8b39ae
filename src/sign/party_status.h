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
  ADREF_PARTY_STATUS_SILENT,   /* nothing was said */
  ADREF_PARTY_STATUS_AGREED,   /* to these very words */
  ADREF_PARTY_STATUS_OUTDATED, /* agreed to other words */
  ADREF_PARTY_STATUS_RESERVED,
  ADREF_PARTY_STATUS_REOPENED,
} AdrefPartyStatusType;

typedef struct {
  AdrefPartyStatusType type;
  const char *by;                /* the party whose word it is; NULL: nobody's */
  const AdrefPartyActItem *item; /* NULL likewise */
} AdrefPartyStatus;

/* The hashes of the clauses of an instrument, each computed once. */
typedef struct AdrefClauseHashes AdrefClauseHashes;

AdrefClauseHashes *adref_clause_hashes_new(const AdrefLanguageVersions *language_versions);
void adref_clause_hashes_free(AdrefClauseHashes *hashes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefClauseHashes, adref_clause_hashes_free)

/* "en 1f0a... ja 9c44...": of the clause in every language that has it, as in a record. Caller
 * frees. */
char *adref_clause_hashes_text(AdrefClauseHashes *hashes, const char *clause);

/* The stance of a party on the clause with that id. `records` are of adref_party_records_read(). */
AdrefPartyStatus adref_party_status_of(const char *party, const char *clause, GHashTable *records,
                                       const AdrefParties *parties, AdrefClauseHashes *hashes);

/* The languages whose binding text is another one than the word is about, "ja" or "en, ja"; ""
 * when there is none. Caller frees. */
char *adref_party_status_changed_in(const AdrefPartyActItem *item, AdrefClauseHashes *hashes);

#endif
