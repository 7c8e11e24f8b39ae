/* The silence procedure: a draft is adopted unless a party breaks the silence by the deadline.
 *
 * The deadline stands in the message of the draft's own tag, in its last paragraph:
 *
 *     Silence: 2023-12-01T18:00+09:00[Asia/Tokyo]
 *
 * and each break is a tag of its own (sign/objection.h). No clock proves anything: the time of a
 * break is the word of who broke, and what reached the secretariat first is what its own repository
 * says. So nothing is decided here against a party: a break that is not signed counts, one that was
 * seen here and is gone counts, and a bad one beside keeps a text from being called adopted. */
#ifndef ADREF_SIGN_SILENCE_H
#define ADREF_SIGN_SILENCE_H

#include "draft/party.h"
#include "history/deadline.h"
#include "history/label.h"
#include "sign/objection.h"
#include "sign/signature_check.h"

typedef enum {
  ADREF_OBJECTION_VERDICT_VALID,   /* in time, by its own clock */
  ADREF_OBJECTION_VERDICT_LATE,    /* after the deadline, by its own clock */
  ADREF_OBJECTION_VERDICT_INVALID, /* it is not what it says */
} AdrefObjectionVerdict;

typedef struct {
  char *party; /* or the name of a tag that is none */
  AdrefObjectionVerdict type;
  AdrefObjection *objection; /* NULL: it cannot be read */
  gint64 time;               /* of the break, in seconds since 1970 */
  char *fingerprint;         /* of the key that signed it; NULL: it is not signed by the party */
  char *why;                 /* what is wrong with it, or NULL */
  AdrefVersion object;       /* the tag object */
} AdrefObjectionResult;

typedef enum {
  ADREF_SILENCE_STATE_RUNNING,
  ADREF_SILENCE_STATE_BROKEN,
  ADREF_SILENCE_STATE_ADOPTED,
  ADREF_SILENCE_STATE_UNCERTAIN, /* nobody broke it, but something is wrong with a break or the
                                    deadline */
} AdrefSilenceState;

typedef struct {
  char *label;
  AdrefDeadline *deadline; /* NULL: it cannot be read */
  char *deadline_text;     /* what stands there */
  char *party;             /* who circulated it, or NULL */
  char *fingerprint;       /* of the key that signed the draft, or NULL */
  char *why;               /* what is wrong with that signature, or NULL */
  GPtrArray
      *objections; /* of AdrefObjectionResult: those that count, the late, the void; by time */
  AdrefSilenceState state;
} AdrefSilence;

typedef struct {
  AdrefRepo *repo;
  const char *statement;
  const AdrefLabel *label;
  char *const *members; /* codes of the statement's parties */
  const AdrefParties *parties;
  const AdrefSigners *signers;
  gint64 now; /* in seconds since 1970 */
} AdrefSilenceOptions;

/* The silence over a draft; *silence is NULL where there is none. */
gboolean adref_silence_read(const AdrefSilenceOptions *options, AdrefSilence **silence,
                            GError **error);
void adref_silence_free(AdrefSilence *silence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSilence, adref_silence_free)

/* "runs", "broken", "adopted", "doubted"; "counts", "late", "void": as in JSON. */
const char *adref_silence_state_word(AdrefSilenceState state);
const char *adref_objection_verdict_word(AdrefObjectionVerdict type);

/* What a person reads: one line for the whole, then one for each break; with all that a stranger
 * may have written made visible. Caller frees with g_strfreev. */
char **adref_silence_lines(const AdrefSilence *silence, gint64 now);

/* Whether the tag object of a draft or a break is signed by a key of the party: *fingerprint of
 * that key, or *why it is not good; both NULL when it is not signed. Caller frees. */
void adref_silence_check_key(AdrefRepo *repo, const AdrefSigners *signers, GBytes *tag,
                             const char *party, char **fingerprint, char **why);

/* Keeps refs to the breaks that are in order below refs/adref/breaks/, so that a later deletion is
 * seen. A repository that cannot be written is left as it is. */
void adref_silence_save_seen(const AdrefSilence *silence, AdrefRepo *repo, const char *statement);

#endif
