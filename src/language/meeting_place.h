/* Where a text says that people met, or that it was made: "Adopted in Tokyo", 東京に参集し. */
#ifndef ADREF_LANGUAGE_MEETING_PLACE_H
#define ADREF_LANGUAGE_MEETING_PLACE_H

#include "base/pattern.h"

/* Finds the name of the place in a paragraph; NULL: in this language no place is looked for. Caller
 * frees. */
AdrefPattern *adref_meeting_place_pattern(const char *language);

/* The same in the first paragraph of an English text: "The 29th Summit was held in Manila". Caller
 * frees. */
AdrefPattern *adref_meeting_place_held_pattern(void);

#endif
