#include "review/check_party_order.h"

#include <string.h>

enum {
  FEWEST = 3,        /* parties of a list */
  FEWEST_SORTED = 5, /* of a list that must be alphabetical, where one is out of place */
  WIDEST_GAP = 24    /* bytes between two parties */
};

/* A party that a block names. */
typedef struct {
  const char *code;
  gsize start, end;
} Mention;

typedef struct {
  const AdrefCheckBlock *block;
  GPtrArray *codes; /* of const char *, in their order, with NULL at the end */
  gsize start;
} PartyList;

static void list_free(gpointer data)
{
  PartyList *list = data;
  g_ptr_array_unref(list->codes);
  g_free(list);
}

/* --- the lists of a text --- */

static void add_mentions(GArray *mentions, const char *words, const AdrefParty *party,
                         const char *name)
{
  if (!name || !*name)
    return;
  for (const char *at = strstr(words, name); at; at = strstr(at + 1, name)) {
    const char *end = at + strlen(name);
    gboolean inside = (at > words && g_ascii_isalnum(at[-1])) || g_ascii_isalnum(*end);
    Mention mention = {party->code, (gsize)(at - words), (gsize)(end - words)};
    if (!inside || (guchar)*name >= 0x80)
      g_array_append_val(mentions, mention);
  }
}

/* By place; at one place the longest first. */
static gint compare_mentions(gconstpointer a, gconstpointer b)
{
  const Mention *first = a, *second = b;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end > second->end ? -1 : first->end < second->end ? 1 : 0;
}

static GArray *mentions_of(const AdrefCheckBlock *block, const AdrefParties *parties,
                           const char *language)
{
  GArray *mentions = g_array_new(FALSE, FALSE, sizeof(Mention));
  const GPtrArray *all = adref_parties_all(parties);
  for (guint i = 0; i < MIN(all->len, ADREF_CHECK_PARTY_NAMES); i++) {
    const AdrefParty *party = all->pdata[i];
    if (party->members)
      continue;
    add_mentions(mentions, block->own->str, party, adref_party_long(party, language));
    add_mentions(mentions, block->own->str, party, adref_party_short(party, language));
  }
  g_array_sort(mentions, compare_mentions);
  return mentions;
}

/* Whether only signs, "and" and articles stand between two parties. */
static gboolean is_gap(const char *words, gsize from, gsize to)
{
  static const char *const joints[] = {"and", "the", "dan", "và",  "et",     "y",    "e",
                                       "la",  "le",  "les", "l’",  "l'",     "el",   "及び",
                                       "と",  "และ", "和",  "及",  "並びに", "ແລະ",  "និង",
                                       "و",   "at",  "ang", "und", "serta",  "cùng", "với"};
  if (to < from || to - from > WIDEST_GAP)
    return FALSE;
  g_autofree char *gap = g_strndup(words + from, to - from);
  g_auto(GStrv) parts = g_strsplit_set(gap, " ,", -1);
  for (char **part = parts; *part; part++) {
    gboolean joins = !**part || strcmp(*part, "、") == 0;
    for (guint i = 0; i < G_N_ELEMENTS(joints) && !joins; i++)
      joins = strcmp(*part, joints[i]) == 0;
    if (!joins)
      return FALSE;
  }
  return TRUE;
}

static PartyList *list_new(const AdrefCheckBlock *block, const Mention *first)
{
  PartyList *list = g_new0(PartyList, 1);
  list->block = block;
  list->start = first->start;
  list->codes = g_ptr_array_new();
  return list;
}

/* Keeps a list that is long enough. */
static void end_list(GPtrArray *lists, PartyList *list)
{
  if (list && list->codes->len >= FEWEST && list->codes->len <= ADREF_CHECK_PARTY_LIST) {
    g_ptr_array_add(list->codes, NULL);
    g_ptr_array_add(lists, list);
  } else if (list) {
    list_free(list);
  }
}

static void add_lists(GPtrArray *lists, const AdrefCheckBlock *block, const AdrefParties *parties,
                      const char *language)
{
  if (!strchr(block->own->str, ',') && !strstr(block->own->str, "、") &&
      !strstr(block->own->str, "،"))
    return;
  g_autoptr(GArray) mentions = mentions_of(block, parties, language);
  PartyList *list = NULL;
  gsize end = 0;
  for (guint i = 0; i < mentions->len; i++) {
    const Mention *mention = &g_array_index(mentions, Mention, i);
    if (list && mention->start < end)
      continue;
    if (!list || !is_gap(block->own->str, end, mention->start)) {
      end_list(lists, list);
      list = list_new(block, mention);
    }
    g_ptr_array_add(list->codes, (gpointer)(guintptr)mention->code);
    end = mention->end;
  }
  end_list(lists, list);
}

static GPtrArray *lists_of(const AdrefCheckText *text, const AdrefParties *parties)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func(list_free);
  for (guint i = 0; i < text->blocks->len; i++)
    add_lists(lists, text->blocks->pdata[i], parties, text->source.language);
  return lists;
}

/* --- their order --- */

static const char *const *codes_of(const PartyList *list)
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

static gboolean is_sorted(const PartyList *list, const AdrefParties *parties, const char *language)
{
  g_auto(GStrv) sorted = adref_parties_sort(parties, codes_of(list), language);
  return is_same((const char *const *)sorted, codes_of(list));
}

/* Whether both lists have the same parties. */
static gboolean has_same_parties(const PartyList *first, const PartyList *second)
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
  for (; *codes; codes++)
    g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "",
                           adref_party_short(adref_parties_get(parties, *codes), language));
  return g_string_free(names, FALSE);
}

/* The places that the parties have in alphabetical order. */
static void rank(const PartyList *list, const AdrefParties *parties, const char *language,
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
static const char *odd_one(const PartyList *list, const AdrefParties *parties, const char *language)
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
  g_autoptr(GPtrArray) lists = lists_of(text, parties);
  for (guint i = 0; i < lists->len; i++) {
    const PartyList *list = lists->pdata[i];
    if (list->codes->len <= FEWEST_SORTED || is_sorted(list, parties, language))
      continue;
    const char *odd = odd_one(list, parties, language);
    if (odd && strcmp(odd, list->codes->pdata[0]) != 0)
      adref_check_add(text, "integrity/party-order", list->block, list->start,
                      "%s stands out of the alphabetical order of the others",
                      adref_party_short(adref_parties_get(parties, odd), language));
  }
}

static void check_pair(AdrefCheckText *translation, const AdrefCheckText *source,
                       const PartyList *there, const PartyList *here, const AdrefParties *parties,
                       gboolean follows)
{
  const char *language = translation->source.language;
  gboolean alphabetical = !follows && is_sorted(there, parties, source->source.language);
  g_auto(GStrv) sorted = adref_parties_sort(parties, codes_of(there), language);
  const char *const *right = alphabetical ? (const char *const *)sorted : codes_of(there);
  if (is_same(codes_of(here), right))
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
  g_autoptr(GPtrArray) there = lists_of(source, parties), here = lists_of(translation, parties);
  guint at = 0;
  for (guint i = 0; i < there->len; i++) {
    const PartyList *list = there->pdata[i];
    const char *id = list->block->clause->as.clause->id;
    for (guint j = at; j < here->len && id; j++) {
      const PartyList *other = here->pdata[j];
      if (g_strcmp0(other->block->clause->as.clause->id, id) != 0 || !has_same_parties(list, other))
        continue;
      check_pair(translation, source, list, other, parties, follows);
      at = j + 1;
      break;
    }
  }
}
