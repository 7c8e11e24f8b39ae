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
} AdrefChangeGroup;

/* The words of one side that are left of a group beside the phrases that were told. */
typedef struct {
  guint first, last; /* tokens; G_MAXUINT: none */
  guint count;
  guint small_until;    /* the token behind the last word of no account */
  gboolean small;       /* all are of no account beside other words: "the", "and" */
  gboolean conjunctive; /* all are conjunctions */
} AdrefOtherWords;

typedef struct {
  AdrefPhraseScanner scanner;
  AdrefConfusables *confusables; /* NULL until it is needed */
  AdrefReferenceTargets *targets;
  AdrefClauseText *text;
  GArray *tokens[2], *found[2];   /* of AdrefTextToken and AdrefPhraseMatch, by AdrefTextSide */
  GArray *changed[2];             /* of guint: phrases in a group, by group */
  guint next[2];                  /* in touched */
  guint near[2];                  /* a place in tokens */
  GArray *reported;               /* of AdrefPlacedFinding */
  AdrefOtherWords other_words[2]; /* of the group at hand */
  GString *scratch[2];            /* their words, without regard to spelling */
} AdrefClauseComparer;

/* A matter, and where it stands. */
typedef struct {
  guint run, place;
  AdrefFinding *finding;
} AdrefPlacedFinding;

void adref_clause_comparer_init(AdrefClauseComparer *self, const char *language, const char *style,
                                GHashTable *parties, AdrefReferenceTargets *targets);
void adref_clause_comparer_clear(AdrefClauseComparer *self);

/* Compares the texts of self->text, which is those of `clause`; what matters is in self->told, in
 * the order of the words, until the next call. The matters are the caller's. */
void adref_clause_comparer_compare(AdrefClauseComparer *self, const AdrefNode *clause);

/* Tells what is hidden in a clause that came as a whole, if anything is. */
void adref_clause_comparer_find_hidden(AdrefClauseComparer *self, const AdrefNode *clause);

/* For the readers of groups. Adds a matter, taking over the words. */
void adref_clause_comparer_report(AdrefClauseComparer *self, AdrefChangeClass class, guint run,
                                  guint place, char *old, char *new);
const AdrefTextToken *adref_clause_comparer_token(const AdrefClauseComparer *self,
                                                  AdrefTextSide side, guint i);
char *adref_clause_comparer_word(const AdrefClauseComparer *self, AdrefTextSide side, guint i);
char *adref_clause_comparer_quote(const AdrefClauseComparer *self, AdrefTextSide side, guint start,
                                  guint end);

#endif
