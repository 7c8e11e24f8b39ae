/* The note of what a join does with the work folder, for the case that it is killed. Private to
 * history/. */
#ifndef ADREF_HISTORY_JOIN_NOTE_H
#define ADREF_HISTORY_JOIN_NOTE_H

#include "history/join.h"

typedef struct {
  AdrefVersion from, to;
  char **paths; /* NULL-terminated */
  AdrefTreeFile *old, *new;
} AdrefJoinNote;

/* Writes the note; it is on disk then. */
gboolean adref_join_note_write(AdrefRepo *repo, const AdrefJoinOptions *options,
                               const AdrefVersion *to, GError **error);

/* Whether there is a note. */
gboolean adref_join_note_exists(AdrefRepo *repo);

/* Reads it; FALSE where it does not read. */
gboolean adref_join_note_read(AdrefRepo *repo, AdrefJoinNote *note);
void adref_join_note_clear(AdrefJoinNote *note);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefJoinNote, adref_join_note_clear)

void adref_join_note_remove(AdrefRepo *repo);

#endif
