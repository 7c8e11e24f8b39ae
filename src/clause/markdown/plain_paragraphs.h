/* Paragraphs without markup, or with little, which cmark does not have to read. This makes reading
 * faster.
 *
 * Most paragraphs of a statement have no markup. In the text for cmark such a paragraph is replaced
 * by a thematic break, the cheapest block, and the reader takes the words from the source. Of
 * several plain paragraphs in succession only the first is replaced by a thematic break.
 *
 * A paragraph is plain if it stands between blank lines or comments, each of its lines begins with
 * a letter in the first column and does not end with a space, none but the first begins with a
 * label (clause/labels/item_label.h), and it has no byte that may be markup or a sentinel
 * (clause/preprocess.h). Behind a line that may begin a code fence or an HTML block
 * no paragraph is plain, since it may be a part of that block.
 *
 * A plain paragraph may have simple marks, which mean the same wherever they stand: a square
 * bracket that begins neither a footnote nor an image; a link "[words](#id)"; emphasis "*words*"
 * behind a space and before a space or one of . , ; ) ]. In a text with "]:", where a bracket may
 * be a link by its definition, a paragraph with brackets is not plain. */
#ifndef ADREF_CLAUSE_MARKDOWN_PLAIN_PARAGRAPHS_H
#define ADREF_CLAUSE_MARKDOWN_PLAIN_PARAGRAPHS_H

#include <glib.h>

#include "clause/node.h"
#include "clause/preprocess.h"

typedef struct {
  guint line, lines; /* the first line, from 1, and the number of lines */
  gboolean follows;  /* only blank lines separate it from the plain paragraph before it */
  gboolean marked;   /* it has simple marks */
  gsize start, end;  /* in the source */
} AdrefPlainParagraph;

typedef struct {
  const AdrefPreprocessed *source;
  char *text; /* the text for cmark; it has as many lines as the source */
  gsize length;
  GArray *paragraphs; /* of AdrefPlainParagraph, in the order of the text */
  guint next;         /* the index of the next one to be taken */
} AdrefPlainParagraphs;

/* The source must outlive the result. */
void adref_plain_paragraphs_init(AdrefPlainParagraphs *plain, const AdrefPreprocessed *source);
void adref_plain_paragraphs_clear(AdrefPlainParagraphs *plain);

/* The plain paragraph that begins in this line; NULL if none begins there. Calls must be in the
 * order of the text. */
const AdrefPlainParagraph *adref_plain_paragraphs_take(AdrefPlainParagraphs *plain, guint line);

/* The plain paragraph that follows the one taken last without a thematic break of its own; NULL if
 * there is none. */
const AdrefPlainParagraph *adref_plain_paragraphs_take_next(AdrefPlainParagraphs *plain);

/* Appends the inlines of a plain paragraph to a node, with their places; each square bracket is an
 * EDGE without a partner, and is added to `edges`. */
void adref_plain_paragraph_read(const AdrefPlainParagraph *paragraph, const char *text,
                                AdrefNode *node, GPtrArray *edges);

#endif
