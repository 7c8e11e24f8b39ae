#include "merge/join/proposal_brackets.h"

#include <string.h>

#include "clause/change.h"
#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/text/footnote_labels.h"
#include "merge/compare/diff.h"

typedef struct {
  const char *party;
  guint count;
  gboolean changes_bracket; /* the proposed words have another bracket, not other words in it */
} Proposal;

/* --- runs of differences in a block --- */

static gboolean is_unprinted(const AdrefNode *node)
{
  return node->type == ADREF_NOTE || node->type == ADREF_COMMENT || node->type == ADREF_AD_REF;
}

static gboolean is_changed(const AdrefNode *node)
{
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->mark != ADREF_KEPT)
      return TRUE;
  return FALSE;
}

static gboolean is_changed_inside(const AdrefNode *node)
{
  return node->type == ADREF_BRACKET && node->mark == ADREF_KEPT && is_changed(node);
}

static gboolean is_in_run(const AdrefNode *node)
{
  return node && is_changed(node) && !is_changed_inside(node);
}

static gboolean is_space(const AdrefNode *node)
{
  return node && node->type == ADREF_TEXT && strcmp(node->text, " ") == 0;
}

static AdrefNode *end_of_run(AdrefNode *first)
{
  AdrefNode *last = first;
  for (;;) {
    AdrefNode *next = last->next;
    if (is_in_run(next))
      last = next;
    else if (is_space(next) && is_in_run(next->next))
      last = next->next;
    else
      return last;
  }
}

/* Moves the siblings from `first` to `last` into a paragraph. */
static AdrefNode *take_out(AdrefNode *first, AdrefNode *last)
{
  AdrefNode *taken = adref_node_new(ADREF_PARAGRAPH);
  for (AdrefNode *node = first, *next; node; node = next) {
    next = node == last ? NULL : node->next;
    adref_node_unlink(node);
    adref_node_append(taken, node);
  }
  return taken;
}

static void put(AdrefNode *block, AdrefNode *before, AdrefNode *node)
{
  if (before)
    adref_node_insert_before(before, node);
  else
    adref_node_append(block, node);
}

/* Cuts a space off an end of the words; whether there was one. Words without inlines have any. */
static gboolean cut_space(AdrefNode *words, gboolean at_end)
{
  AdrefNode *text = at_end ? words->last : words->first;
  if (!text)
    return TRUE;
  if (text->type != ADREF_TEXT || text->length == 0 ||
      text->text[at_end ? text->length - 1 : 0] != ' ')
    return FALSE;
  if (text->length == 1)
    adref_node_free(text);
  else
    adref_node_take_text(text, g_strndup(text->text + (at_end ? 0 : 1), text->length - 1),
                         text->length - 1);
  return TRUE;
}

/* Spaces at an end of a difference stand outside of its bracket; whether there is one. */
static gboolean share_space(AdrefNode *old, AdrefNode *new, gboolean at_end)
{
  if (!old->first && !new->first)
    return FALSE;
  gboolean in_old = cut_space(old, at_end);
  return cut_space(new, at_end) && in_old;
}

static gboolean begins_with_comma(const AdrefNode *words)
{
  return words->first && words->first->type == ADREF_TEXT &&
         strchr(",.;:", words->first->text[0]) != NULL;
}

static AdrefNode *new_space(void)
{
  return adref_node_new_text(ADREF_TEXT, " ", 1);
}

/* The party wants none of the words of a bracket that it wants there. FALSE: nothing was left, and
 * the bracket is gone. */
static gboolean delete_bracket(const Proposal *self, AdrefNode *bracket)
{
  AdrefNode *base = adref_bracket_base(bracket);
  gboolean has_base = base && base->first;
  AdrefBracketOutcome outcome = ADREF_BRACKET_STAYS;
  g_autoptr(GPtrArray) own = g_ptr_array_new();
  for (AdrefNode *alternative = bracket->first; alternative; alternative = alternative->next) {
    AdrefPositionVerb verb;
    gboolean wants = adref_alternative_find_party(alternative, self->party, &verb) &&
                     verb == ADREF_POSITION_SUPPORT;
    if (wants)
      g_ptr_array_add(own, alternative);
    else if (alternative->first && (alternative == base || !has_base))
      adref_alternative_join(alternative, self->party, ADREF_POSITION_DELETE);
  }
  for (guint i = 0; i < own->len && outcome <= ADREF_BRACKET_LOST_ALTERNATIVE; i++)
    outcome = adref_alternative_withdraw(own->pdata[i], self->party);
  return outcome <= ADREF_BRACKET_LOST_ALTERNATIVE;
}

/* Whether a bracket has base text alone, which parties retain: nothing is left to decide. */
static gboolean is_settled(const AdrefNode *bracket)
{
  const AdrefNode *only = bracket->first;
  const GPtrArray *groups = only && !only->next ? adref_alternative_groups(only) : NULL;
  gboolean settled = groups && groups->len > 0;
  for (guint i = 0; settled && i < groups->len; i++)
    settled = ((const AdrefPosition *)groups->pdata[i])->verb == ADREF_POSITION_RETAIN;
  return settled;
}

/* What the party wants is said of a bracket that was there; it may end by that. FALSE: it did. */
static gboolean settle_bracket(const Proposal *self, AdrefNode *bracket, gboolean deletes)
{
  if (deletes)
    return delete_bracket(self, bracket);
  if (!is_settled(bracket))
    return TRUE;
  adref_bracket_take(bracket->first);
  return FALSE;
}

static AdrefNode *only_bracket(const AdrefNode *words)
{
  AdrefNode *bracket = words->first;
  return bracket && bracket == words->last && bracket->type == ADREF_BRACKET ? bracket : NULL;
}

/* The bracket of a difference; both words may be emptied. */
static AdrefNode *make_bracket(Proposal *self, AdrefNode *old, AdrefNode *new)
{
  AdrefNode *bracket = only_bracket(old);
  self->count++;
  if (bracket) {
    adref_node_unlink(bracket);
    if (new->first)
      adref_bracket_propose(bracket, new, self->party);
    return bracket;
  }
  bracket = adref_bracket_new();
  AdrefNode *base = old->first ? adref_bracket_add(bracket, old) : NULL;
  if (new->first)
    adref_bracket_propose(bracket, new, self->party);
  else
    adref_alternative_join(base, self->party, ADREF_POSITION_DELETE);
  return bracket;
}

static void bracket_run(Proposal *self, AdrefNode *first, AdrefNode *last)
{
  AdrefNode *block = first->parent, *before = last->next, *prev = first->prev;
  g_autoptr(AdrefNode) run = take_out(first, last);
  g_autoptr(AdrefNode) old = adref_reject_block(run);
  g_autoptr(AdrefNode) new = adref_accept_block(run);
  gboolean leads = share_space(old, new, FALSE), trails = share_space(old, new, TRUE);
  gboolean spaced = prev && prev->type == ADREF_TEXT && g_str_has_suffix(prev->text, " ");
  leads = leads || (!old->first && prev && !spaced && begins_with_comma(new));
  if (!old->first && !new->first) {
    put(block, before, new_space());
    return;
  }
  gboolean known = only_bracket(old) != NULL, deletes = !new->first;
  AdrefNode *bracket = make_bracket(self, old, new);
  if (leads)
    put(block, before, new_space());
  put(block, before, bracket);
  if (trails)
    put(block, before, new_space());
  if (!known || settle_bracket(self, bracket, deletes))
    adref_bracket_separate(bracket);
}

/* --- a bracket in which words differ --- */

/* Whether the alternatives of two brackets are the same but for their words. */
static gboolean is_same_bracket(const AdrefNode *old, const AdrefNode *new)
{
  const AdrefNode *a = old->first, *b = new->first;
  for (; a && b; a = a->next, b = b->next) {
    g_autofree char *first = adref_positions_text(a->as.positions.groups);
    g_autofree char *second = adref_positions_text(b->as.positions.groups);
    if (strcmp(first, second) != 0)
      return FALSE;
  }
  return !a && !b;
}

static void change_bracket(Proposal *self, AdrefNode *bracket)
{
  AdrefNode *block = bracket->parent, *before = bracket->next;
  g_autoptr(AdrefNode) run = take_out(bracket, bracket);
  g_autoptr(AdrefNode) old = adref_reject_block(run);
  g_autoptr(AdrefNode) new = adref_accept_block(run);
  AdrefNode *kept = old->first, *wanted = new->first;
  if (!wanted || wanted->type != ADREF_BRACKET || !is_same_bracket(kept, wanted)) {
    self->changes_bracket = TRUE;
    return;
  }
  g_autoptr(GPtrArray) changed = g_ptr_array_new();
  for (AdrefNode *a = kept->first, *b = wanted->first; a; a = a->next, b = b->next)
    if (!adref_bracket_same_words(a, b))
      g_ptr_array_add(changed, b);
  for (guint i = 0; i < changed->len; i++, self->count++)
    adref_bracket_propose(kept, changed->pdata[i], self->party);
  adref_node_unlink(kept);
  put(block, before, kept);
}

static void bracket_block(Proposal *self, AdrefNode *block)
{
  for (AdrefNode *node = block->first, *next; node; node = next) {
    next = node->next;
    if (is_unprinted(node)) {
      node->mark = ADREF_KEPT;
    } else if (is_changed_inside(node)) {
      change_bracket(self, node);
    } else if (is_in_run(node)) {
      AdrefNode *last = end_of_run(node);
      next = last->next;
      bracket_run(self, node, last);
    }
  }
}

/* --- blocks that only one text has --- */

static void join(AdrefNode *alternative, const Proposal *self, AdrefChangeMark mark)
{
  adref_alternative_join(alternative, self->party,
                         mark == ADREF_DELETED ? ADREF_POSITION_DELETE : ADREF_POSITION_SUPPORT);
}

static void bracket_cells(Proposal *self, AdrefNode *root, AdrefChangeMark mark)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new();
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_TABLE_CELL && walk.node->first)
      g_ptr_array_add(cells, walk.node);
  for (guint i = 0; i < cells->len; i++) {
    AdrefNode *cell = cells->pdata[i];
    join(adref_bracket_wrap(cell->first, cell->last)->first, self, mark);
  }
}

/* FALSE: it has no words that a bracket can hold. */
static gboolean bracket_whole(Proposal *self, AdrefNode *block, AdrefChangeMark mark)
{
  self->count++;
  if (block->type == ADREF_TABLE || block->type == ADREF_TABLE_ROW) {
    bracket_cells(self, block, mark);
    return TRUE;
  }
  AdrefNode *alternative = adref_bracket_wrap_clause(block);
  if (alternative)
    join(alternative, self, mark);
  return alternative != NULL;
}

static void clear_marks(AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    walk.node->mark = ADREF_KEPT;
}

/* Brackets the differences of a redline of one clause. FALSE: it cannot be done block by block. */
static gboolean bracket_blocks(Proposal *self, AdrefNode *clause)
{
  g_autoptr(GPtrArray) alone = g_ptr_array_new(), changed = g_ptr_array_new();
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering || node == clause)
      continue;
    if (node->mark == ADREF_UNWRAPPED || node->mark == ADREF_WRAPPED || adref_change_move_of(node))
      return FALSE;
    if (node->mark != ADREF_KEPT || adref_node_holds_inlines(node)) {
      if (node->mark == ADREF_KEPT)
        g_ptr_array_add(changed, node);
      else if (!is_unprinted(node))
        g_ptr_array_add(alone, node);
      adref_walk_skip(&walk);
    }
  }
  for (guint i = 0; i < changed->len; i++)
    bracket_block(self, changed->pdata[i]);
  for (guint i = 0; i < alone->len; i++)
    if (!bracket_whole(self, alone->pdata[i], ((AdrefNode *)alone->pdata[i])->mark))
      return FALSE;
  return TRUE;
}

/* --- the clause --- */

/* A document with a copy of the clause. */
static AdrefNode *copy_clause(const AdrefNode *clause)
{
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT);
  adref_node_append(document, adref_node_copy_tree(clause, ADREF_KEPT));
  return document;
}

/* A heading may be proposed without its "#". */
static void keep_heading(const AdrefNode *clause, AdrefNode *proposed)
{
  const AdrefNode *heading = clause->first;
  AdrefNode *words = proposed->first;
  if (clause->as.clause->kind != ADREF_TITLE || !heading || heading->type != ADREF_HEADING ||
      !words || words->next || words->type != ADREF_PARAGRAPH)
    return;
  words->type = ADREF_HEADING;
  words->as.level = heading->as.level;
}

/* A document with the clause's marker and the proposed blocks; NULL: they are several clauses. */
static AdrefNode *copy_proposed(const AdrefNode *clause, const AdrefNode *proposed, GError **error)
{
  guint clauses = 0;
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT), *copy = adref_node_copy(clause);
  adref_node_append(document, copy);
  for (const AdrefNode *each = proposed->first; each; each = each->next) {
    clauses += each->as.clause->kind != ADREF_PLAIN && each->as.clause->kind != ADREF_TITLE;
    g_autoptr(AdrefNode) blocks = adref_node_copy_tree(each, ADREF_KEPT);
    adref_node_move_children(blocks, copy);
  }
  keep_heading(clause, copy);
  if (clauses <= 1 && copy->first)
    return document;
  adref_error(error, ADREF_ERROR_REFUSED,
              clauses > 1 ? "the proposed words are %u clauses; propose them one by one"
                          : "there are no proposed words (%u clauses)",
              clauses);
  adref_node_free(document);
  return NULL;
}

/* The clause with "JPN delete", and the proposed blocks behind it. */
static gboolean bracket_clause(Proposal *self, AdrefNode *clause, AdrefNode *proposed,
                               GError **error)
{
  if (!adref_bracket_can_wrap_clause(clause) || !adref_bracket_can_wrap_clause(proposed)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "the blocks of the clause are others in the proposed words, and a table, code or "
                "HTML at its beginning or end cannot stand in brackets; propose its words one by "
                "one with --replace, --insert and --delete");
    return FALSE;
  }
  self->count = 1;
  adref_footnote_labels_join(clause, proposed);
  join(adref_bracket_wrap_clause(clause), self, ADREF_DELETED);
  join(adref_bracket_wrap_clause(proposed), self, ADREF_INSERTED);
  adref_node_move_children(proposed, clause);
  return TRUE;
}

static gboolean is_one_clause(const AdrefNode *redline)
{
  return redline->first && redline->first == redline->last && redline->first->mark == ADREF_KEPT;
}

static void replace_children(AdrefNode *clause, AdrefNode *from)
{
  while (clause->first)
    adref_node_free(clause->first);
  adref_node_move_children(from, clause);
}

gboolean adref_proposal_brackets(AdrefNode *clause, const AdrefNode *proposed, const char *party,
                                 const char *language, guint *count, GError **error)
{
  g_autoptr(AdrefNode) old = copy_clause(clause);
  g_autoptr(AdrefNode) new = copy_proposed(clause, proposed, error);
  if (!new)
    return FALSE;
  g_autoptr(AdrefNode) redline = adref_diff(old, new, language);
  Proposal self = {.party = party};
  gboolean by_block = is_one_clause(redline) && bracket_blocks(&self, redline->first);
  if (self.changes_bracket) {
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "the proposed words change the alternatives or parties of a bracket; adref support, "
        "oppose, withdraw and resolve do that");
    return FALSE;
  }
  if (!by_block && !bracket_clause(&self, old->first, new->first, error))
    return FALSE;
  *count = self.count;
  if (self.count == 0)
    return TRUE;
  AdrefNode *result = by_block ? redline->first : old->first;
  clear_marks(result);
  replace_children(clause, result);
  adref_node_pair_bracket_edges(clause);
  return TRUE;
}
