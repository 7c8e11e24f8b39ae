/* Paragraphs of ordinary words, which cmark need not read.
 *
 * In most paragraphs of a statement no letter means anything to Markdown. All that cmark has to
 * know of such a paragraph is that it stands there: so it is given a rule in its place, which is
 * the least that a block can be, and whoever reads the tree takes the words from the source. Of
 * paragraphs that follow each other the first alone gets a rule.
 *
 * A paragraph is plain when it stands between blank lines or comments, each of its lines begins
 * with a letter in the first column and ends with no space, and no letter in it may be markup or a
 * sign (clause/preprocess.h). Behind a line that may begin a fence or an HTML block nothing is
 * plain: what looks like a paragraph may be a part of it. */
#ifndef ADREF_CLAUSE_PLAIN_PARAGRAPHS_H
#define ADREF_CLAUSE_PLAIN_PARAGRAPHS_H

#include <glib.h>

#include "clause/node.h"
#include "clause/preprocess.h"

typedef struct {
  const AdrefPreprocessed *source;
  char *text; /* what cmark is given: as many lines as the source has */
  gsize length;
  GArray *paragraphs; /* in their order */
  guint next;         /* the first that was not taken yet */
} AdrefPlainParagraphs;

/* The source must outlive the result. */
void adref_plain_paragraphs_init(AdrefPlainParagraphs *plain, const AdrefPreprocessed *source);
void adref_plain_paragraphs_clear(AdrefPlainParagraphs *plain);

/* The words of the plain paragraph that begins in a line as a TEXT, with a space between two lines;
 * NULL when none begins there. Asked for in the order of the text. */
AdrefNode *adref_plain_paragraphs_take(AdrefPlainParagraphs *plain, guint line);

/* Those of the paragraph that follows the one taken last, and has no rule of its own; else NULL. */
AdrefNode *adref_plain_paragraphs_take_next(AdrefPlainParagraphs *plain);

#endif
