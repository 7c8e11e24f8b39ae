/* Clauses whose translation was not touched since the source changed, from the history.
 *
 * A clause of a language is behind when the source of that clause is not what it was in the version
 * in which the clause was last touched in this language. So a language that was saved in the same
 * version as the source, or in a later one, is in step, and so is one whose source was put back. An
 * act that only brackets, settles or brings words back in all languages translates nothing
 * (work/changes/stale_search.h).
 * Line breaks and markers do not count. A party can record that a translation needs no change
 * (sign/party_record.h, "translation"); the next change of the clause in either language undoes it.
 */
#ifndef ADREF_WORK_CHANGES_STALE_TRANSLATIONS_H
#define ADREF_WORK_CHANGES_STALE_TRANSLATIONS_H

#include "sign/language_states.h"
#include "work/session.h"

/* Puts the clauses that are behind into each state (of sign/language_states.h). `versions` and
 * `records` are those of now (NULL: those of the work folder, which are read when a clause is
 * behind), `from` is the version in which the history begins; NULL: HEAD. */
gboolean adref_stale_translations_find(AdrefSession *session, const AdrefStatement *statement,
                                       const AdrefVersion *from,
                                       const AdrefLanguageVersions *versions,
                                       const AdrefSigningRule *rule, GHashTable *records,
                                       GPtrArray *states, GError **error);

/* The same of a version, computed anew: what signs or adopts believes no cache. */
gboolean adref_stale_translations_compute(AdrefSession *session, const AdrefStatement *statement,
                                          const AdrefVersion *from,
                                          const AdrefLanguageVersions *versions,
                                          const AdrefSigningRule *rule, GHashTable *records,
                                          GPtrArray *states, GError **error);

/* How the texts of a version differ (adref_language_states_of_versions()), with the clauses that
 * are behind: both are computed anew, at the same time. Caller unrefs. */
GPtrArray *adref_stale_translations_states(AdrefSession *session, const AdrefStatement *statement,
                                           const AdrefVersion *from,
                                           const AdrefLanguageVersions *versions,
                                           const AdrefSigningRule *rule,
                                           const AdrefParties *parties, GHashTable *records,
                                           GError **error);

/* The same in three steps. The second reads the repository, which no other thread may do then, and
 * is an AdrefMeanwhile (sign/language_states.h): another thread can compare the texts. What begin()
 * is given must outlive it; with `fresh` nothing comes from the cache. */
typedef struct AdrefStaleTranslations AdrefStaleTranslations;

AdrefStaleTranslations *adref_stale_translations_begin(AdrefSession *session,
                                                       const AdrefStatement *statement,
                                                       const AdrefVersion *from,
                                                       const AdrefLanguageVersions *versions,
                                                       const AdrefSigningRule *rule, gboolean fresh,
                                                       GError **error);
void adref_stale_translations_run(gpointer stale_translations);

/* Puts them into the states, or says them as adref_stale_translations_say() does. Once. */
gboolean adref_stale_translations_end(AdrefStaleTranslations *stale_translations,
                                      GHashTable *records, GPtrArray *states, GError **error);
gboolean adref_stale_translations_say_found(AdrefStaleTranslations *stale_translations,
                                            GError **error);
void adref_stale_translations_free(AdrefStaleTranslations *stale_translations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStaleTranslations, adref_stale_translations_free)

/* "en 1f0a... fr 0d3e...": the hashes of a clause in the first language and in another one. Caller
 * frees. */
char *adref_stale_translations_hashes(const AdrefLanguageVersions *versions,
                                      AdrefClauseHashes *hashes, const char *clause,
                                      const char *language);

/* The clauses of a language of the work folder that are behind (of AdrefBehindClause); *states,
 * which the caller unrefs, owns them. NULL with an error, also for the first language. */
const GPtrArray *adref_stale_translations_of(AdrefSession *session, const AdrefStatement *statement,
                                             const char *language, GPtrArray **states,
                                             GError **error);

/* Says of each language of the work folder which clauses are behind. */
gboolean adref_stale_translations_say(AdrefSession *session, const AdrefStatement *statement,
                                      GError **error);

#endif
