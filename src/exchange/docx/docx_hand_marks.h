/* Marks by hand in a Word file: words that somebody has struck out to say that they are to go, and
 * underlined or set in bold to say that they are new. Nothing in the file says which of them are
 * marks, so a person decides whether they are taken. Color alone is never a mark.
 *
 * What went out struck, underlined or bold is no mark, nor are bold or underlined headings and
 * heads of tables, links, and paragraphs that are bold or underlined as a whole in a file from
 * elsewhere. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_HAND_MARKS_H
#define ADREF_EXCHANGE_DOCX_DOCX_HAND_MARKS_H

#include "exchange/docx/docx_read.h"

typedef struct {
  guint struck, set_off; /* passages; set off: underlined or in bold */
} AdrefDocxHandMarks;

/* `sent` is the file that went out, NULL: none did. */
AdrefDocxHandMarks adref_docx_hand_marks_count(const AdrefDocxFile *file,
                                               const AdrefDocxFile *sent);

/* Makes them tracked changes, each passage one; their letters are then plain. What is tracked
 * already stays so; struck words of a tracked insertion were inserted and deleted. Whose they are
 * is known where Word has tracked the change of formatting. */
void adref_docx_hand_marks_take(AdrefDocxFile *file, const AdrefDocxFile *sent);

#endif
