/* Brackets of a text that parties have recorded to be words (sign/settled_words.h), as in "[1]". */
#ifndef ADREF_WORK_SETTLED_TEXT_H
#define ADREF_WORK_SETTLED_TEXT_H

#include "work/text.h"

/* Sets `settled` of the brackets of a statement's text, by the records of its version; a text
 * without a bracket that may be words costs one walk. Where texts or records do not read, every
 * bracket stays open. */
void adref_settled_text_apply(const AdrefText *text);

#endif
