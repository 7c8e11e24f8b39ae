#include "clause/proposals/bracket_build.h"

#include <string.h>

#include "clause/markdown/markdown_inline.h"

/* The comment between two brackets that are no alternatives of each other. */
#define SEPARATOR "and"

/* --- making --- */

/* Words of base text that may look like positions, " - JPN" or "JPN: ", are words. */
static void protect(AdrefNode *alternative)
{
  for (AdrefNode *node = alternative->first; node; node = node->next)
    if (node->type == ADREF_TEXT && strpbrk(node->text, "-:()"))
      node->as.literal = TRUE;
}

static gboolean is_space(const AdrefNode *node)
{
  return node && node->type == ADREF_TEXT && strcmp(node->text, " ") == 0;
}

static void cut_start(AdrefNode *text)
{
  if (text->length > 1)
    adref_node_take_text(text, g_strdup(text->text + 1), text->length - 1);
  else
    adref_node_free(text);
}

static void cut_end(AdrefNode *text)
{
  if (text->length > 1)
    adref_node_take_text(text, g_strndup(text->text, text->length - 1), text->length - 1);
  else
    adref_node_free(text);
}

static gboolean ends_with_space(const AdrefNode *node)
{
  return node && node->type == ADREF_TEXT && g_str_has_suffix(node->text, " ");
}

static gboolean begins_with_space(const AdrefNode *node)
{
  return node && node->type == ADREF_TEXT && node->text[0] == ' ';
}

/* A space at the end of a TEXT becomes a TEXT of its own behind it. */
static void part_space(AdrefNode *text)
{
  if (!ends_with_space(text) || text->length == 1)
    return;
  AdrefNode *space = adref_node_new_text(ADREF_TEXT, " ", 1);
  if (text->next)
    adref_node_insert_before(text->next, space);
  else
    adref_node_append(text->parent, space);
  cut_end(text);
}

AdrefNode *adref_bracket_new(void)
{
  return adref_node_new(ADREF_BRACKET);
}

AdrefNode *adref_bracket_add(AdrefNode *bracket, AdrefNode *inlines)
{
  AdrefNode *alternative = adref_node_new(ADREF_ALTERNATIVE);
  while (inlines && inlines->first) {
    AdrefNode *moved = inlines->first;
    adref_node_unlink(moved);
    adref_node_append(alternative, moved);
  }
  protect(alternative);
  adref_node_append(bracket, alternative);
  return alternative;
}

AdrefNode *adref_bracket_wrap(AdrefNode *first, AdrefNode *last)
{
  AdrefNode *bracket = adref_bracket_new(), *alternative = adref_node_new(ADREF_ALTERNATIVE);
  part_space(last);
  if (begins_with_space(first) && first->length > 1) {
    adref_node_insert_before(first, adref_node_new_text(ADREF_TEXT, " ", 1));
    cut_start(first);
  }
  bracket->line = first->line;
  bracket->column = first->column;
  adref_node_insert_before(first, bracket);
  adref_node_append(bracket, alternative);
  for (AdrefNode *node = first, *next; node; node = next) {
    next = node == last ? NULL : node->next;
    adref_node_unlink(node);
    adref_node_append(alternative, node);
  }
  protect(alternative);
  return bracket;
}

/* What stands at the end of a paragraph and is no word of it. */
static gboolean is_mark(const AdrefNode *node)
{
  return node->type == ADREF_AD_REF || node->type == ADREF_NOTE || node->type == ADREF_COMMENT ||
         is_space(node);
}

static AdrefNode *last_word(const AdrefNode *block)
{
  AdrefNode *node = block->last;
  while (node && is_mark(node))
    node = node->prev;
  return node;
}

static gboolean has_words(const AdrefNode *block)
{
  return adref_node_holds_inlines(block) && last_word(block);
}

/* The first and the last block with words of a clause. FALSE: words stand before or behind them
 * that no bracket can hold. */
static gboolean find_ends(const AdrefNode *clause, AdrefNode **first, AdrefNode **last)
{
  AdrefWalk walk = adref_walk(clause);
  gboolean possible = TRUE;
  *first = *last = NULL;
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    gboolean holds_none = node->type == ADREF_TABLE_CELL || node->type == ADREF_CODE_BLOCK ||
                          (node->type == ADREF_HTML && adref_node_is_block(node));
    if (node->type == ADREF_FOOTNOTE_TEXT) {
      adref_walk_skip(&walk);
      continue;
    }
    possible = (possible || *first) && !(holds_none && !*first);
    if (holds_none || has_words(node)) {
      *first = *first ? *first : node;
      *last = node;
    }
    if (holds_none || adref_node_holds_inlines(node))
      adref_walk_skip(&walk);
  }
  return *first && has_words(*first) && has_words(*last) && (*first)->type != ADREF_TABLE_CELL &&
         (*last)->type != ADREF_TABLE_CELL;
}

gboolean adref_bracket_can_wrap_clause(const AdrefNode *clause)
{
  AdrefNode *first, *last;
  return find_ends(clause, &first, &last);
}

static AdrefNode *new_edge(gboolean opens)
{
  AdrefNode *edge = adref_node_new(ADREF_BRACKET_EDGE);
  edge->as.edge.opens = opens;
  return edge;
}

AdrefNode *adref_bracket_wrap_clause(AdrefNode *clause)
{
  AdrefNode *first, *last;
  if (!find_ends(clause, &first, &last))
    return NULL;
  AdrefNode *end = last_word(last);
  if (first == last)
    return adref_bracket_wrap(first->first, end)->first;
  AdrefNode *open = new_edge(TRUE), *close = new_edge(FALSE);
  open->as.edge.partner = close;
  close->as.edge.partner = open;
  adref_node_insert_before(first->first, open);
  part_space(end);
  if (end->next)
    adref_node_insert_before(end->next, close);
  else
    adref_node_append(last, close);
  return close;
}

AdrefNode *adref_bracket_wrap_cell(AdrefNode *cell)
{
  AdrefNode *end = last_word(cell);
  return end ? adref_bracket_wrap(cell->first, end)->first : NULL;
}

/* Whether the bracket over several blocks that begins with one EDGE ends with another. In a copy
 * they do not know each other. */
static gboolean is_closed_by(const AdrefNode *clause, const AdrefNode *open, const AdrefNode *close)
{
  gint depth = 0;
  AdrefWalk walk = adref_walk(clause);
  if (open->type != ADREF_BRACKET_EDGE || !open->as.edge.opens)
    return FALSE;
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (walk.entering && node->type == ADREF_TABLE_CELL)
      adref_walk_skip(&walk);
    if (!walk.entering || node->type != ADREF_BRACKET_EDGE)
      continue;
    depth += node->as.edge.opens ? 1 : -1;
    if (depth == 0)
      return node == close;
  }
  return FALSE;
}

AdrefNode *adref_bracket_of_all(AdrefNode *clause)
{
  AdrefNode *first = clause, *last = clause;
  if (!adref_node_holds_inlines(clause) && !find_ends(clause, &first, &last))
    return NULL;
  AdrefNode *begin = first->first, *end = last_word(last);
  if (!end)
    return NULL;
  if (begin == end && begin->type == ADREF_BRACKET && !begin->as.placeholder)
    return begin;
  return is_closed_by(clause, begin, end) ? end : NULL;
}

/* Whether another bracket stands beside a bracket, with nothing but a space between. */
static gboolean has_neighbour(const AdrefNode *bracket, gboolean behind)
{
  const AdrefNode *node = behind ? bracket->next : bracket->prev;
  if (is_space(node))
    node = behind ? node->next : node->prev;
  return node && node->type == ADREF_BRACKET && !node->as.placeholder;
}

void adref_bracket_separate(AdrefNode *bracket)
{
  if (has_neighbour(bracket, FALSE))
    adref_node_insert_before(bracket, adref_node_new_text(ADREF_COMMENT, SEPARATOR, -1));
  if (has_neighbour(bracket, TRUE))
    adref_node_insert_before(bracket->next, adref_node_new_text(ADREF_COMMENT, SEPARATOR, -1));
}

/* --- positions --- */

/* Where the groups of an ALTERNATIVE or an EDGE stand. */
static GPtrArray **groups_of(AdrefNode *node)
{
  return node->type == ADREF_BRACKET_EDGE ? &node->as.edge.groups : &node->as.positions.groups;
}

const GPtrArray *adref_alternative_groups(const AdrefNode *alternative)
{
  return alternative->type == ADREF_BRACKET_EDGE ? alternative->as.edge.groups
                                                 : alternative->as.positions.groups;
}

gboolean adref_alternative_find_party(const AdrefNode *alternative, const char *party,
                                      AdrefPositionVerb *verb)
{
  const GPtrArray *groups = adref_alternative_groups(alternative);
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    if (!g_strv_contains((const char *const *)position->parties, party))
      continue;
    if (verb)
      *verb = position->verb;
    return TRUE;
  }
  return FALSE;
}

/* The parties of a position without one of them, and with another one; each may be NULL. */
static AdrefPosition *copy_position(const AdrefPosition *position, const char *without,
                                    const char *with)
{
  GPtrArray *parties = g_ptr_array_new();
  for (char **code = position->parties; *code; code++)
    if (g_strcmp0(*code, without) != 0)
      g_ptr_array_add(parties, g_strdup(*code));
  if (with)
    g_ptr_array_add(parties, g_strdup(with));
  g_ptr_array_add(parties, NULL);
  AdrefPosition *copy = adref_position_new();
  copy->verb = position->verb;
  copy->parties = (char **)g_ptr_array_free(parties, FALSE);
  return copy;
}

/* The groups without a party, and with its new position at the end of the group with the same verb.
 * `verb` NULL: it has none. */
static GPtrArray *change_groups(const GPtrArray *groups, const char *party,
                                const AdrefPositionVerb *verb)
{
  GPtrArray *changed = g_ptr_array_new_with_free_func((GDestroyNotify)adref_position_free);
  gboolean placed = verb == NULL;
  for (guint i = 0; groups && i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    gboolean here = !placed && position->verb == *verb;
    AdrefPosition *copy = copy_position(position, party, here ? party : NULL);
    placed = placed || here;
    if (*copy->parties)
      g_ptr_array_add(changed, copy);
    else
      adref_position_free(copy);
  }
  if (!placed) {
    AdrefPosition none = {.parties = (char *[]){NULL}, .verb = *verb};
    AdrefPosition *own = copy_position(&none, NULL, party);
    g_ptr_array_insert(changed, *verb == ADREF_POSITION_SUPPORT ? 0 : -1, own);
  }
  return changed;
}

static void set_groups(AdrefNode *alternative, GPtrArray *groups)
{
  GPtrArray **place = groups_of(alternative);
  g_clear_pointer(place, g_ptr_array_unref);
  if (groups->len > 0)
    *place = groups;
  else
    g_ptr_array_unref(groups);
}

void adref_alternative_join(AdrefNode *alternative, const char *party, AdrefPositionVerb verb)
{
  AdrefPositionVerb old;
  if (adref_alternative_find_party(alternative, party, &old) && old == verb)
    return;
  set_groups(alternative, change_groups(*groups_of(alternative), party, &verb));
}

gboolean adref_alternative_leave(AdrefNode *alternative, const char *party)
{
  if (!adref_alternative_find_party(alternative, party, NULL))
    return FALSE;
  set_groups(alternative, change_groups(*groups_of(alternative), party, NULL));
  return TRUE;
}

gboolean adref_alternative_is_base(const AdrefNode *alternative)
{
  const GPtrArray *groups = adref_alternative_groups(alternative);
  for (guint i = 0; groups && i < groups->len; i++)
    if (((const AdrefPosition *)groups->pdata[i])->verb == ADREF_POSITION_SUPPORT)
      return FALSE;
  return TRUE;
}

/* --- finding --- */

static char *words_of(const AdrefNode *node)
{
  GString *words = g_string_new(NULL);
  AdrefMarkdownInlineOptions options = {.without_unprinted = TRUE};
  adref_markdown_inline_write(words, node, &options);
  return g_strstrip(g_string_free(words, FALSE));
}

gboolean adref_bracket_same_words(const AdrefNode *a, const AdrefNode *b)
{
  g_autofree char *first = words_of(a), *second = words_of(b);
  return strcmp(first, second) == 0;
}

AdrefNode *adref_bracket_find_words(const AdrefNode *bracket, const AdrefNode *inlines)
{
  g_autofree char *wanted = words_of(inlines);
  for (AdrefNode *each = bracket->first; each; each = each->next) {
    g_autofree char *words = words_of(each);
    if (strcmp(words, wanted) == 0)
      return each;
  }
  return NULL;
}

AdrefNode *adref_bracket_base(const AdrefNode *bracket)
{
  for (AdrefNode *each = bracket->first; each; each = each->next)
    if (adref_alternative_is_base(each))
      return each;
  return NULL;
}

gboolean adref_bracket_is_insertion(const AdrefNode *bracket)
{
  const AdrefNode *base = adref_bracket_base(bracket);
  return base ? !base->first : bracket->first && bracket->first == bracket->last;
}

/* --- ending --- */

/* Whether a text begins with a mark before which no space stands, also one of Arabic. */
static gboolean closes(const char *text)
{
  static const char *const arabic[] = {"\330\214", "\330\233", "\330\237"};
  for (gsize i = 0; i < G_N_ELEMENTS(arabic); i++)
    if (g_str_has_prefix(text, arabic[i]))
      return TRUE;
  return *text && strchr(",.;:)", *text) != NULL;
}

/* Mends the border between two siblings, each of which may be missing: one space, none before a
 * comma, none at the ends of the block. */
static void mend(AdrefNode *left, AdrefNode *right, const AdrefNode *parent)
{
  gboolean at_end = !right && adref_node_holds_inlines(parent);
  gboolean before_mark = right && right->type == ADREF_TEXT && closes(right->text);
  gboolean before_ad_ref = right && right->type == ADREF_AD_REF;
  if (ends_with_space(left) &&
      (begins_with_space(right) || at_end || before_mark || before_ad_ref)) {
    cut_end(left);
    return;
  }
  if (!left && begins_with_space(right) && adref_node_holds_inlines(parent))
    cut_start(right);
}

/* Removes the separator beside a bracket that ends. */
static void remove_separators(const AdrefNode *bracket)
{
  AdrefNode *sides[] = {bracket->prev, bracket->next};
  for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
    AdrefNode *node = sides[i];
    if (is_space(node))
      node = i == 0 ? node->prev : node->next;
    if (node && node->type == ADREF_COMMENT && strcmp(node->text, SEPARATOR) == 0)
      adref_node_free(node);
  }
}

void adref_bracket_remove(AdrefNode *bracket)
{
  remove_separators(bracket);
  AdrefNode *left = bracket->prev, *right = bracket->next, *parent = bracket->parent;
  adref_node_free(bracket);
  mend(left, right, parent);
}

void adref_bracket_take(AdrefNode *alternative)
{
  AdrefNode *bracket = alternative->parent, *parent = bracket->parent;
  if (!alternative->first) {
    adref_bracket_remove(bracket);
    return;
  }
  remove_separators(bracket);
  AdrefNode *left = bracket->prev, *right = bracket->next;
  while (alternative->first) {
    AdrefNode *moved = alternative->first;
    adref_node_unlink(moved);
    adref_node_insert_before(bracket, moved);
  }
  adref_node_free(bracket);
  mend(left, left ? left->next : parent->first, parent);
  mend(right ? right->prev : parent->last, right, parent);
}

/* Whether words that follow each other need a space between them: Chinese and Japanese have none,
 * and no comma has one. */
static gboolean needs_space(const AdrefNode *before, const AdrefNode *after)
{
  if (!before || !after || ends_with_space(before))
    return FALSE;
  if (after->type != ADREF_TEXT || before->type != ADREF_TEXT)
    return TRUE;
  const char *end = g_utf8_prev_char(before->text + before->length);
  return !closes(after->text) && !g_unichar_iswide(g_utf8_get_char(end)) &&
         !g_unichar_iswide(g_utf8_get_char(after->text));
}

void adref_bracket_take_all(AdrefNode *bracket)
{
  AdrefNode *all = bracket->first;
  while (all->next) {
    AdrefNode *next = all->next;
    if (needs_space(all->last, next->first))
      adref_node_append(all, adref_node_new_text(ADREF_TEXT, " ", 1));
    while (next->first) {
      AdrefNode *moved = next->first;
      adref_node_unlink(moved);
      adref_node_append(all, moved);
    }
    adref_node_free(next);
  }
  adref_bracket_take(all);
}

void adref_bracket_open_blocks(AdrefNode *edge)
{
  adref_node_free(edge->as.edge.partner);
  adref_node_free(edge);
}

/* --- proposing and withdrawing --- */

/* Whether a party wants the words of an alternative. */
static gboolean wants(const AdrefNode *alternative, const char *party)
{
  AdrefPositionVerb verb;
  return adref_alternative_find_party(alternative, party, &verb) &&
         (verb == ADREF_POSITION_SUPPORT || verb == ADREF_POSITION_RETAIN);
}

/* Of one insertion it is understood that nothing is its base text. */
static void drop_empty_base(const AdrefNode *bracket)
{
  AdrefNode *empty = bracket->first, *other = empty ? empty->next : NULL;
  if (other && !other->next && !empty->first && !adref_alternative_groups(empty) &&
      !adref_alternative_is_base(other))
    adref_node_free(empty);
}

/* A party wants one alternative: it leaves the others. */
static void leave_others(const AdrefNode *alternative, const char *party)
{
  for (AdrefNode *each = alternative->parent->first, *next; each; each = next) {
    next = each->next;
    gboolean is_base = adref_alternative_is_base(each);
    if (each == alternative || !wants(each, party))
      continue;
    adref_alternative_leave(each, party);
    if (!is_base && adref_alternative_is_base(each))
      adref_node_free(each);
  }
  drop_empty_base(alternative->parent);
}

void adref_alternative_support(AdrefNode *alternative, const char *party)
{
  gboolean is_base = adref_alternative_is_base(alternative);
  adref_alternative_join(alternative, party,
                         is_base ? ADREF_POSITION_RETAIN : ADREF_POSITION_SUPPORT);
  if (alternative->type == ADREF_ALTERNATIVE)
    leave_others(alternative, party);
}

AdrefNode *adref_bracket_propose(AdrefNode *bracket, AdrefNode *inlines, const char *party)
{
  AdrefNode *alternative = adref_bracket_find_words(bracket, inlines);
  if (alternative) {
    adref_alternative_support(alternative, party);
    return alternative;
  }
  if (adref_bracket_is_insertion(bracket) && !adref_bracket_base(bracket))
    adref_node_insert_before(bracket->first, adref_node_new(ADREF_ALTERNATIVE));
  alternative = adref_bracket_add(bracket, inlines);
  adref_alternative_join(alternative, party, ADREF_POSITION_SUPPORT);
  leave_others(alternative, party);
  return alternative;
}

/* Whether nobody wants base text changed. */
static gboolean is_undisputed(const AdrefNode *alternative)
{
  const GPtrArray *groups = adref_alternative_groups(alternative);
  for (guint i = 0; groups && i < groups->len; i++)
    if (((const AdrefPosition *)groups->pdata[i])->verb != ADREF_POSITION_RETAIN)
      return FALSE;
  return TRUE;
}

static AdrefBracketOutcome withdraw_blocks(AdrefNode *edge, gboolean was_base)
{
  if (was_base && !is_undisputed(edge))
    return ADREF_BRACKET_STAYS;
  if (was_base) {
    adref_bracket_open_blocks(edge);
    return ADREF_BRACKET_RESOLVED;
  }
  return adref_alternative_is_base(edge) && adref_bracket_remove_blocks(edge)
             ? ADREF_BRACKET_REMOVED
             : ADREF_BRACKET_STAYS;
}

AdrefBracketOutcome adref_alternative_withdraw(AdrefNode *alternative, const char *party)
{
  AdrefNode *bracket = alternative->parent;
  gboolean was_base = adref_alternative_is_base(alternative);
  AdrefBracketOutcome outcome = ADREF_BRACKET_STAYS;
  if (!adref_alternative_leave(alternative, party))
    return outcome;
  if (alternative->type == ADREF_BRACKET_EDGE)
    return withdraw_blocks(alternative, was_base);
  if (!was_base && adref_alternative_is_base(alternative)) {
    adref_node_free(alternative);
    outcome = ADREF_BRACKET_LOST_ALTERNATIVE;
  }
  drop_empty_base(bracket);
  AdrefNode *only = bracket->first;
  if (!only) {
    adref_bracket_remove(bracket);
    return ADREF_BRACKET_REMOVED;
  }
  if (only->next || !adref_alternative_is_base(only) || !is_undisputed(only))
    return outcome;
  outcome = only->first ? ADREF_BRACKET_RESOLVED : ADREF_BRACKET_REMOVED;
  adref_bracket_take(only);
  return outcome;
}

/* Whether nothing but marks stands in a block outside of the EDGE that begins or ends in it. */
static gboolean is_whole(const AdrefNode *edge)
{
  const AdrefNode *node = edge->as.edge.opens ? edge->prev : edge->next;
  while (node && is_mark(node))
    node = edge->as.edge.opens ? node->prev : node->next;
  return !node;
}

gboolean adref_bracket_remove_blocks(AdrefNode *close)
{
  AdrefNode *first = close->as.edge.partner->parent, *last = close->parent;
  adref_node_meet(&first, &last);
  if (first->type == ADREF_CLAUSE || !is_whole(close) || !is_whole(close->as.edge.partner))
    return FALSE;
  for (AdrefNode *block = first, *next; block; block = next) {
    next = block == last ? NULL : block->next;
    adref_node_free(block);
  }
  return TRUE;
}

/* Whether a block is left that is no note and no comment. */
static gboolean has_words_left(const AdrefNode *clause)
{
  for (const AdrefNode *block = clause->first; block; block = block->next)
    if (block->type != ADREF_NOTE && block->type != ADREF_COMMENT)
      return TRUE;
  return FALSE;
}

gboolean adref_bracket_prune(AdrefNode *clause)
{
  g_autoptr(GPtrArray) left = g_ptr_array_new();
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    gboolean may_go = node->type == ADREF_PARAGRAPH || node->type == ADREF_HEADING ||
                      node->type == ADREF_ITEM || node->type == ADREF_LIST ||
                      node->type == ADREF_QUOTE;
    if (!walk.entering && may_go && !node->first && node != clause)
      adref_node_free(node);
  }
  return has_words_left(clause);
}
