#include "clause/proposals/translation_to_come.h"

#include <string.h>

#include "clause/proposals/bracket_build.h"

gboolean adref_translation_to_come_is(const AdrefNode *alternative)
{
  const AdrefNode *words = alternative->first;
  return alternative->type == ADREF_ALTERNATIVE && words && words == alternative->last &&
         words->type == ADREF_TEXT && strcmp(words->text, ADREF_TRANSLATION_TO_COME) == 0;
}

gboolean adref_translation_to_come_is_all(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first;
  if (!block || block != clause->last || !adref_node_holds_inlines(block))
    return FALSE;
  const AdrefNode *bracket = block->first;
  return bracket && bracket == block->last && bracket->type == ADREF_BRACKET && bracket->first &&
         bracket->first == bracket->last && adref_translation_to_come_is(bracket->first);
}

AdrefNode *adref_translation_to_come_find(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering && adref_translation_to_come_is(walk.node))
      return walk.node;
  return NULL;
}

AdrefNode *adref_translation_to_come_words(void)
{
  AdrefNode *words = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(words, adref_node_new_text(ADREF_TEXT, ADREF_TRANSLATION_TO_COME, -1));
  return words;
}

/* The first block of a clause that has words, or NULL. */
static AdrefNode *first_block(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering && adref_node_holds_inlines(walk.node) && walk.node->first)
      return walk.node->type == ADREF_TABLE_CELL ? NULL : walk.node;
  return NULL;
}

gboolean adref_translation_to_come_wrap(AdrefNode *clause, const char *party)
{
  AdrefNode *there = adref_translation_to_come_find(clause), *block = first_block(clause);
  if (there) {
    adref_alternative_join(there, party, ADREF_POSITION_SUPPORT);
    return TRUE;
  }
  AdrefNode *base = block ? adref_bracket_wrap_clause(block) : NULL;
  if (!base)
    return FALSE;
  g_autoptr(AdrefNode) words = adref_translation_to_come_words();
  adref_bracket_propose(base->parent, words, party);
  return TRUE;
}
