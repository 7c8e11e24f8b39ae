/* A text that all have signed is corrected: the procès-verbal of rectification, as a draft. */
#ifndef ADREF_WORK_PUBLISH_CORRECT_H
#define ADREF_WORK_PUBLISH_CORRECT_H

#include "work/session.h"

typedef struct {
  const char *draft;  /* label of the text to correct; NULL: the last that all have signed */
  const char *label;  /* of the correction; NULL: corr1, corr2 ... */
  const char *party;  /* who proposes the correction, or NULL */
  const char *reason; /* part of what all sign */
} AdrefCorrectOptions;

typedef struct {
  char *label;
  char *former;         /* the label of what is corrected */
  AdrefVersion version; /* of the correction */
  GString *document;    /* the procès-verbal */
} AdrefCorrectionDraft;

/* The text is corrected before, and saved: session->repo is open and the files are clean
 * (work/needs.h). Caller frees. */
AdrefCorrectionDraft *adref_correct(AdrefSession *session, const AdrefStatement *statement,
                                    const AdrefCorrectOptions *options, GError **error);
void adref_correction_draft_free(AdrefCorrectionDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefCorrectionDraft, adref_correction_draft_free)

#endif
