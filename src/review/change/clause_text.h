/* The two texts of one changed clause, and the runs in which they differ. Between two runs both
 * texts are the same, so that a place in one has a place in the other. */
#ifndef ADREF_REVIEW_CHANGE_CLAUSE_TEXT_H
#define ADREF_REVIEW_CHANGE_CLAUSE_TEXT_H

#include <glib.h>

#include "clause/change.h"
#include "review/text_side.h"

/* A run in which the texts differ; one of its sides may be empty. */
typedef struct {
  guint start[2], end[2]; /* bytes, by AdrefTextSide */
} AdrefChangeRun;

/* The words of a cross reference, a heading or a bracket, as bytes of one text. */
typedef struct {
  guint start, end;
  const AdrefNode *node;
} AdrefWordRange;

/* A change that is not of words, and its place among the words. */
typedef struct {
  AdrefChangeClass class; /* BRACKET, REFERENCE, EDITORIAL; of a footnote SUBSTANCE */
  guint at;               /* the number of the run behind it */
  char *old, *new;
  AdrefShift shift; /* of BRACKET */
} AdrefStructuralChange;

typedef struct {
  GString *words[2];        /* by AdrefTextSide; blocks end with a newline */
  GArray *runs;             /* of AdrefChangeRun */
  GArray *links[2];         /* of AdrefWordRange: cross references by "#id" */
  GArray *headings[2];      /* of AdrefWordRange: headings */
  GArray *brackets[2];      /* of AdrefWordRange: brackets that were inserted or deleted with all of
                               their words, and the words that such a one was resolved with */
  const AdrefNode *bracket; /* while a clause is read: such a bracket around the words, or NULL */
  guint bracket_start;      /* where its words begin */
  gboolean ends_line;       /* while a clause is read: a newline comes before the next words, */
  AdrefChangeMark end;      /* of the texts that this says */
  GArray *structural_changes; /* of AdrefStructuralChange */
  gboolean agreed[2];         /* the clause has [Agreed ad ref] */
  GHashTable *moved_items;    /* review/change/moved_items.h */
  GHashTable *moved_rows;     /* review/change/moved_rows.h */
  GHashTable *moved_cells;    /* review/change/moved_columns.h */
} AdrefClauseText;

AdrefClauseText *adref_clause_text_new(void);
void adref_clause_text_free(AdrefClauseText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefClauseText, adref_clause_text_free)

/* Reads a clause of a redline. Words of an alternative that was inserted or deleted as a whole are
 * left out, for the bracket is the change; and so are those of a row of a table that moved, and
 * those of a bracket of several alternatives in whose place a few words stand now. The clause that
 * was read before is removed. */
void adref_clause_text_read(AdrefClauseText *text, const AdrefNode *clause);

/* Whether a byte of the new text is of words that a bracket was resolved with. */
gboolean adref_clause_text_is_instead(const AdrefClauseText *text, guint place);

#endif
