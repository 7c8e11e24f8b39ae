/* A party objects to a draft that is under silence. */
#ifndef ADREF_WORK_PUBLISH_BREAK_SILENCE_H
#define ADREF_WORK_PUBLISH_BREAK_SILENCE_H

#include "history/deadline.h"
#include "work/session.h"

typedef struct {
  const char *draft; /* its label; NULL: the last with a deadline */
  const char *party;
  const char *reason;   /* all parties read it */
  char *const *clauses; /* of the draft, as a person names them (work/clause_list.h) */
  guint count;          /* of them; 0: it is to the whole draft */
  const char
      *key; /* work/check/signing_key.h; NULL: where no key can sign, the objection is unsigned */
} AdrefBreakSilenceOptions;

typedef struct {
  const char *label; /* the draft's; the session's own */
  AdrefDeadline *deadline;
  guint clauses; /* how many are named; 0: the whole draft */
  gint64 late;   /* seconds after the deadline; before it, less than 0 */
} AdrefBrokenSilence;

/* Repository and signers of the session are open (work/needs.h). Caller frees. */
AdrefBrokenSilence *adref_break_silence(AdrefSession *session, const AdrefStatement *statement,
                                        const AdrefBreakSilenceOptions *options, GError **error);
void adref_broken_silence_free(AdrefBrokenSilence *broken);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefBrokenSilence, adref_broken_silence_free)

#endif
