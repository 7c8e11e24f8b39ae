#include "merge/compare/interleave.h"

#include <string.h>

#include "base/string_append.h"
#include "clause/node_copy.h"
#include "merge/compare/match_nesting.h"
#include "merge/content_key.h"

/* Which text an open node is in. */
typedef enum {
  IN_OLD,
  IN_NEW,
  IN_BOTH,
} TextSide;

typedef struct {
  TextSide where;
  guint open;       /* its first token: of the new text when it is in both */
  AdrefNode *outer; /* the node that it was appended to */
} OpenNode;

typedef struct {
  AdrefMatchedTokens old, new;
  AdrefNode *const *blocks;
  guint block;   /* open nodes */
  AdrefNode *at; /* the node that inlines are appended to */
  GArray *open;  /* a stack */
  GString *run;  /* the text of the next TEXT node, without its last bytes: */
  const AdrefNode *text;
  guint start, end; /* the last bytes, in `text` */
  AdrefChangeMark mark;
  gboolean literal;
} Interleaver;

/* --- appending nodes --- */

static void take_last_words(Interleaver *self)
{
  if (self->end > self->start)
    adref_string_append(self->run, self->text->text + self->start, self->end - self->start);
  self->start = self->end = 0;
}

static void put_inline(Interleaver *self, AdrefNode *node)
{
  node->mark = self->mark;
  adref_node_append(self->at, node);
}

/* Words of one mark; those of code may have several lines. */
static void put_lines(Interleaver *self, const char *words, gsize length)
{
  for (const char *at = words, *end = words + length, *line; at < end; at = line + 1) {
    line = memchr(at, '\n', (gsize)(end - at));
    gsize size = (gsize)((line ? line : end) - at);
    if (size > 0) {
      AdrefNode *text = adref_node_new_text(ADREF_TEXT, at, (gssize)size);
      text->as.literal = self->literal;
      put_inline(self, text);
    }
    if (!line)
      return;
    put_inline(self, adref_node_new(ADREF_LINE_BREAK));
  }
}

static void end_run(Interleaver *self)
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
  put_lines(self, words, length);
  g_string_truncate(self->run, 0);
}

static void put_words(Interleaver *self, const AdrefToken *token, AdrefChangeMark mark)
{
  gboolean literal = token->node->type == ADREF_TEXT && token->node->as.literal;
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

static void put_node(Interleaver *self, const AdrefNode *node, AdrefChangeMark mark)
{
  end_run(self);
  adref_node_append(self->at, adref_node_copy_tree(node, mark));
}

static void begin_node(Interleaver *self, const AdrefNode *node, AdrefChangeMark mark)
{
  end_run(self);
  AdrefNode *copy = adref_node_copy(node);
  copy->mark = mark;
  adref_node_append(self->at, copy);
  self->at = copy;
}

static void push(Interleaver *self, TextSide where, guint open)
{
  OpenNode entry = {where, open, self->at};
  g_array_append_val(self->open, entry);
}

static void begin_in_one(Interleaver *self, TextSide where, guint open)
{
  const AdrefMatchedTokens *text_tokens = where == IN_OLD ? &self->old : &self->new;
  push(self, where, open);
  begin_node(self, text_tokens->tokens[open].node,
             where == IN_OLD ? ADREF_UNWRAPPED : ADREF_WRAPPED);
}

static void begin_in_both(Interleaver *self, guint i, guint j)
{
  const AdrefNode *old = self->old.tokens[i].node, *new = self->new.tokens[j].node;
  push(self, IN_BOTH, j);
  if (adref_content_key_equal_nodes(old, new)) {
    begin_node(self, new, ADREF_KEPT);
  } else {
    begin_node(self, new, ADREF_WRAPPED);
    begin_node(self, old, ADREF_UNWRAPPED);
  }
}

static void end_node(Interleaver *self)
{
  end_run(self);
  self->at = g_array_index(self->open, OpenNode, self->open->len - 1).outer;
  g_array_set_size(self->open, self->open->len - 1);
}

static gboolean is_innermost(const Interleaver *self, TextSide where, guint open)
{
  if (self->open->len == 0)
    return FALSE;
  const OpenNode *last = &g_array_index(self->open, OpenNode, self->open->len - 1);
  return last->where == where && last->open == open;
}

static void next_block(Interleaver *self)
{
  end_run(self);
  self->at = self->blocks[++self->block];
}

/* --- gaps --- */

/* One side of a gap. */
typedef struct {
  const AdrefMatchedTokens *text_tokens;
  guint at, end;
  TextSide where;
} GapSide;

static const AdrefToken *head(const GapSide *side)
{
  return side->at < side->end ? side->text_tokens->tokens + side->at : NULL;
}

static gboolean is_head(const GapSide *side, AdrefTokenType type)
{
  return side->at < side->end && head(side)->type == type;
}

/* Whether a token of a side begins or ends a node, or divides a block, that other matches are in.
 */
static gboolean is_boundary(const GapSide *side, guint i)
{
  const AdrefToken *token = side->text_tokens->tokens + i;
  if (token->type == ADREF_TOKEN_OPEN)
    return token->pair >= side->end;
  return token->type == ADREF_TOKEN_CLOSE || token->type == ADREF_TOKEN_BLOCK_BREAK;
}

static gboolean has_boundary(const GapSide *side)
{
  for (guint i = side->at; i < side->end; i++) {
    if (is_boundary(side, i))
      return TRUE;
    if (side->text_tokens->tokens[i].type == ADREF_TOKEN_OPEN)
      i = side->text_tokens->tokens[i].pair;
  }
  return FALSE;
}

/* Appends the tokens of one side, up to the first one that must come after tokens of the other
 * side. */
static void put_side(Interleaver *self, GapSide *side)
{
  AdrefChangeMark mark = side->where == IN_OLD ? ADREF_DELETED : ADREF_INSERTED;
  for (; side->at < side->end; side->at++) {
    const AdrefToken *token = head(side);
    if (is_boundary(side, side->at)) {
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

/* How many matches are inside of a node that begins here. */
static guint reach(const GapSide *side)
{
  return side->text_tokens->kept[head(side)->pair];
}

/* Begins a node or a block, when each side waits for the other. FALSE when neither can begin. */
static gboolean put_boundary(Interleaver *self, GapSide *old, GapSide *new)
{
  if (is_head(old, ADREF_TOKEN_BLOCK_BREAK) || is_head(new, ADREF_TOKEN_BLOCK_BREAK)) {
    next_block(self);
    old->at += is_head(old, ADREF_TOKEN_BLOCK_BREAK) ? 1 : 0;
    new->at += is_head(new, ADREF_TOKEN_BLOCK_BREAK) ? 1 : 0;
    return TRUE;
  }
  gboolean old_opens = is_head(old, ADREF_TOKEN_OPEN), new_opens = is_head(new, ADREF_TOKEN_OPEN);
  if (!old_opens && !new_opens)
    return FALSE;
  GapSide *outer = new_opens && (!old_opens || reach(new) >= reach(old)) ? new : old;
  begin_in_one(self, outer->where, outer->at++);
  return TRUE;
}

/* Whether words of one side stand behind a block that begins at once, and all words of the other
 * side could stand there. */
static gboolean begins_with_block(const GapSide *side, const GapSide *other)
{
  if (!is_head(side, ADREF_TOKEN_BLOCK_BREAK) || other->at == other->end || has_boundary(other))
    return FALSE;
  GapSide behind = {side->text_tokens, side->at + 1, side->end, side->where};
  return behind.at < behind.end && !has_boundary(&behind);
}

/* Begins a block of one side, so that what the other side has in its place stands beside its words:
 * not " they" at the end of one block and "They" at the beginning of the next one. */
static void begin_block(Interleaver *self, GapSide *side, GapSide *other)
{
  GapSide space = *other;
  while (is_head(&space, ADREF_TOKEN_SPACE))
    space.at++;
  space = (GapSide){other->text_tokens, other->at, space.at, other->where};
  put_side(self, &space);
  other->at = space.at;
  next_block(self);
  side->at++;
}

/* Appends the tokens between two matches: deleted ones before inserted ones. */
static void put_gap(Interleaver *self, GapSide old, GapSide new)
{
  gboolean goes_on = TRUE;
  if (begins_with_block(&old, &new))
    begin_block(self, &old, &new);
  else if (begins_with_block(&new, &old))
    begin_block(self, &new, &old);
  while (goes_on) {
    put_side(self, &old);
    while (is_head(&old, ADREF_TOKEN_OPEN) && !has_boundary(&new)) {
      begin_in_one(self, IN_OLD, old.at++);
      put_side(self, &old);
    }
    guint before = old.at;
    put_side(self, &new);
    put_side(self, &old);
    goes_on = old.at != before || put_boundary(self, &old, &new);
  }
  g_assert(old.at == old.end && new.at == new.end);
}

static void put_match(Interleaver *self, guint i, guint j)
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

static void put_all(Interleaver *self)
{
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i <= self->old.length; i++) {
    gboolean last = i == self->old.length;
    if (!last && self->old.matches[i] == ADREF_NO_MATCH)
      continue;
    guint j = last ? self->new.length : self->old.matches[i];
    if (old_at < i || new_at < j)
      put_gap(self, (GapSide){&self->old, old_at, i, IN_OLD},
              (GapSide){&self->new, new_at, j, IN_NEW});
    if (!last)
      put_match(self, i, j);
    old_at = i + 1;
    new_at = j + 1;
  }
  end_run(self);
}

static void matched_tokens_init(AdrefMatchedTokens *text_tokens, AdrefTokenSlice row)
{
  text_tokens->tokens = row.tokens;
  text_tokens->length = row.length;
  text_tokens->matches = g_new(guint, row.length + 1);
  text_tokens->kept = g_new(guint, row.length + 1);
}

static void matched_tokens_clear(AdrefMatchedTokens *text_tokens)
{
  g_free(text_tokens->matches);
  g_free(text_tokens->kept);
}

void adref_interleave(AdrefAligner *aligner, AdrefTokenSlice old, AdrefTokenSlice new,
                      AdrefNode *const *blocks)
{
  Interleaver interleaver = {.blocks = blocks, .at = blocks[0]};
  matched_tokens_init(&interleaver.old, old);
  matched_tokens_init(&interleaver.new, new);
  adref_align_tokens(aligner, old, new, interleaver.old.matches);
  for (guint j = 0; j < new.length; j++)
    interleaver.new.matches[j] = ADREF_NO_MATCH;
  for (guint i = 0; i < old.length; i++)
    if (interleaver.old.matches[i] != ADREF_NO_MATCH)
      interleaver.new.matches[interleaver.old.matches[i]] = i;
  adref_match_nesting(&interleaver.old, &interleaver.new);
  interleaver.open = g_array_new(FALSE, FALSE, sizeof(OpenNode));
  interleaver.run = g_string_new(NULL);
  put_all(&interleaver);
  g_array_unref(interleaver.open);
  g_string_free(interleaver.run, TRUE);
  matched_tokens_clear(&interleaver.old);
  matched_tokens_clear(&interleaver.new);
}
