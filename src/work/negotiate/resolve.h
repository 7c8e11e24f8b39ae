/* Open brackets are settled, one after the other, in every language that has them. */
#ifndef ADREF_WORK_NEGOTIATE_RESOLVE_H
#define ADREF_WORK_NEGOTIATE_RESOLVE_H

#include "clause/proposals/bracket_list.h"
#include "work/negotiate/resolve_choice.h"
#include "work/session.h"

/* A session of resolving: the texts, and what was done to them. */
typedef struct AdrefResolving AdrefResolving;

typedef struct {
  const char *party;    /* whose versions they are, or NULL */
  const char *language; /* whose brackets are listed; NULL: those of the rolling text */
  gboolean one; /* all is saved as one version by adref_resolving_save(); else each step is one */
} AdrefResolvingOptions;

/* Between steps others may save. What `options` holds must outlive it. */
AdrefResolving *adref_resolving_new(AdrefSession *session, const AdrefStatement *statement,
                                    const AdrefResolvingOptions *options, GError **error);
void adref_resolving_free(AdrefResolving *resolving);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefResolving, adref_resolving_free)

/* The open brackets of the text now (of AdrefOpenBracket); they belong to it, and the next
 * step frees them. */
const GArray *adref_resolving_brackets(AdrefResolving *resolving);

/* The language of that text. */
const char *adref_resolving_language(const AdrefResolving *resolving);

/* The place in that list of what a person names, CLAUSE[:N]. */
gboolean adref_resolving_find(AdrefResolving *resolving, const char *name, guint *place,
                              GError **error);

/* The alternative that a resolution takes, or NULL where no word stays; FALSE with the error set
 * where it does not apply to the bracket. */
gboolean adref_resolving_applies(const AdrefResolving *resolving, const AdrefNode *bracket,
                                 const AdrefResolution *resolution, GError **error);

/* Resolves the bracket at a place of the list. After an error nothing is changed. */
gboolean adref_resolving_step(AdrefResolving *resolving, guint place,
                              const AdrefResolution *resolution, GError **error);

/* Marks a clause, of which no bracket is open, as agreed ad referendum. */
gboolean adref_resolving_mark(AdrefResolving *resolving, const char *clause, GError **error);

/* Takes the last step back; FALSE with the error set: there is none, or somebody else changed the
 * text since. */
gboolean adref_resolving_undo(AdrefResolving *resolving, GError **error);

/* How many steps were done and not taken back. */
guint adref_resolving_steps(const AdrefResolving *resolving);

/* How many clauses of the text would replace another one (alt=): no bracket says that they are
 * open. */
guint adref_resolving_options(const AdrefResolving *resolving);

/* How many brackets are open in the other languages, as a message, "ja: 2 brackets are open"; NULL:
 * none. Caller frees. */
char *adref_resolving_others(const AdrefResolving *resolving);

/* Saves what was done, with `one`; else nothing is left to save. */
gboolean adref_resolving_save(AdrefResolving *resolving, GError **error);

#endif
