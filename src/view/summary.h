/* The summary of a redline, for a head of delegation: findings by class, the most serious class
 * first; then the clauses that were added, deleted or moved. */
#ifndef ADREF_VIEW_SUMMARY_H
#define ADREF_VIEW_SUMMARY_H

#include "clause/change.h"
#include "draft/library/page_words.h"

enum {
  ADREF_CHANGE_TYPES = ADREF_CHANGE_JOINED + 1,
};

/* What is shown: clauses with a finding of one of the classes, or with a change of one of the
 * types; and the facts that changed. */
typedef struct {
  guint findings, types; /* one bit for each, 1 << AdrefChangeClass */
  gboolean facts;        /* with both 0 and FALSE, everything is shown */
} AdrefSummaryFilter;

/* The words of a filter, with "|" between two of them: the choices of an option. */
extern const char adref_summary_filter_words[];

/* Adds the class or type with that word, or "facts"; FALSE when the word is unknown. */
gboolean adref_summary_filter_add(AdrefSummaryFilter *only, const char *word);

gboolean adref_summary_filter_is_everything(const AdrefSummaryFilter *only);
gboolean adref_summary_filter_shows_facts(const AdrefSummaryFilter *only);

/* Whether the filter selects anything of a clause. */
gboolean adref_summary_filter_shows(const AdrefSummaryFilter *only, const AdrefNode *clause);

/* The title of a class of findings. */
AdrefPageWord adref_summary_class_title(AdrefChangeClass class);

/* A change of one class or type in one clause. */
typedef struct {
  const AdrefNode *clause;
  GPtrArray *findings; /* of AdrefFinding, owned by the redline; empty: the whole clause */
} AdrefSummaryEntry;

typedef struct {
  const char *word;     /* as in JSON and --only: "strength", "added" */
  const char *title;    /* in English: "Strength of commitment", "Added" */
  AdrefPageWord name;   /* the title in the language of a page */
  AdrefChangeType type; /* NONE for a class of findings */
  GPtrArray *entries;
} AdrefSummaryGroup;

/* The groups that are not empty (GPtrArray of AdrefSummaryGroup). The redline must outlive them. */
GPtrArray *adref_summary_new(const AdrefNode *redline, const AdrefSummaryFilter *only);

#endif
