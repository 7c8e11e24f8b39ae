/* Comments of a Word file that came back. */
#ifndef ADREF_WORK_IMPORT_RETURNED_COMMENTS_H
#define ADREF_WORK_IMPORT_RETURNED_COMMENTS_H

#include "view/reports/word_report.h"
#include "work/export/sent_word.h"
#include "work/import/import_text.h"

/* Lists those that become notes, in the order of the text, and those that went out and are gone:
 * their notes stay. After the last reading, which knows the comments on deleted words. */
void adref_returned_comments_list(AdrefWordReport *report, const AdrefDocxFile *returned,
                                  const AdrefSentWord *sent, const AdrefImportOptions *options);

/* Gives the notes of clauses that are not in the document to the clauses in which their comments
 * stand now: somebody has joined the two. */
void adref_returned_comments_keep(AdrefNode *document, const AdrefDocxReading *reading,
                                  const AdrefSentWord *sent);

#endif
