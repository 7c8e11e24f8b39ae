/* Words in a terminal, with the marks of a redline around them: {-deleted-} {+inserted+}, in colour
 * also red and struck, green and underlined. The marks hold without colour, and in a copy. A space
 * at the border of a stretch stands outside of its mark, where a line may end. */
#ifndef ADREF_VIEW_TERMINAL_MARKS_H
#define ADREF_VIEW_TERMINAL_MARKS_H

#include "clause/node.h"
#include "view/terminal_wrap.h"

typedef struct {
  AdrefFill *fill;
  AdrefMark mark;  /* of the words that come: KEPT, DELETED or INSERTED */
  AdrefMark drawn; /* private: of the mark that is open in the fill */
  gboolean space;  /* private: one is due */
} AdrefInk;

/* Words in a look. */
void adref_ink_text(AdrefInk *ink, const char *text, gsize length, guint look);
void adref_ink_string(AdrefInk *ink, const char *text, guint look);

/* Closes the mark that is open; before a paragraph of the fill ends. */
void adref_ink_close(AdrefInk *ink);

/* The opening or closing sign of a mark: "{-", "+}"; "" for KEPT. */
const char *adref_ink_sign(AdrefMark mark, gboolean opens);

/* A look with the colours of a mark; a colour of its own stays. */
guint adref_ink_look(AdrefMark mark, guint look);

#endif
