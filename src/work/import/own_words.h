/* What a party wrote after a draft, and does not have in a later file that was made from that
 * draft: whether the party takes it back, or the file was made by somebody else, only the party
 * knows. */
#ifndef ADREF_WORK_IMPORT_OWN_WORDS_H
#define ADREF_WORK_IMPORT_OWN_WORDS_H

#include "work/text.h"

/* Says which clauses of `current` the party has changed since `base`, and `theirs`, its file, has
 * as in `base`: they stay as they are. `base_name` is what people call the version. */
void adref_own_words_say(AdrefSession *session, const AdrefText *current, const AdrefText *base,
                         const char *base_name, const AdrefNode *theirs, const char *party,
                         const char *file);

#endif
