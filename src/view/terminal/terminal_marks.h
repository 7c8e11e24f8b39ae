/* Words in a terminal with the marks of a redline: {-deleted-} {+inserted+}; with colour also red
 * and struck through, green and underlined. The marks work without colour and when copied. A space
 * at the border of a change run stands outside of its mark, where a line may end. */
#ifndef ADREF_VIEW_TERMINAL_TERMINAL_MARKS_H
#define ADREF_VIEW_TERMINAL_TERMINAL_MARKS_H

#include "clause/node.h"
#include "view/terminal_wrap.h"

typedef struct {
  AdrefTerminalWrap *wrap;
  gboolean is_redline;   /* letters that look like marks get a backslash */
  AdrefChangeMark mark;  /* of the words that follow: KEPT, DELETED or INSERTED */
  AdrefChangeMark drawn; /* private: the mark that is open in the line */
  gboolean space;        /* private: a space is pending */
} AdrefTerminalMarks;

/* Words in a style. */
void adref_terminal_marks_text(AdrefTerminalMarks *marks, const char *text, gsize length,
                               guint style);
void adref_terminal_marks_string(AdrefTerminalMarks *marks, const char *text, guint style);

/* Closes the open mark; call it before a paragraph ends. */
void adref_terminal_marks_close(AdrefTerminalMarks *marks);

/* The opening or closing symbol of a mark: "{-", "+}"; "" for KEPT. */
const char *adref_terminal_marks_symbol(AdrefChangeMark mark, gboolean opens);

/* A style with the colours of a mark; a colour of its own is kept. */
guint adref_terminal_marks_style(AdrefChangeMark mark, guint style);

#endif
