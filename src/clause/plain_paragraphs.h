/* Paragraphs without markup, which cmark does not have to read. This makes reading faster.
 *
 * Most paragraphs of a statement have no markup. In the text for cmark such a paragraph is replaced
 * by a thematic break, the cheapest block, and the reader takes the words from the source. Of
 * several plain paragraphs in succession only the first is replaced by a thematic break.
 *
 * A paragraph is plain if it stands between blank lines or comments, each of its lines begins with
 * a letter in the first column and does not end with a space, none but the first begins with a
 * label (clause/item_label.h), and it has no byte that may be markup or a sentinel
 * (clause/preprocess.h). Behind a line that may begin a code fence or an HTML block
 * no paragraph is plain, since it may be a part of that block. */
#ifndef ADREF_CLAUSE_PLAIN_PARAGRAPHS_H
#define ADREF_CLAUSE_PLAIN_PARAGRAPHS_H

#include <glib.h>

#include "clause/node.h"
#include "clause/preprocess.h"

typedef struct {
  const AdrefPreprocessed *source;
  char *text; /* the text for cmark; it has as many lines as the source */
  gsize length;
  GArray *paragraphs; /* the plain paragraphs in the order of the text */
  guint next;         /* the index of the next one to be taken */
} AdrefPlainParagraphs;

/* The source must outlive the result. */
void adref_plain_paragraphs_init(AdrefPlainParagraphs *plain, const AdrefPreprocessed *source);
void adref_plain_paragraphs_clear(AdrefPlainParagraphs *plain);

/* A TEXT of the plain paragraph that begins in this line, with a space between two lines; NULL if
 * none begins there. Calls must be in the order of the text. */
AdrefNode *adref_plain_paragraphs_take(AdrefPlainParagraphs *plain, guint line);

/* The same for the plain paragraph that follows the one taken last without a thematic break of its
 * own; NULL if there is none. */
AdrefNode *adref_plain_paragraphs_take_next(AdrefPlainParagraphs *plain);

#endif
