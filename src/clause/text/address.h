/* Addresses of the parts of a text, as people write them: one syntax for all commands.
 *
 *   private-sector, #private-sector   the id of a clause
 *   12, 12 bis, PP4, 1.1              the number of a clause, or a number that was typed
 *   10.4, Article 3, 第三条           a typed label of a paragraph, a heading or an item
 *   12 (b), 12(b)(ii), Article 3(2)(b)  a part of a part: an item of a list, or a paragraph behind
 *                                     it, with this number or label
 *   Cybersecurity                     the words of a heading, or its slug (clause/heading_slug.h)
 *   We reaffirm our                   the first words of a paragraph, heading or item
 *
 * They are tried in this order, without regard to case, to brackets around a number, and to spaces.
 * "paragraph 12" and "OP 12" are 12. A text needs no markers. */
#ifndef ADREF_CLAUSE_TEXT_ADDRESS_H
#define ADREF_CLAUSE_TEXT_ADDRESS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  AdrefNode *clause; /* the CLAUSE that holds the part */
  AdrefNode *part;   /* a block or an item of it, or the CLAUSE itself */
} AdrefAddress;

/* Finds the part of a document at an address. The error names the text as `name`, and the nearest
 * addresses: those that are like it, the parts of the part that was found, or the places between
 * which `words` does not decide. */
gboolean adref_address_find(const AdrefNode *document, const char *name, const char *words,
                            AdrefAddress *address, GError **error);

/* The number of a clause that is nearest to `number`, "12" or "PP3", which no clause has; NULL:
 * none of its series has a number, or it is no number. */
const char *adref_address_nearest_number(const AdrefNode *document, const char *number);

/* The clause behind the section of a heading, up to which the section goes, or NULL for the end. Of
 * any other clause it is the next clause. */
AdrefNode *adref_address_section_end(const AdrefNode *clause);

#endif
