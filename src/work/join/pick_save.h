/* What was picked of the changes between two versions, saved as a version of a statement. */
#ifndef ADREF_WORK_JOIN_PICK_SAVE_H
#define ADREF_WORK_JOIN_PICK_SAVE_H

#include "work/join/pick.h"

typedef struct {
  const AdrefStatement *statement;
  const char *from, *to; /* names of the versions, as a person calls them */
  const char *party;     /* whose version it is, or NULL */
  const char *language;  /* of the text; NULL: the rolling one */
} AdrefPickVersions;

/* Whether the text of the statement now has the changes of `to`, which are taken out of it then
 * where they are refused; else those that are taken come into it. Also refuses at once what would
 * let saving fail: unsaved changes, no identity, a party that does not speak. */
gboolean adref_pick_check(AdrefSession *session, const AdrefPickVersions *versions,
                          gboolean *has_new, GError **error);

/* The text of the statement becomes what was picked. Where it is neither of the two texts, what was
 * picked is joined with it, as a merge does. A message says so where nothing changes. */
gboolean adref_pick_save(AdrefSession *session, const AdrefPickVersions *versions,
                         const AdrefPicking *picking, gboolean has_new, GError **error);

#endif
