/* What a text becomes when a file comes back that differs from the version it came from. */
#ifndef ADREF_WORK_IMPORT_RETURNED_CHANGES_H
#define ADREF_WORK_IMPORT_RETURNED_CHANGES_H

#include "work/import/import_into.h"

/* The text of the statement, changed where `theirs`, the file, differs from `base`, the version
 * that it came from. Where the text is not that version any more, only those clauses change that
 * the file changed; one that both changed gets the file's words beside it as an alternative of
 * `party` (NULL: of nobody). A file that holds at most a third of the clauses deletes none; that is
 * said. Fills the lists of `into`. The caller frees the result. */
AdrefNode *adref_returned_changes_make(AdrefImportInto *into, const AdrefNode *base,
                                       const AdrefNode *theirs, const char *party);

#endif
