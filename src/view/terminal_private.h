/* The walk that writes a text to a terminal: what its files share. For terminal.c alone and those
 * beside it: terminal_blocks.c has what stands on lines of its own, terminal_words.c what stands in
 * them. */
#ifndef ADREF_VIEW_TERMINAL_PRIVATE_H
#define ADREF_VIEW_TERMINAL_PRIVATE_H

#include "view/footnote.h"
#include "view/open_counts.h"
#include "view/renderer.h"
#include "view/terminal.h"
#include "view/terminal_layout.h"
#include "view/terminal_marks.h"
#include "view/terminal_wrap.h"

enum {
  ADREF_TERMINAL_RED = 1,
  ADREF_TERMINAL_GREEN = 2,
  ADREF_TERMINAL_YELLOW = 3,
};

struct AdrefTerminal {
  AdrefTerminalLayout layout;
  AdrefTerminalWrap *wrap;
  AdrefTerminalMarks marks;
  const AdrefNode *root;
  AdrefOpenCounts *counts; /* NULL until a party is met */
  AdrefRendererTable hooks;
  AdrefRenderer driver;
  gboolean color;
  gboolean has_ruby; /* the language has it */
  guint bold, italic;
  GPtrArray *notes;          /* NOTE nodes of the paragraph, to come below it */
  const char *url;           /* of the link or image that is open, or NULL */
  char *notice;              /* of the clause that begins, or NULL */
  gboolean is_bare;          /* labels and notices are left out */
  AdrefFootnotes *footnotes; /* of a whole text; or NULL */
};

/* What is called for each node. */
void adref_terminal_blocks(AdrefRendererTable *table);
void adref_terminal_inlines(AdrefRendererTable *table);

/* How plain words look where the text is, and a party's code. */
static inline guint adref_terminal_style(const AdrefTerminal *out)
{
  return (out->bold ? ADREF_TERMINAL_STYLE_BOLD : 0) |
         (out->italic ? ADREF_TERMINAL_STYLE_ITALIC : 0);
}

guint adref_terminal_party_style(AdrefTerminal *out, const char *code);

#endif
