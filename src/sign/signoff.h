/* A sign-off: the tag object signoff/STATEMENT/LABEL/PARTY, signed by a party.
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
 * The signature covers all bytes before it, as in every signed tag of git. */
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
  char *object, *type, *tag, *tagger; /* lines of the header; NULL: the line is missing */
  gint64 time;                        /* of the tagger; `offset` is in minutes */
  int offset;
  GString *payload; /* all before the signature */
  GString *message; /* between header and signature */
  char *signature;  /* armoured, to the end; "" for none */
  AdrefSignatureFormat signed_by;
} AdrefSignoff;

void adref_signoff_free(AdrefSignoff *signoff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSignoff, adref_signoff_free)

/* Splits a tag object as git does: the header ends at the first empty line, the signature begins at
 * the last line that begins one. Malformed objects are read too, so that the fault can be named. */
AdrefSignoff *adref_signoff_read(const char *bytes, gsize length);

/* The bytes that will be signed. `person` is "Aiko Mori <aiko@example.org>". Caller frees. */
GString *adref_signoff_payload(const char *tag, const char *commit, const char *person, gint64 time,
                               int offset, const GString *message);

/* Why the bytes do not have exactly the form above; NULL when they have. A constant string. */
const char *adref_signoff_problem(const AdrefSignoff *signoff, const char *bytes, gsize length);

/* "signoff/tokyo/rev1/JPN". Caller frees. */
char *adref_signoff_tag_name(const char *statement, const char *label, const char *party);

/* Splits a tag's name after "signoff/"; FALSE unless it is STATEMENT/LABEL/PARTY, each a valid
 * name. Caller frees each. */
gboolean adref_signoff_split_tag_name(const char *name, char **statement, char **label,
                                      char **party);

#endif
