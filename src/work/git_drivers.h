/* What lets git itself join and compare files of a workspace as adref does: lines in .gitattributes
 * of the workspace, which every clone gets, and the configuration of a clone. */
#ifndef ADREF_WORK_GIT_DRIVERS_H
#define ADREF_WORK_GIT_DRIVERS_H

#include "work/session.h"

#define ADREF_GIT_ATTRIBUTES ".gitattributes"

/* What a person is told when the configuration of the clone was changed. */
#define ADREF_GIT_DRIVERS_CHANGED                                                                  \
  "git joins and compares texts by adref in this clone now (adref help git)"

/* Adds the lines that are missing to the file .gitattributes at `root`. */
gboolean adref_git_drivers_add_attributes(const char *root, gboolean *changed, GError **error);

/* Sets merge.adref.* and diff.adref.* in the configuration of the clone: what is missing or, with
 * `all`, also what is otherwise. The command is "adref" where the shell finds this program by that
 * name, else its path in quotes. */
gboolean adref_git_drivers_configure(AdrefRepo *repo, gboolean all, gboolean *changed,
                                     GError **error);

/* Sets what is missing in a clone that git made, and says so; called where a version was saved or
 * joined, so that a later "git pull" joins texts as adref does. A configuration that cannot be
 * written is no fault of the version. */
void adref_git_drivers_complete(AdrefSession *session);

#endif
