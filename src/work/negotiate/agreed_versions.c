#include "work/negotiate/agreed_versions.h"

#include <string.h>

#include "clause/markdown/canonical.h"

enum {
  MAX_TEXTS = 5 /* versions that are read */
};

static void free_text(gpointer text)
{
  adref_text_free(text);
}

/* The text as it was at the time of an agreement; NULL where it cannot be read. */
static const AdrefText *text_at(const AdrefText *text, GHashTable *texts, const char *time)
{
  if (g_hash_table_contains(texts, time) || g_hash_table_size(texts) >= MAX_TEXTS)
    return g_hash_table_lookup(texts, time);
  AdrefText *then =
      adref_text_open_version(text->session, text->statement->id, time, text->language, NULL);
  g_hash_table_insert(texts, g_strdup(time), then);
  return then;
}

static gboolean has_words(const AdrefNode *clause, const AdrefPartyActItem *agreed,
                          const char *language)
{
  const char *said = adref_party_act_item_hash(agreed, language);
  g_autofree char *hash = clause ? adref_clause_hash(clause) : NULL;
  return hash && said && g_str_has_prefix(said, hash);
}

GHashTable *adref_agreed_versions_find(const AdrefText *text, const AdrefProgress *progress)
{
  GHashTable *versions = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr(GHashTable) texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_text);
  for (guint i = 0; i < progress->clauses->len; i++) {
    const AdrefClauseProgress *clause = progress->clauses->pdata[i];
    const AdrefPartyActItem *agreed = clause->outdated;
    if (!agreed || has_words(clause->clause, agreed, text->language))
      continue;
    const AdrefText *then = text_at(text, texts, agreed->act->time);
    if (then &&
        has_words(adref_clause_find(then->document, agreed->clause), agreed, text->language))
      g_hash_table_insert(versions, clause->clause->as.clause->id, g_strdup(then->version.id));
  }
  return versions;
}
