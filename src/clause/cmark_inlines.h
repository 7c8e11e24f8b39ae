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
 * adref_inline_finish makes letters of them. */
enum {
  ADREF_MARK_SLASH = 0xF8,
  ADREF_MARK_DASH = 0xF9,
  ADREF_MARK_COLON = 0xFA,
};

typedef struct {
  const AdrefPrepared *source;
  AdrefPlaces *places;
  AdrefLinePlace place;
  AdrefNode *at;      /* where inlines are appended */
  GString *run;       /* words gathered for the next TEXT */
  guint line, column; /* cmark's place of the inline under way */
  guint run_line;
  guint uncounted;      /* lines of this block that cmark did not count */
  guint around;         /* links around the place */
  gboolean row;         /* all lines so far begin with a bar */
  gboolean in_autolink; /* its brackets are letters */
  gboolean unlinked;    /* and it is words, for it stands in a link */
  gboolean untidy;      /* emphasis, breaks or split words were met in this block */
  gboolean links;       /* links were met in this block */
  GPtrArray *edges;     /* of AdrefNode: the EDGEs of this block in their order */
} AdrefInlines;

/* Begins a heading or paragraph: `node` is ours, `from` cmark's. */
void adref_inlines_begin(AdrefInlines *self, AdrefNode *node, cmark_node *from, guint quotes);

/* Takes one event of cmark's iterator that lies below the block. */
void adref_inlines_take(AdrefInlines *self, cmark_event_type event, cmark_node *from);

/* Ends the block: TEXT joined, emphasis in one spelling, no white space at the ends. */
void adref_inlines_end(AdrefInlines *self);

/* After the brackets are paired, below any node: marks, if there may be any, become letters; words
 * become NFC. */
void adref_inline_finish(AdrefNode *node, gboolean marks);

/* Makes letters of the marks in a text, in place. */
void adref_inline_unmark(char *text);

/* NFC of a string of *length bytes that the caller gives up; sets *length. */
char *adref_nfc(char *text, gsize *length);

/* Makes the text of a node NFC. */
void adref_nfc_text(AdrefNode *node);

#endif
