#include "sign/record_join.h"

#include <string.h>

#include "base/string_order.h"

/* An act of one of the records. */
typedef struct {
  const AdrefPartyAct *act;
  char *bytes; /* as it is written: equal acts have equal bytes */
  gint64 time; /* microseconds since 1970 */
} JoinedAct;

static void joined_act_clear(gpointer joined)
{
  g_free(((JoinedAct *)joined)->bytes);
}

static void copy_act(AdrefPartyRecord *record, const AdrefPartyAct *act)
{
  AdrefPartyAct *copy =
      adref_party_record_add_act(record, act->type, act->reason, act->time, act->by);
  copy->explanation = g_strdup(act->explanation);
  copy->form = act->form;
  for (guint i = 0; i < act->items->len; i++) {
    const AdrefPartyActItem *item = act->items->pdata[i];
    adref_party_act_add_item(record, copy, item->clause,
                             g_strdup(item->written ? item->written : item->hashes));
  }
}

static char *write_act(const AdrefPartyAct *act, const char *party)
{
  g_autoptr(AdrefPartyRecord) alone = adref_party_record_new(party);
  copy_act(alone, act);
  return g_string_free(adref_party_record_write(alone), FALSE);
}

static gint64 time_of(const AdrefPartyAct *act)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(act->time, NULL);
  return time ? g_date_time_to_unix(time) * G_USEC_PER_SEC + g_date_time_get_microsecond(time) : 0;
}

static GArray *list_acts(const AdrefPartyRecord *record)
{
  GArray *acts = g_array_new(FALSE, TRUE, sizeof(JoinedAct));
  g_array_set_clear_func(acts, joined_act_clear);
  for (guint i = 0; record && i < record->acts->len; i++) {
    const AdrefPartyAct *act = record->acts->pdata[i];
    JoinedAct joined = {act, write_act(act, record->party), time_of(act)};
    g_array_append_val(acts, joined);
  }
  return acts;
}

static GHashTable *index_acts(const GArray *acts)
{
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < acts->len; i++)
    g_hash_table_add(index, g_array_index(acts, JoinedAct, i).bytes);
  return index;
}

static gboolean agrees(const AdrefPartyAct *act)
{
  return act->type == ADREF_PARTY_ACT_AGREE || act->type == ADREF_PARTY_ACT_WORKING_GROUP ||
         act->type == ADREF_PARTY_ACT_CONFIRM;
}

static int compare_acts(gconstpointer a, gconstpointer b)
{
  const JoinedAct *one = a, *other = b;
  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;
  if (agrees(one->act) != agrees(other->act))
    return agrees(one->act) ? -1 : 1;
  return strcmp(one->bytes, other->bytes);
}

/* What a side added and the other one has not, as "CLAUSE" -> the item. */
static void add_new(const GArray *acts, GHashTable *base, GHashTable *other, GArray *added)
{
  for (guint i = 0; i < acts->len; i++) {
    JoinedAct act = g_array_index(acts, JoinedAct, i);
    if (g_hash_table_contains(base, act.bytes) ||
        (other && g_hash_table_contains(other, act.bytes)))
      continue;
    act.bytes = g_strdup(act.bytes);
    g_array_append_val(added, act);
  }
}

static GHashTable *items_of(const GArray *acts)
{
  GHashTable *items = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < acts->len; i++) {
    const AdrefPartyAct *act = g_array_index(acts, JoinedAct, i).act;
    for (guint n = 0; n < act->items->len; n++) {
      AdrefPartyActItem *item = act->items->pdata[n];
      g_hash_table_insert(items, item->clause, item);
    }
  }
  return items;
}

/* Clauses of which both sides said something new that is not the same. */
static void find_disputed(const GArray *ours, const GArray *theirs, GPtrArray *disputed)
{
  g_autoptr(GHashTable) one = items_of(ours), other = items_of(theirs);
  GHashTableIter iter;
  gpointer clause, value;
  g_hash_table_iter_init(&iter, one);
  while (g_hash_table_iter_next(&iter, &clause, &value)) {
    const AdrefPartyActItem *item = value, *there = g_hash_table_lookup(other, clause);
    if (there && (there->act->type != item->act->type || strcmp(there->hashes, item->hashes) != 0))
      g_ptr_array_add(disputed, g_strdup(clause));
  }
  g_ptr_array_sort(disputed, adref_string_order);
}

static GArray *added_new(void)
{
  GArray *added = g_array_new(FALSE, TRUE, sizeof(JoinedAct));
  g_array_set_clear_func(added, joined_act_clear);
  return added;
}

/* The name of the statement, where one side has changed it. */
static const char *statement_of(const AdrefPartyRecord *base, const AdrefPartyRecord *ours,
                                const AdrefPartyRecord *theirs)
{
  gboolean kept = base && g_strcmp0(base->statement, ours->statement) == 0;
  return kept || !ours->statement ? theirs->statement : ours->statement;
}

AdrefPartyRecord *adref_party_record_join(const AdrefPartyRecord *base,
                                          const AdrefPartyRecord *ours,
                                          const AdrefPartyRecord *theirs, GPtrArray *disputed)
{
  g_autoptr(GArray) old = list_acts(base), one = list_acts(ours), other = list_acts(theirs);
  g_autoptr(GHashTable) in_old = index_acts(old), in_one = index_acts(one),
                        in_other = index_acts(other);
  g_autoptr(GArray) by_ours = added_new(), by_theirs = added_new(), all = added_new();
  add_new(one, in_old, in_other, by_ours);
  add_new(other, in_old, in_one, by_theirs);
  find_disputed(by_ours, by_theirs, disputed);
  AdrefPartyRecord *record = adref_party_record_new(ours->party);
  adref_party_record_set_statement(record, statement_of(base, ours, theirs));
  for (guint i = 0; i < old->len; i++) {
    const JoinedAct *act = &g_array_index(old, JoinedAct, i);
    if (g_hash_table_contains(in_one, act->bytes) && g_hash_table_contains(in_other, act->bytes))
      copy_act(record, act->act);
  }
  add_new(one, in_old, NULL, all);
  add_new(other, in_old, in_one, all);
  g_array_sort(all, compare_acts);
  for (guint i = 0; i < all->len; i++)
    copy_act(record, g_array_index(all, JoinedAct, i).act);
  return record;
}
