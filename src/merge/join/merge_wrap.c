#include "merge/join/merge_wrap.h"

#include <string.h>

#include "clause/proposals/bracket_build.h"
#include "merge/join/merge_events.h"

/* Whether a later side of the same party is among some sides. */
static gboolean gives_way(const AdrefMergeContext *context, guint side, const GArray *sides)
{
  for (guint i = 0; sides && i < sides->len; i++)
    if (adref_merge_gives_way(context, side, g_array_index(sides, guint, i)))
      return TRUE;
  return FALSE;
}

/* `against`: those who want something else. */
static void join_all(const AdrefMergeContext *context, AdrefNode *alternative, const GArray *sides,
                     AdrefPositionVerb verb, const GArray *against)
{
  for (guint i = 0; sides && i < sides->len; i++) {
    guint side = g_array_index(sides, guint, i);
    if (!gives_way(context, side, against))
      adref_merge_join_party(context, alternative, side, verb);
  }
}

/* Whether each bracket that begins among the words ends there too: another one would be taken for
 * the end of a bracket around them. */
static gboolean is_balanced(const AdrefNode *block)
{
  gint depth = 0;
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk) && depth >= 0)
    if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE)
      depth += walk.node->as.edge.opens ? 1 : -1;
  return depth == 0;
}

/* What is in a bracket is not agreed. */
static void remove_agreement(AdrefMergeContext *context, const AdrefNode *block)
{
  g_autoptr(GPtrArray) marks = adref_node_find_all(block, ADREF_AD_REF);
  for (guint i = 0; i < marks->len; i++)
    adref_node_free(marks->pdata[i]);
  if (marks->len > 0)
    adref_merge_event_add(context, ADREF_MERGE_AGREEMENT, NULL);
}

static void join_positions(const AdrefMergeContext *context, AdrefNode *alternative,
                           const GArray *support, const GArray *delete)
{
  join_all(context, alternative, support, ADREF_POSITION_SUPPORT, delete);
  join_all(context, alternative, delete, ADREF_POSITION_DELETE, support);
}

/* The words stand in a bracket of their own already, which a side has brought: the sides have their
 * positions there, unless words are proposed by somebody else. FALSE: there is no such bracket, or
 * it has several alternatives and somebody wants none of them. */
static gboolean join_own(const AdrefMergeContext *context, AdrefNode *block, const GArray *support,
                         const GArray *delete)
{
  AdrefNode *own = adref_bracket_of_all(block);
  gboolean is_edge = own && own->type == ADREF_BRACKET_EDGE;
  if (!own || (!is_edge && delete &&own->first != own->last))
    return FALSE;
  for (AdrefNode *each = is_edge ? own : own->first; each; each = is_edge ? NULL : each->next)
    if (is_edge || each->first)
      join_positions(context, each, adref_alternative_is_base(each) ? support : NULL, delete);
  return TRUE;
}

/* Whether each cell of a row can have a bracket around its words. The head stands: without it there
 * is no table. */
static gboolean can_wrap_row(const AdrefNode *row)
{
  if (!row->prev)
    return FALSE;
  for (const AdrefNode *cell = row->first; cell; cell = cell->next)
    if (!is_balanced(cell))
      return FALSE;
  return TRUE;
}

static gboolean have_parties(const AdrefMergeContext *context, const GArray *sides)
{
  for (guint i = 0; sides && i < sides->len; i++)
    if (!adref_merge_party(context, g_array_index(sides, guint, i)))
      return FALSE;
  return TRUE;
}

static void wrap_cell(AdrefMergeContext *context, AdrefNode *cell, const GArray *support,
                      const GArray *delete)
{
  AdrefNode *alternative =
      join_own(context, cell, support, delete) ? NULL : adref_bracket_wrap_cell(cell);
  if (alternative)
    join_positions(context, alternative, support, delete);
}

/* No bracket leaves its cell, so that a row stands in brackets cell by cell. With parties only:
 * "[3]" alone in a cell may be words (clause/brackets/word_bracket.h). */
static gboolean wrap_row(AdrefMergeContext *context, AdrefNode *row, const GArray *support,
                         const GArray *delete)
{
  if (!can_wrap_row(row) || !have_parties(context, support) || !have_parties(context, delete))
    return FALSE;
  for (AdrefNode *cell = row->first; cell; cell = cell->next)
    wrap_cell(context, cell, support, delete);
  remove_agreement(context, row);
  return TRUE;
}

gboolean adref_merge_wrap_anew(AdrefMergeContext *context, AdrefNode *block, const GArray *support,
                               const GArray *delete)
{
  AdrefNode *alternative = is_balanced(block) && adref_bracket_can_wrap_clause(block)
                               ? adref_bracket_wrap_clause(block)
                               : NULL;
  if (!alternative)
    return FALSE;
  join_positions(context, alternative, support, delete);
  remove_agreement(context, block);
  return TRUE;
}

/* The first inline behind "[^1]: " with which the text of a footnote begins; NULL: there are no
 * words. */
static AdrefNode *words_of_note(AdrefNode *paragraph)
{
  AdrefNode *mark = paragraph->first, *text = mark ? mark->next : NULL;
  if (!text || mark->type != ADREF_FOOTNOTE || text->type != ADREF_TEXT || *text->text != ':')
    return NULL;
  gsize length = 1 + strspn(text->text + 1, " ");
  if (length == text->length)
    return text->next;
  AdrefNode *words = adref_node_new_text(ADREF_TEXT, text->text + length, -1);
  text->next ? adref_node_insert_before(text->next, words) : adref_node_append(paragraph, words);
  adref_node_take_text(text, g_strndup(text->text, length), length);
  return words;
}

/* The words of a footnote stand in brackets paragraph by paragraph, behind its label. */
static gboolean wrap_note(AdrefMergeContext *context, const AdrefNode *note, const GArray *support,
                          const GArray *delete)
{
  for (const AdrefNode *block = note->first; block; block = block->next)
    if (block->type != ADREF_PARAGRAPH || !block->first || !is_balanced(block))
      return FALSE;
  AdrefNode *first = note->first ? words_of_note(note->first) : NULL;
  if (!first)
    return FALSE;
  for (AdrefNode *block = note->first->next; block; block = block->next)
    if (!adref_merge_wrap(context, block, support, delete))
      return FALSE;
  join_positions(context, adref_bracket_wrap(first, note->first->last)->first, support, delete);
  return TRUE;
}

gboolean adref_merge_wrap(AdrefMergeContext *context, AdrefNode *block, const GArray *support,
                          const GArray *delete)
{
  const AdrefNode *note = block->type == ADREF_CLAUSE && block->first == block->last
                              ? block->first /* in a text without markers */
                              : block;
  if (note && note->type == ADREF_FOOTNOTE_TEXT)
    return wrap_note(context, note, support, delete);
  if (block->type == ADREF_TABLE_ROW)
    return wrap_row(context, block, support, delete);
  if (block->type == ADREF_TABLE_CELL) {
    wrap_cell(context, block, support, delete);
    return TRUE;
  }
  return join_own(context, block, support, delete) ||
         adref_merge_wrap_anew(context, block, support, delete);
}
