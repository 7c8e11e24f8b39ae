#include "clause/labels/freeze.h"

#include <string.h>

#include "clause/labels/numbering.h"

static const char deleted[] = "[deleted]";

guint adref_freeze(AdrefNode *document)
{
  guint count = 0;
  for (AdrefNode *node = document->first; node; node = node->next) {
    AdrefClause *clause = node->as.clause;
    if (!clause->number || clause->frozen || clause->alt || clause->kind == ADREF_TITLE)
      continue;
    clause->frozen = adref_numbering_frozen_form(clause->number);
    count++;
  }
  return count;
}

void adref_unfreeze(AdrefNode *document)
{
  for (AdrefNode *node = document->first, *next; node; node = next) {
    next = node->next;
    g_clear_pointer(&node->as.clause->frozen, g_free);
    if (adref_freeze_is_deleted(node))
      adref_node_free(node);
  }
}

gboolean adref_freeze_is_deleted(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first;
  const AdrefNode *text = block && !block->next ? block->first : NULL;
  return text && !text->next && block->type == ADREF_PARAGRAPH && text->type == ADREF_TEXT &&
         strcmp(text->text, deleted) == 0;
}

/* Keys of a clause in a hash table: "#id", "0 op 12" for the frozen number 12 before the first
 * annex, and the words of a clause without id and frozen number, such as a heading. */

static char *number_key(const AdrefClause *clause, guint annex)
{
  return g_strdup_printf("%u %s %s", annex, adref_clause_kind_word(clause->kind), clause->frozen);
}

static char *id_key(const AdrefClause *clause)
{
  return g_strconcat("#", clause->id, NULL);
}

static char *words_key(const AdrefNode *node)
{
  g_autofree char *words = adref_node_words(node);
  return g_strdup_printf("%s = %s", adref_clause_kind_word(node->as.clause->kind), words);
}

static void add_keys(GHashTable *keys, AdrefNode *node, guint annex)
{
  const AdrefClause *clause = node->as.clause;
  if (clause->id)
    g_hash_table_insert(keys, id_key(clause), node);
  if (clause->frozen)
    g_hash_table_insert(keys, number_key(clause, annex), node);
  if (!clause->id && !clause->frozen)
    g_hash_table_insert(keys, words_key(node), node);
}

static GHashTable *all_keys(const AdrefNode *document)
{
  GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint annex = 0;
  for (AdrefNode *node = document->first; node; node = node->next) {
    annex += node->as.clause->kind == ADREF_ANNEX;
    add_keys(keys, node, annex);
  }
  return keys;
}

static AdrefNode *find(GHashTable *keys, const AdrefNode *node, guint annex)
{
  const AdrefClause *clause = node->as.clause;
  g_autofree char *id = clause->id ? id_key(clause) : NULL;
  g_autofree char *number = clause->frozen ? number_key(clause, annex) : NULL;
  g_autofree char *words = !id && !number ? words_key(node) : NULL;
  char *const tried[] = {id, number, words};
  AdrefNode *found = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(tried) && !found; i++)
    found = tried[i] ? g_hash_table_lookup(keys, tried[i]) : NULL;
  return found;
}

static AdrefNode *new_deleted(const AdrefClause *was)
{
  AdrefNode *clause = adref_node_new_clause(was->kind, was->id);
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  clause->as.clause->frozen = g_strdup(was->frozen);
  adref_node_append(paragraph, adref_node_new_text(ADREF_TEXT, deleted, -1));
  adref_node_append(clause, paragraph);
  return clause;
}

static void insert_after(AdrefNode *document, const AdrefNode *before, AdrefNode *clause)
{
  AdrefNode *next = before ? before->next : document->first;
  if (next)
    adref_node_insert_before(next, clause);
  else
    adref_node_append(document, clause);
}

gboolean adref_freeze_is_paragraph(const AdrefNode *clause)
{
  AdrefClauseKind kind = clause->as.clause->kind;
  return (kind == ADREF_PP || kind == ADREF_OP || kind == ADREF_PLAN_ITEM || kind == ADREF_PLAIN) &&
         !adref_freeze_is_deleted(clause);
}

guint adref_freeze_deleted(AdrefNode *document, const AdrefNode *draft)
{
  g_autoptr(GHashTable) keys = all_keys(document);
  AdrefNode *before = NULL; /* the last clause of the draft that is in the document too */
  guint annex = 0, count = 0;
  for (const AdrefNode *node = draft->first; node; node = node->next) {
    const AdrefClause *clause = node->as.clause;
    annex += clause->kind == ADREF_ANNEX;
    AdrefNode *now = find(keys, node, annex);
    if (!now && clause->frozen && !clause->alt) {
      now = new_deleted(clause);
      insert_after(document, before, now);
      add_keys(keys, now, annex);
      count++;
    }
    before = now ? now : before;
  }
  return count;
}
