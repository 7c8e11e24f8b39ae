/* The words of a block as tokens: what a comparison looks at.
 *
 * A token is a word, a sign (punctuation, one character), a space, a node without words of its own
 * (an atom: a line break, a note, a mark of a footnote, a bracket that holds nothing ...), or the
 * start or the end of a node that holds others (emphasis, links, brackets, alternatives). Two
 * tokens with one id are the same. The number that adref writes into a cross reference is one
 * token, the same whatever the number. */
#ifndef ADREF_MERGE_TOKENIZER_H
#define ADREF_MERGE_TOKENIZER_H

#include <glib.h>

#include "base/interner.h"
#include "clause/node.h"
#include "clause/words.h"
#include "merge/reference_numbers.h"

typedef enum {
  ADREF_TOKEN_SIGN,
  ADREF_TOKEN_WORD,
  ADREF_TOKEN_FIGURE, /* a word that begins with a digit */
  ADREF_TOKEN_ATOM,
  ADREF_TOKEN_SPACE,
  ADREF_TOKEN_OPEN,
  ADREF_TOKEN_CLOSE,
  ADREF_TOKEN_BREAK, /* the border between two blocks */
} AdrefTokenType;

typedef struct {
  const AdrefNode *node; /* the TEXT that it is part of; the node; BREAK: the block that begins */
  union {
    guint start; /* bytes of a TEXT */
    guint pair;  /* of OPEN and CLOSE: where the other one is */
  };
  guint length;
  guint id;
  AdrefTokenType type;
} AdrefToken;

/* Tokens in their order. */
typedef struct {
  const AdrefToken *tokens;
  guint length;
} AdrefTokenRow;

/* What makes tokens. All that are to be compared come from one lexicon. */
typedef struct {
  AdrefLexicon *lexicon;
  AdrefCutter *cutter;
  GArray *pieces; /* scratch */
  GString *key;   /* scratch */
  guint space;    /* the id of a space */
  guint spoken;   /* behind the last token that says something */
} AdrefTokens;

void adref_tokens_init(AdrefTokens *self, const char *language);
void adref_tokens_clear(AdrefTokens *self);

GArray *adref_tokens_new(void);

/* Appends the tokens of a PARAGRAPH or HEADING to none. `references` are those of its document. */
void adref_tokens_add_block(AdrefTokens *self, const AdrefNode *block, AdrefReferences *references,
                            GArray *tokens);

/* Appends an atom: a node as a whole. */
void adref_tokens_add_atom(AdrefTokens *self, const AdrefNode *node, GArray *tokens);

/* Appends a BREAK before a block that follows another one. */
void adref_tokens_add_break(const AdrefNode *block, GArray *tokens);

/* The tokens of an array, as long as nothing is appended to it. */
AdrefTokenRow adref_tokens_row(const GArray *tokens);

/* Appends tokens behind others. */
void adref_tokens_append(GArray *tokens, AdrefTokenRow more);

/* Appends the tokens of all blocks of a subtree, such as a clause, with a BREAK between two; a
 * block that holds no words is an atom. For whoever follows the words of a clause through its
 * versions. */
void adref_tokens_add_all(AdrefTokens *self, const AdrefNode *root, AdrefReferences *references,
                          GArray *tokens);

/* Whether a token says something: it is a word, a sign or an atom. */
gboolean adref_token_speaks(const AdrefToken *token);

/* Whether a token ends a sentence: a full stop or the like, a line break. */
gboolean adref_token_ends_sentence(const AdrefToken *token);

#endif
