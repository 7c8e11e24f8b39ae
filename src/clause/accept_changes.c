#include "clause/change.h"
#include "clause/node_copy.h"
#include "clause/numbering.h"

/* One of the two texts being taken out of a redline. */
typedef struct {
  AdrefMark gone;      /* what stands in the other text only */
  AdrefMark dissolved; /* what does so itself, but not what is below it */
  AdrefNode *document; /* of the result */
  AdrefNode *out;      /* where nodes are appended */
  GPtrArray *outs;     /* of the nodes around the place in the redline */
  GString *run;        /* words of the last TEXT in `out`, while `text` is set */
  AdrefNode *text;
} Taker;

static gboolean is_old(const Taker *self)
{
  return self->gone == ADREF_INSERTED;
}

static void end_run(Taker *self)
{
  if (!self->text)
    return;
  adref_node_take_text(self->text, g_strndup(self->run->str, self->run->len), self->run->len);
  self->text = NULL;
}

static void append(Taker *self, const AdrefNode *node)
{
  end_run(self);
  AdrefNode *copy = adref_node_copy(node);
  adref_node_append(self->out, copy);
  self->out = copy;
}

/* Words in a row are one TEXT. */
static void append_text(Taker *self, const AdrefNode *node)
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

/* Goes on in the sibling before, behind its words. */
static void join(Taker *self, AdrefNode *sibling)
{
  end_run(self);
  self->out = sibling;
  if (sibling->type == ADREF_PARAGRAPH && sibling->last && sibling->last->type == ADREF_TEXT) {
    self->text = sibling->last;
    g_string_assign(self->run, self->text->text);
  }
}

/* Takes away a node, not what is below it. */
static void dissolve(Taker *self, const AdrefNode *node)
{
  AdrefNode *last = self->out->last;
  gboolean joins = node->type == ADREF_ITEM || node->type == ADREF_PARAGRAPH;
  if (joins && last && last->type == node->type)
    join(self, last);
  else if (node->type == ADREF_PARAGRAPH)
    append(self, node);
}

static void enter(Taker *self, AdrefWalk *walk)
{
  const AdrefNode *node = walk->node;
  g_ptr_array_add(self->outs, self->out);
  if (node->mark == self->gone) {
    adref_walk_skip(walk);
  } else if (node->mark == self->dissolved) {
    dissolve(self, node);
  } else if (node->type == ADREF_TEXT) {
    append_text(self, node);
  } else {
    append(self, node);
  }
}

static void leave(Taker *self)
{
  AdrefNode *out = g_ptr_array_steal_index(self->outs, self->outs->len - 1);
  if (out != self->out)
    end_run(self);
  self->out = out;
}

static void take_below(Taker *self, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  adref_walk_next(&walk);
  while (adref_walk_next(&walk) && walk.node != clause) {
    if (walk.entering)
      enter(self, &walk);
    else
      leave(self);
  }
  end_run(self);
}

/* The facts of a clause as they are in the text that is taken. */
static AdrefNode *facts(const Taker *self, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  gboolean from_change =
      is_old(self) && change && clause->mark == ADREF_KEPT && change->type != ADREF_CHANGE_LEFT;
  if (!from_change)
    return adref_node_copy(clause);
  AdrefNode *copy = adref_node_copy(change->marker ? change->marker : clause);
  g_free(copy->as.clause->number);
  copy->as.clause->number = g_strdup(change->number);
  return copy;
}

static void take_clause(Taker *self, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  AdrefChangeType type = change ? change->type : ADREF_CHANGE_NONE;
  if (is_old(self) && type == ADREF_CHANGE_MOVED)
    return;
  if (is_old(self) && type == ADREF_CHANGE_LEFT && change->other)
    clause = change->other;
  else if (clause->mark == self->gone)
    return;
  self->out = self->document->last;
  if (clause->mark != self->dissolved || !self->out) {
    self->out = facts(self, clause);
    adref_node_append(self->document, self->out);
  }
  take_below(self, clause);
}

static AdrefNode *take(const AdrefNode *redline, AdrefMark gone, AdrefMark dissolved)
{
  Taker taker = {.gone = gone, .dissolved = dissolved};
  taker.document = adref_node_new(ADREF_DOCUMENT);
  taker.outs = g_ptr_array_new();
  taker.run = g_string_new(NULL);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    take_clause(&taker, clause);
  g_ptr_array_unref(taker.outs);
  g_string_free(taker.run, TRUE);
  adref_number_references(taker.document);
  adref_edges_pair(taker.document);
  return taker.document;
}

AdrefNode *adref_mark_accept(const AdrefNode *redline)
{
  return take(redline, ADREF_DELETED, ADREF_UNWRAPPED);
}

AdrefNode *adref_mark_reject(const AdrefNode *redline)
{
  return take(redline, ADREF_INSERTED, ADREF_WRAPPED);
}
