/* Disassociations and explanations of position at the end of a text, as every output prints them:
 * a heading, then a paragraph for each, "Disassociation (Thailand, paragraph 12): words". */
#ifndef ADREF_VIEW_POSITION_NOTES_H
#define ADREF_VIEW_POSITION_NOTES_H

#include "clause/node.h"
#include "draft/library/page_words.h"

/* A copy of the document with the notes behind its last clause; NULL where there are none.
 * `positions` has AdrefStatedPosition (sign/stated_position.h); `names`: code -> name of a party,
 * or NULL; a party that is not in it is named by its code. Caller frees. */
AdrefNode *adref_position_notes_copy(const AdrefNode *document, const GPtrArray *positions,
                                     GHashTable *names, const AdrefPageWords *words);

#endif
