#include "work/import/own_words.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "work/changes/party_changes.h"
#include "work/import/import_text.h"

enum {
  MAX_NAMED = 5 /* clauses that the message names */
};

static gboolean is_same(const AdrefNode *a, const AdrefNode *b)
{
  if (!a || !b)
    return a == b;
  return adref_clause_is_same(a, b);
}

/* Adds the ids of the clauses that differ. */
static void add_changed(GHashTable *ids, const AdrefText *before, const AdrefText *after)
{
  g_autoptr(GHashTable) old = adref_import_clauses_by_id(before->document);
  for (const AdrefNode *clause = after->document->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    if (id && !is_same(g_hash_table_lookup(old, id), clause))
      g_hash_table_add(ids, g_strdup(id));
  }
}

/* The ids of the clauses that the party has changed since a version. Caller unrefs. */
static GHashTable *find_own(AdrefSession *session, const AdrefText *current, const AdrefText *base,
                            const char *party)
{
  const char *statement = current->statement->id, *language = current->language;
  GHashTable *own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  AdrefVersion head;
  guint joined = 0;
  g_autoptr(GPtrArray) changes =
      adref_repo_resolve(session->repo, statement, "HEAD", &head, NULL)
          ? adref_party_changes_find(session, statement, party, &base->version, &head, &joined,
                                     NULL)
          : NULL;
  for (guint i = 0; changes && i < changes->len; i++) {
    const AdrefPartyChange *change = changes->pdata[i];
    g_autoptr(AdrefText) before =
        adref_text_open_at(session, statement, &change->from, language, NULL);
    g_autoptr(AdrefText) after =
        adref_text_open_at(session, statement, &change->to, language, NULL);
    if (before && after)
      add_changed(own, before, after);
  }
  return own;
}

void adref_own_words_say(AdrefSession *session, const AdrefText *current, const AdrefText *base,
                         const char *base_name, const AdrefNode *theirs, const char *party,
                         const char *file)
{
  if (!party || !session->repo || !*base->version.id)
    return;
  g_autoptr(GHashTable) own = find_own(session, current, base, party);
  g_autoptr(GHashTable) sent = adref_import_clauses_by_id(base->document);
  g_autoptr(GHashTable) returned = adref_import_clauses_by_id(theirs);
  g_autoptr(GString) names = g_string_new(NULL);
  const char *first = NULL;
  guint count = 0;
  for (const AdrefNode *clause = current->document->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    const AdrefNode *before = id ? g_hash_table_lookup(sent, id) : NULL;
    if (!before || !g_hash_table_contains(own, id) || is_same(before, clause) ||
        !is_same(before, g_hash_table_lookup(returned, id)))
      continue;
    first = first ? first : id;
    if (count++ < MAX_NAMED)
      g_string_append_printf(names, "%s%s", count > 1 ? ", " : "", id);
  }
  if (count > MAX_NAMED)
    g_string_append_printf(names, " and %u more", count - MAX_NAMED);
  if (count > 0)
    adref_session_say(session,
                      "%s: %s as in %s, though %s has changed that since; what %s wrote stays, and "
                      "adref restore %s --from %s --as %s takes it back",
                      file, names->str, base_name, party, party, first, base_name, party);
}
