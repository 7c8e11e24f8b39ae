/* Whether the texts of a statement say the same: each text is compared with the rolling text by its
 * structure (review/languages/language_differences.h), and the records say which differences the
 * parties have accepted.
 *
 * A difference of a text that binds (signing_rule.h: an authentic text or an official translation)
 * stands against a signature, unless all who must sign have accepted it. An acceptance is bound to
 * the hashes of the clause in all languages. What these hashes do not cover (order, numbers,
 * headings, a clause without an id) cannot be accepted; it is mended. */
#ifndef ADREF_SIGN_LANGUAGE_STATES_H
#define ADREF_SIGN_LANGUAGE_STATES_H

#include "draft/data/party.h"
#include "review/languages/language_differences.h"
#include "sign/language_versions.h"
#include "sign/party_status.h"

enum {
  ADREF_LANGUAGE_STATES_MAX_LISTED = 5 /* differences that a message lists; more are counted */
};

/* A clause that was not touched since the rolling text changed. */
typedef struct {
  char *clause;  /* its id */
  char *touched; /* the version for whose rolling text its words were written */
  char *changed; /* the version that changed the rolling text last; "": not saved yet, or unknown */
} AdrefBehindClause;

/* Frees an AdrefBehindClause. */
void adref_behind_clause_free(gpointer behind);

typedef struct {
  const char *language;
  const char *rolling; /* the language that it is compared with */
  AdrefLanguageRole role;
  gboolean has_text;
  GPtrArray *differences;       /* of AdrefLanguageDifference; empty: in step, or no text yet */
  guint count;                  /* of them, without those that could not be compared */
  guint brackets, placeholders; /* in this text */
  char *place;                  /* of the facts, which have no words for it in this language and its
                                   letters, though its pages print it; NULL: they have, or print
                                   none */
  GPtrArray *behind;            /* of AdrefBehindClause, in the order of the text; filled in by
                                   work/changes/stale_translations.h, else empty */
  GHashTable *words;            /* private */
} AdrefLanguageState;

/* Of every language of the statement but that of texts[0], which is the rolling text. The languages
 * of the texts and the statement must outlive it. Caller unrefs. */
GPtrArray *adref_language_states_new(const AdrefLanguageText *texts, guint count,
                                     const AdrefStatement *statement, const AdrefSigningRule *rule,
                                     const AdrefParties *parties);

/* Work that has nothing to do with the texts. */
typedef void (*AdrefMeanwhile)(gpointer data);

/* The two steps of it: what differs in each text but the first (an array of
 * AdrefLanguageDifference for each; caller unrefs), and the states. Two threads compare; one of
 * them calls `meanwhile` (or NULL) once. Clauses whose values are in `known` (or NULL) are not read
 * for them; it takes over all pairs that do not differ. */
GPtrArray *adref_language_texts_compare(const AdrefLanguageText *texts, guint count,
                                        const AdrefStatement *statement,
                                        const AdrefParties *parties, AdrefKnownValues *known,
                                        AdrefMeanwhile meanwhile, gpointer data);
GPtrArray *adref_language_states_from(const AdrefLanguageText *texts, guint count,
                                      const AdrefStatement *statement, const AdrefSigningRule *rule,
                                      const GPtrArray *differences);

/* The same as adref_language_states_new(), of the texts in these versions; and with `meanwhile`. */
GPtrArray *adref_language_states_of_versions(const AdrefLanguageVersions *language_versions,
                                             const AdrefStatement *statement,
                                             const AdrefSigningRule *rule,
                                             const AdrefParties *parties);
GPtrArray *adref_language_states_meanwhile(const AdrefLanguageVersions *language_versions,
                                           const AdrefStatement *statement,
                                           const AdrefSigningRule *rule,
                                           const AdrefParties *parties, AdrefMeanwhile meanwhile,
                                           gpointer data);

/* The state of a language, or NULL. */
AdrefLanguageState *adref_language_states_find(const GPtrArray *states, const char *language);

/* "ja: in step", "fr: 2 differences; brackets open: 1", "ja has no text yet". Caller frees. */
char *adref_language_state_line(const AdrefLanguageState *state, const AdrefPageWords *words);

/* Of a clause with an id: "missing", "differs", "behind", "in step"; "" where there is no text. */
const char *adref_language_state_clause_word(AdrefLanguageState *state, const char *clause);

/* The codes (const char *, of the records) of the parties that have accepted the difference as it
 * is now, in the order of the alphabet. Caller unrefs. */
GPtrArray *adref_language_difference_accepted(const AdrefLanguageDifference *difference,
                                              GHashTable *records, AdrefClauseHashes *hashes);

/* Whether parties can accept the difference. */
gboolean adref_language_difference_is_acceptable(const AdrefLanguageDifference *difference);

/* Why the texts cannot be signed: "en and fr differ: energy: en has 35, fr has 30", and what of
 * `behind` is not translated; NULL when nothing stands against it. Caller frees. */
char *adref_language_states_refusal(const GPtrArray *states, const AdrefSigningRule *rule,
                                    GHashTable *records, AdrefClauseHashes *hashes);

#endif
