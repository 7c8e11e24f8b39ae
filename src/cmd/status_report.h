/* The dashboard of a statement, as `status` shows it. */
#ifndef ADREF_CMD_STATUS_REPORT_H
#define ADREF_CMD_STATUS_REPORT_H

#include "cmd/text.h"
#include "sign/progress.h"
#include "view/status_table.h"

/* All that the dashboard of one statement stands on. */
typedef struct {
  AdrefSigningRule *rule;
  AdrefLanguageVersions *language_versions;
  GHashTable *records;
  AdrefProgress *progress;
  GHashTable *changes; /* for AdrefStatusTable; NULL until they are asked for */
  GHashTable *agreed;  /* adref_agreed_versions(), set by who asks for it; or NULL */
  char *label;         /* found with them: of the draft that was circulated last, or NULL */
  gboolean is_draft;   /* the last version is that draft */
} AdrefDashboard;

/* The text is that of a statement, of the files as they are or of a version. */
AdrefDashboard *adref_dashboard_new(const AdrefText *text, GError **error);
void adref_dashboard_free(AdrefDashboard *dashboard);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDashboard, adref_dashboard_free)

/* Finds in which version the words of each clause changed last, by what the newest versions say of
 * themselves; a version that was not saved by adref says nothing. */
gboolean adref_dashboard_find_changes(AdrefDashboard *dashboard, const AdrefText *text,
                                      GError **error);

/* The board that the options --party, --open and --each ask for. */
AdrefStatusTable adref_dashboard_board(const AdrefDashboard *dashboard, const AdrefText *text,
                                       const AdrefRun *run);

/* Adds "states" and "clauses" to what `status --json` says of a statement. */
void adref_dashboard_json(const AdrefDashboard *dashboard, const AdrefStatusTable *board,
                          struct json_t *object);

#endif
