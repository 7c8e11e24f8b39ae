/* Verifies the sign-offs of a statement.
 *
 * Texts and hashes are computed from the objects of the repository, never taken from a message.
 * Keys come from the file `signers` and from the pins in the repository's local configuration.
 * Neither the network nor a work folder is needed. */
#ifndef ADREF_SIGN_VERIFY_H
#define ADREF_SIGN_VERIFY_H

#include <glib.h>

#include "history/repo.h"
#include "history/tag.h"
#include "sign/signature_check.h"

/* The sign-off of one party for one draft. */
typedef struct {
  char *party;     /* or the name of a malformed tag */
  char *statement; /* as the tag names it: the statement's name or a former one; NULL: malformed */
  AdrefSignatureVerdict verdict;
  const char *check;      /* the name of the check that fails, or NULL */
  char *why;              /* or NULL */
  AdrefCapacity capacity; /* this and the next four: of the message, if any */
  char *name, *title, *place, *time;
  char *fingerprint; /* or NULL */
  char *email;       /* of the key, or NULL */
  gboolean has_message;
  gboolean is_new;     /* valid, and no key was pinned for the party */
  AdrefVersion object; /* the tag object; "" for none */
} AdrefSignatureResult;

/* A result with the content of a check and a given verdict. */
AdrefSignatureResult *adref_signature_result_new(const AdrefSignatureCheck *one, const char *party,
                                                 AdrefSignatureVerdict verdict);
void adref_signature_result_free(AdrefSignatureResult *signature);

/* One draft and its sign-offs. */
typedef struct {
  char *label;
  char *commit;          /* of the label's tag; "" when there is none */
  GPtrArray *signatures; /* of AdrefSignatureResult, by party */
  char *corrects;        /* the label of the draft that it corrects, or NULL */
  char *rule;            /* who must sign; NULL when the draft cannot be read */
  AdrefSigningRule *parsed_rule;
  GPtrArray *texts;   /* of AdrefSignedText; NULL likewise */
  guint met, needed;  /* conditions of the rule */
  gboolean all_valid; /* every sign-off found of a party that must sign is valid */
  char *changed;      /* languages whose texts differ now, and "facts"; "" for none; NULL:
                         not compared */
  char *unknown;      /* why that cannot be said, or NULL */
  char *withdrawn;    /* why the draft was withdrawn, from a stranger; NULL: it was not */
  char *languages;    /* how the languages of the draft differ where nobody accepted it; NULL: they
                         do not, or whoever verifies does not look (work/check/language_check.h) */
} AdrefDraftResult;

typedef struct {
  GPtrArray *drafts; /* of AdrefDraftResult, oldest first: those that somebody has signed, or the
                        one that was asked for */
  GPtrArray *malformed_tags; /* of AdrefSignatureResult: tags below signoff/ with malformed names */
  GHashTable *snapshots;     /* commit -> AdrefStatementSnapshot: the versions that were read */
} AdrefVerification;

typedef struct {
  AdrefRepo *repo;
  const char *statement;
  const char *label; /* NULL: all that were signed */
  const AdrefSigners *signers;
  const AdrefStatementSnapshot *now; /* the text as it is now, for `changed`; or NULL */
  AdrefReadings *readings;           /* with which the versions are read; or NULL */
  const AdrefLibrary *library; /* likewise (adref_statement_snapshot_share()); must outlive what is
                                  verified */
  gint64 clock; /* of this computer, seconds since 1970; 0: times are not compared with it */
  const AdrefSignatureCheckStep *checks;
  gsize count;
} AdrefVerifyOptions;

AdrefVerification *adref_verify(const AdrefVerifyOptions *options, GError **error);
void adref_verification_free(AdrefVerification *verification);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefVerification, adref_verification_free)

/* Whether the rule is met, no sign-off of a party that it names is invalid, and the draft was not
 * withdrawn. */
gboolean adref_draft_result_is_complete(const AdrefDraftResult *draft);
gboolean adref_signature_result_is_valid(const AdrefSignatureResult *signature);

#endif
