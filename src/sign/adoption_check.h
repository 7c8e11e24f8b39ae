/* Whether a package holds what its list ADOPTED says: the acts are computed anew from the records
 * in the package, as they were when it was made. That the parties made these acts, in these
 * versions, who is a member of which group, and that nobody has broken the silence, is the word of
 * the party that signed the list. */
#ifndef ADREF_SIGN_ADOPTION_CHECK_H
#define ADREF_SIGN_ADOPTION_CHECK_H

#include "sign/package.h"

typedef struct {
  AdrefPackage *package;
  const GPtrArray *members;
  AdrefAdoption *adoption; /* of the package */
  gint64 time;             /* of the signature, in seconds since 1970 */
  AdrefParties *parties;   /* this and what follows: of the files in the package */
  GHashTable *records;     /* party -> AdrefPartyRecord */
  AdrefLanguageVersions versions;
  AdrefStatement statement;
  AdrefSigningRule *rule;
  AdrefProgress *progress;
  GHashTable *broken; /* set of ids: the clauses on which the list says that silence was broken */
} AdrefAdoptionCheck;

/* The checks in their order; the first that fails ends them. */
typedef struct {
  const char *name;
  gboolean (*holds)(AdrefAdoptionCheck *self); /* adds what is wrong to the package's problems */
} AdrefAdoptionStep;

extern const AdrefAdoptionStep adref_adoption_steps[];
extern const gsize adref_adoption_step_count;

/* Reads the list ADOPTED of the members, without any check; NULL: there is none. */
AdrefAdoption *adref_adoption_of_members(const GPtrArray *members);

/* Whether the path is that of a file that the list binds. */
gboolean adref_adoption_has_file(const AdrefAdoption *adoption, const char *path);

/* Runs the checks; FALSE when one fails. The texts and FACTS of the package were read. */
gboolean adref_adoption_check(AdrefPackage *package, const GPtrArray *members,
                              const AdrefAdoptionStep *steps, gsize count);

#endif
