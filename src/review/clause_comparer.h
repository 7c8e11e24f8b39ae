/* The two texts of a changed clause compared: which words matter. */
#ifndef ADREF_REVIEW_CLAUSE_COMPARER_H
#define ADREF_REVIEW_CLAUSE_COMPARER_H

#include "clause/hidden.h"
#include "language/phrase_scanner.h"
#include "review/clause_text.h"
#include "review/reference_targets.h"

/* Stretches that are read together, as one stretch of whole words on each side. */
typedef struct {
  guint number;             /* of its first stretch */
  guint start[2], end[2];   /* bytes, by AdrefTextSide */
  guint first[2], after[2]; /* tokens */
  guint room[2];            /* bytes before and behind it up to the next group */
} AdrefGroup;

/* The words of one side that are left of a group beside the phrases that were told. */
typedef struct {
  guint first, last; /* tokens; G_MAXUINT: none */
  guint count;
  guint small_until;    /* the token behind the last word of no account */
  gboolean small;       /* all are of no account beside other words: "the", "and" */
  gboolean conjunctive; /* all are conjunctions */
} AdrefRest;

typedef struct {
  AdrefScanner scanner;
  AdrefLook *look; /* NULL until it is needed */
  AdrefTargets *targets;
  AdrefClauseText *text;
  GArray *tokens[2], *found[2]; /* of AdrefMatterToken and AdrefFound, by AdrefTextSide */
  GArray *touched[2];           /* of guint: phrases in a group, by group */
  guint next[2];                /* in touched */
  guint near[2];                /* a place in tokens */
  GArray *told;                 /* of AdrefTold */
  AdrefRest rests[2];           /* of the group at hand */
  GString *scratch[2];          /* their words, without regard to spelling */
} AdrefComparer;

/* A matter, and where it stands. */
typedef struct {
  guint stretch, place;
  AdrefMatter *matter;
} AdrefTold;

void adref_comparer_init(AdrefComparer *self, const char *language, const char *style,
                         GHashTable *parties, AdrefTargets *targets);
void adref_comparer_clear(AdrefComparer *self);

/* Compares the texts of self->text, which is those of `clause`; what matters is in self->told, in
 * the order of the words, until the next call. The matters are the caller's. */
void adref_comparer_compare(AdrefComparer *self, const AdrefNode *clause);

/* Tells what is hidden in a clause that came as a whole, if anything is. */
void adref_comparer_reveal(AdrefComparer *self, const AdrefNode *clause);

/* For the readers of groups. Adds a matter, taking over the words. */
void adref_comparer_tell(AdrefComparer *self, AdrefMatterClass class, guint stretch, guint place,
                         char *old, char *new);
const AdrefMatterToken *adref_comparer_token(const AdrefComparer *self, AdrefTextSide side,
                                             guint i);
char *adref_comparer_word(const AdrefComparer *self, AdrefTextSide side, guint i);
char *adref_comparer_quote(const AdrefComparer *self, AdrefTextSide side, guint start, guint end);

#endif
