/* Unicode normalization form C (NFC). Text that is NFC for certain, such as ASCII, needs no ICU. */
#ifndef ADREF_CLAUSE_NFC_H
#define ADREF_CLAUSE_NFC_H

#include <glib.h>

#include "clause/node.h"

/* Sorting the marks of one letter takes a library a time in proportion to their number squared. A
 * letter with more marks, which no spelling needs, stays as it is (adref_hidden_next() names it).
 */
enum {
  ADREF_NFC_MAX_MARKS = 64
};

/* FALSE for a text that is NFC for certain, without a look into ICU. */
gboolean adref_nfc_may_change(const char *text, gsize length);

/* The NFC of `text`, which has *length bytes and which the function frees or returns; sets *length.
 */
char *adref_nfc(char *text, gsize *length);

/* g_utf8_normalize() with that bound; never NULL. `text` is valid UTF-8. Caller frees. */
char *adref_nfc_normalize(const char *text, gsize length, GNormalizeMode mode);

/* Converts the text of a node to NFC. */
void adref_nfc_node(AdrefNode *node);

#endif
