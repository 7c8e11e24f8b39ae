/* Results that are kept in the cache of the repository (history/result_cache.h): the numbers of a
 * draft, the origin of each word, and which translations are behind. A result that does not fit its
 * text is none. Nothing that signs, verifies or makes a package includes this file. */
#ifndef ADREF_WORK_CHANGES_KEPT_RESULTS_H
#define ADREF_WORK_CHANGES_KEPT_RESULTS_H

#include "sign/language_states.h"
#include "view/origin.h"
#include "view/reports/progress_curve.h"
#include "work/text.h"

/* The numbers of the draft in a version, of its text in a language (NULL: the rolling text). FALSE:
 * they are not known. */
gboolean adref_kept_point_read(AdrefSession *session, const char *statement,
                               const AdrefVersion *version, const char *language,
                               AdrefProgressPoint *point);
void adref_kept_point_write(AdrefSession *session, const char *statement,
                            const AdrefVersion *version, const char *language,
                            const AdrefProgressPoint *point);

/* The origins of the words of a text, or of one clause of it (NULL: all), whose history begins in
 * the version `from`. NULL: they are not known. */
AdrefOrigins *adref_kept_origins_read(const AdrefText *text, const AdrefNode *clause,
                                      const AdrefVersion *from);
void adref_kept_origins_write(const AdrefText *text, const AdrefNode *clause,
                              const AdrefVersion *from, const AdrefOrigins *origins);

/* By what the clauses that are behind (work/changes/stale_translations.h) are found: the texts in
 * `versions` and the history that begins in the version `from` (NULL: HEAD). NULL: there is no
 * version. Caller frees. */
char **adref_kept_behind_key(AdrefSession *session, const AdrefStatement *statement,
                             const AdrefVersion *from, const AdrefLanguageVersions *versions);

/* Puts them into each state, whatever the records say of them. FALSE: they are not known. `key` may
 * be NULL. */
gboolean adref_kept_behind_read(AdrefSession *session, char *const *key, const GPtrArray *states);
void adref_kept_behind_write(AdrefSession *session, char *const *key, const GPtrArray *states);

#endif
