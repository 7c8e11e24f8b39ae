/* Numbers and labels that lost their style in a Word file that came back. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_LOST_LABELS_H
#define ADREF_EXCHANGE_DOCX_DOCX_LOST_LABELS_H

#include "exchange/docx/docx_read.h"

/* Who clears the formatting of a whole text in Word (Ctrl+Space) takes the style of the numbers
 * too, and they would be words. What stands with its tab before a paragraph of a clause, and went
 * out so in `sent`, is that label again. */
void adref_docx_lost_labels_restore(AdrefDocxFile *returned, const AdrefDocxFile *sent);

#endif
