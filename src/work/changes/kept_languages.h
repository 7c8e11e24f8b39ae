/* How the languages of a statement differ, kept in the cache of the repository
 * (history/result_cache.h) by all that it is computed from: the bytes of the texts, the names of
 * the parties, titles, how paragraphs are numbered. Of texts that changed since, the clauses that
 * did not are known by their words (review/languages/known_values.h); those of the last comparison
 * are kept, 16 bytes for each pair. Nothing that signs, verifies, adopts or records a difference
 * includes this file. */
#ifndef ADREF_WORK_CHANGES_KEPT_LANGUAGES_H
#define ADREF_WORK_CHANGES_KEPT_LANGUAGES_H

#include "sign/language_states.h"
#include "work/session.h"

typedef struct {
  const AdrefLanguageText *texts; /* the rolling text first */
  GBytes *const *bytes;           /* of each, from which it was read */
  guint count;
  const AdrefNumbering *numbering; /* with which they were read */
  const AdrefStatement *statement;
  const AdrefSigningRule *rule;
  const AdrefParties *parties;
  GHashTable *records; /* party -> AdrefPartyRecord; where one says that something is words, which
                          changes what is compared, nothing is kept */
} AdrefKeptLanguages;

/* The states of the languages (sign/language_states.h), of which the differences may have been
 * kept. `meanwhile` (or NULL) is called once, while another thread compares. Caller unrefs. */
GPtrArray *adref_kept_languages_states(AdrefSession *session, const AdrefKeptLanguages *languages,
                                       AdrefMeanwhile meanwhile, gpointer data);

/* The same of these versions. */
GPtrArray *adref_kept_languages_of_versions(AdrefSession *session,
                                            const AdrefLanguageVersions *versions,
                                            const AdrefStatement *statement,
                                            const AdrefSigningRule *rule,
                                            const AdrefParties *parties, GHashTable *records,
                                            AdrefMeanwhile meanwhile, gpointer data);

#endif
