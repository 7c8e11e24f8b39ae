/* Fills lines to a width: words go in, a paragraph with a hanging mark comes out.
 *
 * Text may be anything: control characters are made visible. Without colour not one escape sequence
 * is written; with it each line opens and closes its own, so that a pager may begin anywhere. */
#ifndef ADREF_VIEW_TERMINAL_WRAP_H
#define ADREF_VIEW_TERMINAL_WRAP_H

#include <glib.h>

/* How text looks; flags, and a colour (1-15) in the higher bits. 0 is plain. */
typedef enum {
  ADREF_LOOK_BOLD = 1 << 0,
  ADREF_LOOK_DIM = 1 << 1,
  ADREF_LOOK_ITALIC = 1 << 2,
  ADREF_LOOK_UNDERLINE = 1 << 3,
  ADREF_LOOK_STRIKE = 1 << 4,
  ADREF_LOOK_COLOR = 1 << 8, /* times the colour of the terminal's sixteen */
} AdrefLook;

typedef struct AdrefFill AdrefFill;

/* Writes to `out`. `width` 0: one line per paragraph. `language` helps to find the words of scripts
 * that have no spaces. */
AdrefFill *adref_fill_new(GString *out, guint width, gboolean color, const char *language);
void adref_fill_free(AdrefFill *fill);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefFill, adref_fill_free)

/* Begins a paragraph: every line is indented by `indent` columns; the first carries `mark` (may be
 * NULL), which reaches back into the last `hang` columns of the indent. */
void adref_fill_begin(AdrefFill *fill, guint indent, guint hang, const char *mark);

/* Words in a look. A space at either end divides from what stands beside it. */
void adref_fill_text(AdrefFill *fill, const char *text, gsize length, guint look);
void adref_fill_string(AdrefFill *fill, const char *text, guint look);

/* A mark that no line parts from what stands on either side of it. */
void adref_fill_sign(AdrefFill *fill, const char *sign, guint look);

/* A space at which no line ends. */
void adref_fill_glue(AdrefFill *fill);

/* Ends the line, not the paragraph. */
void adref_fill_break(AdrefFill *fill);

/* Ends the paragraph with a newline. Returns the columns of its longest line. */
guint adref_fill_end(AdrefFill *fill);

#endif
