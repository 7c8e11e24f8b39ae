/* What resolve.c (steps, and taking them back) and resolve_languages.c (one bracket settled, one
 * clause marked, in every language) share. */
#ifndef ADREF_WORK_NEGOTIATE_RESOLVE_PRIVATE_H
#define ADREF_WORK_NEGOTIATE_RESOLVE_PRIVATE_H

#include "work/edit/text_changes.h"
#include "work/negotiate/resolve.h"

struct AdrefResolving {
  AdrefSession *session;
  const AdrefStatement *statement;
  const AdrefResolvingOptions *options;
  AdrefTextChanges *changes;
  AdrefText *text;  /* whose brackets are listed */
  GArray *brackets; /* of it; NULL: not listed since the last step */
  GPtrArray *steps; /* of Step (resolve.c) */
  GHashTable *said; /* set of texts without a bracket of the row that is decided; NULL: no row */
};

/* The words that a resolution gives for the text of the step; NULL: none. */
const char *adref_resolving_own_words(const AdrefResolving *resolving,
                                      const AdrefResolution *resolution);

/* Whether a choice takes words of a bracket that are still to come. */
gboolean adref_resolving_takes_to_come(const AdrefNode *bracket, const AdrefResolution *resolution,
                                       const AdrefResolveChoice *choice);

/* The alternative that a resolution takes. What adref writes for words that are to come is no word
 * of a text: where it would be taken, or the clause would go because it has no other, the
 * resolution gives the words. */
gboolean adref_resolving_choose(const AdrefResolving *resolving, const AdrefNode *bracket,
                                const AdrefResolution *resolution, AdrefResolveChoice *choice,
                                GError **error);

/* Settles a bracket of the text of the step, and the same one of every other language. `open` loses
 * its clause where no word of it is left. */
gboolean adref_resolving_resolve_all(AdrefResolving *resolving, AdrefOpenBracket *open,
                                     const AdrefResolution *resolution, GError **error);

/* Marks the clause in every language in which none of its brackets is open. */
gboolean adref_resolving_mark_all(AdrefResolving *resolving, AdrefNode *clause, GError **error);

#endif
