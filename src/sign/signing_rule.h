/* The keys of statement.yaml about signing:
 *
 *     signing:
 *       who: all                     or a list: [JPN, 7 of ASEAN]
 *       capacity: approved           a weaker capacity does not count
 *       alternats: true              the package has each party's alternat too
 *     roles: {ja: provisional}       roles of languages; a language without one is authentic
 *
 * Without `who`, all parties of the statement must sign. A code requires the signature of that
 * party itself, also when it is a group; "7 of ASEAN" requires those of seven of its members. */
#ifndef ADREF_SIGN_SIGNING_RULE_H
#define ADREF_SIGN_SIGNING_RULE_H

#include <glib.h>

#include "draft/data/party.h"
#include "draft/statement/statement.h"

/* The capacity in which a party signs, weakest first. */
typedef enum {
  ADREF_CAPACITY_INITIALLED,    /* ne varietur: this is the text, also when it has open brackets */
  ADREF_CAPACITY_AD_REFERENDUM, /* subject to confirmation by the capital */
  ADREF_CAPACITY_APPROVED,
  ADREF_CAPACITY_SIGNED,
} AdrefCapacity;

/* The role of a text in a language. An agreement holds until a text that binds changes. */
typedef enum {
  ADREF_LANGUAGE_ROLE_AUTHENTIC,
  ADREF_LANGUAGE_ROLE_TRANSLATION, /* an official one */
  ADREF_LANGUAGE_ROLE_PROVISIONAL, /* a translation that may still change */
  ADREF_LANGUAGE_ROLE_WORKING,     /* for the talks only */
} AdrefLanguageRole;

/* "initialled", "ad-referendum", "approved", "signed"; "authentic", "translation", ... */
const char *adref_capacity_word(AdrefCapacity capacity);
const char *adref_language_role_word(AdrefLanguageRole role);

/* The other way; FALSE for any other word. */
gboolean adref_capacity_read(const char *word, AdrefCapacity *capacity);
gboolean adref_language_role_read(const char *word, AdrefLanguageRole *role);

/* "initialled, ad-referendum, approved, signed": what is allowed, for messages. Caller frees. */
char *adref_capacity_words(void);

/* Whether a text in this role binds: authentic texts and official translations do. */
gboolean adref_language_role_binds(AdrefLanguageRole role);

/* One condition: so many of these parties. */
typedef struct {
  guint count;
  char **parties; /* codes, NULL-terminated, at least `count` */
} AdrefSigningCondition;

typedef struct {
  GPtrArray *items; /* of AdrefSigningCondition, at least one */
  AdrefCapacity capacity;
  gboolean alternats;     /* not part of the signed line */
  char **languages;       /* of the statement */
  GArray *language_roles; /* of AdrefLanguageRole, by language */
} AdrefSigningRule;

AdrefSigningRule *adref_signing_rule_read(const AdrefStatement *statement,
                                          const AdrefParties *parties, GError **error);

/* The same for a statement that may have no parties yet: then it has no condition, which nobody
 * takes for one that is met. Not for signing. */
AdrefSigningRule *adref_signing_rule_read_begun(const AdrefStatement *statement,
                                                const AdrefParties *parties, GError **error);
void adref_signing_rule_free(AdrefSigningRule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSigningRule, adref_signing_rule_free)

/* The role of a language; working for one that the statement does not have. */
AdrefLanguageRole adref_signing_rule_language_role(const AdrefSigningRule *rule,
                                                   const char *language);

/* The rule as the line that is signed: "approved; JPN; 7 of BRN, KHM, IDN". The members of groups
 * are written out, so that a reader needs no list of groups. Caller frees. */
char *adref_signing_rule_text(const AdrefSigningRule *rule);

/* Reads such a line; NULL when it is malformed. The rule has no languages then. */
AdrefSigningRule *adref_signing_rule_parse(const char *line);

/* Whether the rule names a party, alone or as a member of a group. */
gboolean adref_signing_rule_names(const AdrefSigningRule *rule, const char *party);

/* How many conditions are met when the parties `signed_by` (a set of codes) have signed. A member
 * of a group counts for one condition on groups only: [1 of ASEAN, 1 of ASEAN] needs two. A party
 * that is named alone counts for a group as well. `missing` (may be NULL) gets the codes of the
 * parties whose signatures are missing. */
guint adref_signing_rule_count_met(const AdrefSigningRule *rule, GHashTable *signed_by,
                                   GPtrArray *missing);

#endif
