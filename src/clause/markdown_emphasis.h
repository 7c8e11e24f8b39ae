/* The * and _ of emphasis in canonical Markdown, written so that cmark reads the same emphasis back
 * (CommonMark section 6.2 has the rules for runs of delimiters). */
#ifndef ADREF_CLAUSE_MARKDOWN_EMPHASIS_H
#define ADREF_CLAUSE_MARKDOWN_EMPHASIS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  GString *out;
  gsize start;             /* of the block in `out` */
  GArray *array;           /* of the delimiters so far; NULL: none yet */
  GPtrArray *open;         /* the emphasis under way, outermost first */
  GHashTable *underscored; /* emphasis that is spelt with _ */
  GArray *references;      /* of gsize: letters to be written as references, the last one first */
} AdrefMarkdownEmphasis;

void adref_markdown_emphasis_init(AdrefMarkdownEmphasis *self, GString *out);

/* Appends the delimiter that opens or closes EMPH or STRONG. */
void adref_markdown_emphasis_add(AdrefMarkdownEmphasis *self, const AdrefNode *node,
                                 gboolean opens);

/* When the block is written: letters beside a delimiter that would not open or close become
 * character references. Frees what the struct holds. */
void adref_markdown_emphasis_end(AdrefMarkdownEmphasis *self);

#endif
