/* Which lines of a paragraph are items with typed labels (clause/labels/item_label.h).
 *
 * People type lists as lines, "(a) ...", "(b) ...", and other lines may begin with "(b)" only since
 * a long line was broken there. A line is an item if
 *
 * - it begins with a label, and is not inside of a square bracket with alternatives;
 * - its label begins a series or follows in one. A series of letters or Roman numerals begins with
 *   its first, "(a)" or "(i)", or with any in the first line of the paragraph or behind a colon,
 * and each label is the next one. Decimal numbers and numbers with a word ("Article 5") must
 * increase;
 * - or up to nine labels before it are missing, "(a)", "(c)", and the line before it was surely
 *   broken on purpose: with a hard break, or, where no such label stands within the lines ("(a) to
 *   meet; (b) to act") and the words do not go on as those of a reference ("(c) and (d) of"),
 * behind a sign that is no comma, or in a paragraph of which each line behind the first label has
 * one. The initial of a name, "K. Suzuki", is never behind a gap;
 * - the line before it was broken on purpose: with a hard break, behind a sign that ends a sentence
 *   or a part of one (also ", and" and "; or"), or where the label would have fit into the width of
 *   the paragraph (of its longest line, at least 40); or each line behind the first label begins
 * with a label, and there are three;
 * - its series has at least two items, or it is one of several bullets.
 *
 * Bullets make a series of each sign. One that is no dash, or is that of the first line, needs no
 * line that was broken on purpose.
 *
 * A series that begins inside of another one is a list in its item. */
#ifndef ADREF_CLAUSE_LABELS_LABEL_LINES_H
#define ADREF_CLAUSE_LABELS_LABEL_LINES_H

#include <glib.h>

typedef struct {
  guint line;      /* its index in the paragraph, from 0 */
  guint level;     /* 0: of the outermost list */
  gboolean begins; /* it is the first of its list */
  gsize length;    /* bytes of the label and the spaces behind it in the source */
  char *label;     /* in NFC */
} AdrefLabelLine;

/* The items among the lines of a paragraph, in their order; NULL: there are none. A line is given
 * without the spaces and quote marks before its words, as `starts` and `ends` in `text`; its width
 * in an editor is that from `margins`. Lines of which `inside` is TRUE (NULL: none is) begin inside
 * of emphasis or the like and are no items. The caller frees the array (of AdrefLabelLine). */
GArray *adref_label_lines_find(const char *text, const gsize *margins, const gsize *starts,
                               const gsize *ends, const guint8 *inside, guint count);

/* The lines of a paragraph that begin with a label of a part of the text, "Article 5", "2.1",
 * "２　", and are no items, so that they are read as words of the line before, although that was
 * ended by its author; NULL: there are none. `items` is what was found, or NULL. In an item of a
 * list, `in_item`, a line without indentation needs no sign before it. The caller frees it. */
GArray *adref_label_lines_find_joined(const char *text, const gsize *margins, const gsize *starts,
                                      const gsize *ends, guint count, const GArray *items,
                                      gboolean in_item);

#endif
