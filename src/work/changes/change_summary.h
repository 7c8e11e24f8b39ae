/* What changed in the texts of a statement, in a few words: for subjects of versions and the log.
 */
#ifndef ADREF_WORK_CHANGES_CHANGE_SUMMARY_H
#define ADREF_WORK_CHANGES_CHANGE_SUMMARY_H

#include <glib.h>

#include "view/redline.h"

typedef struct AdrefChangeSummary AdrefChangeSummary;

AdrefChangeSummary *adref_change_summary_new(void);
void adref_change_summary_free(AdrefChangeSummary *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefChangeSummary, adref_change_summary_free)

/* Adds what a redline says. `language` names a text that is not the rolling one; NULL: it is. A
 * clause that changed in several languages is named once, for the language that is added first. */
void adref_change_summary_add(AdrefChangeSummary *changes, const AdrefNode *redline,
                              const char *language);

/* Adds a clause that the version is about although its words did not change. */
void adref_change_summary_add_id(AdrefChangeSummary *changes, const char *id);

/* Headings got ids: the subject of a version in which no word changed. */
void adref_change_summary_add_heading_ids(AdrefChangeSummary *changes, guint count);

/* "op private-sector: 2 words; new op supply-chains; without op old; op ports moved", cut down to
 * at most `max_length` characters: without numbers of words, then as "3 clauses changed, 1 clause
 * new". "numbers and markers" when only those changed; NULL when nothing did. Caller frees. */
char *adref_change_summary_subject(const AdrefChangeSummary *changes, guint max_length);

/* The ids of all clauses that changed or were added, in the order of the text (of char *); belongs
 * to `changes`. */
GPtrArray *adref_change_summary_ids(const AdrefChangeSummary *changes);

/* The ids of headings and of the title whose words changed, which parties agree to as to clauses.
 * The summary's own. */
GPtrArray *adref_change_summary_headings(const AdrefChangeSummary *changes);

/* "+12 -3 words, 2 clauses changed, 1 bracket opened"; NULL when nothing did. Caller frees. */
char *adref_change_summary_counts(const AdrefRedlineCounts *counts);

#endif
