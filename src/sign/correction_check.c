#include "sign/correction_check.h"

#include <string.h>

#include "history/version_source.h"

void adref_corrected_free(AdrefCorrected *corrected)
{
  if (!corrected)
    return;
  g_free(corrected->former);
  g_free(corrected->line);
  g_free(corrected->problem);
  g_free(corrected);
}

static const char *commit_of(const GPtrArray *labels, const char *name)
{
  for (guint i = 0; i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    if (strcmp(label->name, name) == 0)
      return label->version.id;
  }
  return "";
}

static char *compare_texts(AdrefRepo *repo, const GPtrArray *labels, const AdrefEvidence *evidence,
                           const char *label, const AdrefCorrection *correction, GBytes *bytes)
{
  AdrefVersion version = {""};
  g_strlcpy(version.id, correction->commit, sizeof version.id);
  if (strcmp(commit_of(labels, correction->former), correction->commit) != 0)
    return g_strdup_printf("the draft %s, which it corrects, is not version %.8s any more",
                           correction->former, correction->commit);
  AdrefFileSource *source = adref_version_source_new(repo, &version, NULL);
  g_autoptr(AdrefEvidence) former =
      source ? adref_evidence_new(source, evidence->statement->id) : NULL;
  if (!former || former->problem)
    return g_strdup_printf("the draft %s, which it corrects, cannot be read", correction->former);
  return adref_correction_problem(bytes, evidence->statement->id, label,
                                  former->instrument->renditions, evidence->instrument->renditions);
}

AdrefCorrected *adref_correction_check(AdrefRepo *repo, const GPtrArray *labels,
                                       const AdrefEvidence *evidence, const char *label)
{
  AdrefCorrected *corrected = g_new0(AdrefCorrected, 1);
  g_autoptr(GBytes) bytes = adref_correction_find(evidence, label);
  g_autoptr(AdrefCorrection) correction = bytes ? adref_correction_read(bytes) : NULL;
  if (correction) {
    corrected->former = g_strdup(correction->former);
    corrected->line = adref_correction_line(correction, bytes);
    corrected->problem = compare_texts(repo, labels, evidence, label, correction, bytes);
  } else if (bytes) {
    corrected->problem = g_strdup("the proc\303\250s-verbal cannot be read");
  }
  return corrected;
}
