/* The redline of a part that is narrower than a clause: "12 (b)", "10.4". */
#ifndef ADREF_WORK_JOIN_COMPARE_PART_H
#define ADREF_WORK_JOIN_COMPARE_PART_H

#include "clause/node.h"

/* A redline of only the part at an address (clause/text/address.h), as it is called in the new text
 * of a redline, or in the old one where it is gone. Its findings are not set. NULL: the address is
 * that of a clause or of nothing. The caller frees it. */
AdrefNode *adref_compare_part(const AdrefNode *redline, const char *address, const char *language);

#endif
