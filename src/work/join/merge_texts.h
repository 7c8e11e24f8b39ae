/* Texts joined: one base, and what several sides made of it. */
#ifndef ADREF_WORK_JOIN_MERGE_TEXTS_H
#define ADREF_WORK_JOIN_MERGE_TEXTS_H

#include "merge/join/merge.h"
#include "work/text.h"

/* One of the texts, loaded (adref_text_load_file() and others). */
typedef struct {
  AdrefText *text;
  const char *party;   /* NULL: unknown */
  const char *name;    /* for the report */
  GHashTable *parties; /* by clause (merge/join/merge.h); NULL: none */
  gint64 time;         /* when it was written (work/join/side_party.h); 0: not known */
  gboolean is_sent;    /* a file that the party sent, no version (merge/join/merge.h) */
} AdrefMergeText;

typedef struct {
  GString *text; /* in canonical form */
  AdrefMergeReport *report;
} AdrefMergedText;

AdrefMergedText *adref_merge_texts(AdrefText *base, const AdrefMergeText *sides, guint count,
                                   gboolean compile, GError **error);
void adref_merged_text_free(AdrefMergedText *merged);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefMergedText, adref_merged_text_free)

/* Refuses a text with a conflict marker of git, at its line. */
gboolean adref_merge_check_markers(const AdrefText *text, GError **error);

/* A party as a person types it: its code, or an error that names those of the registry. Outside of
 * a workspace each code in capitals is a party. The caller frees it. */
char *adref_merge_party_read(const AdrefText *text, const char *typed, GError **error);

/* The report as lines: what was decided silently, what is in brackets, by whom. Caller frees. */
GString *adref_merge_report_write(const AdrefMergeReport *report);

#endif
