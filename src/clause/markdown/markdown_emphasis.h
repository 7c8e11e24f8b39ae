/* Writes the * and _ of emphasis in canonical Markdown so that cmark reads the same emphasis. The
 * rules for runs of delimiters are in CommonMark section 6.2. */
#ifndef ADREF_CLAUSE_MARKDOWN_MARKDOWN_EMPHASIS_H
#define ADREF_CLAUSE_MARKDOWN_MARKDOWN_EMPHASIS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  GString *out;
  gsize start;             /* the offset of the block in `out` */
  GArray *array;           /* the delimiters so far; NULL: none yet */
  GPtrArray *open;         /* the open emphasis nodes, outermost first */
  GHashTable *underscored; /* the emphasis nodes that are written with _ */
  GArray *references;      /* of gsize: the offsets of characters to be written as references, the
                              last one first */
} AdrefMarkdownEmphasis;

void adref_markdown_emphasis_init(AdrefMarkdownEmphasis *self, GString *out);

/* Appends the delimiter that opens or closes EMPH or STRONG. */
void adref_markdown_emphasis_add(AdrefMarkdownEmphasis *self, const AdrefNode *node,
                                 gboolean opens);

/* To be called at the end of the block. Writes characters beside a delimiter as character
 * references where the delimiter would not open or close otherwise. Frees the contents of the
 * struct. */
void adref_markdown_emphasis_end(AdrefMarkdownEmphasis *self);

#endif
