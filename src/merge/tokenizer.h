/* The words of a block as tokens, which are compared.
 *
 * A token is a word, a punctuation mark (one character), a space, a node without words of its own
 * (an atom: a line break, a note, a footnote mark, an empty bracket ...), or the start or the end
 * of a node that has children (emphasis, links, brackets, alternatives). Two tokens with the same
 * id are equal. The number that adref writes into a cross reference is one token, the same for all
 * numbers. */
#ifndef ADREF_MERGE_TOKENIZER_H
#define ADREF_MERGE_TOKENIZER_H

#include <glib.h>

#include "base/interner.h"
#include "clause/node.h"
#include "clause/words.h"
#include "merge/reference_numbers.h"

typedef enum {
  ADREF_TOKEN_PUNCTUATION,
  ADREF_TOKEN_WORD,
  ADREF_TOKEN_NUMBER, /* a word that begins with a digit */
  ADREF_TOKEN_ATOM,
  ADREF_TOKEN_SPACE,
  ADREF_TOKEN_OPEN,
  ADREF_TOKEN_CLOSE,
  ADREF_TOKEN_BLOCK_BREAK, /* the border between two blocks */
} AdrefTokenType;

typedef struct {
  const AdrefNode
      *node; /* the TEXT that it is part of; or the node itself; BREAK: the block that begins */
  union {
    guint start; /* bytes of a TEXT */
    guint pair;  /* of OPEN and CLOSE: the place of the other one */
  };
  guint length;
  guint id;
  AdrefTokenType type;
} AdrefToken;

/* Tokens in their order. */
typedef struct {
  const AdrefToken *tokens;
  guint length;
} AdrefTokenSlice;

/* Makes tokens. Only tokens of one interner can be compared. */
typedef struct {
  AdrefInterner *interner;
  AdrefWordSegmenter *segmenter;
  GArray *segments;  /* scratch */
  GString *key;      /* scratch */
  guint space;       /* the id of a space */
  guint content_end; /* behind the last content token */
} AdrefTokenizer;

void adref_tokenizer_init(AdrefTokenizer *self, const char *language);
void adref_tokenizer_clear(AdrefTokenizer *self);

GArray *adref_token_array_new(void);

/* Appends the tokens of a PARAGRAPH or HEADING to an empty array. `references` are those of its
 * document. */
void adref_tokenizer_add_block(AdrefTokenizer *self, const AdrefNode *block,
                               AdrefReferenceNumbers *references, GArray *tokens);

/* Appends a BREAK before a block that follows another one. */
void adref_token_array_add_break(const AdrefNode *block, GArray *tokens);

/* The tokens of an array; valid until tokens are appended to it. */
AdrefTokenSlice adref_token_array_slice(const GArray *tokens);

/* Appends tokens. */
void adref_token_array_append(GArray *tokens, AdrefTokenSlice more);

/* Whether a token has content: it is a word, punctuation or an atom. */
gboolean adref_token_is_content(const AdrefToken *token);

/* Whether a token ends a sentence: a full stop or the like, a line break. */
gboolean adref_token_ends_sentence(const AdrefToken *token);

#endif
