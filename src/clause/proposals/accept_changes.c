#include "clause/change.h"
#include "clause/labels/label_lists.h"
#include "clause/labels/numbering.h"
#include "clause/node_copy.h"

/* The state while a text of a redline is built. */
typedef struct {
  gboolean is_old;                  /* the old text; else the new one */
  const AdrefChangeDecisions *some; /* which changes are refused; NULL: all, or none */
  AdrefNode *document;              /* the result */
  AdrefNode *out;                   /* the node of the result to which children are appended */
  GPtrArray *out_stack;             /* the values of `out` for the open nodes of the redline */
  GString *run;                     /* the words of `text` so far */
  AdrefNode *text;
  GPtrArray *code; /* blocks of code in the result that have inlines instead of a text */
} ChangeResolver;

/* Whether the change of a node is refused. */
static gboolean is_refused(const ChangeResolver *self, const AdrefNode *node)
{
  return self->some ? g_hash_table_contains(self->some->refused, node) : self->is_old;
}

/* Whether the result does not have a node and the nodes below it. */
static gboolean is_removed(const ChangeResolver *self, const AdrefNode *node)
{
  if (node->mark != ADREF_DELETED && node->mark != ADREF_INSERTED)
    return FALSE;
  return node->mark == (is_refused(self, node) ? ADREF_INSERTED : ADREF_DELETED);
}

/* The same for a node without its children. */
static gboolean is_unwrapped(const ChangeResolver *self, const AdrefNode *node)
{
  if (node->mark != ADREF_WRAPPED && node->mark != ADREF_UNWRAPPED)
    return FALSE;
  return node->mark == (is_refused(self, node) ? ADREF_WRAPPED : ADREF_UNWRAPPED);
}

static void end_run(ChangeResolver *self)
{
  if (!self->text)
    return;
  adref_node_take_text(self->text, g_strndup(self->run->str, self->run->len), self->run->len);
  self->text = NULL;
}

static void append(ChangeResolver *self, const AdrefNode *node)
{
  end_run(self);
  AdrefNode *copy = adref_node_copy(node);
  if (copy->type == ADREF_CODE_BLOCK && !copy->text)
    g_ptr_array_add(self->code, copy);
  adref_node_append(self->out, copy);
  self->out = copy;
}

/* Makes the inlines of a block of code its text again. */
static void take_lines(AdrefNode *code)
{
  GString *lines = g_string_new(NULL);
  while (code->first) {
    const AdrefNode *piece = code->first;
    if (piece->type == ADREF_LINE_BREAK)
      g_string_append_c(lines, '\n');
    else if (piece->text)
      g_string_append_len(lines, piece->text, (gssize)piece->length);
    adref_node_free(code->first);
  }
  g_string_append_c(lines, '\n');
  gsize length = lines->len;
  adref_node_take_text(code, g_string_free(lines, FALSE), length);
}

/* Adjacent TEXT nodes become one. */
static void append_text(ChangeResolver *self, const AdrefNode *node)
{
  if (!self->text) {
    AdrefNode *text = adref_node_new(ADREF_TEXT);
    text->line = node->line;
    text->column = node->column;
    text->as.literal = node->as.literal;
    adref_node_append(self->out, text);
    self->text = text;
    g_string_truncate(self->run, 0);
  }
  self->text->as.literal |= node->as.literal;
  g_string_append_len(self->run, node->text, (gssize)node->length);
}

/* Appends the following children to the previous sibling. */
static void join(ChangeResolver *self, AdrefNode *sibling)
{
  end_run(self);
  self->out = sibling;
  if (adref_node_holds_inlines(sibling) && sibling->last && sibling->last->type == ADREF_TEXT) {
    self->text = sibling->last;
    g_string_assign(self->run, self->text->text);
  }
}

static void step(ChangeResolver *self, AdrefWalk *walk);

/* Puts the words of a sentence that moved at its old place. */
static void put_passage(ChangeResolver *self, const AdrefNode *passage)
{
  AdrefWalk walk = adref_walk(passage);
  adref_walk_next(&walk);
  while (adref_walk_next(&walk) && walk.node != passage)
    step(self, &walk);
}

/* Whether a paragraph has words of the wanted text at its place, not only sentences that moved. */
static gboolean has_words_here(const ChangeResolver *self, const AdrefNode *paragraph)
{
  for (const AdrefNode *child = paragraph->first; child; child = child->next)
    if (!is_removed(self, child) && !adref_change_move_of(child))
      return TRUE;
  return FALSE;
}

/* Leaves out a node but keeps its children. */
static void unwrap(ChangeResolver *self, const AdrefNode *node)
{
  AdrefNode *last = self->out->last;
  gboolean joins =
      (node->type == ADREF_ITEM && !adref_change_old_node(node)) || node->type == ADREF_PARAGRAPH;
  gboolean is_code = last && last->type == ADREF_CODE_BLOCK && !last->text;
  if (joins && last && (last->type == node->type || is_code))
    join(self, last);
  else if (node->type == ADREF_PARAGRAPH && has_words_here(self, node))
    append(self, node);
}

static void resolve_children(ChangeResolver *self, const AdrefNode *block);

/* Appends a block at its old place with its words, which stand at its new place. */
static void put_moved(ChangeResolver *self, const AdrefBlockMove *move)
{
  append(self, move->from);
  AdrefNode *copy = self->out;
  for (guint i = 0; i < move->to->len; i++) {
    if (i > 0)
      join(self, copy);
    resolve_children(self, move->to->pdata[i]);
  }
}

/* Words that a person wrote, and whether they stand in the place of the node. */
static gboolean put_other_words(ChangeResolver *self, const AdrefNode *node)
{
  gpointer words = NULL;
  if (!self->some || !g_hash_table_lookup_extended(self->some->other_words, node, NULL, &words))
    return FALSE;
  for (const AdrefNode *each = words ? ((const AdrefNode *)words)->first : NULL; each;
       each = each->next) {
    if (each->type == ADREF_TEXT) {
      append_text(self, each);
      continue;
    }
    end_run(self);
    adref_node_append(self->out, adref_node_copy_tree(each, ADREF_KEPT));
  }
  return TRUE;
}

static void enter(ChangeResolver *self, AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  const AdrefBlockMove *move = adref_change_move_of(node);
  if (move && (move->to->len == 0 || !is_refused(self, node)))
    move = NULL;
  g_ptr_array_add(self->out_stack, self->out);
  if (put_other_words(self, node)) {
    adref_walk_skip(walk);
  } else if (move) {
    if (move->from == node && node->type == ADREF_PASSAGE)
      put_passage(self, move->to->pdata[0]);
    else if (move->from == node)
      put_moved(self, move);
    adref_walk_skip(walk);
  } else if (is_removed(self, node)) {
    adref_walk_skip(walk);
  } else if (is_unwrapped(self, node) || node->type == ADREF_PASSAGE) {
    unwrap(self, node);
  } else if (node->type == ADREF_TEXT) {
    append_text(self, node);
  } else {
    append(self, node);
  }
}

static void leave(ChangeResolver *self)
{
  AdrefNode *out = g_ptr_array_steal_index(self->out_stack, self->out_stack->len - 1);
  if (out != self->out)
    end_run(self);
  self->out = out;
}

static void step(ChangeResolver *self, AdrefWalk *walk)
{
  if (walk->entering)
    enter(self, walk);
  else
    leave(self);
}

/* Blocks and sentences that moved do not nest, so that this calls itself once at most. */
static void resolve_children(ChangeResolver *self, const AdrefNode *block)
{
  AdrefWalk walk = adref_walk(block);
  adref_walk_next(&walk);
  while (adref_walk_next(&walk) && walk.node != block)
    step(self, &walk);
  end_run(self);
}

/* A copy of the clause node with the marker and number that it has in the wanted text. */
static AdrefNode *copy_marker(const ChangeResolver *self, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  gboolean from_change = is_refused(self, clause) && change && clause->mark == ADREF_KEPT &&
                         change->type != ADREF_CHANGE_MOVED_FROM;
  if (!from_change)
    return adref_node_copy(clause);
  AdrefNode *copy = adref_node_copy(change->marker ? change->marker : clause);
  g_free(copy->as.clause->number);
  copy->as.clause->number = g_strdup(change->number);
  return copy;
}

static void resolve_clause(ChangeResolver *self, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  AdrefChangeType type = change ? change->type : ADREF_CHANGE_NONE;
  gboolean refused = is_refused(self, clause), unwrapped = is_unwrapped(self, clause);
  if (refused && type == ADREF_CHANGE_MOVED)
    return;
  if (refused && type == ADREF_CHANGE_MOVED_FROM && change->other)
    clause = change->other;
  else if (is_removed(self, clause) ||
           (unwrapped && (type == ADREF_CHANGE_MODIFIED || type == ADREF_CHANGE_EDITORIAL)))
    return;
  self->out = self->document->last;
  if (!unwrapped || !self->out) {
    self->out = copy_marker(self, clause);
    adref_node_append(self->document, self->out);
  }
  resolve_children(self, clause);
}

static void resolver_init(ChangeResolver *resolver)
{
  resolver->out_stack = g_ptr_array_new();
  resolver->run = g_string_new(NULL);
  resolver->code = g_ptr_array_new();
}

static void resolver_clear(ChangeResolver *resolver)
{
  for (guint i = 0; i < resolver->code->len; i++)
    take_lines(resolver->code->pdata[i]);
  g_ptr_array_unref(resolver->code);
  g_ptr_array_unref(resolver->out_stack);
  g_string_free(resolver->run, TRUE);
}

static AdrefNode *resolve_block(const AdrefNode *block, gboolean is_old)
{
  ChangeResolver resolver = {.is_old = is_old};
  resolver_init(&resolver);
  resolver.out = adref_node_copy(block);
  if (block->type == ADREF_CODE_BLOCK && !block->text)
    g_ptr_array_add(resolver.code, resolver.out);
  resolve_children(&resolver, block);
  AdrefNode *made = resolver.out;
  resolver_clear(&resolver);
  return made;
}

AdrefNode *adref_accept_block(const AdrefNode *block)
{
  return resolve_block(block, FALSE);
}

AdrefNode *adref_reject_block(const AdrefNode *block)
{
  return resolve_block(block, TRUE);
}

static AdrefNode *resolve(ChangeResolver *resolver, const AdrefNode *redline)
{
  resolver_init(resolver);
  resolver->document = adref_node_new(ADREF_DOCUMENT);
  resolver->document->as.outside_statement = redline->as.outside_statement;
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (!resolver->some || !resolver->some->only ||
        g_hash_table_contains(resolver->some->only, clause))
      resolve_clause(resolver, clause);
  resolver_clear(resolver);
  adref_numbering_update_references(resolver->document);
  adref_node_pair_bracket_edges(resolver->document);
  return resolver->document;
}

AdrefNode *adref_accept_changes(const AdrefNode *redline)
{
  ChangeResolver resolver = {.is_old = FALSE};
  return resolve(&resolver, redline);
}

AdrefNode *adref_reject_changes(const AdrefNode *redline)
{
  ChangeResolver resolver = {.is_old = TRUE};
  return resolve(&resolver, redline);
}

/* Gaps in labels that one of the two texts of the redline has. The caller frees the set. */
static GHashTable *find_gaps(const AdrefNode *document, const AdrefNode *redline)
{
  GHashTable *gaps = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  adref_label_gaps_add(gaps, document);
  if (g_hash_table_size(gaps) == 0)
    return gaps;
  g_hash_table_remove_all(gaps);
  AdrefNode *texts[] = {adref_accept_changes(redline), adref_reject_changes(redline)};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    adref_label_gaps_add(gaps, texts[i]);
    adref_node_free(texts[i]);
  }
  return gaps;
}

AdrefNode *adref_decide_changes(const AdrefNode *redline, const AdrefChangeDecisions *decisions)
{
  ChangeResolver resolver = {.some = decisions};
  AdrefNode *document = resolve(&resolver, redline);
  g_autoptr(GHashTable) gaps = find_gaps(document, redline);
  adref_label_lists_mend(document, gaps);
  return document;
}
