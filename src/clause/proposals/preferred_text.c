#include "clause/proposals/preferred_text.h"

#include <string.h>

#include "clause/proposals/bracket_build.h"
#include "clause/proposals/translation_to_come.h"

/* What becomes of a bracket. */
typedef enum {
  BY_POSITION, /* the party's position decides */
  BY_BASE,     /* the base text is taken */
  LEFT_OUT,    /* no word is taken, since others alone propose it */
  STAYS_OPEN,
  IS_KEPT, /* the party has no position */
} Decision;

typedef struct {
  const AdrefPreference *preference;
  AdrefPreferenceCounts *counts;
  GPtrArray *waiting; /* BRACKETs that are not settled yet; the words around them stand */
} PreferenceRun;

void adref_preference_counts_clear(AdrefPreferenceCounts *counts)
{
  g_clear_pointer(&counts->silent, g_ptr_array_unref);
}

/* --- what the party wants --- */

static gboolean is_for(AdrefPositionVerb verb)
{
  return verb == ADREF_POSITION_SUPPORT || verb == ADREF_POSITION_RETAIN;
}

static gboolean is_against(AdrefPositionVerb verb)
{
  return verb == ADREF_POSITION_DELETE || verb == ADREF_POSITION_OPPOSE;
}

/* Whether a code speaks for or against some alternative. */
static gboolean decides(AdrefNode *const *alternatives, guint count, const char *code)
{
  AdrefPositionVerb verb;
  for (guint i = 0; i < count; i++)
    if (adref_alternative_find_party(alternatives[i], code, &verb) &&
        (is_for(verb) || is_against(verb)))
      return TRUE;
  return FALSE;
}

/* The first code of the party that does; NULL: none. */
static const char *deciding_code(const PreferenceRun *self, AdrefNode *const *alternatives,
                                 guint count)
{
  const char *const *code = self->preference->codes;
  while (code && *code && !decides(alternatives, count, *code))
    code++;
  return code ? *code : NULL;
}

/* The only alternative that is base text; NULL: there is none, or more than one. */
static AdrefNode *only_base(AdrefNode *const *alternatives, guint count)
{
  AdrefNode *base = NULL;
  for (guint i = 0; i < count; i++) {
    if (!adref_alternative_is_base(alternatives[i]))
      continue;
    if (base)
      return NULL;
    base = alternatives[i];
  }
  return base;
}

/* Rules 1 to 4, where a code of the party decides. */
static Decision decide_by_code(const char *code, AdrefNode *const *alternatives, guint count,
                               AdrefNode **words)
{
  const AdrefNode *base = only_base(alternatives, count);
  g_autoptr(GPtrArray) left = g_ptr_array_new();
  for (guint i = 0; i < count; i++) {
    AdrefPositionVerb verb;
    gboolean has = adref_alternative_find_party(alternatives[i], code, &verb);
    *words = has && is_for(verb) ? alternatives[i] : NULL;
    if (*words)
      return BY_POSITION;
    if (!has || !is_against(verb))
      g_ptr_array_add(left, alternatives[i]);
  }
  *words = only_base((AdrefNode *const *)left->pdata, left->len);
  gboolean refuses_base = base && !g_ptr_array_find(left, base, NULL);
  return *words || left->len == 0 || refuses_base ? BY_POSITION : STAYS_OPEN;
}

/* Decides by the rules of the header. *words is what is taken, NULL for no word. */
static Decision decide(const PreferenceRun *self, AdrefNode *const *alternatives, guint count,
                       AdrefNode **words)
{
  const char *code = deciding_code(self, alternatives, count);
  *words = NULL;
  if (code)
    return decide_by_code(code, alternatives, count, words);
  if (self->preference->only_positions)
    return IS_KEPT;
  *words = only_base(alternatives, count);
  if (*words)
    return BY_BASE;
  return count == 1 ? LEFT_OUT : STAYS_OPEN;
}

/* --- counts --- */

static const AdrefNode *clause_of(const AdrefNode *node)
{
  while (node && node->type != ADREF_CLAUSE)
    node = node->parent;
  return node;
}

/* Notes once that the party has no position in a bracket of the clause. */
static void note_silence(const PreferenceRun *self, const AdrefNode *node)
{
  const AdrefNode *clause = clause_of(node);
  const AdrefClause *facts = clause ? clause->as.clause : NULL;
  if (!facts)
    return;
  g_autofree char *name =
      !facts->number && !facts->id
          ? g_strdup_printf("line %u", clause->line)
          : g_strdup_printf("%s%s%s", facts->number ? facts->number : "",
                            facts->number && facts->id ? " " : "", facts->id ? facts->id : "");
  GPtrArray *all = self->counts->silent;
  if (all->len == 0 || strcmp(all->pdata[all->len - 1], name) != 0)
    g_ptr_array_add(all, g_steal_pointer(&name));
}

static void count(const PreferenceRun *self, Decision decision, const AdrefNode *bracket)
{
  AdrefPreferenceCounts *counts = self->counts;
  guint *const all[] = {&counts->by_position, &counts->by_base, &counts->left_out, &counts->open,
                        &counts->kept};
  ++*all[decision];
  if (self->preference->codes && decision != BY_POSITION)
    note_silence(self, bracket);
}

/* --- clauses and blocks without words --- */

/* Removes what has no children any more, up to the document; of a bracket that stays, the one
 * alternative with the bracket; of a table, a row or a column. */
static void remove_empty(AdrefNode *node)
{
  if (node && adref_table_remove_empty(node))
    return;
  while (node && node->parent && !node->first && node->type != ADREF_TABLE_CELL) {
    gboolean is_alternative = node->type == ADREF_ALTERNATIVE;
    AdrefNode *gone = is_alternative ? node->parent : node, *parent = gone->parent;
    if (is_alternative && gone->first != gone->last)
      return;
    if (is_alternative)
      adref_bracket_remove(gone);
    else
      adref_node_free(gone);
    node = parent;
  }
}

/* --- brackets in a block --- */

/* Adds the brackets below a node that stand in no other bracket below it; the first one is the last
 * of the list. */
static void add_brackets(const PreferenceRun *self, const AdrefNode *root)
{
  GPtrArray *waiting = self->waiting;
  guint from = waiting->len;
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || walk.node->type != ADREF_BRACKET || walk.node == root)
      continue;
    g_ptr_array_add(waiting, walk.node);
    adref_walk_skip(&walk);
  }
  for (guint to = waiting->len; to > from + 1; from++, to--) {
    gpointer first = waiting->pdata[from];
    waiting->pdata[from] = waiting->pdata[to - 1];
    waiting->pdata[to - 1] = first;
  }
}

/* The words of an alternative take the place of their bracket; brackets in them come next. */
static void take(const PreferenceRun *self, AdrefNode *alternative)
{
  AdrefNode *block = alternative->parent->parent;
  add_brackets(self, alternative);
  adref_bracket_take(alternative);
  remove_empty(block);
}

static void drop(AdrefNode *bracket)
{
  AdrefNode *block = bracket->parent;
  adref_bracket_remove(bracket);
  remove_empty(block);
}

static void settle_bracket(const PreferenceRun *self, AdrefNode *bracket)
{
  g_autoptr(GPtrArray) alternatives = g_ptr_array_new();
  AdrefNode *words;
  for (AdrefNode *each = bracket->first; each; each = each->next)
    g_ptr_array_add(alternatives, each);
  Decision decision =
      decide(self, (AdrefNode *const *)alternatives->pdata, alternatives->len, &words);
  if (bracket->as.placeholder || (words && adref_translation_to_come_is(words)))
    decision = STAYS_OPEN;
  count(self, decision, bracket);
  if (decision == IS_KEPT)
    for (AdrefNode *each = bracket->first; each; each = each->next)
      add_brackets(self, each);
  else if (decision != STAYS_OPEN && words)
    take(self, words);
  else if (decision != STAYS_OPEN)
    drop(bracket);
}

static void settle_brackets(const PreferenceRun *self, const AdrefNode *document)
{
  add_brackets(self, document);
  while (self->waiting->len > 0) {
    AdrefNode *bracket = g_ptr_array_steal_index(self->waiting, self->waiting->len - 1);
    if (!bracket->as.settled)
      settle_bracket(self, bracket);
  }
}

/* --- brackets over several blocks --- */

static gboolean is_above(const AdrefNode *node, const AdrefNode *below)
{
  while (below && below != node)
    below = below->parent;
  return below != NULL;
}

/* The next node that holds nothing of the end of a range: behind `from`, or in what holds the end.
 */
static AdrefNode *next_in_range(AdrefNode *from, const AdrefNode *end)
{
  while (from && !from->next)
    from = from->parent;
  AdrefNode *next = from ? from->next : NULL;
  while (next && next != end && is_above(next, end))
    next = next->first;
  return next == end ? NULL : next;
}

/* Removes a space at the start of what is left behind a bracket, and at the end of what is left
 * before it. */
static void trim(const AdrefNode *first, const AdrefNode *last)
{
  AdrefNode *before = first->last, *behind = last->first;
  if (before && before->type == ADREF_TEXT && g_str_has_suffix(before->text, " "))
    adref_node_take_text(before, g_strndup(before->text, before->length - 1), before->length - 1);
  if (behind && behind->type == ADREF_TEXT && *behind->text == ' ')
    adref_node_take_text(behind, g_strdup(behind->text + 1), behind->length - 1);
}

/* Removes all between two edges, and the edges. */
static void remove_range(AdrefNode *open, AdrefNode *close)
{
  AdrefNode *first = open->parent, *last = close->parent;
  for (AdrefNode *next; (next = next_in_range(open, close));)
    adref_node_free(next);
  adref_node_free(open);
  adref_node_free(close);
  trim(first, last);
  remove_empty(first);
  if (first != last)
    remove_empty(last);
}

/* Whether the words of the bracket were removed. */
static gboolean settle_edge(const PreferenceRun *self, AdrefNode *open)
{
  AdrefNode *close = open->as.edge.partner, *words;
  Decision decision = decide(self, &close, 1, &words);
  count(self, decision, open);
  if (decision == IS_KEPT)
    return FALSE;
  if (words)
    adref_bracket_open_blocks(close);
  else
    remove_range(open, close);
  return !words;
}

/* A pair of edges, and where they stand in the order of the document. */
typedef struct {
  AdrefNode *open;
  guint from, to;
} PreferenceRange;

/* The ranges of the document, in its order. An edge without a partner is counted. */
static GArray *find_ranges(const PreferenceRun *self, const AdrefNode *document)
{
  GArray *ranges = g_array_new(FALSE, FALSE, sizeof(PreferenceRange));
  g_autoptr(GHashTable) opened = g_hash_table_new(NULL, NULL); /* opening EDGE -> index + 1 */
  AdrefWalk walk = adref_walk(document);
  for (guint order = 0; adref_walk_next(&walk); order++) {
    AdrefNode *node = walk.node;
    if (!walk.entering || node->type != ADREF_BRACKET_EDGE)
      continue;
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(opened, node->as.edge.partner));
    if (!node->as.edge.partner)
      count(self, STAYS_OPEN, node);
    else if (index > 0)
      g_array_index(ranges, PreferenceRange, index - 1).to = order;
    else {
      PreferenceRange range = {node, order, order};
      g_array_append_val(ranges, range);
      g_hash_table_insert(opened, node, GUINT_TO_POINTER(ranges->len));
    }
  }
  return ranges;
}

/* An outer one may hold others, which go with its words. */
static void settle_edges(const PreferenceRun *self, const AdrefNode *document)
{
  g_autoptr(GArray) ranges = find_ranges(self, document);
  guint removed = 0; /* up to here all was removed */
  for (guint i = 0; i < ranges->len; i++) {
    const PreferenceRange *range = &g_array_index(ranges, PreferenceRange, i);
    if (range->from >= removed && settle_edge(self, range->open))
      removed = range->to;
  }
}

/* --- clauses with alt= --- */

/* What the party's positions in a clause say of it: BY_POSITION, with *wants, or IS_KEPT. */
static Decision decide_option(const PreferenceRun *self, const AdrefNode *clause, gboolean *wants)
{
  gboolean refuses = FALSE;
  *wants = FALSE;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk) && !*wants) {
    AdrefNode *node = walk.node;
    gboolean has_positions = node->type == ADREF_ALTERNATIVE ||
                             (node->type == ADREF_BRACKET_EDGE && !node->as.edge.opens);
    const char *code = walk.entering && has_positions ? deciding_code(self, &node, 1) : NULL;
    AdrefPositionVerb verb;
    if (!code || !adref_alternative_find_party(node, code, &verb))
      continue;
    *wants = is_for(verb);
    refuses = refuses || is_against(verb);
  }
  return *wants || refuses ? BY_POSITION : IS_KEPT;
}

/* The words of an option take the place of those of the other clause. */
static void exchange(AdrefNode *option, AdrefNode *other)
{
  while (other->first)
    adref_node_free(other->first);
  while (option->first) {
    AdrefNode *block = option->first;
    adref_node_unlink(block);
    adref_node_append(other, block);
  }
  adref_node_free(option);
}

/* `taken` has the clauses that have got other words: of two options that the party wants the second
 * stays open. */
static void settle_option(const PreferenceRun *self, AdrefNode *option, AdrefNode *other,
                          GHashTable *taken)
{
  gboolean wants;
  Decision decision = decide_option(self, option, &wants);
  if (decision == IS_KEPT && !self->preference->only_positions)
    decision = BY_BASE;
  if (wants && (!other || other == option || !g_hash_table_add(taken, other)))
    decision = STAYS_OPEN;
  if (!wants || decision == STAYS_OPEN) /* the brackets of what is taken are counted */
    count(self, decision, option);
  if (wants && decision == BY_POSITION)
    exchange(option, other);
  else if (decision == BY_POSITION || decision == BY_BASE)
    adref_node_free(option);
}

static void settle_options(const PreferenceRun *self, AdrefNode *document)
{
  g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) options = g_ptr_array_new();
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    const AdrefClause *facts = clause->as.clause;
    if (facts->alt)
      g_ptr_array_add(options, clause);
    else if (facts->id && !g_hash_table_contains(by_id, facts->id))
      g_hash_table_insert(by_id, facts->id, clause);
  }
  for (guint i = 0; i < options->len; i++) {
    AdrefNode *option = options->pdata[i];
    settle_option(self, option, g_hash_table_lookup(by_id, option->as.clause->alt), taken);
  }
}

/* --- afterwards --- */

/* The labels of the footnotes that are called in the document; the mark at the start of a footnote
 * calls nothing. Caller frees. */
static GHashTable *find_called(const AdrefNode *document)
{
  GHashTable *called = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    gboolean begins = !node->prev && node->parent && node->parent->parent &&
                      node->parent->parent->type == ADREF_FOOTNOTE_TEXT;
    if (walk.entering && node->type == ADREF_FOOTNOTE && !begins)
      g_hash_table_add(called, g_strdup(node->text));
  }
  return called;
}

/* Removes the footnotes that were called before, and are called no more. */
static void remove_footnotes(const AdrefNode *document, GHashTable *before)
{
  g_autoptr(GHashTable) called = find_called(document);
  g_autoptr(GPtrArray) texts = adref_node_find_all(document, ADREF_FOOTNOTE_TEXT);
  for (guint i = 0; i < texts->len; i++) {
    AdrefNode *text = texts->pdata[i];
    const AdrefNode *mark = text->first ? text->first->first : NULL;
    if (!mark || mark->type != ADREF_FOOTNOTE || g_hash_table_contains(called, mark->text) ||
        !g_hash_table_contains(before, mark->text))
      continue;
    AdrefNode *parent = text->parent;
    adref_node_free(text);
    remove_empty(parent);
  }
}

/* Joins texts that stand side by side. */
static void join_texts(const AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node, *before = node->prev;
    if (walk.entering || node->type != ADREF_TEXT || !before || before->type != ADREF_TEXT ||
        before->as.literal != node->as.literal)
      continue;
    adref_node_take_text(node, g_strconcat(before->text, node->text, NULL),
                         before->length + node->length);
    adref_node_free(before);
  }
}

void adref_preferred_text(AdrefNode *document, const AdrefPreference *preference,
                          AdrefPreferenceCounts *counts)
{
  g_autoptr(GPtrArray) waiting = g_ptr_array_new();
  g_autoptr(GHashTable) called = find_called(document);
  const PreferenceRun self = {preference, counts, waiting};
  counts->silent = g_ptr_array_new_with_free_func(g_free);
  settle_options(&self, document);
  settle_edges(&self, document);
  settle_brackets(&self, document);
  remove_footnotes(document, called);
  join_texts(document);
}
