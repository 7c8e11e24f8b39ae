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
} AdrefCorrectionCheck;

/* `labels` are those of adref_repo_labels(); the former text is read from the repository. Always
 * gives an answer. */
AdrefCorrectionCheck *adref_correction_check(AdrefRepo *repo, const GPtrArray *labels,
                                             const AdrefStatementSnapshot *snapshot,
                                             const char *label);
void adref_correction_check_free(AdrefCorrectionCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefCorrectionCheck, adref_correction_check_free)

#endif
