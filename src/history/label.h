/* Labels: names of the versions of a statement that were circulated (the drafts). The label "rev1"
 * of the statement "tokyo" is the annotated tag tokyo/rev1. A draft that was withdrawn keeps it;
 * the tag withdrawn/tokyo/rev1 on the same version has the reason in its message, "Reason: TEXT".
 */
#ifndef ADREF_HISTORY_LABEL_H
#define ADREF_HISTORY_LABEL_H

#include "history/person.h"
#include "history/version.h"

enum {
  ADREF_LABEL_MAX_COUNT = 10000, /* labels of a statement that are read */
};

typedef struct {
  char *statement; /* as its tag names it: the statement's name, or a former one */
  char *name;
  AdrefVersion version;
  AdrefPerson *person; /* who circulated it and when; for a tag without a message, who committed */
  char *subject;   /* first line of the tag's message; "" for none. From a stranger: escape it */
  char *party;     /* value of the trailer "Party: " of the message, or NULL. From a stranger too */
  char *silence;   /* value of the trailer "Silence: ", likewise */
  char *withdrawn; /* why the draft was withdrawn, likewise; NULL: it was not */
  AdrefVersion withdrawal; /* the tag object of that; "": there is none */
} AdrefLabel;

void adref_label_free(AdrefLabel *label);

/* The labels of a statement (of AdrefLabel), oldest first, ADREF_LABEL_MAX_COUNT at most, with
 * those that it got under a former name (history/former_name.h). Tags that point to no commit are
 * left out. */
GPtrArray *adref_repo_labels(AdrefRepo *repo, const char *statement, GError **error);

/* The commit that the label `name` names; "" when there is no such label. */
const char *adref_labels_commit(const GPtrArray *labels, const char *name);

/* The last of the labels that was published: adref finalize writes the tag final/STATEMENT/LABEL
 * on its version, with the SHA-256 of the package; NULL: none. Nobody has signed that tag: it is a
 * claim of whoever could send it, and the signatures and the package are the proof. */
const AdrefLabel *adref_repo_published_label(AdrefRepo *repo, const GPtrArray *labels,
                                             const char *statement);

/* The field of that tag with the party that recorded an adoption. */
#define ADREF_FINAL_TAG_ADOPTED "Adopted:"

/* Whether that tag says that the draft was adopted, whoever has signed it besides. A tag that an
 * older adref wrote does not say it. */
gboolean adref_repo_label_is_adopted(AdrefRepo *repo, const AdrefLabel *label,
                                     const char *statement);

/* The parties that have a tag signoff/STATEMENT/LABEL/PARTY, in the order of their codes; nobody
 * has verified them. NULL: there is none. Caller frees. */
char **adref_repo_label_signers(AdrefRepo *repo, const AdrefLabel *label);

/* Whether there are such tags. */
gboolean adref_repo_label_is_signed(AdrefRepo *repo, const AdrefLabel *label);

/* The last of the labels of a statement that is among `tags` (of char *, "tokyo/rev1"), in the
 * order of the tags; NULL: none. */
const AdrefLabel *adref_labels_of_tags(const GPtrArray *labels, const GPtrArray *tags);

/* The name of the label in a tag "tokyo/rev1" of the statement, under its name or a former one;
 * NULL: the tag is none of its labels. Points into `tag`. */
const char *adref_repo_label_of_tag(const AdrefRepo *repo, const char *statement, const char *tag);

/* Writes a ref below refs/adref/withdrawn/ for each withdrawal, so that one whose tag is deleted
 * later still counts here. A repository that cannot be written stays as it is. */
void adref_labels_keep_withdrawn(AdrefRepo *repo, const GPtrArray *labels);

/* The newest of `labels` that was not withdrawn and whose version is HEAD or an ancestor of HEAD;
 * NULL: none. */
const AdrefLabel *adref_repo_last_label(AdrefRepo *repo, const GPtrArray *labels);

/* The next label in the series zero, rev1, rev2 ... Labels with other names do not count. A draft
 * that was withdrawn frees its number, but not its name: the next one after rev1, when that was
 * withdrawn, is rev1-2, the second issue of it. Caller frees. */
char *adref_label_next(const GPtrArray *labels);

/* Creates the annotated tag STATEMENT/LABEL on a version. It holds the lock on the index, so it
 * waits for a save that is running. A label that exists is ADREF_ERROR_REFUSED. */
gboolean adref_repo_label(AdrefRepo *repo, const char *statement, const char *label,
                          const AdrefVersion *version, const char *message, GError **error);

/* Marks a label as withdrawn. One that was withdrawn before is ADREF_ERROR_REFUSED. */
gboolean adref_repo_withdraw_label(AdrefRepo *repo, const AdrefLabel *label, const char *reason,
                                   const char *party, GError **error);

/* The oldest version, going back from HEAD along first parents, since which the files and folders
 * at `paths` (relative to the workspace's root, NULL-terminated) are the same as in HEAD.
 * ADREF_ERROR_NOT_FOUND when HEAD does not have the first of them. */
gboolean adref_repo_last_change(AdrefRepo *repo, const char *const *paths, AdrefVersion *version,
                                GError **error);

#endif
