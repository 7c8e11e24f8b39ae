#include "draft/data/party.h"

#include <string.h>

#include "base/name.h"
#include "clause/icu.h"
#include "draft/data/localized_text.h"
#include "draft/data/party_private.h"
#include "draft/data/region_name.h"
#include "draft/data/value.h"

void adref_party_free(gpointer data)
{
  AdrefParty *party = data;
  g_clear_pointer(&party->dated, g_ptr_array_unref);
  g_clear_pointer(&party->short_names, g_hash_table_unref);
  g_clear_pointer(&party->long_names, g_hash_table_unref);
  g_clear_pointer(&party->sort_keys, g_hash_table_unref);
  g_clear_pointer(&party->aliases, g_ptr_array_unref);
  g_strfreev(party->members);
  g_free(party->code);
  g_free(party);
}

AdrefParties *adref_parties_new_empty(void)
{
  AdrefParties *parties = g_new0(AdrefParties, 1);
  parties->all = g_ptr_array_new_with_free_func(adref_party_free);
  parties->by_code = g_hash_table_new(g_str_hash, g_str_equal);
  parties->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  parties->code_list = g_new0(const char *, 1);
  return parties;
}

void adref_parties_free(AdrefParties *parties)
{
  if (!parties)
    return;
  g_hash_table_unref(parties->by_code);
  g_hash_table_unref(parties->names);
  g_ptr_array_unref(parties->all);
  g_free(parties->code_list);
  g_free(parties);
}

const AdrefParty *adref_parties_get(const AdrefParties *parties, const char *code)
{
  return g_hash_table_lookup(parties->by_code, code);
}

const char *adref_parties_closest(const AdrefParties *parties, const char *name)
{
  g_autofree char *folded = g_utf8_casefold(name, -1);
  const char *code = g_hash_table_lookup(parties->names, folded);
  return code ? code : adref_name_closest(name, adref_parties_codes(parties));
}

const GPtrArray *adref_parties_all(const AdrefParties *parties)
{
  return parties->all;
}

const char *const *adref_parties_codes(const AdrefParties *parties)
{
  return parties->code_list;
}

GHashTable *adref_parties_names(const AdrefParties *parties)
{
  return parties->names;
}

static gboolean has_language(GHashTable *names, const char *language)
{
  return names && adref_localized_text_get(names, language);
}

static GHashTable *copy_names(GHashTable *names)
{
  GHashTable *copy = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, code;
  g_hash_table_iter_init(&iter, names);
  while (g_hash_table_iter_next(&iter, &name, &code))
    g_hash_table_insert(copy, g_strdup(name), code);
  return copy;
}

GHashTable *adref_parties_names_in(const AdrefParties *parties, const char *language)
{
  GHashTable *names = NULL;
  for (guint i = 0; i < parties->all->len; i++) {
    const AdrefParty *party = parties->all->pdata[i];
    if (has_language(party->short_names, language))
      continue;
    if (!names)
      names = copy_names(parties->names);
    g_autofree char *name = adref_region_name(party->code, language);
    g_autofree char *folded = name ? g_utf8_casefold(name, -1) : NULL;
    if (folded && !g_hash_table_contains(names, folded))
      g_hash_table_insert(names, g_steal_pointer(&folded), party->code);
  }
  return names ? names : g_hash_table_ref(parties->names);
}

static const char *name_in(GHashTable *names, const char *language)
{
  const char *name = names ? adref_localized_text_get(names, language) : NULL;
  return name || !names ? name : adref_localized_text_get(names, "en");
}

const char *adref_party_short(const AdrefParty *party, const char *language)
{
  const char *name = name_in(party->short_names, language);
  return name ? name : party->code;
}

const char *adref_party_long(const AdrefParty *party, const char *language)
{
  const char *name = name_in(party->long_names, language);
  return name ? name : adref_party_short(party, language);
}

gboolean adref_party_is_named(const AdrefParty *party, const char *language)
{
  return (!party->short_names || has_language(party->short_names, language)) &&
         (!party->long_names || has_language(party->long_names, language));
}

gboolean adref_party_has_name(const AdrefParty *party, gboolean whole, const char *language)
{
  GHashTable *names = whole && party->long_names ? party->long_names : party->short_names;
  return !names || has_language(names, language);
}

char *adref_party_page_short(const AdrefParty *party, const char *language)
{
  char *name =
      has_language(party->short_names, language) ? NULL : adref_region_name(party->code, language);
  return name ? name : g_strdup(adref_party_short(party, language));
}

/* A short name of the registry is better than a name that somebody else gave. */
char *adref_party_page_long(const AdrefParty *party, const char *language)
{
  if (has_language(party->long_names, language))
    return g_strdup(adref_party_long(party, language));
  if (has_language(party->short_names, language))
    return g_strdup(adref_party_short(party, language));
  char *name = adref_region_name(party->code, language);
  return name ? name : g_strdup(adref_party_long(party, language));
}

char **adref_party_printed_names(const AdrefParty *party, const char *language)
{
  char *all[] = {adref_party_page_long(party, language), adref_party_page_short(party, language),
                 g_strdup(adref_party_long(party, language)),
                 g_strdup(adref_party_short(party, language))};
  char **names = g_new0(char *, G_N_ELEMENTS(all) + 1);
  guint count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
    if (g_strv_contains((const char *const *)names, all[i]))
      g_free(all[i]);
    else
      names[count++] = all[i];
  return names;
}

const char *adref_parties_chair(const AdrefParties *parties)
{
  for (guint i = 0; i < parties->all->len; i++) {
    const AdrefParty *party = parties->all->pdata[i];
    if (party->chairs)
      return party->code;
  }
  return NULL;
}

static gboolean holds(const AdrefDatedFact *fact, gint64 day)
{
  return fact->from <= day && day < fact->until;
}

/* The members on a day; NULL for a party. */
char **adref_party_members_at(const AdrefParty *party, gint64 day)
{
  g_autoptr(GStrvBuilder) members = g_strv_builder_new();
  for (guint i = 0; party->dated && i < party->dated->len; i++) {
    const AdrefDatedFact *fact = party->dated->pdata[i];
    if (fact->code && holds(fact, day))
      g_strv_builder_add(members, fact->code);
  }
  return g_strv_builder_end(members);
}

void adref_parties_list_codes(AdrefParties *parties)
{
  g_free(parties->code_list);
  parties->code_list = g_new0(const char *, parties->all->len + 1);
  for (guint i = 0; i < parties->all->len; i++)
    parties->code_list[i] = ((const AdrefParty *)parties->all->pdata[i])->code;
}

static GHashTable *ref_table(GHashTable *former, GHashTable *now)
{
  GHashTable *table = former ? former : now;
  return table ? g_hash_table_ref(table) : NULL;
}

/* The party with the names and members of a day. */
static AdrefParty *party_at(const AdrefParty *party, gint64 day)
{
  const AdrefDatedFact *names = NULL;
  for (guint i = 0; party->dated && i < party->dated->len; i++) {
    const AdrefDatedFact *fact = party->dated->pdata[i];
    if (!fact->code && holds(fact, day) && !names)
      names = fact;
  }
  AdrefParty *copy = g_new0(AdrefParty, 1);
  copy->code = g_strdup(party->code);
  copy->short_names = ref_table(names ? names->short_names : NULL, party->short_names);
  copy->long_names = ref_table(names ? names->long_names : NULL, party->long_names);
  copy->sort_keys = ref_table(names ? names->sort_keys : NULL, party->sort_keys);
  copy->aliases = g_ptr_array_ref(party->aliases);
  copy->members = party->members ? adref_party_members_at(party, day) : NULL;
  copy->speaks = party->speaks;
  copy->chairs = party->chairs;
  copy->look = party->look;
  return copy;
}

AdrefParties *adref_parties_at(const AdrefParties *parties, gint64 day)
{
  if (!parties->has_dates)
    return NULL;
  AdrefParties *view = g_new0(AdrefParties, 1);
  view->all = g_ptr_array_new_with_free_func(adref_party_free);
  view->by_code = g_hash_table_new(g_str_hash, g_str_equal);
  view->names = g_hash_table_ref(parties->names);
  for (guint i = 0; i < parties->all->len; i++) {
    AdrefParty *party = party_at(parties->all->pdata[i], day);
    g_ptr_array_add(view->all, party);
    g_hash_table_insert(view->by_code, party->code, party);
  }
  adref_parties_list_codes(view);
  return view;
}

static void add_code(GPtrArray *codes, const char *code)
{
  if (!g_ptr_array_find_with_equal_func(codes, code, g_str_equal, NULL))
    g_ptr_array_add(codes, g_strdup(code));
}

char **adref_parties_expand(const AdrefParties *parties, char *const *codes, gboolean members_only)
{
  GPtrArray *expanded = g_ptr_array_new();
  for (char *const *code = codes; *code; code++) {
    const AdrefParty *party = adref_parties_get(parties, *code);
    gboolean is_group = party && party->members;
    for (char **member = is_group ? party->members : NULL; member && *member; member++)
      add_code(expanded, *member);
    if (!is_group && !members_only)
      add_code(expanded, *code);
  }
  g_ptr_array_add(expanded, NULL);
  return (char **)g_ptr_array_free(expanded, FALSE);
}

typedef struct {
  const char *code;
  char *key; /* owned */
} PartySortKey;

static int compare(gconstpointer a, gconstpointer b, gpointer collator)
{
  const PartySortKey *x = a, *y = b;
  UErrorCode status = U_ZERO_ERROR;
  int order = collator ? (int)ucol_strcollUTF8(collator, x->key, -1, y->key, -1, &status) : 0;
  return order ? order : strcmp(x->key, y->key) ? strcmp(x->key, y->key) : strcmp(x->code, y->code);
}

static char *sort_key(const AdrefParties *parties, const char *code, const char *language)
{
  const AdrefParty *party = adref_parties_get(parties, code);
  if (!party)
    return g_strdup(code);
  const char *key = party->sort_keys ? adref_localized_text_get(party->sort_keys, language) : NULL;
  return key ? g_strdup(key) : adref_party_page_short(party, language);
}

char **adref_parties_sort(const AdrefParties *parties, const char *const *codes,
                          const char *language)
{
  gsize count = g_strv_length((char **)(guintptr)codes);
  g_autofree PartySortKey *sorted = g_new(PartySortKey, count + 1);
  for (gsize i = 0; i < count; i++)
    sorted[i] = (PartySortKey){codes[i], sort_key(parties, codes[i], language)};
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(language, &status);
  g_qsort_with_data(sorted, (gint)count, sizeof(PartySortKey), compare, collator);
  ucol_close(collator);
  char **result = g_new0(char *, count + 1);
  for (gsize i = 0; i < count; i++) {
    result[i] = g_strdup(sorted[i].code);
    g_free(sorted[i].key);
  }
  return result;
}

static gboolean speaks_for(const AdrefParties *parties, const char *code, const char *party)
{
  if (strcmp(code, party) == 0)
    return TRUE;
  const AdrefParty *group = adref_parties_get(parties, code);
  const AdrefParty *speaker = adref_parties_get(parties, party);
  return (group && group->members && g_strv_contains((const char *const *)group->members, party)) ||
         (speaker && speaker->speaks &&
          g_strv_contains((const char *const *)speaker->members, code));
}

gboolean adref_parties_may_speak(const AdrefParties *parties, char *const *statement,
                                 const char *party)
{
  if (statement && g_strv_contains((const char *const *)statement, party)) /* as most are */
    return TRUE;
  for (char *const *code = statement; code && *code; code++)
    if (speaks_for(parties, *code, party))
      return TRUE;
  return FALSE;
}

static void time_free(gpointer data)
{
  AdrefPartyTime *time = data;
  g_free(time->from);
  g_free(time->until);
  g_free(time);
}

GPtrArray *adref_party_times(const AdrefParty *party, const char *language)
{
  GPtrArray *times = g_ptr_array_new_with_free_func(time_free);
  for (guint i = 0; party->dated && i < party->dated->len; i++) {
    const AdrefDatedFact *fact = party->dated->pdata[i];
    if (fact->from == G_MININT64 && fact->until == G_MAXINT64)
      continue;
    AdrefPartyTime *time = g_new0(AdrefPartyTime, 1);
    time->member = fact->code;
    time->short_name = fact->short_names ? name_in(fact->short_names, language) : NULL;
    time->long_name = fact->long_names ? name_in(fact->long_names, language) : NULL;
    time->from = fact->from == G_MININT64 ? NULL : adref_date_text(fact->from);
    time->until = fact->until == G_MAXINT64 ? NULL : adref_date_text(fact->until);
    g_ptr_array_add(times, time);
  }
  return times;
}
