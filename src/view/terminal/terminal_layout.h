/* The layout of blocks in a terminal: indents, hanging numbers, lists, blank lines. */
#ifndef ADREF_VIEW_TERMINAL_TERMINAL_LAYOUT_H
#define ADREF_VIEW_TERMINAL_TERMINAL_LAYOUT_H

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
  guint indent;       /* as requested; see adref_terminal_layout_column */
  guint depth;        /* level of "1.", "(a)", "(i)" at which lists begin */
  gboolean is_tied;   /* no blank line before the next block */
  char *mark;         /* number or bullet of the next paragraph, or NULL */
  guint hang;         /* columns of `mark` */
  gboolean is_clause; /* `mark` is the number of a clause: a line of its own has one above */
  GArray *lists;      /* private: the open lists */
} AdrefTerminalLayout;

/* Starts empty; the caller keeps `text` and `wrap`. Clear it with adref_terminal_layout_clear. */
AdrefTerminalLayout adref_terminal_layout(GString *text, AdrefTerminalWrap *wrap, guint width);
void adref_terminal_layout_clear(AdrefTerminalLayout *layout);

/* The column at which lines begin. It is limited, so that words have room however deep lists and
 * quotes nest. */
guint adref_terminal_layout_column(const AdrefTerminalLayout *layout);

/* Begins a paragraph with the pending mark, below a blank line when `gap`. */
void adref_terminal_layout_begin(AdrefTerminalLayout *layout, gboolean gap);

/* Adds a blank line, but not at the top, and not when is_tied. */
void adref_terminal_layout_gap(AdrefTerminalLayout *layout);

/* Whether a blank line comes before a block: not inside a tight list. */
gboolean adref_terminal_layout_needs_gap(const AdrefNode *block);

/* Sets the mark of the next paragraph; takes ownership of it (may be NULL). A mark that is still
 * pending is written as a line of its own. */
void adref_terminal_layout_mark(AdrefTerminalLayout *layout, char *mark, guint hang);

/* For entering and leaving lists and items. */
void adref_terminal_layout_enter_list(AdrefTerminalLayout *layout, const AdrefNode *list);
void adref_terminal_layout_leave_list(AdrefTerminalLayout *layout);
void adref_terminal_layout_enter_item(AdrefTerminalLayout *layout, const AdrefNode *item);
void adref_terminal_layout_leave_item(AdrefTerminalLayout *layout);

#endif
