#include "sign/settled_words.h"

#include <string.h>

#include "clause/brackets/word_bracket.h"

enum {
  HASH_DIGITS = 64
};

/* What is asked: of one clause in one language. */
typedef struct {
  const AdrefSettledWords *settled;
  const char *clause, *language;
  const char *hash; /* of the clause now; NULL: the language does not have it */
} WordsQuestion;

/* Whether the party has said it of the clause as it is now. */
static gboolean has_said(const WordsQuestion *self, const char *party)
{
  const AdrefPartyRecord *record = g_hash_table_lookup(self->settled->records, party);
  const AdrefPartyActItem *item = record ? g_hash_table_lookup(record->words, self->clause) : NULL;
  const char *said = item ? adref_party_act_item_hash(item, self->language) : NULL;
  return said && self->hash && strncmp(said, self->hash, HASH_DIGITS) == 0;
}

static gboolean is_in_talks(const WordsQuestion *self, const char *code)
{
  char **talks = self->settled->statement->parties;
  return talks && g_strv_contains((const char *const *)talks, code);
}

/* The members of a group that are in the talks; none for a party. */
static GPtrArray *members_in_talks(const WordsQuestion *self, const char *code)
{
  GPtrArray *members = g_ptr_array_new();
  const AdrefParty *party = adref_parties_get(self->settled->parties, code);
  for (char **member = party ? party->members : NULL; member && *member; member++)
    if (is_in_talks(self, *member))
      g_ptr_array_add(members, *member);
  return members;
}

/* The group in the talks that the party is a member of, or NULL. */
static const char *group_in_talks(const WordsQuestion *self, const char *code)
{
  for (char **talks = self->settled->statement->parties; talks && *talks; talks++) {
    const AdrefParty *group = adref_parties_get(self->settled->parties, *talks);
    if (group && group->members && g_strv_contains((const char *const *)group->members, code))
      return *talks;
  }
  return NULL;
}

/* Adds who has to say it for the party or group with a code. FALSE: nobody in the talks can. */
static gboolean add_missing(const WordsQuestion *self, const char *code, GPtrArray *missing)
{
  const char *group = group_in_talks(self, code);
  g_autoptr(GPtrArray) members = members_in_talks(self, code);
  if (has_said(self, code) || (group && has_said(self, group)))
    return TRUE;
  if (is_in_talks(self, code) || (group && members->len == 0)) {
    g_ptr_array_add(missing, (gpointer)(guintptr)(is_in_talks(self, code) ? code : group));
    return TRUE;
  }
  for (guint i = 0; i < members->len; i++)
    if (!has_said(self, members->pdata[i]))
      g_ptr_array_add(missing, members->pdata[i]);
  return members->len > 0;
}

static gboolean has_anybody_said(const WordsQuestion *self)
{
  GHashTableIter iter;
  gpointer party;
  g_hash_table_iter_init(&iter, self->settled->records);
  while (g_hash_table_iter_next(&iter, &party, NULL))
    if (has_said(self, party))
      return TRUE;
  return FALSE;
}

GPtrArray *adref_settled_words_missing(const AdrefSettledWords *self, const char *clause,
                                       const char *language, char *const *codes)
{
  g_autofree char *now = adref_clause_hashes_text(self->hashes, clause);
  const AdrefPartyActItem item = {.hashes = now};
  const WordsQuestion question = {self, clause, language,
                                  adref_party_act_item_hash(&item, language)};
  g_autoptr(GPtrArray) missing = g_ptr_array_new();
  gboolean asked = FALSE;
  for (char *const *code = codes; *code; code++)
    if (add_missing(&question, *code, missing))
      asked = TRUE;
  if (missing->len == 0 && (asked || has_anybody_said(&question)))
    return NULL;
  return g_steal_pointer(&missing);
}

static void apply_to_clause(const AdrefSettledWords *self, const char *language, AdrefNode *clause)
{
  char *const nobody[] = {NULL};
  gboolean asked = FALSE, settled = FALSE;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !adref_word_bracket_may_be_words(walk.node))
      continue;
    if (!asked) {
      g_autoptr(GPtrArray) missing =
          adref_settled_words_missing(self, clause->as.clause->id, language, nobody);
      settled = missing == NULL;
      asked = TRUE;
    }
    walk.node->as.settled = settled;
  }
}

/* Whether any party has said of a clause that something is words. */
static gboolean says_of(GHashTable *records, const char *clause)
{
  GHashTableIter iter;
  gpointer record;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    if (g_hash_table_contains(((AdrefPartyRecord *)record)->words, clause))
      return TRUE;
  return FALSE;
}

/* Whether any party has said so of anything. */
static gboolean says_anything(GHashTable *records)
{
  GHashTableIter iter;
  gpointer record;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    if (g_hash_table_size(((AdrefPartyRecord *)record)->words) > 0)
      return TRUE;
  return FALSE;
}

void adref_settled_words_apply_text(const AdrefSettledWords *self, const char *language,
                                    AdrefNode *document)
{
  if (!says_anything(self->records)) /* as in most talks */
    return;
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id && says_of(self->records, clause->as.clause->id))
      apply_to_clause(self, language, clause);
}

void adref_settled_words_apply(const AdrefSettledWords *self,
                               const AdrefLanguageVersions *language_versions)
{
  for (guint i = 0; i < language_versions->items->len; i++) {
    const AdrefLanguageVersion *version = language_versions->items->pdata[i];
    adref_settled_words_apply_text(self, version->language, version->document);
  }
}
