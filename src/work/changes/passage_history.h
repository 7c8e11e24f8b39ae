/* The passages of all versions of a text (review/search/passage_table.h), kept in the cache of the
 * repository (history/result_cache.h) where reading the versions took long. What is kept is found
 * by git's ids of the texts, so it is never out of date: what is missing in it is added. */
#ifndef ADREF_WORK_CHANGES_PASSAGE_HISTORY_H
#define ADREF_WORK_CHANGES_PASSAGE_HISTORY_H

#include "history/version_files.h"
#include "review/search/passage_table.h"
#include "work/session.h"

enum {
  ADREF_PASSAGE_HISTORY_KEEP = 4 * 1024 * 1024, /* bytes of texts that were read; below, reading
                                                   them again costs little */
};

typedef struct {
  AdrefPassageTable *table;
  GArray *versions;  /* of guint: of each text of the table the first version that has it;
                        G_MAXUINT: none */
  GHashTable *texts; /* git's id -> number of the text + 1 */
  gboolean in_order; /* `versions` ascend, but for those that none has */
} AdrefPassageHistory;

/* Of the text at a path. Texts that are not UTF-8 have no passages, and are said. `progress` may be
 * NULL; it is called with the number of texts that were read. */
AdrefPassageHistory *adref_passage_history_new(AdrefSession *session,
                                               const AdrefVersionFiles *versions, const char *path,
                                               void (*progress)(gpointer data, guint texts),
                                               gpointer data, GError **error);
void adref_passage_history_free(AdrefPassageHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPassageHistory, adref_passage_history_free)

/* The first version that has a passage, and the last of the texts with it that a version has.
 * FALSE: no version has it. */
gboolean adref_passage_history_find(const AdrefPassageHistory *history, guint passage,
                                    guint *version, guint *text);

/* Whether the text with git's id has the passage. */
gboolean adref_passage_history_has(const AdrefPassageHistory *history, guint passage,
                                   const char *id);

#endif
