#include "review/check/check_missing_parties.h"

#include "language/party_mention.h"
#include "review/check/party_lists.h"

enum {
  FEWEST = 2,           /* parties of a list */
  FEWEST_MEMBERS = 5,   /* of a group whose members are compared with a list */
  FEWEST_OF_MEETING = 3 /* parties of a statement */
};

static gboolean has(const AdrefPartyList *list, const char *code)
{
  return g_strv_contains((const char *const *)list->codes->pdata, code);
}

/* The words of the clause of a block. */
static GString *clause_words(const AdrefCheckText *text, const AdrefCheckBlock *of)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    if (block->clause != of->clause)
      continue;
    g_string_append(words, block->words->str);
    g_string_append_c(words, '\n');
  }
  return words;
}

/* Whether a group of which the party is a member is named. */
static gboolean names_group(const char *words, const AdrefParties *parties, GHashTable *names,
                            const char *code)
{
  const GPtrArray *all = adref_parties_all(parties);
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *group = all->pdata[i];
    if (group->members && g_strv_contains((const char *const *)group->members, code) &&
        adref_party_mention_is_possible(words, names, group->code))
      return TRUE;
  }
  return FALSE;
}

static gboolean may_mean(const char *words, const AdrefParties *parties, const char *code)
{
  GHashTable *names = adref_parties_names(parties);
  return adref_party_mention_is_possible(words, names, code) ||
         names_group(words, parties, names, code);
}

/* --- one text --- */

/* The only party of the statement that the list lacks; NULL: it lacks none, or more, or has others.
 */
static const char *lacks(const AdrefPartyList *list, char **parties)
{
  const char *missing = NULL;
  for (guint i = 0; parties[i]; i++) {
    if (has(list, parties[i]))
      continue;
    if (missing)
      return NULL;
    missing = parties[i];
  }
  return missing && list->codes->len == g_strv_length(parties) ? missing : NULL;
}

void adref_check_missing_party(AdrefCheckText *text, const AdrefStatement *statement,
                               const AdrefParties *parties)
{
  if (!statement->parties || g_strv_length(statement->parties) < FEWEST_OF_MEETING)
    return;
  g_autoptr(GPtrArray) lists = adref_party_lists_new(text, parties, FEWEST);
  for (guint i = 0; i < lists->len; i++) {
    const AdrefPartyList *list = lists->pdata[i];
    if (list->block->clause->as.clause->kind != ADREF_CHAPEAU)
      continue;
    const char *code = lacks(list, statement->parties);
    g_autoptr(GString) words = clause_words(text, list->block);
    if (code && !may_mean(words->str, parties, code)) {
      g_autofree char *name =
          adref_party_page_short(adref_parties_get(parties, code), text->source.language);
      adref_check_add(text, "integrity/fact-party", list->block, list->start,
                      "%s (%s) is a party of the statement, and the list lacks it", name, code);
    }
    return;
  }
}

/* The only member of a group that a list of its members lacks; NULL: it lacks none, or more, or has
 * others. */
static const char *member_lacking(const AdrefPartyList *list, const AdrefParty *group)
{
  return g_strv_length(group->members) >= FEWEST_MEMBERS ? lacks(list, group->members) : NULL;
}

void adref_check_missing_members(AdrefCheckText *text, const AdrefParties *parties)
{
  const GPtrArray *all = adref_parties_all(parties);
  g_autoptr(GPtrArray) lists = adref_party_lists_new(text, parties, FEWEST_MEMBERS - 1);
  for (guint i = 0; i < lists->len; i++) {
    const AdrefPartyList *list = lists->pdata[i];
    g_autoptr(GString) words = NULL;
    for (guint j = 0; j < all->len; j++) {
      const AdrefParty *group = all->pdata[j];
      const char *code = group->members ? member_lacking(list, group) : NULL;
      if (!code)
        continue;
      words = words ? words : clause_words(text, list->block);
      if (adref_party_mention_is_possible(words->str, adref_parties_names(parties), code))
        continue;
      g_autofree char *name =
          adref_party_page_short(adref_parties_get(parties, code), text->source.language);
      adref_check_add(text, "integrity/fact-party", list->block, list->start,
                      "the list has all members of %s but %s", group->code, name)
          ->severity = ADREF_CHECK_NOTE;
    }
  }
}

/* --- two languages --- */

static guint count_common(const AdrefPartyList *first, const AdrefPartyList *second)
{
  guint count = 0;
  for (guint i = 0; i + 1 < first->codes->len; i++)
    count += has(second, first->codes->pdata[i]) ? 1 : 0;
  return count;
}

/* The list of a clause that has most parties of `list`; NULL: none has one. */
static const AdrefPartyList *nearest(const GPtrArray *lists, const AdrefPartyList *list)
{
  const char *id = list->block->clause->as.clause->id;
  const AdrefPartyList *found = NULL;
  guint most = 0;
  for (guint i = 0; i < lists->len && id; i++) {
    const AdrefPartyList *other = lists->pdata[i];
    guint common = count_common(list, other);
    if (g_strcmp0(other->block->clause->as.clause->id, id) == 0 && common > most) {
      most = common;
      found = other;
    }
  }
  return found;
}

/* Whether the words may name the party as its language does, although the registry has no name in
 * it: by the name that ICU has, or by one that nobody here knows. */
static gboolean may_name(const AdrefCheckText *text, const char *words, const AdrefParties *parties,
                         const char *code)
{
  const char *language = text->source.language;
  const AdrefParty *party = adref_parties_get(parties, code);
  if (adref_party_has_name(party, FALSE, language))
    return FALSE;
  g_autoptr(GHashTable) names = adref_parties_names_in(parties, language);
  g_autofree char *name = adref_party_page_short(party, language);
  gboolean is_english = strcmp(name, adref_party_short(party, "en")) == 0;
  return adref_party_mention_is_possible(words, names, code) ||
         (is_english && !adref_check_is_latin(language));
}

/* "Japan, Palau": the parties of one list that the other lacks, and its clause does not mean; NULL:
 * none. Caller frees. */
static char *missing_in(const AdrefCheckText *text, const AdrefPartyList *list,
                        const AdrefPartyList *other, const AdrefParties *parties)
{
  g_autoptr(GString) words = clause_words(text, list->block);
  g_autoptr(GString) missing = g_string_new(NULL);
  for (guint i = 0; i + 1 < other->codes->len; i++) {
    const char *code = other->codes->pdata[i];
    if (has(list, code) || may_mean(words->str, parties, code) ||
        may_name(text, words->str, parties, code))
      continue;
    g_autofree char *name =
        adref_party_page_short(adref_parties_get(parties, code), text->source.language);
    g_string_append_printf(missing, "%s%s", missing->len > 0 ? ", " : "", name);
  }
  return missing->len > 0 ? g_string_free(g_steal_pointer(&missing), FALSE) : NULL;
}

void adref_check_missing_parties(const AdrefCheckText *source, AdrefCheckText *translation,
                                 const AdrefParties *parties)
{
  g_autoptr(GPtrArray) there = adref_party_lists_new(source, parties, FEWEST);
  g_autoptr(GPtrArray) here = adref_party_lists_new(translation, parties, FEWEST);
  for (guint i = 0; i < here->len; i++) {
    const AdrefPartyList *list = here->pdata[i], *other = nearest(there, list);
    if (!other || nearest(here, other) != list)
      continue;
    g_autofree char *lost = missing_in(translation, list, other, parties);
    g_autofree char *added = missing_in(source, other, list, parties);
    if (lost)
      adref_check_add(translation, "language/party", list->block, list->start,
                      "the list lacks %s, which %s has", lost, source->source.language);
    if (added)
      adref_check_add(translation, "language/party", list->block, list->start,
                      "%s stands here, and not in %s", added, source->source.language);
  }
}
