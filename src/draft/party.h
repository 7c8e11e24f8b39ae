/* Parties and groups: templates/parties.yaml. ASEAN order is by English short name, printed by long
 * name (DOMAIN.md section 3): sort key and printed name differ. */
#ifndef ADREF_DRAFT_PARTY_H
#define ADREF_DRAFT_PARTY_H

#include <glib.h>

#include "draft/yaml.h"

typedef struct {
  char *code;
  GHashTable *short_names; /* language -> name; "" -> name in all other languages */
  GHashTable *long_names;
  GHashTable *sort_keys;
  GPtrArray *aliases; /* of char * */
  char **members;     /* codes of a group, NULL-terminated; NULL for a party */
  gboolean speaks;    /* a group that agrees for its members (`speaks: true`) */
} AdrefParty;

typedef struct AdrefParties AdrefParties;

AdrefParties *adref_parties_read(const char *text, gsize length, const char *name, GError **error);
AdrefParties *adref_parties_new_empty(void);
void adref_parties_free(AdrefParties *parties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefParties, adref_parties_free)

/* All codes, in the order of the file, NULL-terminated. */
const char *const *adref_parties_codes(const AdrefParties *parties);

/* By code; NULL when unknown. */
const AdrefParty *adref_parties_get(const AdrefParties *parties, const char *code);

/* The code of the party or group that a person may have meant: the one that has the name in any
 * case, else the nearest code; NULL for none. */
const char *adref_parties_closest(const AdrefParties *parties, const char *name);

/* Whether a party may speak in a statement of these parties (codes, NULL-terminated): it is one of
 * them, a member of one, or a group that speaks for one. */
gboolean adref_parties_may_speak(const AdrefParties *parties, char *const *statement,
                                 const char *party);

/* All, parties before groups, in the order of the file (of const AdrefParty *). */
const GPtrArray *adref_parties_all(const AdrefParties *parties);

/* Codes, short and long names in every language and aliases, in NFC and case-folded, -> code: what
 * the reader of brackets wants (AdrefMarkdownReadOptions.parties). Lives as long as `parties`. */
GHashTable *adref_parties_names(const AdrefParties *parties);

/* The short or long name in a language (falls back to English, then to the code). */
const char *adref_party_short(const AdrefParty *party, const char *language);
const char *adref_party_long(const AdrefParty *party, const char *language);

/* The codes sorted in the order of a language by sort key (ICU collation); one that is unknown
 * sorts by itself. The caller frees them with g_strfreev. */
char **adref_parties_sort(const AdrefParties *parties, const char *const *codes,
                          const char *language);

#endif
