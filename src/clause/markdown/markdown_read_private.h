/* What the files that read blocks share: markdown_read.c, markdown_blocks.c and
 * markdown_tables.c. */
#ifndef ADREF_CLAUSE_MARKDOWN_MARKDOWN_READ_PRIVATE_H
#define ADREF_CLAUSE_MARKDOWN_MARKDOWN_READ_PRIVATE_H

#include <cmark.h>

#include "clause/brackets/bracket.h"
#include "clause/cmark_inlines.h"
#include "clause/labels/label_lists.h"
#include "clause/markdown/markdown_read.h"
#include "clause/markdown/plain_paragraphs.h"
#include "clause/markdown/table_read.h"
#include "clause/preprocess.h"
#include "clause/source_locator.h"

/* Reads the blocks of a text. Then clause/markdown/group_clauses.h groups them into clauses. */
typedef struct {
  const char *name; /* the name of the text in errors */
  AdrefPreprocessed source;
  AdrefPlainParagraphs plain;
  AdrefTables tables;
  AdrefSourceLocator locator;
  AdrefCmarkInlines inlines;
  AdrefBrackets brackets;
  AdrefLabelLists labels;
  AdrefNode *at;    /* the node to which blocks are appended */
  GPtrArray *lists; /* of AdrefNode: the open lists, innermost last */
  gboolean in_inlines;
  gboolean has_escapes; /* the text has escapes: TEXT is finished when all brackets are paired */
  GArray *numbers;      /* of the numbers of the open lists (markdown_blocks.c), innermost last */
  gboolean outside_statement;
  guint quotes, levels; /* how many quotes, and quotes and items, are open */
  GError *error;
} AdrefMarkdownReader;

/* For a text whose `source` and `plain` are there; `problems` may be NULL. */
void adref_markdown_reader_init(AdrefMarkdownReader *reader,
                                const AdrefMarkdownReadOptions *options, GPtrArray *problems);
void adref_markdown_reader_clear(AdrefMarkdownReader *reader);

/* Appends the blocks that cmark has read to the node at which the reader is. */
void adref_markdown_reader_read(AdrefMarkdownReader *reader, cmark_node *root);

/* Reads the inlines of a block that cmark has read elsewhere: `inlines` has begun with it. */
void adref_markdown_reader_read_inlines(AdrefMarkdownReader *reader, cmark_node *from);

/* Adds the tables of a paragraph that adref_tables_begin() has found, and the words above and below
 * them. */
void adref_markdown_reader_add_tables(AdrefMarkdownReader *reader);

#endif
