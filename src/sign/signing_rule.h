/* What statement.yaml says about signing:
 *
 *     signing:
 *       who: all                     or a list: [JPN, 7 of ASEAN]
 *       capacity: approved           the least that counts
 *       alternats: true              the package has each party's alternat too
 *     roles: {ja: provisional}       of the languages; authentic where nothing is said
 *
 * `who` is all parties of the statement when it is left out. A code stands for that party's own
 * signature, also when it is a group; "7 of ASEAN" for those of seven of its members. */
#ifndef ADREF_SIGN_SIGNING_RULE_H
#define ADREF_SIGN_SIGNING_RULE_H

#include <glib.h>

#include "draft/party.h"
#include "draft/statement.h"

/* As what a party signs, weakest first. */
typedef enum {
  ADREF_CAPACITY_INITIALLED,    /* ne varietur: this is the text, whatever stands open in it */
  ADREF_CAPACITY_AD_REFERENDUM, /* subject to confirmation by the capital */
  ADREF_CAPACITY_APPROVED,
  ADREF_CAPACITY_SIGNED,
} AdrefCapacity;

/* What a text in a language is. A party's word holds until a text with authority changes. */
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

/* Whether words with a standing bind: those of authentic texts and official translations. */
gboolean adref_language_role_binds(AdrefLanguageRole role);

/* One condition: so many of these parties. */
typedef struct {
  guint count;
  char **parties; /* codes, NULL-terminated, at least `count` */
} AdrefSigningCondition;

typedef struct {
  GPtrArray *items; /* of AdrefSigningCondition, at least one */
  AdrefCapacity capacity;
  gboolean alternats;     /* not part of the rule in one line */
  char **languages;       /* of the statement */
  GArray *language_roles; /* of AdrefLanguageRole, by language */
} AdrefSigningRule;

AdrefSigningRule *adref_signing_rule_read(const AdrefStatement *statement,
                                          const AdrefParties *parties, GError **error);
void adref_signing_rule_free(AdrefSigningRule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSigningRule, adref_signing_rule_free)

/* What a language's text is; working for one that the statement does not have. */
AdrefLanguageRole adref_signing_rule_language_role(const AdrefSigningRule *rule,
                                                   const char *language);

/* The rule in one line, which stands in what is signed: "approved; JPN; 7 of BRN, KHM, IDN".
 * Groups are written out, so that it needs no registry. Caller frees. */
char *adref_signing_rule_text(const AdrefSigningRule *rule);

/* Reads such a line, without languages; NULL when it is none. */
AdrefSigningRule *adref_signing_rule_parse(const char *line);

/* Of the items met by the parties that have signed (a set of codes), how many; and in `missing`
 * (may be NULL) the codes that would have to sign yet. */
guint adref_signing_rule_count_met(const AdrefSigningRule *rule, GHashTable *signed_by,
                                   GPtrArray *missing);

#endif
