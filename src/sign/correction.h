/* The procès-verbal of rectification: the list of corrections in a text that was signed.
 *
 * A draft that corrects another one has the file statements/ID/corrections/LABEL.md. It is computed
 * from the two texts; only the reason is written by a person:
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
 *     ## Facts
 *
 *         place: Tokyo -> Kyoto
 *
 *     ## Texts
 *
 *     * 3ab1...  former/en.md
 *     * 61b0...  former/FACTS
 *     * 90d2...  texts/en.md
 *     * 77c0...  FACTS
 *
 * "Facts" stands there when one of those that pages print has changed. The last lines are the
 * output of sha256sum over the files. Each party signs the label of the former draft and the
 * SHA-256 of this file (sign/signoff_message.h), and so signs every word of it. Words of the texts
 * stand on lines that begin with four spaces; no other line begins so.
 *
 * What this file writes may never change: adref verify writes it again and compares the bytes. */
#ifndef ADREF_SIGN_CORRECTION_H
#define ADREF_SIGN_CORRECTION_H

#include "sign/statement_snapshot.h"

enum {
  ADREF_CORRECTION_LIMIT = 16 * 1024 * 1024, /* bytes */
};

/* The header of a procès-verbal. */
typedef struct {
  char *statement, *label; /* of the draft that corrects */
  char *former;            /* the label of the draft that is corrected */
  char *commit;            /* the version of that draft */
  char *reason;
} AdrefCorrection;

AdrefCorrection *adref_correction_new(const char *statement, const char *label, const char *former,
                                      const char *commit, const char *reason);
void adref_correction_free(AdrefCorrection *correction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefCorrection, adref_correction_free)

/* A text that is compared: all its languages, and the facts that its pages print. */
typedef struct {
  const GPtrArray *texts; /* of AdrefLanguageVersion; in the same languages on both sides */
  const char *facts;      /* sign/printed_facts.h */
} AdrefCorrectionSide;

/* Writes the file. Caller frees. */
GString *adref_correction_write(const AdrefCorrection *correction,
                                const AdrefCorrectionSide *former, const AdrefCorrectionSide *now);

/* Reads the header of such a file; NULL when the bytes are not one. */
AdrefCorrection *adref_correction_read(GBytes *bytes);

/* "statements/tokyo/corrections/corr1.md". Caller frees. */
char *adref_correction_path(const char *folder, const char *label);

/* Reads the file of a draft; NULL when the draft corrects nothing. */
GBytes *adref_correction_find(const AdrefStatementSnapshot *snapshot, const char *label);

/* "rev1 90d2...": the value of the line "Corrects:" that is signed. Caller frees. */
char *adref_correction_line(const AdrefCorrection *correction, GBytes *bytes);

/* Why the file is not the procès-verbal between these texts; NULL when it is. `form` is that of the
 * sign-off (sign/signoff_message.h): for form 1 the list of corrections is not made anew, since it
 * was computed from an older canonical form; the sums of the texts count. Caller frees. */
char *adref_correction_problem(GBytes *bytes, const char *statement, const char *label,
                               const AdrefCorrectionSide *former, const AdrefCorrectionSide *now,
                               guint form);

#endif
