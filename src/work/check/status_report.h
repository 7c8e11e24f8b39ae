/* The dashboard of a statement, as `status` shows it. */
#ifndef ADREF_WORK_CHECK_STATUS_REPORT_H
#define ADREF_WORK_CHECK_STATUS_REPORT_H

#include "sign/progress.h"
#include "sign/suspected_places.h"
#include "view/reports/status_table.h"
#include "work/text.h"

/* What the dashboard of one statement shows. */
typedef struct {
  AdrefSigningRule *rule;
  AdrefLanguageVersions *language_versions;
  GHashTable *records;
  AdrefProgress *progress;
  GPtrArray *suspected; /* of AdrefSuspectedPlace; NULL until they are asked for */
  char **strangers;     /* found with them: adref_suspected_places_strangers() */
  GHashTable *changes;  /* for AdrefStatusTable; NULL until they are asked for */
  GHashTable *agreed;   /* adref_agreed_versions_find(), set by who asks for it; or NULL */
  char *label;          /* found with them: of the draft that was circulated last, or NULL */
  gboolean is_draft;    /* the last version is that draft */
} AdrefStatusReport;

/* The text is that of a statement, of the files as they are or of a version. */
AdrefStatusReport *adref_status_report_new(const AdrefText *text, GError **error);
void adref_status_report_free(AdrefStatusReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStatusReport, adref_status_report_free)

/* Finds suspected positions and parties that are not in these talks. */
void adref_status_report_find_suspected(AdrefStatusReport *report, const AdrefText *text);

/* Finds in which version the words of each clause changed last, by the trailers of the newest
 * versions; a version that was not saved by adref has none. */
gboolean adref_status_report_find_changes(AdrefStatusReport *report, const AdrefText *text,
                                          GError **error);

/* Which clauses are asked for. */
typedef struct {
  const char *party; /* only clauses whose next move is this party's; NULL: all */
  gboolean open;     /* only those that are not agreed */
  gboolean each;     /* every clause in a row of its own */
} AdrefStatusFilter;

/* The table of these clauses. */
AdrefStatusTable adref_status_report_table(const AdrefStatusReport *report, const AdrefText *text,
                                           const AdrefStatusFilter *filter);

#endif
