/* A session on a workspace: what an action needs, each part opened once and kept.
 *
 * A part is opened when it is asked for first; until then its field is NULL. All that a session
 * gives out belongs to it, and ends with it. A part that could not be opened is asked for again the
 * next time. A session sees facts, labels and signers as they were when it read them, so a door
 * that runs for longer opens a session for each request. One thread uses a session. */
#ifndef ADREF_WORK_SESSION_H
#define ADREF_WORK_SESSION_H

#include <glib.h>

#include "clause/markdown/reading.h"
#include "draft/library/library.h"
#include "draft/library/outline.h"
#include "draft/statement/house_style.h"
#include "draft/statement/statement.h"
#include "draft/statement/workspace.h"
#include "history/person.h"
#include "history/repo.h"
#include "history/version.h"
#include "history/work_lock.h"
#include "sign/signers.h"

/* The files of a workspace: the work folder, or those of a version. */
typedef struct {
  AdrefFileSource *source;
  AdrefLibrary *library; /* where a version has no parties, that of the work folder */
  AdrefVersion version;  /* "": the work folder */
  /* private */
  AdrefWorkspace *workspace; /* the work folder's, or NULL */
  AdrefLibrary *own_library; /* the library, where it is not that of the work folder */
  GHashTable *facts;         /* id of a statement -> its facts and style */
  GPtrArray *older_facts;    /* those that were read before their file was written */
} AdrefSessionFiles;

/* What a session needs of the door that opened it. */
typedef struct {
  void (*say)(gpointer data, const char *message); /* a message for the person; NULL: none */
  /* The text that "-" means; a NUL byte that is not counted follows it. NULL: there is none. */
  GBytes *(*read_input)(gpointer data, gsize limit, GError **error);
  gpointer data;
} AdrefSessionDoor;

typedef struct {
  char *folder; /* where the search for a workspace begins; absolute */
  gint64 now;   /* seconds since 1970, by the clock of this computer, when the session began */
  AdrefSessionDoor door;
  AdrefWorkspace *workspace; /* NULL in a bare repository, too */
  AdrefSessionFiles *files;  /* of the workspace; in a bare repository of HEAD */
  AdrefLibrary *library;     /* of these files */
  AdrefRepo *repo;
  AdrefReadings *readings;         /* texts that were read, and that nobody changes */
  AdrefSigners *signers;           /* of the work folder, whatever version is read */
  char *statement_id;              /* set by adref_session_require() (work/needs.h) */
  const AdrefStatement *statement; /* likewise */
  /* private */
  GPtrArray *folders;     /* of AdrefSessionFiles: work folders that were opened */
  GHashTable *versions;   /* id -> AdrefSessionFiles */
  GHashTable *labels;     /* id of a statement -> GPtrArray of AdrefLabel */
  GHashTable *withdrawn;  /* names of drafts that were said to be withdrawn */
  AdrefPerson *people[2]; /* by AdrefPersonRole */
  AdrefWorkLock *lock;    /* NULL: not held */
} AdrefSession;

/* Opens nothing yet. */
AdrefSession *adref_session_new(const char *folder, const AdrefSessionDoor *door);
void adref_session_free(AdrefSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSession, adref_session_free)

/* Says something to the person, by the door's `say`. */
void adref_session_say(const AdrefSession *session, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Says the problems of a text, "file:line:column: warning: ...", at most 20 of them. */
void adref_session_say_problems(const AdrefSession *session, const char *file,
                                const GPtrArray *problems);

/* The workspace around the folder. */
gboolean adref_session_find_workspace(AdrefSession *session, GError **error);

/* The same, and its library. */
gboolean adref_session_open_workspace(AdrefSession *session, GError **error);

/* The repository around the workspace. What a killed adref left locked is unlocked. */
AdrefRepo *adref_session_repo(AdrefSession *session, GError **error);

/* Locks the files of the workspace (history/work_lock.h) until the session ends or unlocks them. An
 * action that writes a file and saves it holds the lock from the moment in which it looks whether
 * all is saved. Who has the lock already keeps it. */
gboolean adref_session_lock(AdrefSession *session, GError **error);
void adref_session_unlock(AdrefSession *session);

/* Opens the workspace. Takes a bare repository, too, and one whose work folder is no workspace any
 * more while its last version has statements: `workspace` stays NULL then. */
gboolean adref_session_open_any(AdrefSession *session, GError **error);

/* The files of the workspace around another folder, NULL where there is none that reads. */
AdrefSessionFiles *adref_session_files_around(AdrefSession *session, const char *folder);

/* The files of a version. */
AdrefSessionFiles *adref_session_files_of_version(AdrefSession *session,
                                                  const AdrefVersion *version, GError **error);

/* The same, by a version's name (history/version.h), which may be that of a label of `statement`
 * (or NULL); ADREF_VERSION_WORK is the work folder. A date needs no "@" here where no version has
 * that name. */
AdrefSessionFiles *adref_session_find_files(AdrefSession *session, const char *statement,
                                            const char *name, GError **error);

/* The id that an argument means in the workspace; NULL: of the statement around, or the only one.
 * Caller frees. */
char *adref_session_choose(AdrefSession *session, const char *argument, GError **error);

/* The same among the statements of other files. */
char *adref_session_choose_among(AdrefSession *session, const AdrefSessionFiles *files,
                                 const char *argument, GError **error);

/* The facts of the statement with an id. */
const AdrefStatement *adref_session_facts(AdrefSessionFiles *files, const char *id, GError **error);

/* The same, read again because this process has written them. Those that were read before stay
 * valid, and stay as they were. */
const AdrefStatement *adref_session_facts_again(AdrefSessionFiles *files, const char *id,
                                                GError **error);

/* The style of a statement of these files. */
const AdrefHouseStyle *adref_session_house_style(AdrefSessionFiles *files,
                                                 const AdrefStatement *statement, GError **error);

/* The outline of a statement; one that does not exist is an error at its place in statement.yaml,
 * and so is a statement without one. Caller frees. */
AdrefOutline *adref_session_outline(AdrefSession *session, const AdrefStatement *statement,
                                    GError **error);

/* The drafts of a statement that were circulated, oldest first (of AdrefLabel). */
const GPtrArray *adref_session_labels(AdrefSession *session, const char *statement, GError **error);

/* The name of a version as people read it: "rev1 (withdrawn)" for a draft that was. `statement` may
 * be NULL. Caller frees. */
char *adref_session_version_name(AdrefSession *session, const char *statement, const char *name);

const AdrefSigners *adref_session_signers(AdrefSession *session, GError **error);

/* git's identity, and the time at which it was asked for first. */
const AdrefPerson *adref_session_person(AdrefSession *session, AdrefPersonRole role,
                                        GError **error);

/* The path of a file of the work folder, relative to the root before. Caller frees. */
char *adref_session_path(const AdrefSession *session, const char *name);

#endif
