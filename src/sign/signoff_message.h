/* What a party signs, in a fixed form:
 *
 *     Sign-off of tokyo/rev1 by JPN
 *
 *     Format: adref sign-off 1
 *     Statement: tokyo
 *     Label: rev1
 *     Commit: 4f0c...
 *     Text: en authentic 3ab1... 77c0...
 *     Text: ja provisional 90d2... 1e5f...
 *     Corrects: zero 7a41...
 *     Rule: approved; JPN; ASEAN
 *     Party: JPN
 *     Capacity: signed
 *     Name: Aiko Mori
 *     Title: Minister for Foreign Affairs
 *     Place: Tokyo
 *     Time: 2023-12-17T10:00:00+09:00
 *
 * A text has its language, its role (sign/signing_rule.h), the SHA-256 of its file, which is what
 * `sha256sum` gives, and the hash of what a reader sees with all numbers (adref_text_hash).
 * Corrects stands where the draft corrects one that was signed: which, and the SHA-256 of the
 * procès-verbal (sign/correction.h). Title and Place may be missing. The time is by the clock of
 * who signs. The commit is SHA-1, as git's; the texts do not lean on it. One line each, in this
 * order, with "\n", nothing else. */
#ifndef ADREF_SIGN_SIGNOFF_MESSAGE_H
#define ADREF_SIGN_SIGNOFF_MESSAGE_H

#include <glib.h>

#include "base/error.h"
#include "sign/signing_rule.h"

enum {
  ADREF_SIGNOFF_MESSAGE_LIMIT = 64 * 1024, /* bytes */
};

typedef struct {
  char *language;
  AdrefLanguageRole role;
  char *hash;    /* SHA-256 of the file */
  char *printed; /* adref_text_hash */
} AdrefSignedText;

typedef struct {
  char *statement, *label, *commit;
  GPtrArray *texts; /* of AdrefSignedText */
  char *corrects;   /* adref_correction_line; NULL: it is no correction */
  char *rule;       /* adref_signing_rule_text */
  char *party;
  AdrefCapacity capacity;
  char *name;          /* of the signatory */
  char *title, *place; /* NULL: none */
  char *time;          /* ISO 8601 with the zone */
} AdrefSignoffMessage;

AdrefSignoffMessage *adref_signoff_message_new(void);
void adref_signoff_message_free(AdrefSignoffMessage *message);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSignoffMessage, adref_signoff_message_free)

void adref_signoff_message_add_text(AdrefSignoffMessage *message, const char *language,
                                    AdrefLanguageRole role, const char *hash, const char *printed);

/* Caller frees. */
GString *adref_signoff_message_write(const AdrefSignoffMessage *message);

/* Reads a message leniently, so that all that is wrong with it can be named: lines that are not
 * understood are passed over, and adref_signoff_message_write() gives other bytes then. NULL with
 * an error for bytes that are no message at all. */
AdrefSignoffMessage *adref_signoff_message_read(const char *text, gsize length, GError **error);

/* Seconds since 1970 of the message's time; FALSE when it is none. */
gboolean adref_signoff_message_seconds(const AdrefSignoffMessage *message, gint64 *seconds,
                                       int *offset);

/* The same as text: ISO 8601 with the zone. Caller frees. */
char *adref_signoff_message_format_time(gint64 seconds, int offset);

#endif
