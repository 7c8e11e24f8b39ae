/* Footnotes of a Word file that came back through LibreOffice.
 *
 * LibreOffice 7.4 reads the words of a footnote as those of another one, or as none, in all files
 * in which a comment stands between the first and the second footnote, and saves them so. */
#ifndef ADREF_WORK_IMPORT_RETURNED_FOOTNOTES_H
#define ADREF_WORK_IMPORT_RETURNED_FOOTNOTES_H

#include "view/reports/word_report.h"
#include "work/export/sent_word.h"

/* Gives the footnotes of such a file that have the words of another one, or none, those that went
 * out, and says so. Where footnotes have come or gone, all stay as they are. */
void adref_returned_footnotes_restore(AdrefDocxFile *returned, const AdrefSentWord *sent,
                                      AdrefWordReport *report);

#endif
