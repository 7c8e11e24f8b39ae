/* The signature block: a line for each who signs, in two columns. */
#ifndef ADREF_PRINT_SIGNATURE_BLOCK_H
#define ADREF_PRINT_SIGNATURE_BLOCK_H

#include "print/page_flow.h"

/* `names` is NULL-terminated, in the order in which they sign: across, then down. */
void adref_signature_block_set(AdrefPageFlow *flow, const char *const *names);

#endif
