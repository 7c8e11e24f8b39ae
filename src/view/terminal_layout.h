/* Where the blocks of a text stand in a terminal: indents, hanging marks, lists, blank lines. */
#ifndef ADREF_VIEW_TERMINAL_LAYOUT_H
#define ADREF_VIEW_TERMINAL_LAYOUT_H

#include <glib.h>

#include "clause/node.h"
#include "view/terminal_wrap.h"

enum {
  ADREF_LAYOUT_STEP = 4, /* columns of an indent */
};

typedef struct {
  GString *text;
  AdrefFill *fill; /* writes to `text` */
  guint width;
  guint indent;     /* as asked for; see adref_layout_column */
  guint depth;      /* of the ladder "1.", "(a)", "(i)" at which lists begin */
  gboolean is_tied; /* the next block stands below the line before it without a blank one */
  char *mark;       /* number or bullet that waits for the next paragraph, or NULL */
  guint hang;       /* columns of `mark` */
  GArray *lists;    /* private: those that are open */
} AdrefLayout;

/* Empty; `text` and `fill` stay the caller's. Clear it with adref_layout_clear. */
AdrefLayout adref_layout(GString *text, AdrefFill *fill, guint width);
void adref_layout_clear(AdrefLayout *layout);

/* The column at which lines begin: however deep lists and quotes nest, words find room. */
guint adref_layout_column(const AdrefLayout *layout);

/* Begins a paragraph of the fill, below a blank line if `gap`, with the mark that waits. */
void adref_layout_begin(AdrefLayout *layout, gboolean gap);

/* A blank line, but not at the top nor where the next block is tied to the line before. */
void adref_layout_gap(AdrefLayout *layout);

/* Whether a blank line stands above a block: not inside a tight list. */
gboolean adref_layout_needs_gap(const AdrefNode *block);

/* Takes over `mark` (may be NULL) for the next paragraph. One that still waits stands alone. */
void adref_layout_mark(AdrefLayout *layout, char *mark, guint hang);

/* Lists and their items, entered and left. */
void adref_layout_enter_list(AdrefLayout *layout, const AdrefNode *list);
void adref_layout_leave_list(AdrefLayout *layout);
void adref_layout_enter_item(AdrefLayout *layout, const AdrefNode *item);
void adref_layout_leave_item(AdrefLayout *layout);

#endif
