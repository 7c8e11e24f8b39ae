/* The registry of parties and groups: templates/parties.yaml. The sort key may differ from the
 * printed name: ASEAN lists its members in the order of their English short names and prints the
 * long ones. */
#ifndef ADREF_DRAFT_DATA_PARTY_H
#define ADREF_DRAFT_DATA_PARTY_H

#include <glib.h>

#include "draft/data/yaml.h"

/* Names and memberships may have dates: `members: [BRN, {code: TLS, from: 2025-10-26}]`, `former:
 * [{until: 2022-06-01, short: ...}]`. What is read, and adref_parties_get() gives, is the newest
 * state; adref_parties_at() gives that of a day. */
typedef struct {
  char *code;
  GHashTable *short_names; /* language -> name; "" -> name in all other languages */
  GHashTable *long_names;
  GHashTable *sort_keys;
  GPtrArray *aliases; /* of char * */
  char **members;     /* codes of a group, NULL-terminated; NULL for a party */
  GPtrArray *dated;   /* private: what changes with the date; NULL: nothing */
  gboolean chairs;    /* of a party (`role: chair`): it proposes the chair's text */
  gboolean speaks;    /* of a group (`speaks: true`): it may speak and agree for its members */
  guint look;         /* private: `colour:`, from 1; 0: not given (draft/data/party_color.h) */
} AdrefParty;

typedef struct AdrefParties AdrefParties;

AdrefParties *adref_parties_read(const char *text, gsize length, const char *name, GError **error);
AdrefParties *adref_parties_new_empty(void);
void adref_parties_free(AdrefParties *parties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefParties, adref_parties_free)

/* The registry as it was on a day (since 1970-01-01): the members of that day, the names of that
 * day. All names ever are read. It must not outlive `parties`. NULL when nothing in the registry
 * has a date: it is the same on every day. */
AdrefParties *adref_parties_at(const AdrefParties *parties, gint64 day);

/* The parties behind codes, in their order, each once: groups are replaced by their members;
 * `members_only` leaves out what is no member of a group among the codes. Freed with g_strfreev. */
char **adref_parties_expand(const AdrefParties *parties, char *const *codes, gboolean members_only);

/* All codes, in the order of the file, NULL-terminated. */
const char *const *adref_parties_codes(const AdrefParties *parties);

/* By code; NULL when unknown. */
const AdrefParty *adref_parties_get(const AdrefParties *parties, const char *code);

/* The code that a person may have meant by `name`: of the party or group with this name, in upper
 * or lower case, else the most similar code; NULL for none. */
const char *adref_parties_closest(const AdrefParties *parties, const char *name);

/* Whether `party` may speak in a statement of the parties `statement` (codes, NULL-terminated): it
 * is one of them, a member of one, or a group with `speaks` of which one is a member. */
gboolean adref_parties_may_speak(const AdrefParties *parties, char *const *statement,
                                 const char *party);

/* The code of the party with `role: chair`, or NULL. */
const char *adref_parties_chair(const AdrefParties *parties);

/* All parties, then all groups, each in the order of the file (of const AdrefParty *). */
const GPtrArray *adref_parties_all(const AdrefParties *parties);

/* The table name -> code for AdrefMarkdownReadOptions.parties. Its names are codes, short and long
 * names in every language, and aliases, in NFC and case-folded. Owned by `parties`. */
GHashTable *adref_parties_names(const AdrefParties *parties);

/* The same, with the names that ICU has in a language for the countries that the registry does not
 * name in it. Must not outlive `parties`. Caller unrefs. */
GHashTable *adref_parties_names_in(const AdrefParties *parties, const char *language);

/* The short or long name in a language, else in English; without any long name the short one,
 * without any short name the code. */
const char *adref_party_short(const AdrefParty *party, const char *language);
const char *adref_party_long(const AdrefParty *party, const char *language);

/* Whether the registry has the names of the party, short and long, in the language. */
gboolean adref_party_is_named(const AdrefParty *party, const char *language);

/* Whether what adref_party_long (`whole`) or adref_party_short gives is a name in the language. */
gboolean adref_party_has_name(const AdrefParty *party, gboolean whole, const char *language);

/* The name that is printed, on pages and by templates: where the registry has none in the language,
 * that of ICU's countries (draft/data/region_name.h). Caller frees. */
char *adref_party_page_short(const AdrefParty *party, const char *language);
char *adref_party_page_long(const AdrefParty *party, const char *language);

/* The names by which a text in the language calls the party: the long and the short one as pages
 * print them, and the English ones where the registry has none in the language; each once.
 * NULL-terminated; freed with g_strfreev. */
char **adref_party_printed_names(const AdrefParty *party, const char *language);

/* A time in which a party was a member of a group, or had other names than today. */
typedef struct {
  const char *member;                 /* its code; NULL: names */
  const char *short_name, *long_name; /* names in a language, or NULL */
  char *from, *until;                 /* yyyy-mm-dd, and the first day after; NULL: not given */
} AdrefPartyTime;

/* What has a date in the registry, in the order of the file (of AdrefPartyTime, which must not
 * outlive `party`). Caller unrefs. */
GPtrArray *adref_party_times(const AdrefParty *party, const char *language);

/* The codes, sorted by sort key in the collation of a language (ICU). The sort key is that of the
 * language, else the short name; for an unknown code it is the code. Freed with g_strfreev. */
char **adref_parties_sort(const AdrefParties *parties, const char *const *codes,
                          const char *language);

#endif
