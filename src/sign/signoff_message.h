/* The message that a party signs, in a fixed form:
 *
 *     Sign-off of tokyo/rev1 by JPN
 *
 *     Format: adref sign-off 2
 *     Statement: tokyo
 *     Label: rev1
 *     Commit: 4f0c...
 *     Text: en authentic 3ab1... 77c0...
 *     Text: ja provisional 90d2... 1e5f...
 *     Facts: 61b0...
 *     Corrects: zero 7a41...
 *     Rule: approved; JPN; ASEAN
 *     Party: JPN
 *     Capacity: signed
 *     Name: Aiko Mori
 *     Title: Minister for Foreign Affairs
 *     Place: Tokyo
 *     Time: 2023-12-17T10:00:00+09:00
 *
 * - Format: the number of the form. What is signed stays in its form. Of form 1 the second hash of
 * a text is not compared, since it was computed from an older canonical form.
 * - Text: language, role (sign/signing_rule.h), SHA-256 of the file as `sha256sum` prints it, and
 *   the hash of what a reader sees, with all numbers (adref_text_hash).
 * - Facts: the SHA-256 of the facts that pages print (sign/printed_facts.h). Form 1 has no such
 * line.
 * - Corrects: only when the draft corrects a signed one: its label, and the SHA-256 of the
 *   procès-verbal (sign/correction.h).
 * - Title and Place may be missing.
 * - Time: by the clock of the signatory, so a claim.
 * - Commit: git's SHA-1. The texts are bound by their own SHA-256.
 *
 * Each line ends with "\n" and stands in this order; there are no other lines. */
#ifndef ADREF_SIGN_SIGNOFF_MESSAGE_H
#define ADREF_SIGN_SIGNOFF_MESSAGE_H

#include <glib.h>

#include "base/error.h"
#include "sign/signing_rule.h"

enum {
  ADREF_SIGNOFF_MESSAGE_LIMIT = 64 * 1024, /* bytes */
  ADREF_SIGNOFF_FORM = 2,                  /* of what is signed now */
};

typedef struct {
  char *language;
  AdrefLanguageRole role;
  char *hash;    /* SHA-256 of the file */
  char *printed; /* adref_text_hash */
} AdrefSignedText;

typedef struct {
  guint form; /* from 1 on */
  char *statement, *label, *commit;
  GPtrArray *texts; /* of AdrefSignedText */
  char *facts;      /* NULL in form 1 */
  char *corrects;   /* adref_correction_line; NULL: it is no correction */
  char *rule;       /* adref_signing_rule_text */
  char *party;
  AdrefCapacity capacity;
  char *name;          /* of the signatory */
  char *title, *place; /* NULL: none */
  char *time;          /* ISO 8601 with the zone */
} AdrefSignoffMessage;

/* Empty, of form ADREF_SIGNOFF_FORM. */
AdrefSignoffMessage *adref_signoff_message_new(void);
void adref_signoff_message_free(AdrefSignoffMessage *message);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSignoffMessage, adref_signoff_message_free)

void adref_signoff_message_add_text(AdrefSignoffMessage *message, const char *language,
                                    AdrefLanguageRole role, const char *hash, const char *printed);

/* Caller frees. */
GString *adref_signoff_message_write(const AdrefSignoffMessage *message);

/* The number of the form that the message names, of the first line "Format:"; 0: it names none. */
guint adref_signoff_message_form(const char *text, gsize length);

/* Reads a message. Unknown lines are skipped, so that the fault can be named later: then
 * adref_signoff_message_write() gives other bytes. NULL with an error when a required line is
 * missing. */
AdrefSignoffMessage *adref_signoff_message_read(const char *text, gsize length, GError **error);

/* The time of the message in seconds since 1970; FALSE when it is malformed. */
gboolean adref_signoff_message_seconds(const AdrefSignoffMessage *message, gint64 *seconds,
                                       int *offset);

/* A time as text: ISO 8601 with the zone. Caller frees. */
char *adref_signoff_message_format_time(gint64 seconds, int offset);

#endif
