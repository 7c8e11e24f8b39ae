/* Repositories of other users: git opens those that the user's own configuration names in
 * safe.directory. libgit2 1.5 knows neither "*" nor what stands in the environment. */
#ifndef ADREF_HISTORY_SAFE_DIRECTORY_H
#define ADREF_HISTORY_SAFE_DIRECTORY_H

#include <glib.h>

/* The folder for which safe.directory is asked: the work folder of the repository in which `root`
 * is, or the repository itself if it is bare. Caller frees. */
char *adref_safe_directory_path(const char *root);

/* Whether the user trusts that folder: the value "*", the folder itself ("~/" is the home folder);
 * an empty value takes back those before it. */
gboolean adref_safe_directory_is_listed(const char *path);

#endif
