/* An objection, by which a party breaks the silence: the tag silence/STATEMENT/LABEL/PARTY on the
 * version of the draft, with this message:
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
 * The tag is signed as a sign-off is (sign/signoff.h) when the party has a key. "Silence:" is the
 * deadline that the objection answers. Each line stands once, in this order, and no other line.
 *
 * An objection to some clauses of the draft is of form 2, and names them by their ids; silence goes
 * on over the others:
 *
 *     THA breaks the silence on 2 clauses of tokyo/rev1
 *
 *     Format: adref break of silence 2
 *     ...
 *     Party: THA
 *     Clauses: private-sector, ferries
 *     Name: Somchai Rattanakosin
 *     ...
 */
#ifndef ADREF_SIGN_OBJECTION_H
#define ADREF_SIGN_OBJECTION_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_OBJECTION_FORM = 2 /* the last one */
};

typedef struct {
  char *statement, *label, *commit, *deadline, *party;
  char *name, *reason;
  char **clauses; /* ids, each once, at least one; NULL: it is to the whole draft */
  char *time;     /* ISO 8601 with the zone, by the clock of the party: a claim */
} AdrefObjection;

AdrefObjection *adref_objection_new(void);
void adref_objection_free(AdrefObjection *objection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefObjection, adref_objection_free)

/* Caller frees. */
GString *adref_objection_write(const AdrefObjection *objection);

/* NULL unless the bytes are exactly those that adref_objection_write() gives. */
AdrefObjection *adref_objection_read(const char *text, gsize length);

/* The number of the form that the message names, such as 3; 0 where it names none. */
guint adref_objection_form(const char *text, gsize length);

/* "silence/tokyo/rev1/THA". Caller frees. */
char *adref_objection_tag_name(const char *statement, const char *label, const char *party);

#endif
