/* Clauses whose ids changed: what names them follows.
 *
 * A clause was renamed when its id is gone, and one clause with a new id has the same words. The
 * references and the other languages of the statement get the new id. In the record of each party
 * the last act on the old id is done again on the new one, with its reason and hashes, so that what
 * was agreed stays agreed; the act on the old id is reopened. */
#ifndef ADREF_WORK_EDIT_RENAME_CLAUSES_H
#define ADREF_WORK_EDIT_RENAME_CLAUSES_H

#include "clause/node.h"
#include "work/session.h"

/* Adds the clauses of `old` that have another id in `new`: old id -> new id. */
void adref_rename_clauses_find(const AdrefNode *old, const AdrefNode *new, GHashTable *renames);

/* Writes the new ids into texts and records of the work folder, and says so. What each changed file
 * held before is added to `before`: path -> GBytes. */
gboolean adref_rename_clauses_follow(AdrefSession *session, const AdrefStatement *statement,
                                     GHashTable *renames, GHashTable *before, GError **error);

/* Puts the files back. */
void adref_rename_clauses_undo(GHashTable *before);

#endif
