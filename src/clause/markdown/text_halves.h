/* Where a long text can be divided, so that two threads read it, a half each. */
#ifndef ADREF_CLAUSE_MARKDOWN_TEXT_HALVES_H
#define ADREF_CLAUSE_MARKDOWN_TEXT_HALVES_H

#include <glib.h>

enum {
  ADREF_TEXT_HALVES_MIN = 256 * 1024 /* bytes of a text that is worth a second thread */
};

/* The offset of the first line behind the middle at which no block of the text before it goes on: a
 * comment in the first column, with its end, behind an empty line. 0: there is none, the text is
 * short, or a part of it may depend on the other: it has "]:", as definitions of links and
 * footnotes have, or, before that line, one that may begin a code fence or an HTML block. *lines is
 * how many lines stand before it. */
gsize adref_text_halves_find(const char *text, gsize length, guint *lines);

#endif
