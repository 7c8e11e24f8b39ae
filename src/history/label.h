/* Labels: the drafts of a statement that were circulated. The label "rev1" of the statement "tokyo"
 * is the annotated tag tokyo/rev1. */
#ifndef ADREF_HISTORY_LABEL_H
#define ADREF_HISTORY_LABEL_H

#include "history/person.h"
#include "history/version.h"

enum {
  ADREF_LABEL_MAX_COUNT = 10000, /* labels of a statement that are read */
};

typedef struct {
  char *name;
  AdrefVersion version;
  AdrefPerson
      *person;   /* who circulated it and when; of a tag without a note who saved the version */
  char *subject; /* first line of the note; "" for none. A stranger's: make it visible */
  char *party;   /* what stands behind "Party: " in its last paragraph, or NULL; likewise */
  char *silence; /* likewise behind "Silence: " */
} AdrefLabel;

void adref_label_free(AdrefLabel *label);

/* The labels of a statement (of AdrefLabel), oldest first. Tags that name no commit are left out.
 */
GPtrArray *adref_repo_labels(AdrefRepo *repo, const char *statement, GError **error);

/* The one of `labels` that was circulated last of those on which HEAD builds; NULL: none. */
const AdrefLabel *adref_repo_last_label(AdrefRepo *repo, const GPtrArray *labels);

/* The label that comes next: zero, rev1, rev2 ... Labels with other names do not count. */
char *adref_label_next(const GPtrArray *labels);

/* Labels a version, with a message for the note. One who labels waits for those who save. A label
 * that exists is ADREF_ERROR_REFUSED. */
gboolean adref_repo_label(AdrefRepo *repo, const char *statement, const char *label,
                          const AdrefVersion *version, const char *message, GError **error);

/* The version on HEAD's line of first parents in which `folder` (relative to the workspace's root)
 * became what it is in HEAD. ADREF_ERROR_NOT_FOUND when HEAD does not have it. */
gboolean adref_repo_last_change(AdrefRepo *repo, const char *folder, AdrefVersion *version,
                                GError **error);

#endif
