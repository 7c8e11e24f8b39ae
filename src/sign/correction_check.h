/* What a draft corrects, looked at in the repository. */
#ifndef ADREF_SIGN_CORRECTION_CHECK_H
#define ADREF_SIGN_CORRECTION_CHECK_H

#include "history/label.h"
#include "sign/correction.h"

/* Of a draft: what it corrects, and whether that is true. */
typedef struct {
  char *former;  /* the label of what it corrects; NULL: nothing, or it cannot be read */
  char *line;    /* adref_correction_line, or NULL likewise */
  char *problem; /* why the procès-verbal is not true, or NULL */
} AdrefCorrected;

/* `labels` are those of adref_repo_labels(); the former text is read from the repository. Always
 * gives an answer. */
AdrefCorrected *adref_correction_check(AdrefRepo *repo, const GPtrArray *labels,
                                       const AdrefEvidence *evidence, const char *label);
void adref_corrected_free(AdrefCorrected *corrected);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefCorrected, adref_corrected_free)

#endif
