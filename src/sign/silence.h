/* The silence procedure: a draft is adopted unless a party objects (breaks the silence) by the
 * deadline.
 *
 * The deadline stands in the message of the draft's own tag, in its last paragraph:
 *
 *     Silence: 2023-12-01T18:00+09:00[Asia/Tokyo]
 *
 * Each objection is a tag of its own (sign/objection.h). An objection's time is a claim, not proof;
 * the log of the secretariat's repository says in which order tags arrived. So doubts are decided
 * in favour of the party that objects: an objection counts without a signature, and when it was
 * seen here and its tag was deleted; of two deadlines the later one counts; and an invalid
 * objection makes the adoption uncertain.
 *
 * An objection may name clauses of the draft. Silence then holds on the others. Each must be one of
 * the draft, or the objection is invalid; a list over another version of the draft counts for the
 * whole of it. */
#ifndef ADREF_SIGN_SILENCE_H
#define ADREF_SIGN_SILENCE_H

#include "draft/data/party.h"
#include "draft/library/page_words.h"
#include "history/deadline.h"
#include "history/label.h"
#include "sign/objection.h"
#include "sign/signature_check.h"
#include "sign/statement_snapshot.h"

typedef enum {
  ADREF_OBJECTION_VERDICT_VALID,   /* in time, by its own clock */
  ADREF_OBJECTION_VERDICT_LATE,    /* after the deadline, by its own clock */
  ADREF_OBJECTION_VERDICT_INVALID, /* not what it claims to be */
} AdrefObjectionVerdict;

typedef struct {
  char *party; /* or the name of a tag that is no party */
  AdrefObjectionVerdict type;
  AdrefObjection *objection; /* NULL: it cannot be read */
  char **clauses;            /* ids, borrowed from `objection`; NULL: it is to the whole draft */
  gint64 time;               /* of the objection, in seconds since 1970 */
  char *fingerprint;         /* of the key that signed it; NULL: no valid signature */
  char *why;                 /* what is wrong with it, or NULL */
  AdrefVersion object;       /* the tag object */
} AdrefObjectionResult;

typedef enum {
  ADREF_SILENCE_STATE_RUNNING,
  ADREF_SILENCE_STATE_BROKEN,
  ADREF_SILENCE_STATE_ADOPTED,
  ADREF_SILENCE_STATE_PARTLY,    /* held on some paragraphs */
  ADREF_SILENCE_STATE_UNCERTAIN, /* no valid objection, but an invalid one, or a doubtful deadline
                                  */
} AdrefSilenceState;

typedef struct {
  char *label;
  AdrefDeadline *deadline; /* NULL: it cannot be read */
  char *deadline_text;     /* as it stands in the tag */
  gboolean was_past;       /* already when the draft was circulated: `why` says so */
  char *party;             /* that circulated the draft, or NULL */
  char *fingerprint;       /* of the key that signed the draft, or NULL */
  char *why;               /* why that signature is invalid, or the deadline void; or NULL */
  GPtrArray *objections;   /* of AdrefObjectionResult: valid, late, invalid ones; by time */
  AdrefSilenceState state;
  GHashTable *broken;            /* set of ids: the clauses that valid objections name */
  AdrefStatementSnapshot *draft; /* read where an objection names clauses; else NULL */
  guint paragraphs, held; /* of the draft, where it was read: all, and those that nobody named */
} AdrefSilence;

typedef struct {
  AdrefRepo *repo;
  const char *statement;
  const AdrefLabel *label;
  char *const *members; /* codes of the statement's parties */
  const AdrefParties *parties;
  const AdrefSigners *signers;
  gint64 now;                  /* in seconds since 1970 */
  AdrefReadings *readings;     /* texts that were read before, or NULL */
  const AdrefLibrary *library; /* and the library with which they were (statement_snapshot.h); or
                                  NULL */
} AdrefSilenceOptions;

/* The silence procedure of a draft; *silence is NULL when it has none. */
gboolean adref_silence_read(const AdrefSilenceOptions *options, AdrefSilence **silence,
                            GError **error);
void adref_silence_free(AdrefSilence *silence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSilence, adref_silence_free)

/* "runs", "broken", "adopted", "partly", "doubted"; "counts", "late", "void": as in JSON. */
const char *adref_silence_state_word(AdrefSilenceState state);
const char *adref_objection_verdict_word(AdrefObjectionVerdict type);

/* For people: a line for the draft, then one for each objection. Control characters are escaped.
 * Caller frees with g_strfreev. */
char **adref_silence_lines(const AdrefSilence *silence, gint64 now, const AdrefPageWords *words);

/* Checks the signature of the tag object of a draft or an objection. *fingerprint gets that of the
 * party's key, or *why the reason why it is invalid; both NULL when it is not signed. Caller frees.
 */
void adref_silence_check_key(AdrefRepo *repo, const AdrefSigners *signers, GBytes *tag,
                             const char *party, char **fingerprint, char **why);

/* Writes a ref below refs/adref/breaks/ for each objection without faults, so that a later deletion
 * is noticed. A repository that cannot be written stays as it is. */
void adref_silence_save_seen(const AdrefSilence *silence, AdrefRepo *repo, const char *statement);

#endif
