/* The signature block: a line for each signatory, in two columns. */
#ifndef ADREF_PRINT_SIGNATURE_BLOCK_H
#define ADREF_PRINT_SIGNATURE_BLOCK_H

#include "print/page_flow.h"

/* `names` is NULL-terminated, in the order of signing: across, then down. The first lines stay with
 * what stands above them. */
void adref_signature_block_set(AdrefPageFlow *flow, const char *const *names);

#endif
