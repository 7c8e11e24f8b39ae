/* The plain text that went out, made again, so that one that came back is read beside it. */
#ifndef ADREF_WORK_IMPORT_SENT_PLAIN_H
#define ADREF_WORK_IMPORT_SENT_PLAIN_H

#include "view/view.h"
#include "work/import/import_text.h"
#include "work/text.h"

/* The text of `base` as `adref export -f text` writes it in a view with lines of `width` columns
 * (0: one for each paragraph), read like `returned`. NULL: it cannot be read. The caller frees it.
 */
AdrefImportFile *adref_sent_plain_read(const AdrefText *base, const AdrefImportFile *returned,
                                       AdrefView view, guint width);

/* Clauses of `theirs` that are, read in the same way, as they went out (`sent`) become those of
 * `base`: what plain text does not have is no change. A clause that both readings have and `base`
 * has not goes: it is the end of a line that begins like a paragraph. */
void adref_sent_plain_keep(AdrefNode *theirs, const AdrefNode *sent, const AdrefNode *base);

#endif
