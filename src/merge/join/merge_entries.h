/* Files of entries, joined entry by entry: YAML by its keys, signers by their keys. What one side
 * changed is taken; the layout and the comments are those of our file where both have an entry. An
 * entry that both sides changed in different ways is an overlap, and ours stands in the result. */
#ifndef ADREF_MERGE_JOIN_MERGE_ENTRIES_H
#define ADREF_MERGE_JOIN_MERGE_ENTRIES_H

#include <glib.h>

enum {
  ADREF_MERGE_ENTRIES_MAX_DEPTH = 8, /* maps in each other that keep their layout */
};

/* One of the files. */
typedef struct {
  GBytes *bytes;    /* NULL: there is none, as if it were empty */
  const char *name; /* in messages */
} AdrefEntriesFile;

typedef struct {
  char *entry;         /* "values: people", "ssh-ed25519 AAAA..." */
  char *ours, *theirs; /* what they make of it, as words: "5000", "nothing" */
} AdrefEntryOverlap;

/* An empty array for overlaps. */
GPtrArray *adref_entry_overlaps_new(void);

/* Joins maps of YAML. Maps within them are joined in the same way, and so are lists of maps that
 * have an `id`; lists of words lose and get words. A file that does not read is an error. */
GString *adref_merge_yaml(const AdrefEntriesFile *base, const AdrefEntriesFile *ours,
                          const AdrefEntriesFile *theirs, GPtrArray *overlaps, GError **error);

/* Joins files in the format of allowed_signers: an entry is the line of a key. */
GString *adref_merge_signers(const AdrefEntriesFile *base, const AdrefEntriesFile *ours,
                             const AdrefEntriesFile *theirs, GPtrArray *overlaps);

#endif
