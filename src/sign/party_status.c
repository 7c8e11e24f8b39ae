#include "sign/party_status.h"

#include <string.h>

#include "clause/canonical.h"

enum {
  HASH_DIGITS = 64
};

struct AdrefHashes {
  const AdrefInstrument *instrument;
  GHashTable *known; /* CLAUSE -> hash */
};

AdrefHashes *adref_hashes_new(const AdrefInstrument *instrument)
{
  AdrefHashes *hashes = g_new0(AdrefHashes, 1);
  hashes->instrument = instrument;
  hashes->known = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  return hashes;
}

void adref_hashes_free(AdrefHashes *hashes)
{
  if (!hashes)
    return;
  g_hash_table_unref(hashes->known);
  g_free(hashes);
}

/* The hash of a clause in a language; NULL where that has no such clause. */
static const char *hash_in(AdrefHashes *hashes, const AdrefRendition *rendition, const char *id)
{
  const AdrefNode *clause = g_hash_table_lookup(rendition->clauses, id);
  if (!clause)
    return NULL;
  char *hash = g_hash_table_lookup(hashes->known, clause);
  if (!hash) {
    hash = adref_clause_hash(clause);
    g_hash_table_insert(hashes->known, (gpointer)(guintptr)clause, hash);
  }
  return hash;
}

char *adref_hashes_text(AdrefHashes *hashes, const char *clause)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < hashes->instrument->renditions->len; i++) {
    const AdrefRendition *rendition = hashes->instrument->renditions->pdata[i];
    const char *hash = hash_in(hashes, rendition, clause);
    if (hash)
      g_string_append_printf(text, "%s%s %s", text->len > 0 ? " " : "", rendition->language, hash);
  }
  return g_string_free(text, FALSE);
}

static gboolean is_same(const AdrefActItem *word, AdrefHashes *hashes,
                        const AdrefRendition *rendition)
{
  const char *said = adref_act_item_hash(word, rendition->language);
  const char *now = hash_in(hashes, rendition, word->clause);
  return said && now ? strncmp(said, now, HASH_DIGITS) == 0 : said == now;
}

char *adref_stance_changed(const AdrefActItem *word, AdrefHashes *hashes)
{
  GString *changed = g_string_new(NULL);
  for (guint i = 0; i < hashes->instrument->renditions->len; i++) {
    const AdrefRendition *rendition = hashes->instrument->renditions->pdata[i];
    if (adref_standing_binds(rendition->standing) && !is_same(word, hashes, rendition))
      g_string_append_printf(changed, "%s%s", changed->len > 0 ? ", " : "", rendition->language);
  }
  return g_string_free(changed, FALSE);
}

static gboolean is_outdated(const AdrefActItem *word, AdrefHashes *hashes)
{
  for (guint i = 0; i < hashes->instrument->renditions->len; i++) {
    const AdrefRendition *rendition = hashes->instrument->renditions->pdata[i];
    if (adref_standing_binds(rendition->standing) && !is_same(word, hashes, rendition))
      return TRUE;
  }
  return FALSE;
}

typedef struct {
  const char *clause;
  GHashTable *records;
  const AdrefParties *parties;
  AdrefHashes *hashes;
} Question;

/* What the record of one party says, whoever else may speak for it. */
static AdrefStance own_stance(const Question *self, const char *party)
{
  const AdrefRecord *record = g_hash_table_lookup(self->records, party);
  const AdrefActItem *word = record ? g_hash_table_lookup(record->words, self->clause) : NULL;
  AdrefStance stance = {ADREF_SILENT, word ? record->party : NULL, word};
  if (!word)
    return stance;
  switch (word->act->type) {
  case ADREF_ACT_AGREE:
    stance.type = is_outdated(word, self->hashes) ? ADREF_OUTDATED : ADREF_AGREES;
    break;
  case ADREF_ACT_RESERVE: stance.type = ADREF_RESERVES; break;
  case ADREF_ACT_REOPEN: stance.type = ADREF_REOPENED; break;
  }
  return stance;
}

/* A member that holds the group back; else AGREES when all members do, else SILENT. */
static AdrefStance members_stance(const Question *self, const AdrefParty *group)
{
  AdrefStance agreed = {ADREF_AGREES, group->code, NULL};
  for (char **member = group->members; *member; member++) {
    AdrefStance stance = own_stance(self, *member);
    if (stance.type == ADREF_RESERVES || stance.type == ADREF_REOPENED)
      return stance;
    if (stance.type != ADREF_AGREES)
      agreed = (AdrefStance){ADREF_SILENT, NULL, NULL};
  }
  return agreed;
}

/* The word of a group that speaks for the party: an agreement to these words goes before others. */
static AdrefStance spoken_stance(const Question *self, const char *party)
{
  AdrefStance found = {ADREF_SILENT, NULL, NULL};
  const GPtrArray *all = adref_parties_all(self->parties);
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *group = all->pdata[i];
    if (!group->speaks || !g_strv_contains((const char *const *)group->members, party))
      continue;
    AdrefStance stance = own_stance(self, group->code);
    if (found.type == ADREF_SILENT || stance.type == ADREF_AGREES)
      found = stance;
  }
  return found;
}

static gboolean holds_back(AdrefStance stance)
{
  return stance.type == ADREF_RESERVES || stance.type == ADREF_REOPENED;
}

AdrefStance adref_stance_of(const char *party, const char *clause, GHashTable *records,
                            const AdrefParties *parties, AdrefHashes *hashes)
{
  Question question = {clause, records, parties, hashes};
  AdrefStance own = own_stance(&question, party);
  if (holds_back(own))
    return own;
  const AdrefParty *known = adref_parties_get(parties, party);
  AdrefStance others =
      known && known->members ? members_stance(&question, known) : spoken_stance(&question, party);
  if (known && known->members && holds_back(others))
    return others;
  if (own.type == ADREF_AGREES || others.type == ADREF_SILENT)
    return own;
  return others.type == ADREF_AGREES || own.type == ADREF_SILENT ? others : own;
}
