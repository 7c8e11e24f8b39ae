/* Finds the place in the source of what cmark read.
 *
 * cmark counts columns in bytes and, in the second and later lines of a paragraph, without the
 * spaces and quote marks before the words. AdrefSourceLocator computes the column that an editor
 * shows. */
#ifndef ADREF_CLAUSE_SOURCE_LOCATOR_H
#define ADREF_CLAUSE_SOURCE_LOCATOR_H

#include <cmark.h>
#include <glib.h>

#include "clause/preprocess.h"

typedef struct {
  const AdrefPreprocessed *source;
  GArray *lines;   /* of gsize: the offset of each line; NULL until it is needed */
  guint line;      /* the line of the last result, from 1 */
  gsize byte;      /* the offset in that line behind the last result */
  guint column;    /* the column of that byte */
  char missing[8]; /* bytes that were not found in the rest of that line */
} AdrefSourceLocator;

void adref_source_locator_init(AdrefSourceLocator *locator, const AdrefPreprocessed *source);
void adref_source_locator_clear(AdrefSourceLocator *locator);

/* A line of a block, as cmark reports it. */
typedef struct {
  guint line;
  guint column;       /* cmark's column of the first inline in the line */
  guint quotes;       /* how many quotes are around the block */
  gboolean continues; /* it is not the first line of its block */
  guint cell;         /* the column in bytes of a table cell's words, if it is a cell; else 0 */
} AdrefSourceLine;

/* The column in characters of the byte `sought`, at or behind cmark's `column`; 0 if it is not
 * found, such as a bracket that is written as a reference. Calls must be in the order of the text;
 * all calls together cost one pass. */
guint adref_source_locator_find_column(AdrefSourceLocator *locator, const AdrefSourceLine *line,
                                       guint column, char sought);

/* The digits at cmark's `column` of the first line of a block as a number; 0 without digits. */
guint adref_source_locator_number(AdrefSourceLocator *locator, guint line, guint column);

/* A line of the source, without its end; NULL if the source has fewer lines. */
const char *adref_source_locator_line(AdrefSourceLocator *locator, guint line, gsize *length);

/* The places of the lines of a paragraph that begins at cmark's `column` of its first line: for
 * each line the offset of the line, of its words and of its end (of gsize). */
void adref_source_locator_lines(AdrefSourceLocator *locator, const AdrefSourceLine *first,
                                guint last, GArray *margins, GArray *starts, GArray *ends);

/* Goes on behind a soft or hard break: `line` is the line of the inline or break before and becomes
 * the next one; `uncounted` is the number of lines that cmark does not count, those that end with a
 * backslash. */
void adref_source_locator_pass_break(AdrefSourceLocator *locator, cmark_node *line_break,
                                     guint *line, guint *uncounted);

#endif
