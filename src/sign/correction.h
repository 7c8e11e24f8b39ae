/* The procès-verbal of rectification: what is corrected in a text that was signed.
 *
 * The draft that corrects another one has the file statements/ID/corrections/LABEL.md, made of both
 * texts and of nothing else but the reason:
 *
 *     # Procès-verbal of rectification: tokyo/corr1 of tokyo/rev1
 *
 *     (a sentence)
 *
 *     Former version: 4f0c...
 *
 *     Reason: The figure was copied wrongly.
 *
 *     ## Corrections in en
 *
 *     ### 1. Paragraph 2 (training)
 *
 *     For
 *
 *         training of 5,000 people
 *
 *     read
 *
 *         training of 4,000 people
 *
 *     ## Texts
 *
 *     * 3ab1...  former/en.md
 *     * 90d2...  texts/en.md
 *
 * The sums are those of sha256sum over the files. What each party signs names the former draft and
 * the SHA-256 of this file (sign/signoff_message.h), and so binds all of it. Words of the texts
 * stand on lines that begin with four spaces, no other line does. */
#ifndef ADREF_SIGN_CORRECTION_H
#define ADREF_SIGN_CORRECTION_H

#include "sign/statement_snapshot.h"

enum {
  ADREF_CORRECTION_LIMIT = 16 * 1024 * 1024, /* bytes */
};

/* What a procès-verbal says of itself. */
typedef struct {
  char *statement, *label; /* what corrects */
  char *former;            /* the label of what is corrected */
  char *commit;            /* and its version */
  char *reason;
} AdrefCorrection;

AdrefCorrection *adref_correction_new(const char *statement, const char *label, const char *former,
                                      const char *commit, const char *reason);
void adref_correction_free(AdrefCorrection *correction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefCorrection, adref_correction_free)

/* The file, of texts (AdrefLanguageVersion) in the same languages. Caller frees. */
GString *adref_correction_write(const AdrefCorrection *correction, const GPtrArray *former,
                                const GPtrArray *now);

/* Reads the head of such a file; NULL when it is none. */
AdrefCorrection *adref_correction_read(GBytes *bytes);

/* "statements/tokyo/corrections/corr1.md". Caller frees. */
char *adref_correction_path(const char *folder, const char *label);

/* The file of a draft; NULL where the draft corrects nothing. */
GBytes *adref_correction_find(const AdrefStatementSnapshot *snapshot, const char *label);

/* "rev1 90d2...": what is signed of it. Caller frees. */
char *adref_correction_line(const AdrefCorrection *correction, GBytes *bytes);

/* Why the file is not the procès-verbal from the former to the present texts, NULL when it is.
 * Caller frees. */
char *adref_correction_problem(GBytes *bytes, const char *statement, const char *label,
                               const GPtrArray *former, const GPtrArray *now);

#endif
