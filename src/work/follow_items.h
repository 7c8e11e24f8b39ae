/* References to items of a clause follow when a text is saved (merge/join/item_references.h): each
 * is compared with the text before. What was written anew is said, and what cannot be decided. */
#ifndef ADREF_WORK_FOLLOW_ITEMS_H
#define ADREF_WORK_FOLLOW_ITEMS_H

#include "work/text.h"

/* Writes them in a document that will replace the file of a text, which was read before. The
 * problems of the text become those of the document. */
void adref_follow_items_in(const AdrefText *text, AdrefNode *document);

/* Writes them in the file of a text that a person changed since the version with the document
 * `old`; the rest of the file stays as it is. What the file held is added
 * to `before`: path -> GBytes. */
gboolean adref_follow_items_save(AdrefText *text, const AdrefNode *old, GHashTable *before,
                                 GError **error);

#endif
