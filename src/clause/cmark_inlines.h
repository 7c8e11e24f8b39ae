/* Converts the inlines of one block from cmark's nodes to adref's. Every unescaped square bracket
 * becomes an EDGE without a partner; clause/brackets/bracket.h pairs them. */
#ifndef ADREF_CLAUSE_CMARK_INLINES_H
#define ADREF_CLAUSE_CMARK_INLINES_H

#include <cmark.h>
#include <glib.h>

#include "clause/node.h"
#include "clause/preprocess.h"
#include "clause/source_locator.h"

/* Until adref_cmark_inlines_finish, an escaped / - : ~ ( in a TEXT is one of these bytes, which
 * never occur in UTF-8. */
enum {
  ADREF_ESCAPED_SLASH = 0xF8,
  ADREF_ESCAPED_DASH = 0xF9,
  ADREF_ESCAPED_COLON = 0xFA,
  ADREF_ESCAPED_TILDE = 0xFB,
  ADREF_ESCAPED_PARENTHESIS = 0xFC,
};

typedef struct {
  const AdrefPreprocessed *source;
  AdrefSourceLocator *locator;
  AdrefSourceLine source_line;
  AdrefNode *at;              /* the node to which inlines are appended */
  GString *run;               /* the words of the next TEXT so far */
  guint line, column;         /* the place of the current inline, from cmark */
  guint run_line;             /* the line in which `run` begins */
  guint uncounted;            /* lines of this block that cmark did not count */
  guint link_depth;           /* how many links are open */
  guint above;                /* bytes before the next words that are not of the source */
  gboolean in_autolink;       /* in "<url>", where brackets are part of the address */
  gboolean autolink_in_link;  /* in "<url>" inside a link, where it is words */
  gboolean needs_normalizing; /* this block has emphasis, breaks or split words */
  gboolean in_heading;        /* whose lines stay apart */
  gboolean formats;           /* this block has tags of formats, or ~~ */
  gboolean links;             /* this block has links or images */
  gsize skip;                 /* bytes of the next words that are none, but a label */
  GPtrArray *edges;           /* of AdrefNode: the EDGEs of this block in the order of the text */
} AdrefCmarkInlines;

/* Begins a heading or paragraph: `from` is cmark's node, `node` adref's. */
void adref_cmark_inlines_begin(AdrefCmarkInlines *self, AdrefNode *node, cmark_node *from,
                               guint quotes);

/* Behind adref_cmark_inlines_begin, for a block that cmark read elsewhere
 * (clause/markdown/table_read.h): its words begin in this line of the source. For a cell also in
 * this column, in bytes; 0: it is lines of words, of which cmark got `above` bytes before them. */
void adref_cmark_inlines_place(AdrefCmarkInlines *self, guint line, guint cell, guint above);

/* The line behind a break of the block itself; 0: `from` is another inline, or no words follow it.
 */
guint adref_cmark_inlines_line_behind(AdrefCmarkInlines *self, cmark_node *from);

/* Goes on in another node, behind a break; the first `skip` bytes there are left out. */
void adref_cmark_inlines_go_on(AdrefCmarkInlines *self, AdrefNode *node, cmark_node *from,
                               gsize skip);

/* Converts one event of cmark's iterator for a node below the block. */
void adref_cmark_inlines_handle_event(AdrefCmarkInlines *self, cmark_event_type event,
                                      cmark_node *from);

/* Ends the block and normalizes it (clause/inline_normalize.h). */
void adref_cmark_inlines_end(AdrefCmarkInlines *self);

/* For all TEXT below a node, when the brackets are paired: escaped / - : ~ ( become characters
 * again (if `has_escapes`), and the words are converted to NFC. */
void adref_cmark_inlines_finish(AdrefNode *node, gboolean has_escapes);

/* Replaces ADREF_ESCAPED_SLASH and the others by / - : ~ ( in place. */
void adref_cmark_inlines_unescape(char *text, gsize length);

#endif
