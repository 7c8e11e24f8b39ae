#include "merge/tokenizer.h"

#include <string.h>

#include "base/byte_scan.h"
#include "merge/content_key.h"
#include "merge/number_units.h"

/* Kinds of strings in the interner. */
enum {
  KIND_WORD,
  KIND_LITERAL, /* a word of a TEXT that is literal */
  KIND_NUMBER,
  KIND_ATOM,
  KIND_BREAK,
};

void adref_tokenizer_init(AdrefTokenizer *self, const char *language)
{
  self->interner = adref_interner_new();
  self->segmenter = adref_word_segmenter_new(language);
  self->segments = g_array_new(FALSE, FALSE, sizeof(AdrefWordSegment));
  self->key = g_string_new(NULL);
  self->space = adref_interner_intern(self->interner, KIND_WORD, " ", 1);
}

void adref_tokenizer_clear(AdrefTokenizer *self)
{
  adref_interner_free(self->interner);
  adref_word_segmenter_free(self->segmenter);
  g_array_unref(self->segments);
  g_string_free(self->key, TRUE);
}

GArray *adref_token_array_new(void)
{
  return g_array_new(FALSE, FALSE, sizeof(AdrefToken));
}

static AdrefTokenType type_of(const char *word, const AdrefWordSegment *segment)
{
  if (segment->word)
    return g_ascii_isdigit(word[0]) ? ADREF_TOKEN_NUMBER : ADREF_TOKEN_WORD;
  return word[0] == ' ' || word[0] == '\n' || word[0] == '\t' ? ADREF_TOKEN_SPACE
                                                              : ADREF_TOKEN_PUNCTUATION;
}

static guint number_of(AdrefTokenizer *self, guint8 kind, const char *word, guint length)
{
  if (kind == KIND_WORD && length == 1 && word[0] == ' ')
    return self->space;
  return adref_interner_intern(self->interner, kind, word, length);
}

static gboolean is_ascii(const char *text, gsize length)
{
  return adref_byte_scan_ascii(text, length) == length;
}

static void add_segments(AdrefTokenizer *self, const AdrefNode *text, gsize start, gsize end,
                         GArray *tokens)
{
  guint8 kind = text->type == ADREF_TEXT && text->as.literal ? KIND_LITERAL : KIND_WORD;
  g_array_set_size(self->segments, 0);
  adref_word_segmenter_split(self->segmenter, text->text + start, end - start, self->segments);
  if (!is_ascii(text->text + start, end - start))
    adref_number_units_join(text->text + start, self->segments);
  guint count = self->segments->len, length = tokens->len;
  if (count == 0) /* of an empty block of code */
    return;
  g_array_set_size(tokens, length + count);
  AdrefToken *token = &g_array_index(tokens, AdrefToken, length);
  for (guint i = 0; i < count; i++, token++) {
    const AdrefWordSegment *segment = &g_array_index(self->segments, AdrefWordSegment, i);
    const char *word = text->text + start + segment->start;
    *token = (AdrefToken){.node = text,
                          .start = (guint)start + segment->start,
                          .length = segment->length,
                          .id = number_of(self, kind, word, segment->length),
                          .type = type_of(word, segment)};
    if (token->type != ADREF_TOKEN_SPACE)
      self->content_end = length + i + 1;
  }
}

static void add_text(AdrefTokenizer *self, const AdrefNode *text, AdrefReferenceNumbers *references,
                     GArray *tokens)
{
  gsize start, end;
  if (!adref_reference_numbers_find(references, text, &start, &end)) {
    add_segments(self, text, 0, text->length, tokens);
    return;
  }
  add_segments(self, text, 0, start, tokens);
  AdrefToken number = {.node = text,
                       .start = (guint)start,
                       .length = (guint)(end - start),
                       .id = adref_interner_intern(self->interner, KIND_NUMBER, "", 0),
                       .type = ADREF_TOKEN_NUMBER};
  g_array_append_val(tokens, number);
  self->content_end = tokens->len;
  add_segments(self, text, end, text->length, tokens);
}

static void add_atom(AdrefTokenizer *self, const AdrefNode *node, GArray *tokens)
{
  g_string_truncate(self->key, 0);
  adref_content_key_append(self->key, node, NULL);
  AdrefToken atom = {
      .node = node,
      .id = adref_interner_intern(self->interner, KIND_ATOM, self->key->str, self->key->len),
      .type = ADREF_TOKEN_ATOM};
  g_array_append_val(tokens, atom);
  self->content_end = tokens->len;
}

static void add_boundary(AdrefTokenType type, const AdrefNode *node, GArray *tokens)
{
  AdrefToken token = {.node = node, .type = type};
  g_array_append_val(tokens, token);
}

gboolean adref_token_is_content(const AdrefToken *token)
{
  return token->type <= ADREF_TOKEN_ATOM;
}

/* Ends a node that has children; one without content is an atom. */
static void end_node(AdrefTokenizer *self, guint open, GArray *tokens)
{
  const AdrefNode *node = g_array_index(tokens, AdrefToken, open).node;
  if (self->content_end <= open) {
    g_array_set_size(tokens, open);
    add_atom(self, node, tokens);
    return;
  }
  g_array_index(tokens, AdrefToken, open).pair = tokens->len;
  add_boundary(ADREF_TOKEN_CLOSE, node, tokens);
  g_array_index(tokens, AdrefToken, tokens->len - 1).pair = open;
}

static gboolean holds_others(const AdrefNode *node)
{
  return adref_node_is_formatting(node) || node->type == ADREF_LINK || node->type == ADREF_IMAGE ||
         node->type == ADREF_BRACKET || node->type == ADREF_ALTERNATIVE;
}

static void enter(AdrefTokenizer *self, const AdrefNode *node, AdrefReferenceNumbers *references,
                  GArray *open, GArray *tokens)
{
  if (node->type == ADREF_TEXT) {
    add_text(self, node, references, tokens);
  } else if (holds_others(node)) {
    guint at = tokens->len;
    g_array_append_val(open, at);
    add_boundary(ADREF_TOKEN_OPEN, node, tokens);
  } else {
    add_atom(self, node, tokens);
  }
}

void adref_tokenizer_add_block(AdrefTokenizer *self, const AdrefNode *block,
                               AdrefReferenceNumbers *references, GArray *tokens)
{
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
  self->content_end = 0;
  if (block->type == ADREF_CODE_BLOCK) { /* without the end of the last line */
    add_segments(self, block, 0, block->length > 0 ? block->length - 1 : 0, tokens);
    return;
  }
  AdrefWalk walk = adref_walk(block);
  adref_walk_next(&walk);
  while (adref_walk_next(&walk) && walk.node != block) {
    adref_reference_numbers_visit(references, walk.node, walk.entering);
    if (walk.entering) {
      enter(self, walk.node, references, open, tokens);
    } else if (holds_others(walk.node)) {
      end_node(self, g_array_index(open, guint, open->len - 1), tokens);
      g_array_set_size(open, open->len - 1);
    }
  }
}

void adref_token_array_add_break(const AdrefNode *block, GArray *tokens)
{
  add_boundary(ADREF_TOKEN_BLOCK_BREAK, block, tokens);
}

static void shift_pairs(GArray *tokens, guint from)
{
  for (guint i = from; i < tokens->len; i++) {
    AdrefToken *token = &g_array_index(tokens, AdrefToken, i);
    if (token->type == ADREF_TOKEN_OPEN || token->type == ADREF_TOKEN_CLOSE)
      token->pair += from;
  }
}

AdrefTokenSlice adref_token_array_slice(const GArray *tokens)
{
  return (AdrefTokenSlice){(const AdrefToken *)(gconstpointer)tokens->data, tokens->len};
}

void adref_token_array_append(GArray *tokens, AdrefTokenSlice more)
{
  guint from = tokens->len;
  g_array_append_vals(tokens, more.tokens, more.length);
  shift_pairs(tokens, from);
}

static gboolean is_stop(const char *sign, guint length)
{
  static const char *const stops[] = {"。", "！", "？", "．", "؟", "۔", "။", "។", "།"};
  if (length == 1)
    return sign[0] == '.' || sign[0] == '!' || sign[0] == '?';
  for (gsize i = 0; i < G_N_ELEMENTS(stops); i++)
    if (strlen(stops[i]) == length && memcmp(stops[i], sign, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean adref_token_ends_sentence(const AdrefToken *token)
{
  if (token->type == ADREF_TOKEN_PUNCTUATION)
    return is_stop(token->node->text + token->start, token->length);
  return token->type == ADREF_TOKEN_BLOCK_BREAK ||
         (token->type == ADREF_TOKEN_ATOM && token->node->type == ADREF_LINE_BREAK);
}
