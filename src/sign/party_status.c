#include "sign/party_status.h"

#include <string.h>

#include "clause/markdown/canonical.h"

enum {
  HASH_DIGITS = 64
};

struct AdrefClauseHashes {
  const AdrefLanguageVersions *language_versions;
  GHashTable *known;   /* CLAUSE -> hash */
  char *clause, *said; /* of the act that was compared last: most parties say the same */
  gboolean outdated;
};

AdrefClauseHashes *adref_clause_hashes_new(const AdrefLanguageVersions *language_versions)
{
  AdrefClauseHashes *hashes = g_new0(AdrefClauseHashes, 1);
  hashes->language_versions = language_versions;
  hashes->known = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  return hashes;
}

void adref_clause_hashes_free(AdrefClauseHashes *hashes)
{
  if (!hashes)
    return;
  g_hash_table_unref(hashes->known);
  g_free(hashes->clause);
  g_free(hashes->said);
  g_free(hashes);
}

/* The hash of a clause in a language; NULL when that language has no such clause. */
static const char *hash_in(AdrefClauseHashes *hashes, const AdrefLanguageVersion *language_version,
                           const char *id)
{
  const AdrefNode *clause = g_hash_table_lookup(language_version->clauses, id);
  if (!clause)
    return NULL;
  char *hash = g_hash_table_lookup(hashes->known, clause);
  if (!hash) {
    hash = adref_clause_hash(clause);
    g_hash_table_insert(hashes->known, (gpointer)(guintptr)clause, hash);
  }
  return hash;
}

char *adref_clause_hashes_text(AdrefClauseHashes *hashes, const char *clause)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < hashes->language_versions->items->len; i++) {
    const AdrefLanguageVersion *language_version = hashes->language_versions->items->pdata[i];
    const char *hash = hash_in(hashes, language_version, clause);
    if (hash)
      g_string_append_printf(text, "%s%s %s", text->len > 0 ? " " : "", language_version->language,
                             hash);
  }
  return g_string_free(text, FALSE);
}

/* Whether the text binds and has changed since the act. */
static gboolean has_changed(const AdrefPartyActItem *item, AdrefClauseHashes *hashes,
                            const AdrefLanguageVersion *language_version)
{
  if (!adref_language_role_binds(language_version->role))
    return FALSE;
  const char *said = adref_party_act_item_hash(item, language_version->language);
  const char *now = hash_in(hashes, language_version, item->clause);
  return said && now ? strncmp(said, now, HASH_DIGITS) != 0 : said != now;
}

char *adref_party_status_changed_in(const AdrefPartyActItem *item, AdrefClauseHashes *hashes)
{
  GString *changed = g_string_new(NULL);
  for (guint i = 0; i < hashes->language_versions->items->len; i++) {
    const AdrefLanguageVersion *language_version = hashes->language_versions->items->pdata[i];
    if (has_changed(item, hashes, language_version))
      g_string_append_printf(changed, "%s%s", changed->len > 0 ? ", " : "",
                             language_version->language);
  }
  return g_string_free(changed, FALSE);
}

static gboolean is_outdated_in_any(const AdrefPartyActItem *item, AdrefClauseHashes *hashes)
{
  for (guint i = 0; i < hashes->language_versions->items->len; i++) {
    const AdrefLanguageVersion *language_version = hashes->language_versions->items->pdata[i];
    if (has_changed(item, hashes, language_version))
      return TRUE;
  }
  return FALSE;
}

static gboolean is_outdated(const AdrefPartyActItem *item, AdrefClauseHashes *hashes)
{
  if (g_strcmp0(hashes->clause, item->clause) == 0 && g_strcmp0(hashes->said, item->hashes) == 0)
    return hashes->outdated;
  g_free(hashes->clause);
  g_free(hashes->said);
  hashes->clause = g_strdup(item->clause);
  hashes->said = g_strdup(item->hashes);
  hashes->outdated = is_outdated_in_any(item, hashes);
  return hashes->outdated;
}

typedef struct {
  const char *clause;
  GHashTable *records;
  const AdrefParties *parties;
  AdrefClauseHashes *hashes;
} StatusQuery;

/* The position of a party by its own record alone. */
static AdrefPartyStatus own_status(const StatusQuery *self, const char *party)
{
  const AdrefPartyRecord *record = g_hash_table_lookup(self->records, party);
  const AdrefPartyActItem *item =
      record ? g_hash_table_lookup(record->latest_items, self->clause) : NULL;
  AdrefPartyStatus status = {ADREF_PARTY_STATUS_SILENT, item ? record->party : NULL, item};
  if (!item)
    return status;
  switch (item->act->type) {
  case ADREF_PARTY_ACT_AGREE:
    status.type =
        is_outdated(item, self->hashes) ? ADREF_PARTY_STATUS_OUTDATED : ADREF_PARTY_STATUS_AGREED;
    break;
  case ADREF_PARTY_ACT_WORKING_GROUP:
    status.type = is_outdated(item, self->hashes) ? ADREF_PARTY_STATUS_OUTDATED
                                                  : ADREF_PARTY_STATUS_WORKING_GROUP;
    break;
  case ADREF_PARTY_ACT_RESERVE: status.type = ADREF_PARTY_STATUS_RESERVED; break;
  case ADREF_PARTY_ACT_REOPEN: status.type = ADREF_PARTY_STATUS_REOPENED; break;
  case ADREF_PARTY_ACT_DISASSOCIATE:
    status.type = is_outdated(item, self->hashes) ? ADREF_PARTY_STATUS_OUTDATED
                                                  : ADREF_PARTY_STATUS_DISASSOCIATED;
    break;
  case ADREF_PARTY_ACT_DIFFERENCE:
  case ADREF_PARTY_ACT_WORDS:
  case ADREF_PARTY_ACT_TRANSLATION:
  case ADREF_PARTY_ACT_CONFIRM: break;
  }
  return status;
}

gboolean adref_party_status_passes(AdrefPartyStatusType type)
{
  return type == ADREF_PARTY_STATUS_AGREED || type == ADREF_PARTY_STATUS_DISASSOCIATED;
}

/* The position of the first member that blocks the group; else AGREED when all members agree or let
 * the words pass, WORKING_GROUP when some of them do so in the working group only, else SILENT. */
static AdrefPartyStatus members_status(const StatusQuery *self, const AdrefParty *group)
{
  AdrefPartyStatus agreed = {ADREF_PARTY_STATUS_AGREED, group->code, NULL};
  for (char **member = group->members; *member; member++) {
    AdrefPartyStatus status = own_status(self, *member);
    if (status.type == ADREF_PARTY_STATUS_RESERVED || status.type == ADREF_PARTY_STATUS_REOPENED)
      return status;
    if (status.type == ADREF_PARTY_STATUS_WORKING_GROUP && agreed.type == ADREF_PARTY_STATUS_AGREED)
      agreed.type = ADREF_PARTY_STATUS_WORKING_GROUP;
    else if (!adref_party_status_passes(status.type) &&
             status.type != ADREF_PARTY_STATUS_WORKING_GROUP)
      agreed = (AdrefPartyStatus){ADREF_PARTY_STATUS_SILENT, NULL, NULL};
  }
  return agreed;
}

/* The position of a group that speaks for the party. Of several groups, one that agrees to the
 * words as they are now has priority. */
static AdrefPartyStatus group_status(const StatusQuery *self, const char *party)
{
  AdrefPartyStatus found = {ADREF_PARTY_STATUS_SILENT, NULL, NULL};
  const GPtrArray *all = adref_parties_all(self->parties);
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *group = all->pdata[i];
    if (!group->speaks || !g_strv_contains((const char *const *)group->members, party))
      continue;
    AdrefPartyStatus status = own_status(self, group->code);
    if (found.type == ADREF_PARTY_STATUS_SILENT || status.type == ADREF_PARTY_STATUS_AGREED)
      found = status;
  }
  return found;
}

static gboolean is_blocking(AdrefPartyStatus status)
{
  return status.type == ADREF_PARTY_STATUS_RESERVED || status.type == ADREF_PARTY_STATUS_REOPENED;
}

AdrefPartyStatus adref_party_status_of(const char *party, const char *clause, GHashTable *records,
                                       const AdrefParties *parties, AdrefClauseHashes *hashes)
{
  StatusQuery query = {clause, records, parties, hashes};
  AdrefPartyStatus own = own_status(&query, party);
  if (is_blocking(own))
    return own;
  const AdrefParty *known = adref_parties_get(parties, party);
  AdrefPartyStatus others =
      known && known->members ? members_status(&query, known) : group_status(&query, party);
  if (known && known->members && is_blocking(others))
    return others;
  if (adref_party_status_passes(own.type) || others.type == ADREF_PARTY_STATUS_SILENT)
    return own;
  return others.type == ADREF_PARTY_STATUS_AGREED || own.type == ADREF_PARTY_STATUS_SILENT ? others
                                                                                           : own;
}

/* Whether the party's own record confirms the words as they are now. */
static gboolean confirms(const StatusQuery *self, const char *party)
{
  const AdrefPartyRecord *record = g_hash_table_lookup(self->records, party);
  const AdrefPartyActItem *item =
      record ? g_hash_table_lookup(record->confirmations, self->clause) : NULL;
  return item && !is_outdated(item, self->hashes);
}

static gboolean members_confirm(const StatusQuery *self, const AdrefParty *group)
{
  for (char **member = group->members; *member; member++)
    if (!confirms(self, *member) &&
        own_status(self, *member).type != ADREF_PARTY_STATUS_DISASSOCIATED)
      return FALSE;
  return TRUE;
}

static gboolean group_confirms(const StatusQuery *self, const char *party)
{
  const GPtrArray *all = adref_parties_all(self->parties);
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *group = all->pdata[i];
    if (group->speaks && g_strv_contains((const char *const *)group->members, party) &&
        confirms(self, group->code))
      return TRUE;
  }
  return FALSE;
}

gboolean adref_party_status_is_confirmed(const char *party, const char *clause, GHashTable *records,
                                         const AdrefParties *parties, AdrefClauseHashes *hashes)
{
  StatusQuery query = {clause, records, parties, hashes};
  const AdrefParty *known = adref_parties_get(parties, party);
  if (adref_party_status_of(party, clause, records, parties, hashes).type !=
      ADREF_PARTY_STATUS_AGREED)
    return FALSE;
  return confirms(&query, party) ||
         (known && known->members ? members_confirm(&query, known) : group_confirms(&query, party));
}
