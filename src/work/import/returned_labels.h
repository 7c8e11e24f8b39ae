/* Which footnotes of a Word file that came back are those that went out: Word knows them by their
 * order alone, a text by their labels. */
#ifndef ADREF_WORK_IMPORT_RETURNED_LABELS_H
#define ADREF_WORK_IMPORT_RETURNED_LABELS_H

#include "work/export/sent_word.h"

/* The labels of the footnotes of what went out, in the order of the file (of AdrefDocxNoteLabel).
 * NULL: the text `document`, of which it was made, has others. Caller unrefs. */
GPtrArray *adref_returned_labels_sent(const AdrefDocxFile *sent, const AdrefNode *document);

/* The labels of the footnotes of `returned`: of those with the words of one that went out, and of
 * those that stand between such in the same number, the label that it had; a new one gets a number
 * that is no label in the text that it came from and in the text as it is `now`. NULL where
 * `labels`, those of what went out, is NULL. Caller unrefs. */
GPtrArray *adref_returned_labels_match(const AdrefDocxFile *returned, const AdrefDocxFile *sent,
                                       const GPtrArray *labels, const AdrefText *base,
                                       const AdrefText *now);

#endif
