#include "clause/change.h"
#include "clause/node_copy.h"
#include "clause/numbering.h"

/* The state while one of the two texts of a redline is built. */
typedef struct {
  AdrefChangeMark removed;   /* the mark of nodes that only the other text has */
  AdrefChangeMark unwrapped; /* the same for a node without its children */
  AdrefNode *document;       /* the result */
  AdrefNode *out;            /* the node of the result to which children are appended */
  GPtrArray *out_stack;      /* the values of `out` for the open nodes of the redline */
  GString *run;              /* the words of `text` so far */
  AdrefNode *text;
} ChangeResolver;

static gboolean is_old(const ChangeResolver *self)
{
  return self->removed == ADREF_INSERTED;
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
  adref_node_append(self->out, copy);
  self->out = copy;
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

/* Leaves out a node but keeps its children. */
static void unwrap(ChangeResolver *self, const AdrefNode *node)
{
  AdrefNode *last = self->out->last;
  gboolean joins =
      (node->type == ADREF_ITEM && !adref_change_old_node(node)) || node->type == ADREF_PARAGRAPH;
  if (joins && last && last->type == node->type)
    join(self, last);
  else if (node->type == ADREF_PARAGRAPH)
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

static void enter(ChangeResolver *self, AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  const AdrefBlockMove *move = is_old(self) ? adref_change_move_of(node) : NULL;
  if (move && move->to->len == 0)
    move = NULL;
  g_ptr_array_add(self->out_stack, self->out);
  if (move) {
    if (move->from == node && node->type == ADREF_PASSAGE)
      put_passage(self, move->to->pdata[0]);
    else if (move->from == node)
      put_moved(self, move);
    adref_walk_skip(walk);
  } else if (node->mark == self->removed) {
    adref_walk_skip(walk);
  } else if (node->mark == self->unwrapped || node->type == ADREF_PASSAGE) {
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
  gboolean from_change = is_old(self) && change && clause->mark == ADREF_KEPT &&
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
  if (is_old(self) && type == ADREF_CHANGE_MOVED)
    return;
  if (is_old(self) && type == ADREF_CHANGE_MOVED_FROM && change->other)
    clause = change->other;
  else if (clause->mark == self->removed ||
           (clause->mark == self->unwrapped &&
            (type == ADREF_CHANGE_MODIFIED || type == ADREF_CHANGE_EDITORIAL)))
    return;
  self->out = self->document->last;
  if (clause->mark != self->unwrapped || !self->out) {
    self->out = copy_marker(self, clause);
    adref_node_append(self->document, self->out);
  }
  resolve_children(self, clause);
}

static AdrefNode *resolve_block(const AdrefNode *block, AdrefChangeMark removed,
                                AdrefChangeMark unwrapped)
{
  ChangeResolver resolver = {.removed = removed, .unwrapped = unwrapped};
  resolver.out_stack = g_ptr_array_new();
  resolver.run = g_string_new(NULL);
  resolver.out = adref_node_copy(block);
  resolve_children(&resolver, block);
  g_ptr_array_unref(resolver.out_stack);
  g_string_free(resolver.run, TRUE);
  return resolver.out;
}

AdrefNode *adref_accept_block(const AdrefNode *block)
{
  return resolve_block(block, ADREF_DELETED, ADREF_UNWRAPPED);
}

AdrefNode *adref_reject_block(const AdrefNode *block)
{
  return resolve_block(block, ADREF_INSERTED, ADREF_WRAPPED);
}

static AdrefNode *resolve(const AdrefNode *redline, AdrefChangeMark removed,
                          AdrefChangeMark unwrapped)
{
  ChangeResolver resolver = {.removed = removed, .unwrapped = unwrapped};
  resolver.document = adref_node_new(ADREF_DOCUMENT);
  resolver.document->as.outside_statement = redline->as.outside_statement;
  resolver.out_stack = g_ptr_array_new();
  resolver.run = g_string_new(NULL);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    resolve_clause(&resolver, clause);
  g_ptr_array_unref(resolver.out_stack);
  g_string_free(resolver.run, TRUE);
  adref_numbering_update_references(resolver.document);
  adref_node_pair_bracket_edges(resolver.document);
  return resolver.document;
}

AdrefNode *adref_accept_changes(const AdrefNode *redline)
{
  return resolve(redline, ADREF_DELETED, ADREF_UNWRAPPED);
}

AdrefNode *adref_reject_changes(const AdrefNode *redline)
{
  return resolve(redline, ADREF_INSERTED, ADREF_WRAPPED);
}
