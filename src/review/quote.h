/* Words as findings quote them. */
#ifndef ADREF_REVIEW_QUOTE_H
#define ADREF_REVIEW_QUOTE_H

#include "review/text_side.h"

/* How many bytes of words are quoted at most; longer ones end with "…". */
enum {
  ADREF_QUOTE_LIMIT = 400
};

/* Words cut to ADREF_QUOTE_LIMIT, with newlines as spaces, trimmed. Caller frees. */
char *adref_quote(const char *words, gsize length);

/* The addresses of two links as they are quoted: where they have the same host, only the part that
 * differs, "…" before it. Caller frees both. */
void adref_quote_addresses(const char *old, const char *new, char **old_quote, char **new_quote);

/* The words of a subtree in one of the two texts, with brackets and positions, quoted; without
 * marks of emphasis, since a quote stands on pages, too. Caller frees. */
char *adref_quote_node(const AdrefNode *node, AdrefTextSide side);

/* The same for emphasis, and how the words are set in that text: "Fund (bold)", "2 (superscript)".
 */
char *adref_quote_formatted(const AdrefNode *node, AdrefTextSide side);

#endif
