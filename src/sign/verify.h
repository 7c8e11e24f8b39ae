/* Who has signed which draft of a statement, and whether that holds.
 *
 * Nothing is believed: texts and hashes are recomputed from the objects, the keys come from the
 * file signers and from what is pinned in the repository's own configuration. Neither the network
 * nor a work folder is needed. */
#ifndef ADREF_SIGN_VERIFY_H
#define ADREF_SIGN_VERIFY_H

#include <glib.h>

#include "history/repo.h"
#include "history/tag.h"
#include "sign/signature_check.h"

/* One party under one draft. */
typedef struct {
  char *party; /* or the name of a tag that is no sign-off */
  AdrefSignatureVerdict verdict;
  const char *check;      /* the name of the check that fails, or NULL */
  char *why;              /* or NULL */
  AdrefCapacity capacity; /* these four: where there is a message */
  char *name, *title, *time;
  char *fingerprint; /* or NULL */
  char *email;       /* of the key, or NULL */
  gboolean has_message;
  gboolean is_new;     /* valid, and by a key that was not pinned yet */
  AdrefVersion object; /* the tag object; "" for none */
} AdrefSignatureResult;

/* What a case says, with a verdict of its own. */
AdrefSignatureResult *adref_signature_result_new(const AdrefSignatureCheck *one, const char *party,
                                                 AdrefSignatureVerdict verdict);
void adref_signature_result_free(AdrefSignatureResult *signature);

/* One draft. */
typedef struct {
  char *label;
  char *commit;          /* of the label's tag; "" when there is none */
  GPtrArray *signatures; /* of AdrefSignatureResult, by party */
  char *corrects;        /* the label of the draft that it corrects, or NULL */
  char *rule;            /* who must sign; NULL when the draft cannot be read */
  AdrefSigningRule *parsed_rule;
  GPtrArray *texts;   /* of AdrefSignedText; NULL likewise */
  guint met, needed;  /* conditions of the rule */
  gboolean all_valid; /* no voucher is bad */
  char *changed;      /* languages that have other words now; "" for none; NULL: not compared */
} AdrefDraftResult;

typedef struct {
  GPtrArray *drafts; /* of AdrefDraftResult, oldest first: those that somebody has signed, or the
                        one that was asked for */
  GPtrArray *malformed_tags; /* of AdrefSignatureResult: tags below signoff/ that are none */
} AdrefVerification;

typedef struct {
  AdrefRepo *repo;
  const char *statement;
  const char *label; /* NULL: all that were signed */
  const AdrefSigners *signers;
  const AdrefStatementSnapshot *now; /* the text as it is, to say what has changed since; or NULL */
  const AdrefSignatureCheckStep *checks;
  gsize count;
} AdrefVerifyOptions;

AdrefVerification *adref_verify(const AdrefVerifyOptions *options, GError **error);
void adref_verification_free(AdrefVerification *verification);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefVerification, adref_verification_free)

/* Whether the rule holds for a draft, and nothing about it is bad. */
gboolean adref_draft_result_is_complete(const AdrefDraftResult *draft);
gboolean adref_signature_result_is_valid(const AdrefSignatureResult *signature);

/* Keeps what was seen: pins keys that are new, and refs to valid sign-offs below refs/adref/seen/,
 * so that a later deletion is seen. A repository that cannot be written is left as it is. */
void adref_verification_save_seen(const AdrefVerification *verification, AdrefRepo *repo,
                                  const char *statement);

/* The pinned fingerprints of a party, by spaces, or NULL; and setting them. */
char *adref_key_pins_get(AdrefRepo *repo, const char *party);
gboolean adref_key_pins_set(AdrefRepo *repo, const char *party, const char *pins, GError **error);

#endif
