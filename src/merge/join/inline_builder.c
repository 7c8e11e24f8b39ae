#include "merge/join/inline_builder.h"

#include "clause/node_copy.h"

void adref_inline_builder_init(AdrefInlineBuilder *self, AdrefNode *root)
{
  *self = (AdrefInlineBuilder){.root = root, .at = root, .text = g_string_new(NULL)};
}

static void flush(AdrefInlineBuilder *self)
{
  if (self->text->len == 0)
    return;
  AdrefNode *text = adref_node_new_text(ADREF_TEXT, self->text->str, (gssize)self->text->len);
  text->as.literal = self->literal;
  adref_node_append(self->at, text);
  g_string_truncate(self->text, 0);
}

void adref_inline_builder_end(AdrefInlineBuilder *self)
{
  flush(self);
  g_string_free(self->text, TRUE);
}

static void add_space(AdrefInlineBuilder *self, gboolean spaced)
{
  gboolean empty = self->at == self->root && !self->root->first && self->text->len == 0;
  if (spaced && !empty)
    g_string_append_c(self->text, ' ');
}

void adref_inline_builder_add_node(AdrefInlineBuilder *self, AdrefNode *node, gboolean spaced)
{
  add_space(self, spaced);
  flush(self);
  adref_node_append(self->at, node);
}

void adref_inline_builder_add(AdrefInlineBuilder *self, const AdrefMergeWord *word)
{
  switch (word->type) {
  case ADREF_TOKEN_PUNCTUATION:
  case ADREF_TOKEN_WORD:
  case ADREF_TOKEN_NUMBER:
    if (self->text->len > 0 && self->literal != word->node->as.literal)
      flush(self);
    self->literal = word->node->as.literal;
    add_space(self, word->spaced);
    g_string_append_len(self->text, word->node->text + word->start, word->length);
    return;
  case ADREF_TOKEN_OPEN: {
    AdrefNode *node = adref_node_copy(word->node);
    adref_inline_builder_add_node(self, node, word->spaced);
    self->at = node;
    return;
  }
  case ADREF_TOKEN_CLOSE:
    flush(self);
    self->at = self->at->parent ? self->at->parent : self->at;
    return;
  case ADREF_TOKEN_ATOM:
    adref_inline_builder_add_node(self, adref_node_copy_tree(word->node, ADREF_KEPT), word->spaced);
    return;
  case ADREF_TOKEN_SPACE:
  case ADREF_TOKEN_BLOCK_BREAK: return;
  }
}
