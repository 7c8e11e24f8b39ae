/* Words in a terminal, with the marks of a redline around them: {-deleted-} {+inserted+}, in colour
 * also red and struck, green and underlined. The marks hold without colour, and in a copy. A space
 * at the border of a stretch stands outside of its mark, where a line may end. */
#ifndef ADREF_VIEW_TERMINAL_MARKS_H
#define ADREF_VIEW_TERMINAL_MARKS_H

#include "clause/node.h"
#include "view/terminal_wrap.h"

typedef struct {
  AdrefTerminalWrap *wrap;
  AdrefChangeMark mark;  /* of the words that come: KEPT, DELETED or INSERTED */
  AdrefChangeMark drawn; /* private: of the mark that is open in the fill */
  gboolean space;        /* private: one is due */
} AdrefTerminalMarks;

/* Words in a look. */
void adref_terminal_marks_text(AdrefTerminalMarks *marks, const char *text, gsize length,
                               guint style);
void adref_terminal_marks_string(AdrefTerminalMarks *marks, const char *text, guint style);

/* Closes the mark that is open; before a paragraph of the fill ends. */
void adref_terminal_marks_close(AdrefTerminalMarks *marks);

/* The opening or closing sign of a mark: "{-", "+}"; "" for KEPT. */
const char *adref_terminal_marks_symbol(AdrefChangeMark mark, gboolean opens);

/* A look with the colours of a mark; a colour of its own stays. */
guint adref_terminal_marks_style(AdrefChangeMark mark, guint style);

#endif
