/* The words of one block: cmark's inlines in, ours out, with every unescaped square bracket as an
 * EDGE that has no partner yet (clause/bracket.h pairs them). */
#ifndef ADREF_CLAUSE_CMARK_INLINES_H
#define ADREF_CLAUSE_CMARK_INLINES_H

#include <cmark.h>
#include <glib.h>

#include "clause/node.h"
#include "clause/preprocess.h"
#include "clause/source_locator.h"

/* In the TEXT that reading works on, an escaped / - : is one of these bytes, which no UTF-8 has;
 * adref_cmark_inlines_finish makes letters of them. */
enum {
  ADREF_ESCAPED_SLASH = 0xF8,
  ADREF_ESCAPED_DASH = 0xF9,
  ADREF_ESCAPED_COLON = 0xFA,
};

typedef struct {
  const AdrefPreprocessed *source;
  AdrefSourceLocator *locator;
  AdrefSourceLine source_line;
  AdrefNode *at;      /* where inlines are appended */
  GString *run;       /* words gathered for the next TEXT */
  guint line, column; /* cmark's place of the inline under way */
  guint run_line;
  guint uncounted;            /* lines of this block that cmark did not count */
  guint link_depth;           /* links around the place */
  gboolean row;               /* all lines so far begin with a bar */
  gboolean in_autolink;       /* its brackets are letters */
  gboolean autolink_in_link;  /* and it is words, for it stands in a link */
  gboolean needs_normalizing; /* emphasis, breaks or split words were met in this block */
  gboolean links;             /* links were met in this block */
  GPtrArray *edges;           /* of AdrefNode: the EDGEs of this block in their order */
} AdrefCmarkInlines;

/* Begins a heading or paragraph: `node` is ours, `from` cmark's. */
void adref_cmark_inlines_begin(AdrefCmarkInlines *self, AdrefNode *node, cmark_node *from,
                               guint quotes);

/* Takes one event of cmark's iterator that lies below the block. */
void adref_cmark_inlines_handle_event(AdrefCmarkInlines *self, cmark_event_type event,
                                      cmark_node *from);

/* Ends the block: TEXT joined, emphasis in one spelling, no white space at the ends. */
void adref_cmark_inlines_end(AdrefCmarkInlines *self);

/* After the brackets are paired, below any node: marks, if there may be any, become letters; words
 * become NFC. */
void adref_cmark_inlines_finish(AdrefNode *node, gboolean has_escapes);

/* Makes letters of the marks in a text, in place. */
void adref_cmark_inlines_unescape(char *text);

/* NFC of a string of *length bytes that the caller gives up; sets *length. */
char *adref_nfc(char *text, gsize *length);

/* Makes the text of a node NFC. */
void adref_nfc_node(AdrefNode *node);

#endif
