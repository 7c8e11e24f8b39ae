/* Where a thing that cmark read stands in the source.
 *
 * cmark counts columns in bytes and, on the second and later lines of a paragraph, without the
 * spaces and quote marks before the words; AdrefSourceLocator makes lines and columns of them that
 * an editor would show. */
#ifndef ADREF_CLAUSE_SOURCE_LOCATOR_H
#define ADREF_CLAUSE_SOURCE_LOCATOR_H

#include <glib.h>

#include "clause/preprocess.h"

typedef struct {
  const AdrefPreprocessed *source;
  GArray *lines;   /* of gsize: where each line begins; NULL until a place is asked for */
  guint line;      /* the line of the last answer, from 1 */
  gsize byte;      /* behind the last answer, in that line */
  guint column;    /* the column of that byte */
  char missing[8]; /* letters that were sought in the rest of that line and do not stand in it */
} AdrefSourceLocator;

void adref_source_locator_init(AdrefSourceLocator *locator, const AdrefPreprocessed *source);
void adref_source_locator_clear(AdrefSourceLocator *locator);

/* The line in which the following places lie. */
typedef struct {
  guint line;
  guint column;       /* what cmark says of the first thing in the line */
  guint quotes;       /* how many quotes the block stands in */
  gboolean continues; /* not the first line of its block */
} AdrefSourceLine;

/* The column in characters of the byte `sought` at or behind cmark's place; 0 when it does not
 * stand there, as a letter that is written as a reference. Asked for places in the order of the
 * text, so that the whole costs one pass. */
guint adref_source_locator_find_column(AdrefSourceLocator *locator, const AdrefSourceLine *line,
                                       guint column, char sought);

/* Whether the last character of a line is `c`. */
gboolean adref_source_locator_line_ends(AdrefSourceLocator *locator, guint line, char c);

#endif
