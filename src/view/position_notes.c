#include "view/position_notes.h"

#include "clause/node_copy.h"
#include "sign/stated_position.h"

/* What the position is on: the number of the clause, or the words of a heading; "" for the title
 * and for clauses that are not numbered. Caller frees. */
static char *place_of(const AdrefNode *document, const char *id, const AdrefPageWords *words)
{
  const AdrefNode *clause = adref_clause_find(document, id);
  if (!clause)
    return g_strdup("");
  const AdrefClause *facts = clause->as.clause;
  if (facts->number)
    return adref_page_words_fill(words, ADREF_PAGE_WORD_PARAGRAPH, "n", facts->number, NULL);
  gboolean names = facts->kind == ADREF_TITLE && clause->prev;
  return names ? adref_node_words(clause) : g_strdup("");
}

static void append(AdrefNode *document, AdrefClauseKind kind, AdrefNode *block, const char *text)
{
  AdrefNode *clause = adref_node_new_clause(kind, NULL);
  adref_node_append(block, adref_node_new_text(ADREF_TEXT, text, -1));
  adref_node_append(clause, block);
  adref_node_append(document, clause);
}

static void append_note(AdrefNode *copy, const AdrefNode *document,
                        const AdrefStatedPosition *position, GHashTable *names,
                        const AdrefPageWords *words)
{
  const char *name = names ? g_hash_table_lookup(names, position->party) : NULL;
  AdrefPageWord kind =
      position->disassociates ? ADREF_PAGE_WORD_DISASSOCIATION : ADREF_PAGE_WORD_EXPLANATION;
  g_autofree char *place = place_of(document, position->clause, words);
  g_autofree char *text = adref_page_words_fill(
      words, *place ? ADREF_PAGE_WORD_POSITION_ON : ADREF_PAGE_WORD_POSITION, "what",
      adref_page_words_get(words, kind), "party", name ? name : position->party, "place", place,
      "words", position->text, NULL);
  append(copy, ADREF_PLAIN, adref_node_new(ADREF_PARAGRAPH), text);
}

AdrefNode *adref_position_notes_copy(const AdrefNode *document, const GPtrArray *positions,
                                     GHashTable *names, const AdrefPageWords *words)
{
  if (positions->len == 0)
    return NULL;
  AdrefNode *copy = adref_node_copy_tree(document, ADREF_KEPT);
  adref_node_pair_bracket_edges(copy);
  AdrefNode *heading = adref_node_new(ADREF_HEADING);
  heading->as.level = 2;
  append(copy, ADREF_TITLE, heading, adref_page_words_get(words, ADREF_PAGE_WORD_POSITIONS));
  for (guint i = 0; i < positions->len; i++)
    append_note(copy, document, positions->pdata[i], names, words);
  return copy;
}
