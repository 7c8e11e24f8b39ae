/* Lines of words on pages, as pdftotext finds them in a PDF. */
#ifndef ADREF_TESTS_VIEW_BOXES_H
#define ADREF_TESTS_VIEW_BOXES_H

#include <glib.h>

typedef struct {
  guint page;      /* from 1 */
  int x, y, width; /* of its box, in points, rounded; y from the top of the page */
  char *words;
} BoxLine;

void box_line_free(gpointer line);

/* GPtrArray of BoxLine, in the order of pdftotext. */
GPtrArray *boxes_of_pdf(const GString *pdf);

/* One line of text each: "PAGE X Y WIDTH WORDS". */
GString *boxes_text(const GPtrArray *lines);
GPtrArray *boxes_read(const char *text);

/* The output of another program for this input. */
char *witness(const GString *input, const char *const *command);

/* Letters and digits in order, compatibility forms normalized, without spaces and line ends. */
char *letters_of(const char *text);

#endif
