/* The list of an adoption (sign/adoption.h) of a draft that was circulated, from the records of
 * now.
 */
#ifndef ADREF_WORK_CHECK_ADOPTION_LIST_H
#define ADREF_WORK_CHECK_ADOPTION_LIST_H

#include "history/label.h"
#include "sign/archive.h"
#include "sign/package.h"
#include "work/session.h"

typedef struct {
  AdrefAdoption *adoption;
  GPtrArray *files; /* of AdrefArchiveMember: what the list binds */
} AdrefAdoptionList;

/* Of the words of the draft in `snapshot`. Refused, with all reasons, where not each party has
 * agreed to these words on record, and silence did not hold; and for what a final text never has.
 * The records are those of HEAD. Writes nothing. */
gboolean adref_adoption_list_make(AdrefSession *session, const AdrefStatementSnapshot *snapshot,
                                  const AdrefLabel *label, AdrefAdoptionList *list, GError **error);
void adref_adoption_list_clear(AdrefAdoptionList *list);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefAdoptionList, adref_adoption_list_clear)

#endif
