/* The walk through the changes of a redline, on a terminal or by lines of answers: each is taken,
 * refused, or written otherwise. */
#ifndef ADREF_CMD_SHARED_PICK_WALK_H
#define ADREF_CMD_SHARED_PICK_WALK_H

#include "cmd/command.h"
#include "work/join/pick.h"

/* Whether there is somebody to ask, or --plain reads answers; else an error that says what to do.
 * `command` is how it is typed: "diff --pick". */
gboolean adref_pick_walk_check(const AdrefRun *run, const char *command, GError **error);

/* Walks until the person quits or the last change is behind; TRUE: the person has quit before it.
 * What was decided is kept in `picking`, also after Ctrl-C. --plain: sentences, each answer a line.
 */
gboolean adref_pick_walk(const AdrefRun *run, AdrefPicking *picking);

#endif
