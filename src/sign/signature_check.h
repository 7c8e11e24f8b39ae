/* The checks of a sign-off, as a table in the order in which they run. The first check that fails
 * gives the verdict. Checks keep no state, so that several threads can run them. The last check
 * runs ssh-keygen, only when all others hold. */
#ifndef ADREF_SIGN_SIGNATURE_CHECK_H
#define ADREF_SIGN_SIGNATURE_CHECK_H

#include <glib.h>

#include "sign/signature_verdict.h"
#include "sign/signers.h"
#include "sign/signing_program.h"
#include "sign/signoff.h"
#include "sign/signoff_message.h"
#include "sign/sshsig.h"
#include "sign/statement_snapshot.h"

/* One sign-off, and everything that it is compared with. */
typedef struct {
  const char *name;                /* of the tag, after "signoff/" */
  char *statement, *label, *party; /* parts of the name; NULL when it is malformed */
  GBytes *bytes;                   /* of the tag object; NULL: there is none */
  const char *problem;             /* why there is none */
  const char *commit;              /* that the tag leads to, as git says; "" for none */
  AdrefSignoff *signoff;           /* of `bytes` */
  AdrefSignoffMessage *message;    /* of the sign-off, or NULL */
  char *message_problem;           /* why it is NULL */
  AdrefSshsig *sshsig;             /* of an ssh signature, or NULL */
  char *fingerprint;               /* of the key; for gpg only after gpg has run */
  gboolean gpg_ran;
  char *weakness; /* of a gpg key, after gpg has run; or NULL */
  AdrefGpgVerdict gpg;
  const char *label_commit; /* of the label's own tag; "" when there is no such tag */
  const char *replaced; /* "the tag", "the version", "the object of PATH": replaced by git replace;
                           or NULL */
  const char *corrects; /* the line "Corrects:" that the version needs; or NULL */
  const char *correction_problem;       /* why the procès-verbal is not true; or NULL */
  const char *older_correction_problem; /* likewise for form 1, whose words are not compared */
  const AdrefStatementSnapshot
      *snapshot; /* of the commit that the message names; NULL: no such version */
  const AdrefSigners *signers;
  const AdrefSigner *signer; /* the party's key, once it is found */
  GHashTable *revoked; /* fingerprints of keys that are revoked here, besides those of `signers`;
                          NULL: none */
  const char *pins;    /* fingerprints pinned for the party, separated by spaces; NULL: none */
  gint64 clock;        /* of this computer, seconds since 1970; 0: not compared */
  gint64 seen_time;    /* of the sign-off that was valid here before; 0: none */
} AdrefSignatureCheck;

/* Where a check is run, besides on every sign-off of a repository. */
typedef enum {
  ADREF_SIGNATURE_CHECK_PACKAGE_SSH = 1 << 0, /* on an ssh signature of a package */
  ADREF_SIGNATURE_CHECK_PACKAGE_GPG = 1 << 1, /* on a gpg signature of a package */
  ADREF_SIGNATURE_CHECK_KEY = 1 << 2,         /* on a tag that is no sign-off */
} AdrefSignatureCheckScope;

typedef struct {
  const char *name;                                           /* of the check */
  AdrefSignatureVerdict verdict;                              /* when it fails */
  gboolean (*holds)(AdrefSignatureCheck *self, GString *why); /* appends why it does not */
  guint scopes;                                               /* of AdrefSignatureCheckScope */
} AdrefSignatureCheckStep;

extern const AdrefSignatureCheckStep adref_signature_check_steps[];
extern const gsize adref_signature_check_step_count;

/* The checks of one scope, in their order. */
GArray *adref_signature_check_steps_for(AdrefSignatureCheckScope scope);

/* The first of the checks that fails, and why; NULL when all hold. */
const AdrefSignatureCheckStep *adref_signature_check_run(AdrefSignatureCheck *self,
                                                         const AdrefSignatureCheckStep *checks,
                                                         gsize count, GString *why);

/* Checks that a tag that is no sign-off is signed by a key of `party`: what is wrong, or NULL.
 * Needs `party`, `bytes`, `signoff`, `signers` and `pins`. Caller frees. */
char *adref_signature_check_key(AdrefSignatureCheck *self);

/* Sets the members that follow from `name` and `bytes`. */
void adref_signature_check_parse(AdrefSignatureCheck *self);
void adref_signature_check_free(AdrefSignatureCheck *self);

#endif
