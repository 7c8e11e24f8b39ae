#include "merge/interleave.h"

#include "base/string_append.h"
#include "clause/node_copy.h"
#include "merge/content_key.h"
#include "merge/match_nesting.h"

/* Which text a node under way stands in. */
typedef enum {
  IN_OLD,
  IN_NEW,
  IN_BOTH,
} Where;

typedef struct {
  Where where;
  guint open;       /* its first token; in the new text when it is in both */
  AdrefNode *outer; /* what it was begun in */
} Open;

typedef struct {
  AdrefStrand old, new;
  AdrefNode *const *blocks;
  guint block;   /* under way */
  AdrefNode *at; /* where inlines are appended */
  GArray *open;  /* of Open: a stack */
  GString *run;  /* words of the next TEXT, but for the last of them: */
  const AdrefNode *text;
  guint start, end; /* bytes of `text` that follow */
  AdrefMark mark;
  gboolean literal;
} Loom;

/* --- putting nodes --- */

static void take_last_words(Loom *self)
{
  if (self->end > self->start)
    adref_append(self->run, self->text->text + self->start, self->end - self->start);
  self->start = self->end = 0;
}

static void end_run(Loom *self)
{
  const char *words = self->run->str;
  gsize length = self->run->len;
  if (length == 0 && self->end > self->start) {
    words = self->text->text + self->start;
    length = self->end - self->start;
    self->start = self->end = 0;
  } else {
    take_last_words(self);
    words = self->run->str;
    length = self->run->len;
  }
  if (length == 0)
    return;
  AdrefNode *text = adref_node_new_text(ADREF_TEXT, words, (gssize)length);
  text->mark = self->mark;
  text->as.literal = self->literal;
  adref_node_append(self->at, text);
  g_string_truncate(self->run, 0);
}

static void put_words(Loom *self, const AdrefToken *token, AdrefMark mark)
{
  gboolean literal = token->node->as.literal;
  if (mark != self->mark || literal != self->literal)
    end_run(self);
  else if (token->node == self->text && token->start == self->end && self->end > self->start) {
    self->end += token->length;
    return;
  }
  take_last_words(self);
  self->mark = mark;
  self->literal = literal;
  self->text = token->node;
  self->start = token->start;
  self->end = token->start + token->length;
}

static void put_node(Loom *self, const AdrefNode *node, AdrefMark mark)
{
  end_run(self);
  adref_node_append(self->at, adref_node_copy_tree(node, mark));
}

static void begin_node(Loom *self, const AdrefNode *node, AdrefMark mark)
{
  end_run(self);
  AdrefNode *copy = adref_node_copy(node);
  copy->mark = mark;
  adref_node_append(self->at, copy);
  self->at = copy;
}

static void push(Loom *self, Where where, guint open)
{
  Open entry = {where, open, self->at};
  g_array_append_val(self->open, entry);
}

static void begin_in_one(Loom *self, Where where, guint open)
{
  const AdrefStrand *strand = where == IN_OLD ? &self->old : &self->new;
  push(self, where, open);
  begin_node(self, strand->tokens[open].node, where == IN_OLD ? ADREF_UNWRAPPED : ADREF_WRAPPED);
}

static void begin_in_both(Loom *self, guint i, guint j)
{
  const AdrefNode *old = self->old.tokens[i].node, *new = self->new.tokens[j].node;
  push(self, IN_BOTH, j);
  if (adref_key_equal(old, new)) {
    begin_node(self, new, ADREF_KEPT);
  } else {
    begin_node(self, new, ADREF_WRAPPED);
    begin_node(self, old, ADREF_UNWRAPPED);
  }
}

static void end_node(Loom *self)
{
  end_run(self);
  self->at = g_array_index(self->open, Open, self->open->len - 1).outer;
  g_array_set_size(self->open, self->open->len - 1);
}

static gboolean is_innermost(const Loom *self, Where where, guint open)
{
  if (self->open->len == 0)
    return FALSE;
  const Open *last = &g_array_index(self->open, Open, self->open->len - 1);
  return last->where == where && last->open == open;
}

static void next_block(Loom *self)
{
  end_run(self);
  self->at = self->blocks[++self->block];
}

/* --- gaps --- */

/* One side of a gap. */
typedef struct {
  const AdrefStrand *strand;
  guint at, end;
  Where where;
} Side;

static const AdrefToken *head(const Side *side)
{
  return side->at < side->end ? side->strand->tokens + side->at : NULL;
}

static gboolean is_head(const Side *side, AdrefTokenType type)
{
  return side->at < side->end && head(side)->type == type;
}

/* Whether a token of a side begins, ends or divides what other mates stand in. */
static gboolean is_knot(const Side *side, guint i)
{
  const AdrefToken *token = side->strand->tokens + i;
  if (token->type == ADREF_TOKEN_OPEN)
    return token->pair >= side->end;
  return token->type == ADREF_TOKEN_CLOSE || token->type == ADREF_TOKEN_BREAK;
}

static gboolean holds_knots(const Side *side)
{
  for (guint i = side->at; i < side->end; i++) {
    if (is_knot(side, i))
      return TRUE;
    if (side->strand->tokens[i].type == ADREF_TOKEN_OPEN)
      i = side->strand->tokens[i].pair;
  }
  return FALSE;
}

/* Puts what went or came, up to what has to wait for the other side. */
static void put_side(Loom *self, Side *side)
{
  AdrefMark mark = side->where == IN_OLD ? ADREF_DELETED : ADREF_INSERTED;
  for (; side->at < side->end; side->at++) {
    const AdrefToken *token = head(side);
    if (is_knot(side, side->at)) {
      if (token->type != ADREF_TOKEN_CLOSE || !is_innermost(self, side->where, token->pair))
        return;
      end_node(self);
    } else if (token->type == ADREF_TOKEN_OPEN) {
      put_node(self, token->node, mark);
      side->at = token->pair;
    } else if (token->type == ADREF_TOKEN_ATOM) {
      put_node(self, token->node, mark);
    } else {
      put_words(self, token, mark);
    }
  }
}

/* How many mates a node that begins here holds, itself behind them. */
static guint reach(const Side *side)
{
  return side->strand->kept[head(side)->pair];
}

/* Begins a node or a block, when both sides wait. FALSE: neither can. */
static gboolean put_knot(Loom *self, Side *old, Side *new)
{
  if (is_head(old, ADREF_TOKEN_BREAK) || is_head(new, ADREF_TOKEN_BREAK)) {
    next_block(self);
    old->at += is_head(old, ADREF_TOKEN_BREAK) ? 1 : 0;
    new->at += is_head(new, ADREF_TOKEN_BREAK) ? 1 : 0;
    return TRUE;
  }
  gboolean old_opens = is_head(old, ADREF_TOKEN_OPEN), new_opens = is_head(new, ADREF_TOKEN_OPEN);
  if (!old_opens && !new_opens)
    return FALSE;
  Side *outer = new_opens && (!old_opens || reach(new) >= reach(old)) ? new : old;
  begin_in_one(self, outer->where, outer->at++);
  return TRUE;
}

/* Puts what stands between two mates: what went before what came. */
static void put_gap(Loom *self, Side old, Side new)
{
  gboolean goes_on = TRUE;
  while (goes_on) {
    put_side(self, &old);
    while (is_head(&old, ADREF_TOKEN_OPEN) && !holds_knots(&new)) {
      begin_in_one(self, IN_OLD, old.at++);
      put_side(self, &old);
    }
    guint before = old.at;
    put_side(self, &new);
    put_side(self, &old);
    goes_on = old.at != before || put_knot(self, &old, &new);
  }
  g_assert(old.at == old.end && new.at == new.end);
}

static void put_mates(Loom *self, guint i, guint j)
{
  const AdrefToken *token = self->new.tokens + j;
  if (token->type == ADREF_TOKEN_OPEN)
    begin_in_both(self, i, j);
  else if (token->type == ADREF_TOKEN_CLOSE)
    end_node(self);
  else if (token->type == ADREF_TOKEN_ATOM)
    put_node(self, token->node, ADREF_KEPT);
  else
    put_words(self, token, ADREF_KEPT);
}

static void put_all(Loom *self)
{
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= self->old.length; i++) {
    gboolean last = i == self->old.length;
    if (!last && self->old.mates[i] == ADREF_NO_MATE)
      continue;
    guint j = last ? self->new.length : self->old.mates[i];
    if (old_at < i || new_at < j)
      put_gap(self, (Side){&self->old, old_at, i, IN_OLD}, (Side){&self->new, new_at, j, IN_NEW});
    if (!last)
      put_mates(self, i, j);
    old_at = i + 1;
    new_at = j + 1;
  }
  end_run(self);
}

static void strand_init(AdrefStrand *strand, AdrefTokenRow row)
{
  strand->tokens = row.tokens;
  strand->length = row.length;
  strand->mates = g_new(guint, row.length + 1);
  strand->kept = g_new(guint, row.length + 1);
}

static void strand_clear(AdrefStrand *strand)
{
  g_free(strand->mates);
  g_free(strand->kept);
}

void adref_weave(AdrefAligner *aligner, AdrefTokenRow old, AdrefTokenRow new,
                 AdrefNode *const *blocks)
{
  Loom loom = {.blocks = blocks, .at = blocks[0]};
  strand_init(&loom.old, old);
  strand_init(&loom.new, new);
  adref_align_tokens(aligner, old, new, loom.old.mates);
  for (guint j = 0; j < new.length; j++)
    loom.new.mates[j] = ADREF_NO_MATE;
  for (guint i = 0; i < old.length; i++)
    if (loom.old.mates[i] != ADREF_NO_MATE)
      loom.new.mates[loom.old.mates[i]] = i;
  adref_knot(&loom.old, &loom.new);
  loom.open = g_array_new(FALSE, FALSE, sizeof(Open));
  loom.run = g_string_new(NULL);
  put_all(&loom);
  g_array_unref(loom.open);
  g_string_free(loom.run, TRUE);
  strand_clear(&loom.old);
  strand_clear(&loom.new);
}
