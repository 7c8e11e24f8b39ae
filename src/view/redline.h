/* What a redline (clause/change.h) says in addition to its words: what happened to each clause, the
 * name of a clause, and the totals of changes. `table` has the words of the page; NULL: English. */
#ifndef ADREF_VIEW_REDLINE_H
#define ADREF_VIEW_REDLINE_H

#include "clause/change.h"
#include "draft/library/page_words.h"

/* Numbers of clauses by what happened to them. A clause that moved counts as moved, and also as
 * modified when its words changed. */
typedef struct {
  guint added, deleted, modified, editorial, moved, split, joined;
  guint renumbered; /* only the number changed */
  guint unchanged;  /* renumbered clauses included, headings not */
  guint words_deleted, words_inserted;
  guint brackets_old, brackets_new; /* open brackets without placeholders */
} AdrefRedlineCounts;

AdrefRedlineCounts adref_redline_count(const AdrefNode *redline);

/* Whether a clause is only the old place of words that are near, so that outputs do not show it. */
gboolean adref_redline_is_left_out(const AdrefNode *clause);

/* Whether anything except numbers changed; a reference that leads to another clause now is a
 * change. */
gboolean adref_redline_is_changed(const AdrefNode *clause);

/* Whether the number of the clause changed or, where it has none, the number of a list in it or a
 * number typed before its words. */
gboolean adref_redline_is_renumbered(const AdrefNode *clause);

/* The old or new number of a clause that was renumbered; of a list, that of its first or last item.
 * NULL: none. Caller frees. */
char *adref_redline_number(const AdrefNode *clause, gboolean old, gboolean last);

/* Whether there is no difference at all, not even in numbers. */
gboolean adref_redline_is_empty(const AdrefNode *redline);

/* "moved from after 3, modified: 1 word deleted, 2 inserted". NULL when nothing changed. Caller
 * frees. */
char *adref_redline_describe(const AdrefNode *clause, const AdrefPageWords *table);

/* A name for the clause as in the new text, or as in the old text when it was deleted: "4
 * #training", "\"RECALLING that cooperation ...\"". Caller frees. */
char *adref_redline_name(const AdrefNode *clause, const AdrefPageWords *table);

/* "2 words deleted, 1 inserted"; "" for none. Caller frees. */
char *adref_redline_word_counts(const AdrefNode *clause, const AdrefPageWords *table);

/* "from after 3" of a clause that moved, "to after 7" at its old place. Caller frees. */
char *adref_redline_move(const AdrefNode *clause, const AdrefPageWords *table);

/* The name of a clause in a table of a page that has its number too: its id; without a number, such
 * as a heading, its first words. Caller frees. */
char *adref_redline_row_name(const AdrefNode *clause, const AdrefPageWords *table);

/* Its first words in quotation marks, "\"RECALLING that ...\""; for a footnote, its label and first
 * words, "^1 \"See the ...\""; for an image its description, or else its address, "image \"A
 * map\"". Caller frees. */
char *adref_redline_first_words(const AdrefNode *clause, const AdrefPageWords *table);

/* The words of a deleted or inserted TEXT with its invisible characters spelt out, "sh<U+200B>all";
 * NULL when it has none. Caller frees. */
char *adref_redline_visible(const AdrefNode *text, const char *language);

/* "1 added, 2 modified, 1 moved; 12 unchanged". Caller frees. */
char *adref_redline_counts_text(const AdrefRedlineCounts *counts);

#endif
