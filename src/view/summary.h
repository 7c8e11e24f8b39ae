/* What a head of delegation reads first: the changes of a redline by what matters in them, most
 * serious first, then the clauses that came, went and moved. */
#ifndef ADREF_VIEW_SUMMARY_H
#define ADREF_VIEW_SUMMARY_H

#include "clause/change.h"

enum {
  ADREF_CHANGE_TYPES = ADREF_CHANGE_JOINED + 1,
};

/* What is shown of a redline: clauses with one of the matters or of the types. */
typedef struct {
  guint findings, types; /* one bit for each, 1 << AdrefChangeClass; both 0: everything */
} AdrefSummaryFilter;

/* Adds the class or type with that word; FALSE when there is none. */
gboolean adref_summary_filter_add(AdrefSummaryFilter *only, const char *word);

/* Whether anything of a clause is to be shown. */
gboolean adref_summary_filter_shows(const AdrefSummaryFilter *only, const AdrefNode *clause);

/* A change of one kind in one clause. */
typedef struct {
  const AdrefNode *clause;
  GPtrArray *findings; /* of AdrefFinding, owned by the redline; empty: of the clause as a whole */
} AdrefSummaryEntry;

typedef struct {
  const char *word;     /* as in JSON and --only: "strength", "added" */
  const char *title;    /* "Strength of commitment", "Added" */
  AdrefChangeType type; /* NONE for a group of matters */
  GPtrArray *entries;
} AdrefSummaryGroup;

/* Groups that are not empty (GPtrArray of AdrefSummaryGroup). The redline must outlive them. */
GPtrArray *adref_summary_new(const AdrefNode *redline, const AdrefSummaryFilter *only);

#endif
