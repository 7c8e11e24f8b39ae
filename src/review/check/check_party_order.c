#include "review/check/check_party_order.h"

#include <string.h>

#include "review/check/party_lists.h"

enum {
  FEWEST = 3,       /* parties of a list */
  FEWEST_SORTED = 5 /* of a list that must be alphabetical, where one is out of place */
};

/* --- their order --- */

static const char *const *codes_of(const AdrefPartyList *list)
{
  return (const char *const *)list->codes->pdata;
}

static gboolean is_same(const char *const *first, const char *const *second)
{
  for (; *first && *second; first++, second++)
    if (strcmp(*first, *second) != 0)
      return FALSE;
  return !*first && !*second;
}

static gboolean is_sorted(const AdrefPartyList *list, const AdrefParties *parties,
                          const char *language)
{
  g_auto(GStrv) sorted = adref_parties_sort(parties, codes_of(list), language);
  return is_same((const char *const *)sorted, codes_of(list));
}

/* Whether both lists have the same parties. */
static gboolean has_same_parties(const AdrefPartyList *first, const AdrefPartyList *second)
{
  if (first->codes->len != second->codes->len)
    return FALSE;
  for (guint i = 0; i + 1 < first->codes->len; i++)
    if (!g_strv_contains(codes_of(second), first->codes->pdata[i]))
      return FALSE;
  return TRUE;
}

static char *names_of(const AdrefParties *parties, const char *const *codes, const char *language)
{
  GString *names = g_string_new(NULL);
  for (; *codes; codes++) {
    g_autofree char *name = adref_party_page_short(adref_parties_get(parties, *codes), language);
    g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", name);
  }
  return g_string_free(names, FALSE);
}

/* The places that the parties have in alphabetical order. */
static void rank(const AdrefPartyList *list, const AdrefParties *parties, const char *language,
                 guint ranks[ADREF_CHECK_PARTY_LIST])
{
  g_auto(GStrv) sorted = adref_parties_sort(parties, codes_of(list), language);
  for (guint i = 0; i + 1 < list->codes->len; i++)
    for (guint j = 0; sorted[j]; j++)
      if (strcmp(sorted[j], list->codes->pdata[i]) == 0)
        ranks[i] = j;
}

static gboolean rises_without(const guint *ranks, guint count, guint left_out)
{
  gint64 before = -1;
  for (guint i = 0; i < count; i++) {
    if (i == left_out)
      continue;
    if (ranks[i] < before)
      return FALSE;
    before = ranks[i];
  }
  return TRUE;
}

/* The party without which the list is sorted, the last one where it may be two; NULL: none. */
static const char *odd_one(const AdrefPartyList *list, const AdrefParties *parties,
                           const char *language)
{
  guint ranks[ADREF_CHECK_PARTY_LIST] = {0}, count = list->codes->len - 1;
  rank(list, parties, language, ranks);
  for (guint i = count; i > 0; i--)
    if (rises_without(ranks, count, i - 1))
      return list->codes->pdata[i - 1];
  return NULL;
}

/* The first party of a list may be the host, or the party whose copy it is. */
void adref_check_party_order(AdrefCheckText *text, const AdrefParties *parties)
{
  const char *language = text->source.language;
  g_autoptr(GPtrArray) lists = adref_party_lists_new(text, parties, FEWEST);
  for (guint i = 0; i < lists->len; i++) {
    const AdrefPartyList *list = lists->pdata[i];
    if (list->codes->len <= FEWEST_SORTED || is_sorted(list, parties, language))
      continue;
    const char *odd = odd_one(list, parties, language);
    if (!odd || strcmp(odd, list->codes->pdata[0]) == 0)
      continue;
    g_autofree char *name = adref_party_page_short(adref_parties_get(parties, odd), language);
    adref_check_add(text, "integrity/party-order", list->block, list->start,
                    "%s stands out of the alphabetical order of the others", name);
  }
}

static guint index_of(const AdrefPartyList *list, const char *code)
{
  guint index = 0;
  while (index + 1 < list->codes->len && strcmp(list->codes->pdata[index], code) != 0)
    index++;
  return index;
}

/* Whether both lists are sorted, each in its language, but for one party that has the same place in
 * both: an organisation behind countries. */
static gboolean is_sorted_alike(const AdrefPartyList *there, const char *source,
                                const AdrefPartyList *here, const char *language,
                                const AdrefParties *parties)
{
  const char *odd = odd_one(there, parties, source);
  guint ranks[ADREF_CHECK_PARTY_LIST] = {0};
  if (!odd || index_of(there, odd) != index_of(here, odd))
    return FALSE;
  rank(here, parties, language, ranks);
  return rises_without(ranks, here->codes->len - 1, index_of(here, odd));
}

static void check_pair(AdrefCheckText *translation, const AdrefCheckText *source,
                       const AdrefPartyList *there, const AdrefPartyList *here,
                       const AdrefParties *parties, gboolean follows)
{
  const char *language = translation->source.language;
  gboolean alphabetical = !follows && is_sorted(there, parties, source->source.language);
  g_auto(GStrv) sorted = adref_parties_sort(parties, codes_of(there), language);
  const char *const *right = alphabetical ? (const char *const *)sorted : codes_of(there);
  if (is_same(codes_of(here), right) ||
      (!follows && !alphabetical &&
       is_sorted_alike(there, source->source.language, here, language, parties)))
    return;
  adref_check_add(translation, "language/party-order", here->block, here->start,
                  alphabetical ? "the parties are not in the alphabetical order of %s"
                               : "the parties are not in the order of %s",
                  alphabetical ? language : source->source.language)
      ->suggestion = names_of(parties, right, language);
}

void adref_check_party_orders(const AdrefCheckText *source, AdrefCheckText *translation,
                              const AdrefParties *parties, gboolean follows)
{
  g_autoptr(GPtrArray) there = adref_party_lists_new(source, parties, FEWEST),
                       here = adref_party_lists_new(translation, parties, FEWEST);
  guint at = 0;
  for (guint i = 0; i < there->len; i++) {
    const AdrefPartyList *list = there->pdata[i];
    const char *id = list->block->clause->as.clause->id;
    for (guint j = at; j < here->len && id; j++) {
      const AdrefPartyList *other = here->pdata[j];
      if (g_strcmp0(other->block->clause->as.clause->id, id) != 0 || !has_same_parties(list, other))
        continue;
      check_pair(translation, source, list, other, parties, follows);
      at = j + 1;
      break;
    }
  }
}
