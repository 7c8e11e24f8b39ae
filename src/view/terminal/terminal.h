/* Text for a terminal or a plain file, wrapped to a width. */
#ifndef ADREF_VIEW_TERMINAL_TERMINAL_H
#define ADREF_VIEW_TERMINAL_TERMINAL_H

#include "clause/node.h"
#include "view/view.h"

/* `width` in columns (at least 20; East Asian wide characters count two, combining ones none); 0:
 * one line per paragraph. With `color`, ANSI colours; without, no escape sequence at all. Control
 * characters of the text become visible. */
GString *adref_terminal_write(const AdrefNode *document, const AdrefViewOptions *options,
                              guint width, gboolean color);

/* The same for one clause. */
GString *adref_terminal_write_clause(const AdrefNode *clause, const AdrefViewOptions *options,
                                     guint width, gboolean color);

/* The same in parts, for outputs with a frame around the text. `options` is kept by reference. */
typedef struct AdrefTerminal AdrefTerminal;

AdrefTerminal *adref_terminal_new(const AdrefNode *node, const AdrefViewOptions *options,
                                  guint width, gboolean color);
void adref_terminal_free(AdrefTerminal *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefTerminal, adref_terminal_free)

/* What is written is a redline: letters of the text that look like its marks have a backslash,
 * "\{-" and "+\}". */
void adref_terminal_set_redline(AdrefTerminal *out);

/* Writes a clause or any other subtree below the text so far. */
void adref_terminal_put(AdrefTerminal *out, const AdrefNode *node);

/* The same without the number and the id of the clause, for frames that show them. */
void adref_terminal_put_words(AdrefTerminal *out, const AdrefNode *clause);

/* Returns what was written so far, and starts with an empty text. Caller frees. */
GString *adref_terminal_take(AdrefTerminal *out);

#endif
