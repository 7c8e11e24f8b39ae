/* One file of a workspace, joined from a base and what several versions made of it: `adref merge`,
 * `adref merge-driver` and `adref undo VERSION` join files in the same way.
 *
 * - statements/ID/LANG.md: by the words (merge/join/merge.h);
 * - statement.yaml, templates/parties.yaml, assembly.lock: key by key (merge/join/merge_entries.h);
 * - record/PARTY.yaml: act by act (sign/record_join.h);
 * - signers, signers.gpg, signers.revoked: the line of each key;
 * - other files: line by line, as git does (history/merge_lines.h).
 *
 * What no bracket can hold, and two sides changed in different ways, is ADREF_ERROR_REFUSED. */
#ifndef ADREF_WORK_JOIN_MERGE_FILE_H
#define ADREF_WORK_JOIN_MERGE_FILE_H

#include "merge/join/merge.h"
#include "work/session.h"

typedef enum {
  ADREF_MERGE_FILE_TEXT,
  ADREF_MERGE_FILE_YAML,
  ADREF_MERGE_FILE_LOCK,
  ADREF_MERGE_FILE_RECORD,
  ADREF_MERGE_FILE_SIGNERS,
  ADREF_MERGE_FILE_LINES,
} AdrefMergeFileKind;

typedef struct {
  GBytes *bytes;
  const char *party;   /* its code; NULL: unknown */
  const char *name;    /* of the version, in messages: "JPN/main (1a2b3c4d)" */
  const char *label;   /* in the report, which does not copy it: "JPN", "JPN/main" */
  GHashTable *parties; /* of a text, by clause (merge/join/merge.h); NULL: none */
  gint64 time;         /* when it was written (work/join/side_party.h); 0: not known */
} AdrefMergeFileSide;

typedef struct {
  const char *path;                /* relative to the workspace's root */
  AdrefSessionFiles *files;        /* how texts are read: the parties, the numbering; may be NULL */
  GBytes *base;                    /* NULL: there was none */
  const AdrefMergeFileSide *sides; /* those that changed it; the first is ours */
  guint count;
} AdrefMergeFileOptions;

typedef struct {
  GBytes *bytes;
  AdrefMergeReport *report; /* of a text; else NULL */
  GPtrArray *notes;         /* of char *: what else a person should know; may be empty */
} AdrefMergedFile;

AdrefMergeFileKind adref_merge_file_kind(const char *path);

AdrefMergedFile *adref_merge_file(AdrefSession *session, const AdrefMergeFileOptions *options,
                                  GError **error);
void adref_merged_file_free(AdrefMergedFile *merged);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefMergedFile, adref_merged_file_free)

#endif
