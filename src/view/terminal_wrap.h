/* Wraps lines to a width: words go in, a paragraph with a hanging mark comes out.
 *
 * Text may contain anything: control characters become visible. Without colour no escape sequence
 * is written; with colour each line opens and closes its own, so that a pager may start at any
 * line. */
#ifndef ADREF_VIEW_TERMINAL_WRAP_H
#define ADREF_VIEW_TERMINAL_WRAP_H

#include <glib.h>

/* The style of text: flags, and a colour (1-255) in the higher bits. 0 is plain. */
typedef enum {
  ADREF_TERMINAL_STYLE_BOLD = 1 << 0,
  ADREF_TERMINAL_STYLE_DIM = 1 << 1,
  ADREF_TERMINAL_STYLE_ITALIC = 1 << 2,
  ADREF_TERMINAL_STYLE_UNDERLINE = 1 << 3,
  ADREF_TERMINAL_STYLE_STRIKE = 1 << 4,
  ADREF_TERMINAL_STYLE_COLOR = 1 << 8, /* multiplied by a colour of a terminal; from 16 on it is one
                                          of 256, the same on every terminal */
} AdrefTerminalStyle;

typedef struct AdrefTerminalWrap AdrefTerminalWrap;

/* Writes to `out`. `width` 0: one line per paragraph. `language` helps to find words in scripts
 * without spaces. */
AdrefTerminalWrap *adref_terminal_wrap_new(GString *out, guint width, gboolean color,
                                           const char *language);
void adref_terminal_wrap_free(AdrefTerminalWrap *wrap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTerminalWrap, adref_terminal_wrap_free)

/* Begins a paragraph: every line is indented by `indent` columns; the first has `mark` (may be
 * NULL) in the last `hang` columns of the indent. */
void adref_terminal_wrap_begin(AdrefTerminalWrap *wrap, guint indent, guint hang, const char *mark);

/* Adds words in a style. A space at the start or the end separates them from their neighbours. */
void adref_terminal_wrap_text(AdrefTerminalWrap *wrap, const char *text, gsize length, guint style);
void adref_terminal_wrap_string(AdrefTerminalWrap *wrap, const char *text, guint style);

/* Adds a symbol that stays on the line of its neighbours. */
void adref_terminal_wrap_symbol(AdrefTerminalWrap *wrap, const char *symbol, guint style);

/* Adds a space at which no line is broken. */
void adref_terminal_wrap_nbsp(AdrefTerminalWrap *wrap);

/* Ends the line, not the paragraph. */
void adref_terminal_wrap_break(AdrefTerminalWrap *wrap);

/* Ends the paragraph with a newline. Returns the columns of its longest line. */
guint adref_terminal_wrap_end(AdrefTerminalWrap *wrap);

#endif
