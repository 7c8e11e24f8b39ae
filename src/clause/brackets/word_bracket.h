/* Square brackets that are words: the closed list of what is no bracket of negotiation.
 *
 * Everywhere: "[sic]", and one letter that is glued to a word inside quotation marks, "[t]he".
 * Outside of a statement also numbers of references, "[1]" and "[Art. 5]", form fields "[ ]", "[x]"
 * and "[04]" at the start of an item or cell, and "[...]" inside quotation marks. Numbers before a
 * word, "[30][60] days", and behind "Article" stay brackets. Everything else is a bracket.
 *
 * The reader makes words of them, and the writer spells them without an escape. Both ask the same
 * question of the same words: those of a block with its brackets. */
#ifndef ADREF_CLAUSE_BRACKETS_WORD_BRACKET_H
#define ADREF_CLAUSE_BRACKETS_WORD_BRACKET_H

#include <glib.h>

#include "clause/node.h"

typedef enum {
  ADREF_WORD_BRACKET_NONE, /* a bracket */
  ADREF_WORD_BRACKET_SIC,
  ADREF_WORD_BRACKET_LETTER,
  ADREF_WORD_BRACKET_REFERENCE,
  ADREF_WORD_BRACKET_FIELD,
  ADREF_WORD_BRACKET_OMISSION,
} AdrefWordBracketKind;

/* The words of one block. */
typedef struct {
  GString *words;
  GHashTable *offsets; /* TEXT or EDGE -> the offset of its first byte in `words` */
  GArray *quotations;  /* of gsize: offsets at which quotations begin and end, in pairs; NULL: not
                          searched for yet */
  GArray *references;  /* the same of runs of references, "[1][2]" */
  gsize fields_end;    /* the end of the form fields that begin the block */
  gboolean outside_statement;
} AdrefWordBrackets;

/* Takes the words of a paragraph or heading. */
void adref_word_brackets_init(AdrefWordBrackets *self, const AdrefNode *block,
                              gboolean outside_statement);
void adref_word_brackets_clear(AdrefWordBrackets *self);

/* What the bracket is that begins at byte `at` of a TEXT or EDGE; *length is its length with both
 * brackets. */
AdrefWordBracketKind adref_word_brackets_find(AdrefWordBrackets *self, const AdrefNode *node,
                                              gsize at, gsize *length);

/* Makes words of the EDGEs that are words, and removes them from `edges` (all EDGEs of the block,
 * in the order of the text). Each is added to `readings` (of AdrefProblem, may be NULL). Returns
 * whether there were any; then adjacent TEXT must be joined. */
gboolean adref_word_brackets_take(AdrefNode *block, GPtrArray *edges, gboolean outside_statement,
                                  GPtrArray *readings);

/* Whether a BRACKET of a statement would be words elsewhere: "[1]", "[Art. 5]", "[x]", "[ ]". Such
 * a one is open until parties say that it is words. */
gboolean adref_word_bracket_may_be_words(const AdrefNode *bracket);

#endif
