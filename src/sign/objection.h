/* A break of silence: the tag silence/STATEMENT/LABEL/PARTY on the draft, whose message is
 *
 *     THA breaks the silence on tokyo/rev1
 *
 *     Format: adref break of silence 1
 *     Statement: tokyo
 *     Label: rev1
 *     Commit: 4f0c...
 *     Silence: 2023-12-01T18:00+09:00[Asia/Tokyo]
 *     Party: THA
 *     Name: Somchai Rattanakosin
 *     Reason: Paragraph 4 goes beyond our mandate.
 *     Time: 2023-12-01T17:40:00+09:00
 *
 * and which is signed as a sign-off is (sign/signoff.h), where who broke the silence had a key. The
 * deadline is the one that was being answered. One line each, in this order, nothing else. */
#ifndef ADREF_SIGN_OBJECTION_H
#define ADREF_SIGN_OBJECTION_H

#include <glib.h>

#include "base/error.h"

typedef struct {
  char *statement, *label, *commit, *deadline, *party;
  char *name, *reason;
  char *time; /* ISO 8601 with the zone, by the clock of who broke the silence */
} AdrefObjection;

AdrefObjection *adref_objection_new(void);
void adref_objection_free(AdrefObjection *objection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefObjection, adref_objection_free)

/* Caller frees. */
GString *adref_objection_write(const AdrefObjection *objection);

/* NULL for anything but what adref_objection_write() gives. */
AdrefObjection *adref_objection_read(const char *text, gsize length);

/* "silence/tokyo/rev1/THA". Caller frees. */
char *adref_objection_tag_name(const char *statement, const char *label, const char *party);

#endif
