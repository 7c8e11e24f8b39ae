/* A sign-off: the tag signoff/STATEMENT/LABEL/PARTY, an object of git that a party has signed.
 *
 *     object 4f0c...
 *     type commit
 *     tag signoff/tokyo/rev1/JPN
 *     tagger Aiko Mori <aiko@example.org> 1702774800 +0900
 *
 *     (the message, sign/signoff_message.h)
 *     -----BEGIN SSH SIGNATURE-----
 *     ...
 *
 * What is signed are all bytes before the signature, as git does it. */
#ifndef ADREF_SIGN_SIGNOFF_H
#define ADREF_SIGN_SIGNOFF_H

#include <glib.h>

#include "base/error.h"

typedef enum {
  ADREF_SIGNATURE_FORMAT_NONE,
  ADREF_SIGNATURE_FORMAT_SSH,
  ADREF_SIGNATURE_FORMAT_PGP,
} AdrefSignatureFormat;

typedef struct {
  char *object, *type, *tag, *tagger; /* what stands in the head; NULL: nothing */
  gint64 time;                        /* of the tagger, with `offset` in minutes */
  int offset;
  GString *payload; /* all before the signature */
  GString *message; /* behind the head, before the signature */
  char *signature;  /* the armour, to the end; "" for none */
  AdrefSignatureFormat signed_by;
} AdrefSignoff;

void adref_signoff_free(AdrefSignoff *signoff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSignoff, adref_signoff_free)

/* Takes a tag object apart as git does: the head up to the first empty line, the signature from the
 * last line that begins one. Leniently, so that what is wrong can be named. */
AdrefSignoff *adref_signoff_read(const char *bytes, gsize length);

/* The bytes to be signed. `person` is "Aiko Mori <aiko@example.org>". Caller frees. */
GString *adref_signoff_payload(const char *tag, const char *commit, const char *person, gint64 time,
                               int offset, const GString *message);

/* Why the bytes are not exactly of the form above; NULL when they are. Lives for ever. */
const char *adref_signoff_problem(const AdrefSignoff *signoff, const char *bytes, gsize length);

/* "signoff/tokyo/rev1/JPN". Caller frees. */
char *adref_signoff_tag_name(const char *statement, const char *label, const char *party);

/* Splits what stands behind "signoff/": FALSE unless it is STATEMENT/LABEL/PARTY, all of them good
 * names. Caller frees each. */
gboolean adref_signoff_split_tag_name(const char *name, char **statement, char **label,
                                      char **party);

#endif
