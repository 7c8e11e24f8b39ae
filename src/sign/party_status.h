/* The position of each party on a clause as it is now: by its own record, by the records of its
 * members when it is a group, and by the record of a group that speaks for it.
 *
 * - A party's own act has priority over the act of a group that speaks for it.
 * - A member that reserves or reopens blocks the agreement of its group.
 * - A group has agreed when all its members have agreed.
 * - An agreement is outdated once a binding text of the clause has another hash.
 * - Agreement in the working group is less than agreement in plenary; a group has agreed at the
 *   lowest level of its members.
 * - A party has confirmed when it has agreed and its own record, that of a group that speaks for
 * it, or those of all its members confirm the words as they are now.
 * - A disassociation lets consensus pass: it holds nobody back, and is outdated as an agreement is.
 */
#ifndef ADREF_SIGN_PARTY_STATUS_H
#define ADREF_SIGN_PARTY_STATUS_H

#include <glib.h>

#include "draft/data/party.h"
#include "sign/language_versions.h"
#include "sign/party_record.h"

typedef enum {
  ADREF_PARTY_STATUS_SILENT,        /* no act */
  ADREF_PARTY_STATUS_AGREED,        /* to the words as they are now */
  ADREF_PARTY_STATUS_WORKING_GROUP, /* the same, in the working group only */
  ADREF_PARTY_STATUS_OUTDATED,      /* agreed to other words */
  ADREF_PARTY_STATUS_RESERVED,
  ADREF_PARTY_STATUS_REOPENED,
  ADREF_PARTY_STATUS_DISASSOCIATED, /* lets the words as they are now pass, but not for itself */
} AdrefPartyStatusType;

/* Whether the party lets the words as they are now pass: it agrees, or disassociates itself. */
gboolean adref_party_status_passes(AdrefPartyStatusType type);

typedef struct {
  AdrefPartyStatusType type;
  const char *by;                /* the party whose act it is; NULL: there is none */
  const AdrefPartyActItem *item; /* NULL likewise */
} AdrefPartyStatus;

/* The hashes of the clauses in all languages, each computed once. */
typedef struct AdrefClauseHashes AdrefClauseHashes;

AdrefClauseHashes *adref_clause_hashes_new(const AdrefLanguageVersions *language_versions);
void adref_clause_hashes_free(AdrefClauseHashes *hashes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefClauseHashes, adref_clause_hashes_free)

/* "en 1f0a... ja 9c44...": of the clause in every language that has it, as in a record. Caller
 * frees. */
char *adref_clause_hashes_text(AdrefClauseHashes *hashes, const char *clause);

/* The position of a party on the clause with the id `clause`. `records` is the table of
 * adref_party_records_read(). */
AdrefPartyStatus adref_party_status_of(const char *party, const char *clause, GHashTable *records,
                                       const AdrefParties *parties, AdrefClauseHashes *hashes);

/* Whether the capital of the party has confirmed the words as they are now. */
gboolean adref_party_status_is_confirmed(const char *party, const char *clause, GHashTable *records,
                                         const AdrefParties *parties, AdrefClauseHashes *hashes);

/* The languages whose binding text has changed since the act, "ja" or "en, ja"; "" for none. Caller
 * frees. */
char *adref_party_status_changed_in(const AdrefPartyActItem *item, AdrefClauseHashes *hashes);

#endif
