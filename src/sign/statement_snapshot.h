/* The content of a version of a statement, computed from its files. A sign-off is compared with it,
 * and a new sign-off is made from it. */
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
  char *facts; /* sign/printed_facts.h */
  char *facts_hash;
  GPtrArray *positions; /* of AdrefStatedPosition */
  AdrefLanguageVersions *language_versions;
  GPtrArray *texts; /* of AdrefSignedText, in the order of the languages */
  char *problem; /* why the version cannot be read, and then no other member may be used; or NULL */
  char *not_canonical; /* path of a text that is not in its canonical form, or NULL */
} AdrefStatementSnapshot;

/* `source` becomes owned by the snapshot. Never NULL: when the statement cannot be read, or a
 * language has no text, `problem` is set. */
AdrefStatementSnapshot *adref_statement_snapshot_new(AdrefFileSource *source,
                                                     const char *statement);

/* The same; its texts are shared as those of adref_language_versions_share(). Only texts that are
 * read with the same registry are: that of `library` (or NULL), which must then outlive it, is used
 * where the registries are the same (adref_library_open_like()). */
AdrefStatementSnapshot *adref_statement_snapshot_share(AdrefFileSource *source,
                                                       const char *statement,
                                                       AdrefReadings *readings,
                                                       const AdrefLibrary *library);
void adref_statement_snapshot_free(AdrefStatementSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStatementSnapshot, adref_statement_snapshot_free)

/* Whether a party may sign: the statement or its rule must name it. */
gboolean adref_statement_snapshot_may_sign(const AdrefStatementSnapshot *snapshot,
                                           const char *party);

/* The first difference of two lists of AdrefSignedText in order, language, role or bytes, and with
 * `numbers` in what a reader sees (adref_text_hash), such as "the text in ja"; NULL when there is
 * none. Caller frees. */
char *adref_signed_texts_difference(const GPtrArray *a, const GPtrArray *b, gboolean numbers);

/* The languages whose texts differ for a reader, "en, ja"; "" for none. Caller frees. */
char *adref_signed_texts_changed(const GPtrArray *old, const GPtrArray *new);

#endif
