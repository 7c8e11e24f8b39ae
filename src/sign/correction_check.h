/* Whether the procès-verbal of a draft is true, by the texts in the repository. */
#ifndef ADREF_SIGN_CORRECTION_CHECK_H
#define ADREF_SIGN_CORRECTION_CHECK_H

#include "history/label.h"
#include "sign/correction.h"

typedef struct {
  char *former;        /* label of the draft that is corrected; NULL: none, or it cannot be read */
  char *line;          /* adref_correction_line(); NULL likewise */
  char *problem;       /* why the procès-verbal is not true, or NULL */
  char *older_problem; /* likewise for a sign-off of form 1 */
} AdrefCorrectionCheck;

/* `labels` are those of adref_repo_labels(). The former text is read from the repository. Never
 * NULL: an error is a `problem`. */
AdrefCorrectionCheck *adref_correction_check(AdrefRepo *repo, const GPtrArray *labels,
                                             const AdrefStatementSnapshot *snapshot,
                                             const char *label);
void adref_correction_check_free(AdrefCorrectionCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefCorrectionCheck, adref_correction_check_free)

#endif
