#include "sign/correction_check.h"

#include <string.h>

#include "history/version_source.h"

void adref_correction_check_free(AdrefCorrectionCheck *check)
{
  if (!check)
    return;
  g_free(check->former);
  g_free(check->line);
  g_free(check->problem);
  g_free(check->older_problem);
  g_free(check);
}

static char *compare_texts(AdrefRepo *repo, const GPtrArray *labels,
                           const AdrefStatementSnapshot *snapshot, const char *label,
                           const AdrefCorrection *correction, GBytes *bytes, guint form)
{
  AdrefVersion version = {""};
  g_strlcpy(version.id, correction->commit, sizeof version.id);
  if (strcmp(adref_labels_commit(labels, correction->former), correction->commit) != 0)
    return g_strdup_printf("the draft %s, which it corrects, is not version %.8s any more",
                           correction->former, correction->commit);
  AdrefFileSource *source = adref_version_source_new(repo, &version, NULL);
  g_autoptr(AdrefStatementSnapshot) former =
      source ? adref_statement_snapshot_new(source, snapshot->statement->id) : NULL;
  if (!former || former->problem)
    return g_strdup_printf("the draft %s, which it corrects, cannot be read", correction->former);
  AdrefCorrectionSide then = {former->language_versions->items, former->facts};
  AdrefCorrectionSide now = {snapshot->language_versions->items, snapshot->facts};
  return adref_correction_problem(bytes, snapshot->statement->id, label, &then, &now, form);
}

AdrefCorrectionCheck *adref_correction_check(AdrefRepo *repo, const GPtrArray *labels,
                                             const AdrefStatementSnapshot *snapshot,
                                             const char *label)
{
  AdrefCorrectionCheck *check = g_new0(AdrefCorrectionCheck, 1);
  g_autoptr(GBytes) bytes = adref_correction_find(snapshot, label);
  g_autoptr(AdrefCorrection) correction = bytes ? adref_correction_read(bytes) : NULL;
  if (correction) {
    check->former = g_strdup(correction->former);
    check->line = adref_correction_line(correction, bytes);
    check->problem =
        compare_texts(repo, labels, snapshot, label, correction, bytes, ADREF_SIGNOFF_FORM);
    check->older_problem =
        check->problem ? compare_texts(repo, labels, snapshot, label, correction, bytes, 1) : NULL;
  } else if (bytes) {
    check->problem = g_strdup("the proc\303\250s-verbal cannot be read");
    check->older_problem = g_strdup(check->problem);
  }
  return check;
}
