#include "work/negotiate/resolve_choice.h"

#include "clause/brackets/position.h"
#include "clause/proposals/bracket_build.h"
#include "clause/proposals/bracket_list.h"
#include "merge/join/merge.h"
#include "work/edit/typed_words.h"

gboolean adref_resolve_is_insertion(const AdrefNode *bracket)
{
  return adref_open_bracket_count(bracket) == 1 &&
         !adref_alternative_is_base(adref_open_bracket_alternative(bracket, 1));
}

static gboolean choose_base(const AdrefNode *bracket, AdrefResolveChoice *choice, GError **error)
{
  AdrefNode *only = adref_open_bracket_alternative(bracket, 1);
  choice->alternative = bracket->type == ADREF_BRACKET    ? adref_bracket_base(bracket)
                        : adref_alternative_is_base(only) ? only
                                                          : NULL;
  choice->removes = !choice->alternative && adref_resolve_is_insertion(bracket);
  if (choice->alternative || choice->removes)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "base: every alternative of the bracket is proposed by a party; --take N takes one, "
              "--delete none");
  return FALSE;
}

/* The party that a name means: a code, or any name of the registry; NULL: none. */
static const char *party_of(const AdrefParties *parties, const char *name)
{
  g_autofree char *key = g_utf8_casefold(name, -1);
  return g_hash_table_lookup(adref_parties_names(parties), key);
}

static void refuse_party(const AdrefParties *parties, const char *party, const char *name,
                         GError **error)
{
  if (party) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the party proposes no words of this bracket; --take N takes an alternative",
                name);
    return;
  }
  g_autofree char *near = adref_position_nearest(name, adref_parties_names(parties));
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "%s: not a party of the registry%s%s%s; --take N takes an alternative by its number",
              name, near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
}

static gboolean choose_party(const AdrefParties *parties, const AdrefNode *bracket,
                             const char *name, AdrefResolveChoice *choice, GError **error)
{
  const char *party = party_of(parties, name);
  guint deletes = 0, count = party ? adref_open_bracket_count(bracket) : 0;
  for (guint i = 1; i <= count; i++) {
    AdrefNode *each = adref_open_bracket_alternative(bracket, i);
    AdrefPositionVerb verb;
    if (!adref_alternative_find_party(each, party, &verb))
      continue;
    if (verb == ADREF_POSITION_SUPPORT || verb == ADREF_POSITION_RETAIN) {
      choice->alternative = each;
      return TRUE;
    }
    deletes += verb == ADREF_POSITION_DELETE;
  }
  choice->removes = deletes > 0 && deletes == count;
  if (choice->removes)
    return TRUE;
  refuse_party(parties, party, name, error);
  return FALSE;
}

static gboolean choose_number(const AdrefNode *bracket, guint number, AdrefResolveChoice *choice,
                              GError **error)
{
  guint count = adref_open_bracket_count(bracket);
  choice->alternative = adref_open_bracket_alternative(bracket, number);
  if (choice->alternative)
    return TRUE;
  if (count == 1)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%u: the bracket has one alternative; --take 1 keeps its words, --delete removes "
                "them",
                number);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%u: the bracket has %u alternatives", number, count);
  return FALSE;
}

gboolean adref_resolve_choose(const AdrefParties *parties, const AdrefNode *bracket,
                              const AdrefResolution *resolution, AdrefResolveChoice *choice,
                              GError **error)
{
  *choice = (AdrefResolveChoice){0};
  switch (resolution->how) {
  case ADREF_RESOLVE_NUMBER: return choose_number(bracket, resolution->number, choice, error);
  case ADREF_RESOLVE_PARTY: return choose_party(parties, bracket, resolution->party, choice, error);
  case ADREF_RESOLVE_BASE: return choose_base(bracket, choice, error);
  case ADREF_RESOLVE_DELETE: choice->removes = TRUE; return TRUE;
  case ADREF_RESOLVE_BOTH:
  case ADREF_RESOLVE_TEXT:
    if (bracket->type == ADREF_BRACKET &&
        (resolution->how == ADREF_RESOLVE_TEXT || adref_open_bracket_count(bracket) > 1))
      return TRUE;
    adref_error(error, ADREF_ERROR_REFUSED,
                bracket->type == ADREF_BRACKET
                    ? "--both: the bracket has one alternative"
                    : "the bracket goes over several blocks; --take 1 keeps its words, --delete "
                      "removes them, and adref edit writes others");
    return FALSE;
  case ADREF_RESOLVE_NONE: break;
  }
  return TRUE;
}

static gboolean remove_bracket(AdrefNode *bracket, GError **error)
{
  if (bracket->type == ADREF_BRACKET) {
    adref_bracket_remove(bracket);
    return TRUE;
  }
  if (adref_bracket_remove_blocks(bracket->as.edge.partner))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "the bracket begins or ends within a block, or goes over several clauses; adref edit "
              "removes its words");
  return FALSE;
}

gboolean adref_resolve_put_words(AdrefText *text, AdrefNode *bracket, const char *words,
                                 GError **error)
{
  g_autoptr(AdrefNode) inlines = adref_typed_words(text, words, error);
  if (inlines)
    adref_bracket_take(adref_bracket_add(bracket, inlines));
  return inlines != NULL;
}

/* A move of which the bracket was settled needs no note any more. */
static void remove_move_notes(AdrefNode *clause)
{
  for (AdrefNode *block = clause->first, *next; block; block = next) {
    next = block->next;
    if (adref_merge_is_move_note(block))
      adref_node_free(block);
  }
}

static gboolean carry_out_choice(AdrefText *text, AdrefNode *bracket,
                                 const AdrefResolution *resolution,
                                 const AdrefResolveChoice *choice, const char *words,
                                 GError **error)
{
  if (resolution->how == ADREF_RESOLVE_TEXT)
    return adref_resolve_put_words(text, bracket, words, error);
  if (resolution->how == ADREF_RESOLVE_BOTH)
    adref_bracket_take_all(bracket);
  else if (choice->removes)
    return remove_bracket(bracket, error);
  else if (bracket->type == ADREF_BRACKET)
    adref_bracket_take(choice->alternative);
  else
    adref_bracket_open_blocks(bracket->as.edge.partner);
  return TRUE;
}

static AdrefNode *cell_around(AdrefNode *bracket)
{
  AdrefNode *block = bracket->parent;
  while (!adref_node_is_block(block))
    block = block->parent;
  return block->type == ADREF_TABLE_CELL ? block : NULL;
}

gboolean adref_resolve_carry_out(AdrefText *text, AdrefNode *clause, AdrefNode *bracket,
                                 const AdrefResolution *resolution,
                                 const AdrefResolveChoice *choice, const char *words,
                                 GError **error)
{
  gboolean is_whole = adref_open_bracket_is_whole_clause(clause, bracket);
  AdrefNode *cell = cell_around(bracket);
  if (!carry_out_choice(text, bracket, resolution, choice, words, error))
    return FALSE;
  if (cell)
    adref_table_remove_empty(cell);
  if (is_whole)
    remove_move_notes(clause);
  return TRUE;
}
