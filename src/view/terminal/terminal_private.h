/* The state of the terminal output. Only for terminal.c, terminal_blocks.c (block nodes),
 * terminal_inlines.c (inline nodes) and terminal_table.c. */
#ifndef ADREF_VIEW_TERMINAL_TERMINAL_PRIVATE_H
#define ADREF_VIEW_TERMINAL_TERMINAL_PRIVATE_H

#include "view/footnote.h"
#include "view/renderer.h"
#include "view/terminal/terminal.h"
#include "view/terminal/terminal_layout.h"
#include "view/terminal/terminal_marks.h"
#include "view/terminal_wrap.h"

enum {
  ADREF_TERMINAL_RED = 1,
  ADREF_TERMINAL_GREEN = 2,
  ADREF_TERMINAL_YELLOW = 3,
};

typedef struct AdrefTerminalTable AdrefTerminalTable;

struct AdrefTerminal {
  AdrefTerminalLayout layout;
  AdrefTerminalWrap *wrap;
  AdrefTerminalMarks marks;
  AdrefRendererTable hooks;
  AdrefRenderer renderer;
  gboolean color;
  gboolean has_ruby; /* the language uses ruby */
  guint bold, italic, underlined;
  GPtrArray *notes;          /* NOTE nodes of the paragraph, written below it */
  const char *url;           /* of the open link or image, or NULL */
  char *notice;              /* of the clause that begins, or NULL */
  gboolean is_bare;          /* labels and notices are not written */
  AdrefFootnotes *footnotes; /* of a whole text; or NULL */
  AdrefTerminalTable *table; /* the table that is being measured; NULL: none */
};

/* Enter the functions for each node type into the table. */
void adref_terminal_blocks(AdrefRendererTable *table);
void adref_terminal_inlines(AdrefRendererTable *table);
void adref_terminal_tables(AdrefRendererTable *table);

/* The style of words at the current place, and of a party's code. */
static inline guint adref_terminal_style(const AdrefTerminal *out)
{
  return (out->bold ? ADREF_TERMINAL_STYLE_BOLD : 0) |
         (out->italic ? ADREF_TERMINAL_STYLE_ITALIC : 0) |
         (out->underlined ? ADREF_TERMINAL_STYLE_UNDERLINE : 0);
}

guint adref_terminal_party_style(const AdrefTerminal *out, const char *code);

#endif
