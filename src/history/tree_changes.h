/* Which files of the repository differ between one base and what several versions made of it. */
#ifndef ADREF_HISTORY_TREE_CHANGES_H
#define ADREF_HISTORY_TREE_CHANGES_H

#include "history/version.h"

enum {
  ADREF_TREE_CHANGES_MAX_ENTRIES = 100000, /* entries of folders that differ */
  ADREF_TREE_CHANGES_MAX_DEPTH = 64,       /* folders in each other */
};

/* A file as a version has it. */
typedef struct {
  char id[65]; /* git's id of its bytes; "": the version does not have it */
  guint mode;  /* as git has it: 0100644 ... */
} AdrefTreeFile;

/* A path that at least one side has otherwise than the base. */
typedef struct {
  char *path; /* within the repository */
  AdrefTreeFile base;
  AdrefTreeFile *sides; /* one for each side */
} AdrefTreeChange;

gboolean adref_tree_file_equal(const AdrefTreeFile *a, const AdrefTreeFile *b);

void adref_tree_change_free(AdrefTreeChange *change);

/* The changes (of AdrefTreeChange, which the array frees) by path. `base` and `sides` are ids of
 * commits or of trees; base
 * "" has no files. Folders that all have alike are not read. */
GPtrArray *adref_repo_tree_changes(AdrefRepo *repo, const AdrefVersion *base,
                                   const AdrefVersion *sides, guint count, GError **error);

/* The path of a file as the workspace knows it; NULL: it lies outside of the workspace. Points into
 * `path`. */
const char *adref_repo_workspace_path(const AdrefRepo *repo, const char *path);

/* Keeps bytes in the repository; `id` becomes git's id of them. */
gboolean adref_repo_write_blob(AdrefRepo *repo, GBytes *bytes, char id[65], GError **error);

/* Keeps a tree: that of `base` ("": none) with other files (`paths` within the repository; those
 * without an id are taken out). `tree` becomes its id. */
gboolean adref_repo_write_tree(AdrefRepo *repo, const AdrefVersion *base, char *const *paths,
                               const AdrefTreeFile *files, guint count, AdrefVersion *tree,
                               GError **error);

#endif
