/* Unicode normalization form C (NFC). Text that is NFC for certain, such as ASCII, needs no ICU. */
#ifndef ADREF_CLAUSE_NFC_H
#define ADREF_CLAUSE_NFC_H

#include <glib.h>

#include "clause/node.h"

/* The NFC of `text`, which has *length bytes and which the function frees or returns; sets *length.
 */
char *adref_nfc(char *text, gsize *length);

/* Converts the text of a node to NFC. */
void adref_nfc_node(AdrefNode *node);

#endif
