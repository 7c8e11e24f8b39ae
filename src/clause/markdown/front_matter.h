/* Front matter: a map in YAML at the start of a file, between two lines "---". It is data about the
 * text for other programs, and no part of its words: it is the text of the DOCUMENT node, which
 * only adref_canonical() writes, byte by byte, and which no hash covers.
 *
 * A block is front matter when all of this holds; else its lines are Markdown:
 *  - The first line of the file is "---". White space may follow it, U+FEFF may stand before it.
 *  - A later line is "---", and white space may follow it. The first such line ends the block.
 *  - The line below the first one is not blank, and at least one line between has a key.
 *  - Each line between is one of these: a key; a comment, "# words"; blank; and below a key a line
 *    that spaces indent, an entry of a list, "- words", or "]" or "}" alone.
 *  - A key stands at the start of its line: characters without white space and then ":", or words
 *    in quotation marks and then ":". The line ends there, or white space follows. A value in
 *    neither quotation marks nor brackets has no second ": ", since that is no YAML.
 *
 * So a thematic break above a paragraph, a heading that is underlined with "---", and a block that
 * is never closed are no front matter. Whether the YAML is correct in all else is not asked here:
 * what has this form is kept as it is. Time is in proportion to the block. */
#ifndef ADREF_CLAUSE_MARKDOWN_FRONT_MATTER_H
#define ADREF_CLAUSE_MARKDOWN_FRONT_MATTER_H

#include <glib.h>

#include "clause/node.h"

/* The length in bytes of the front matter of a text, with both lines "---" and the line end of the
 * second; 0: it has none. */
gsize adref_front_matter_length(const char *text, gsize length);

/* The lines between the two lines "---" of a block of that length. */
const char *adref_front_matter_lines(const char *block, gsize length, gsize *size);

/* The rest of a text behind its front matter of that length, below as many empty lines as it has:
 * the lines keep their numbers. */
GString *adref_front_matter_blank(const char *text, gsize length, gsize front);

#endif
