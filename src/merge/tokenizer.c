#include "merge/tokenizer.h"

#include <string.h>

#include "merge/content_key.h"

/* Kinds of strings in the lexicon. */
enum {
  KIND_WORD,
  KIND_LITERAL, /* of a TEXT that is literal */
  KIND_NUMBER,
  KIND_ATOM,
  KIND_BREAK,
};

void adref_tokens_init(AdrefTokens *self, const char *language)
{
  self->lexicon = adref_lexicon_new();
  self->cutter = adref_cutter_new(language);
  self->pieces = g_array_new(FALSE, FALSE, sizeof(AdrefPiece));
  self->key = g_string_new(NULL);
  self->space = adref_lexicon_number(self->lexicon, KIND_WORD, " ", 1);
}

void adref_tokens_clear(AdrefTokens *self)
{
  adref_lexicon_free(self->lexicon);
  adref_cutter_free(self->cutter);
  g_array_unref(self->pieces);
  g_string_free(self->key, TRUE);
}

GArray *adref_tokens_new(void)
{
  return g_array_new(FALSE, FALSE, sizeof(AdrefToken));
}

static AdrefTokenType type_of(const char *word, const AdrefPiece *piece)
{
  if (piece->word)
    return g_ascii_isdigit(word[0]) ? ADREF_TOKEN_FIGURE : ADREF_TOKEN_WORD;
  return word[0] == ' ' ? ADREF_TOKEN_SPACE : ADREF_TOKEN_SIGN;
}

static guint number_of(AdrefTokens *self, guint8 kind, const char *word, guint length)
{
  if (kind == KIND_WORD && length == 1 && word[0] == ' ')
    return self->space;
  return adref_lexicon_number(self->lexicon, kind, word, length);
}

static void add_pieces(AdrefTokens *self, const AdrefNode *text, gsize start, gsize end,
                       GArray *tokens)
{
  guint8 kind = text->as.literal ? KIND_LITERAL : KIND_WORD;
  g_array_set_size(self->pieces, 0);
  adref_cutter_cut(self->cutter, text->text + start, end - start, self->pieces);
  guint count = self->pieces->len, length = tokens->len;
  g_array_set_size(tokens, length + count);
  AdrefToken *token = &g_array_index(tokens, AdrefToken, length);
  for (guint i = 0; i < count; i++, token++) {
    const AdrefPiece *piece = &g_array_index(self->pieces, AdrefPiece, i);
    const char *word = text->text + start + piece->start;
    *token = (AdrefToken){.node = text,
                          .start = (guint)start + piece->start,
                          .length = piece->length,
                          .id = number_of(self, kind, word, piece->length),
                          .type = type_of(word, piece)};
    if (token->type != ADREF_TOKEN_SPACE)
      self->spoken = length + i + 1;
  }
}

static void add_text(AdrefTokens *self, const AdrefNode *text, AdrefReferences *references,
                     GArray *tokens)
{
  gsize start, end;
  if (!adref_references_find(references, text, &start, &end)) {
    add_pieces(self, text, 0, text->length, tokens);
    return;
  }
  add_pieces(self, text, 0, start, tokens);
  AdrefToken number = {.node = text,
                       .start = (guint)start,
                       .length = (guint)(end - start),
                       .id = adref_lexicon_number(self->lexicon, KIND_NUMBER, "", 0),
                       .type = ADREF_TOKEN_FIGURE};
  g_array_append_val(tokens, number);
  self->spoken = tokens->len;
  add_pieces(self, text, end, text->length, tokens);
}

void adref_tokens_add_atom(AdrefTokens *self, const AdrefNode *node, GArray *tokens)
{
  g_string_truncate(self->key, 0);
  adref_key_append(self->key, node, NULL);
  AdrefToken atom = {
      .node = node,
      .id = adref_lexicon_number(self->lexicon, KIND_ATOM, self->key->str, self->key->len),
      .type = ADREF_TOKEN_ATOM};
  g_array_append_val(tokens, atom);
  self->spoken = tokens->len;
}

static void add_edge(AdrefTokenType type, const AdrefNode *node, GArray *tokens)
{
  AdrefToken token = {.node = node, .type = type};
  g_array_append_val(tokens, token);
}

gboolean adref_token_speaks(const AdrefToken *token)
{
  return token->type <= ADREF_TOKEN_ATOM;
}

/* Ends a node that holds others; one that says nothing is an atom. */
static void end_node(AdrefTokens *self, guint open, GArray *tokens)
{
  const AdrefNode *node = g_array_index(tokens, AdrefToken, open).node;
  if (self->spoken <= open) {
    g_array_set_size(tokens, open);
    adref_tokens_add_atom(self, node, tokens);
    return;
  }
  g_array_index(tokens, AdrefToken, open).pair = tokens->len;
  add_edge(ADREF_TOKEN_CLOSE, node, tokens);
  g_array_index(tokens, AdrefToken, tokens->len - 1).pair = open;
}

static gboolean holds_others(const AdrefNode *node)
{
  return node->type == ADREF_EMPH || node->type == ADREF_STRONG || node->type == ADREF_LINK ||
         node->type == ADREF_IMAGE || node->type == ADREF_BRACKET ||
         node->type == ADREF_ALTERNATIVE;
}

static void enter(AdrefTokens *self, const AdrefNode *node, AdrefReferences *references,
                  GArray *open, GArray *tokens)
{
  if (node->type == ADREF_TEXT) {
    add_text(self, node, references, tokens);
  } else if (holds_others(node)) {
    guint at = tokens->len;
    g_array_append_val(open, at);
    add_edge(ADREF_TOKEN_OPEN, node, tokens);
  } else {
    adref_tokens_add_atom(self, node, tokens);
  }
}

void adref_tokens_add_block(AdrefTokens *self, const AdrefNode *block, AdrefReferences *references,
                            GArray *tokens)
{
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
  self->spoken = 0;
  AdrefWalk walk = adref_walk(block);
  adref_walk_next(&walk);
  while (adref_walk_next(&walk) && walk.node != block) {
    adref_references_meet(references, walk.node, walk.entering);
    if (walk.entering) {
      enter(self, walk.node, references, open, tokens);
    } else if (holds_others(walk.node)) {
      end_node(self, g_array_index(open, guint, open->len - 1), tokens);
      g_array_set_size(open, open->len - 1);
    }
  }
}

void adref_tokens_add_break(const AdrefNode *block, GArray *tokens)
{
  add_edge(ADREF_TOKEN_BREAK, block, tokens);
}

static gboolean holds_blocks(const AdrefNode *node)
{
  return node->type == ADREF_CLAUSE || node->type == ADREF_LIST || node->type == ADREF_ITEM ||
         node->type == ADREF_QUOTE;
}

static void shift_pairs(GArray *tokens, guint from)
{
  for (guint i = from; i < tokens->len; i++) {
    AdrefToken *token = &g_array_index(tokens, AdrefToken, i);
    if (token->type == ADREF_TOKEN_OPEN || token->type == ADREF_TOKEN_CLOSE)
      token->pair += from;
  }
}

AdrefTokenRow adref_tokens_row(const GArray *tokens)
{
  return (AdrefTokenRow){(const AdrefToken *)(gconstpointer)tokens->data, tokens->len};
}

void adref_tokens_append(GArray *tokens, AdrefTokenRow more)
{
  guint from = tokens->len;
  g_array_append_vals(tokens, more.tokens, more.length);
  shift_pairs(tokens, from);
}

void adref_tokens_add_all(AdrefTokens *self, const AdrefNode *root, AdrefReferences *references,
                          GArray *tokens)
{
  g_autoptr(GArray) block = adref_tokens_new();
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering || holds_blocks(node))
      continue;
    if (tokens->len > 0)
      adref_tokens_add_break(node, tokens);
    g_array_set_size(block, 0);
    if (node->type == ADREF_PARAGRAPH || node->type == ADREF_HEADING)
      adref_tokens_add_block(self, node, references, block);
    else
      adref_tokens_add_atom(self, node, block);
    adref_tokens_append(tokens, adref_tokens_row(block));
    adref_walk_skip(&walk);
  }
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
  if (token->type == ADREF_TOKEN_SIGN)
    return is_stop(token->node->text + token->start, token->length);
  return token->type == ADREF_TOKEN_BREAK ||
         (token->type == ADREF_TOKEN_ATOM &&
          (token->node->type == ADREF_LINE_BREAK || token->node->type == ADREF_ROW_BREAK));
}
