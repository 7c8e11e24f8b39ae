#include "work/side_party.h"

#include <string.h>

#include "history/trailers_between.h"

/* The parties that trailers name. */
static void add_party(gpointer data, const AdrefLogEntry *entry)
{
  const char *party = adref_log_entry_trailer(entry, "Party");
  if (party)
    g_hash_table_add(data, g_strdup(party));
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
                            const char *name, GError **error)
{
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(GHashTable) found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (!adref_repo_visit_between(session->repo, version, others, count, add_party, found, error))
    return NULL;
  guint said = g_hash_table_size(found);
  if (said > 1)
    return NULL;
  if (said == 1) {
    GHashTableIter iter;
    gpointer party;
    g_hash_table_iter_init(&iter, found);
    g_hash_table_iter_next(&iter, &party, NULL);
    return g_strdup(party);
  }
  return usual ? g_strdup(usual) : find_in_name(parties, name);
}
