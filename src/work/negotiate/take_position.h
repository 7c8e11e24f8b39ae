/* A party supports, opposes or gives up an alternative of a bracket, in every language that has the
 * bracket. */
#ifndef ADREF_WORK_NEGOTIATE_TAKE_POSITION_H
#define ADREF_WORK_NEGOTIATE_TAKE_POSITION_H

#include "work/session.h"

typedef enum {
  ADREF_TAKE_POSITION_SUPPORT,
  ADREF_TAKE_POSITION_OPPOSE,
  ADREF_TAKE_POSITION_WITHDRAW,
} AdrefTakePositionType;

typedef struct {
  AdrefTakePositionType type;
  const char *bracket; /* CLAUSE[:N][.ALTERNATIVE], as a person types it */
  const char *party;
} AdrefTakePositionOptions;

/* Saves one version, and says what became of the bracket. Without the number of an alternative it
 * is that of the party (WITHDRAW), else the only one that is proposed. A language without the same
 * bracket is named, and left as it is. Refused when nothing would change, and as
 * adref_text_changes_begin() says. */
gboolean adref_take_position(AdrefSession *session, const AdrefStatement *statement,
                             const AdrefTakePositionOptions *options, GError **error);

#endif
