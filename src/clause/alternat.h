/* The alternat: the copy of a text in which one party is named first (DOMAIN.md section 1).
 *
 * A link to the code of a party, [Japan](#JPN), marks words that name it; a clause's id has small
 * letters, so the two are never confused. Marks of different parties in one paragraph, with at most
 * ADREF_ALTERNAT_MAX_JOINER characters and no end of a sentence between them, are a place where the
 * order of the parties is the alternat's: "[Japan](#JPN) and [ASEAN](#ASEAN)",
 * "[Japan](#JPN)-[ASEAN](#ASEAN)". What stands between them stays where it is. The text is one and
 * is signed as it stands; its alternats are made from it. */
#ifndef ADREF_CLAUSE_ALTERNAT_H
#define ADREF_CLAUSE_ALTERNAT_H

#include <glib.h>

#include "clause/node.h"

enum {
  ADREF_ALTERNAT_MAX_JOINER = 40
};

/* The codes with `first` in front, the others in their order. Caller frees. */
char **adref_alternat_order(const char *const *codes, const char *first);

/* A copy in which the parties of each place stand in the order of `codes`, others behind them as
 * they stood. "The" and "the" before a name follow the place. `name` is the text's, for errors: a
 * mark that stands alone is one, with its place, and so is a copy that adref_alternat_check would
 * refuse. `places` (may be NULL) says how many places there are. */
AdrefNode *adref_alternat(const AdrefNode *document, const char *const *codes, const char *name,
                          guint *places, GError **error);

/* Whether the words of both are the same, one after the other, but for the order of the names in
 * marks within each paragraph. It shares no code with the above. */
gboolean adref_alternat_check(const AdrefNode *document, const AdrefNode *copy, const char *name,
                              GError **error);

#endif
