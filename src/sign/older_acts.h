/* Acts of form 1, whose hashes were computed from an older canonical form.
 *
 * No reader of that form is kept. Where such a hash is not that of the text, the version in which
 * the act was saved is read as every text is read now, and the hash of the clause in it takes the
 * place of the old one, in memory only. So an agreement holds as long as its words are those of
 * that version. An act is taken for saved in a version that adds this one act to the record; one
 * that came with others, as when versions were joined into one, keeps its old hash. */
#ifndef ADREF_SIGN_OLDER_ACTS_H
#define ADREF_SIGN_OLDER_ACTS_H

#include "draft/data/party.h"
#include "history/version.h"
#include "sign/language_versions.h"
#include "sign/party_record.h"

typedef struct {
  AdrefRepo *repo;
  const AdrefVersion *from; /* the versions up to this one; NULL: up to HEAD */
  const char *folder;       /* statements/<id> */
  const AdrefLanguageVersions *language_versions; /* the texts as they are now */
  const AdrefParties *parties;
} AdrefOlderActsOptions;

/* `records` is the table of adref_party_records_read(). Reads no version where no old hash differs
 * from that of the text. */
gboolean adref_older_acts_read(const AdrefOlderActsOptions *options, GHashTable *records,
                               GError **error);

#endif
