/* A draft is signed for a party. */
#ifndef ADREF_WORK_PUBLISH_SIGN_DRAFT_H
#define ADREF_WORK_PUBLISH_SIGN_DRAFT_H

#include "sign/signoff_message.h"
#include "work/session.h"

typedef struct {
  const char *draft; /* its label; NULL: the last that was circulated */
  const char *party;
  AdrefCapacity capacity;
  const char *key;           /* work/check/signing_key.h; or NULL */
  const char *name;          /* of the signatory; NULL: git's user.name */
  const char *title, *place; /* or NULL */
  gboolean replace;          /* a signature of the party that is there is replaced */
  /* Shows one of `count` lines, each a place where a reader of the draft cannot see what stands
   * there, and asks whether it is signed all the same; FALSE: nothing is written. */
  gboolean (*confirm_hidden)(gpointer data, guint count, const char *line);
  /* Shows what is signed and with which key, and asks; FALSE: nothing is written. */
  gboolean (*confirm)(gpointer data, const char *message, const char *fingerprint);
  gpointer data;
} AdrefSignDraftOptions;

/* Repository and signers of the session are open (work/needs.h). The name of the tag that was
 * written; caller frees. */
char *adref_sign_draft(AdrefSession *session, const char *statement,
                       const AdrefSignDraftOptions *options, GError **error);

#endif
