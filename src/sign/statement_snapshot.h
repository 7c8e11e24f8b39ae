/* What a version of a statement really says, recomputed from its files: what a sign-off is compared
 * with, and what a new one is made of. */
#ifndef ADREF_SIGN_STATEMENT_SNAPSHOT_H
#define ADREF_SIGN_STATEMENT_SNAPSHOT_H

#include <glib.h>

#include "sign/language_versions.h"
#include "sign/signoff_message.h"

typedef struct {
  AdrefFileSource *source; /* owned */
  AdrefLibrary *library;
  AdrefStatement *statement;
  AdrefSigningRule *rule;
  char *rule_text;
  AdrefLanguageVersions *language_versions;
  GPtrArray *texts; /* of AdrefSignedText, in the order of the languages */
  char *problem;    /* why the version cannot be read; the rest is not to be used then. Or NULL */
  char *not_canonical; /* path of a text that is not in its canonical form, or NULL */
} AdrefStatementSnapshot;

/* Takes over the source. Always gives evidence, with a problem where the statement cannot be read
 * or a language has no text. */
AdrefStatementSnapshot *adref_statement_snapshot_new(AdrefFileSource *source,
                                                     const char *statement);
void adref_statement_snapshot_free(AdrefStatementSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStatementSnapshot, adref_statement_snapshot_free)

/* Whether a party may sign: one of the statement's, or one that its rule names. */
gboolean adref_statement_snapshot_may_sign(const AdrefStatementSnapshot *snapshot,
                                           const char *party);

/* In which way two lists of texts (of AdrefSignedText) differ, "the text in ja"; NULL when they are
 * the same in order, language, role and words. Caller frees. */
char *adref_signed_texts_difference(const GPtrArray *a, const GPtrArray *b);

/* The languages in which what a reader sees differs, "en, ja"; "" for none. Caller frees. */
char *adref_signed_texts_changed(const GPtrArray *old, const GPtrArray *new);

#endif
