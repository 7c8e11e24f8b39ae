/* What the installed starter library has, and templates/ of the workspace has not, or otherwise:
 * shown as redlines, and taken file by file. Files that only the workspace has are its own, and are
 * left alone; so are entries of a register that only the workspace has, such as its own parties. */
#ifndef ADREF_WORK_JOIN_LIBRARY_UPDATE_H
#define ADREF_WORK_JOIN_LIBRARY_UPDATE_H

#include "work/session.h"

typedef struct {
  char *path;      /* "templates/parties.yaml" */
  GBytes *ours;    /* NULL: the workspace lacks the file */
  GBytes *starter; /* of parties and abbreviations with what only the workspace has */
  char *kept;      /* those entries, "NOR, MKD"; NULL: none */
  gboolean loses;  /* they cannot be joined with the starter's file, which lacks them */
} AdrefLibraryFile;

/* The files that differ (of AdrefLibraryFile), sorted by path. `wanted` (NULL-terminated, or NULL
 * for all) names files, or folders with all below them, with "templates/" before them or without;
 * a name of nothing in the starter library is an error. Caller unrefs. */
GPtrArray *adref_library_update_files(AdrefSession *session, char *const *wanted, GError **error);

/* The redline from the file of the workspace to that of the starter library: the words of Markdown,
 * the keys of YAML. Of a file that the workspace lacks, its first words. */
GString *adref_library_update_redline(AdrefSession *session, const AdrefLibraryFile *file,
                                      guint width, gboolean color, GError **error);

/* The keys of two YAML texts that differ (of AdrefFactChange); empty where comments or order alone
 * do. NULL: one of them cannot be read. */
GPtrArray *adref_library_update_keys(GBytes *old, GBytes *new);

/* Refuses a file with changes that are in no version, which would be lost, one behind a symbolic
 * link, and one whose own entries cannot be kept. */
gboolean adref_library_update_check(AdrefSession *session, const AdrefLibraryFile *file,
                                    GError **error);

/* Checks, then writes the file of the starter library into the workspace. */
gboolean adref_library_update_take(AdrefSession *session, const AdrefLibraryFile *file,
                                   GError **error);

#endif
