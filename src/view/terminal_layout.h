/* Where the blocks of a text stand in a terminal: indents, hanging marks, lists, blank lines. */
#ifndef ADREF_VIEW_TERMINAL_LAYOUT_H
#define ADREF_VIEW_TERMINAL_LAYOUT_H

#include <glib.h>

#include "clause/node.h"
#include "view/terminal_wrap.h"

enum {
  ADREF_TERMINAL_LAYOUT_INDENT = 4, /* columns of an indent */
};

typedef struct {
  GString *text;
  AdrefTerminalWrap *wrap; /* writes to `text` */
  guint width;
  guint indent;     /* as asked for; see adref_terminal_layout_column */
  guint depth;      /* of the ladder "1.", "(a)", "(i)" at which lists begin */
  gboolean is_tied; /* the next block stands below the line before it without a blank one */
  char *mark;       /* number or bullet that waits for the next paragraph, or NULL */
  guint hang;       /* columns of `mark` */
  GArray *lists;    /* private: those that are open */
} AdrefTerminalLayout;

/* Empty; `text` and `fill` stay the caller's. Clear it with adref_terminal_layout_clear. */
AdrefTerminalLayout adref_terminal_layout(GString *text, AdrefTerminalWrap *wrap, guint width);
void adref_terminal_layout_clear(AdrefTerminalLayout *layout);

/* The column at which lines begin: however deep lists and quotes nest, words find room. */
guint adref_terminal_layout_column(const AdrefTerminalLayout *layout);

/* Begins a paragraph of the fill, below a blank line if `gap`, with the mark that waits. */
void adref_terminal_layout_begin(AdrefTerminalLayout *layout, gboolean gap);

/* A blank line, but not at the top nor where the next block is tied to the line before. */
void adref_terminal_layout_gap(AdrefTerminalLayout *layout);

/* Whether a blank line stands above a block: not inside a tight list. */
gboolean adref_terminal_layout_needs_gap(const AdrefNode *block);

/* Takes over `mark` (may be NULL) for the next paragraph. One that still waits stands alone. */
void adref_terminal_layout_mark(AdrefTerminalLayout *layout, char *mark, guint hang);

/* Lists and their items, entered and left. */
void adref_terminal_layout_enter_list(AdrefTerminalLayout *layout, const AdrefNode *list);
void adref_terminal_layout_leave_list(AdrefTerminalLayout *layout);
void adref_terminal_layout_enter_item(AdrefTerminalLayout *layout, const AdrefNode *item);
void adref_terminal_layout_leave_item(AdrefTerminalLayout *layout);

#endif
