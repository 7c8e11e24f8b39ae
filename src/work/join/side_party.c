#include "work/join/side_party.h"

#include <string.h>

#include "history/trailers_between.h"
#include "sign/party_record.h"

/* What the trailers of a side's versions say. */
typedef struct {
  GHashTable *parties;   /* the set of those that they name */
  GHashTable *by_clause; /* id -> party; "": several */
} SaidParties;

GHashTable *adref_side_parties_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

/* Whether the version records what a party says of the text, and does not write into it. */
static gboolean is_act(const char *action)
{
  for (guint type = 0; action && type < ADREF_PARTY_ACT_TYPES; type++)
    if (strcmp(action, adref_party_act_word((AdrefPartyActType)type)) == 0)
      return TRUE;
  return FALSE;
}

static void add_clause(SaidParties *said, const char *clause, const char *party)
{
  const char *before = g_hash_table_lookup(said->by_clause, clause);
  if (!before)
    g_hash_table_insert(said->by_clause, g_strdup(clause), g_strdup(party));
  else if (strcmp(before, party) != 0)
    g_hash_table_insert(said->by_clause, g_strdup(clause), g_strdup(""));
}

static void add_version(gpointer data, const AdrefLogEntry *entry)
{
  static const char key[] = "Clause: ";
  SaidParties *said = data;
  const char *party = adref_log_entry_trailer(entry, "Party");
  if (is_act(adref_log_entry_trailer(entry, "Action")))
    return;
  if (party)
    g_hash_table_add(said->parties, g_strdup(party));
  for (guint i = 0; i < entry->trailers->len; i++) {
    const char *line = entry->trailers->pdata[i];
    if (g_str_has_prefix(line, key))
      add_clause(said, line + strlen(key), party ? party : "");
  }
}

static gboolean is_empty(gpointer clause, gpointer party, gpointer unused)
{
  (void)clause;
  (void)unused;
  return *(const char *)party == '\0';
}

static char *find_in_name(const AdrefParties *parties, const char *name)
{
  g_auto(GStrv) words = g_strsplit(name ? name : "", "/", -1);
  for (char **word = words; *word; word++) {
    g_autofree char *code = g_ascii_strup(*word, -1);
    if (adref_parties_get(parties, code))
      return g_steal_pointer(&code);
  }
  return NULL;
}

char *adref_side_party_find(AdrefSession *session, const AdrefVersion *version,
                            const AdrefVersion *others, guint count, const char *usual,
                            const char *name, GHashTable *by_clause, GError **error)
{
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(GHashTable) found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  SaidParties said = {found, by_clause};
  if (!adref_repo_visit_between(session->repo, version, others, count, add_version, &said, error))
    return NULL;
  g_hash_table_foreach_remove(by_clause, is_empty, NULL);
  guint named = g_hash_table_size(found);
  if (named > 1)
    return NULL;
  g_hash_table_remove_all(by_clause);
  if (named == 0)
    return usual ? g_strdup(usual) : find_in_name(parties, name);
  GHashTableIter iter;
  gpointer party;
  g_hash_table_iter_init(&iter, found);
  g_hash_table_iter_next(&iter, &party, NULL);
  return g_strdup(party);
}

gint64 adref_side_time(AdrefSession *session, const AdrefVersion *version)
{
  g_autoptr(AdrefLogEntry) entry = adref_repo_log_entry(session->repo, version, NULL);
  return entry ? entry->author.time : 0;
}
