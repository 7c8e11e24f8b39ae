/* What a redline (clause/change.h) says besides its words: what happened to each clause, how to
 * name it, and how much changed in all. */
#ifndef ADREF_VIEW_REDLINE_H
#define ADREF_VIEW_REDLINE_H

#include "clause/change.h"

/* Clauses by what happened to them. One that moved counts as moved, and as modified too when its
 * words changed. */
typedef struct {
  guint added, deleted, modified, editorial, moved, split, joined;
  guint renumbered; /* nothing but another number */
  guint unchanged;  /* those renumbered among them, but no headings */
  guint words_deleted, words_inserted;
  guint brackets_old, brackets_new; /* open, placeholders left out */
} AdrefRedlineCounts;

AdrefRedlineCounts adref_redline_count(const AdrefNode *redline);

/* Whether anything but numbers changed; a reference in it that leads elsewhere now is a change. */
gboolean adref_redline_is_changed(const AdrefNode *clause);

/* Whether its number, that of a list in it, or one typed before its words is not what it was. */
gboolean adref_redline_is_renumbered(const AdrefNode *clause);

/* The number of a clause that was renumbered, as it is or was; of a list that of its first or its
 * last item. NULL: it has or had none. Caller frees. */
char *adref_redline_number(const AdrefNode *clause, gboolean old, gboolean last);

/* Whether there is no difference at all, other numbers included. */
gboolean adref_redline_is_empty(const AdrefNode *redline);

/* "moved from after 3, modified: 1 word deleted, 2 inserted". NULL when nothing happened. Caller
 * frees. */
char *adref_redline_describe(const AdrefNode *clause);

/* The clause as a person would call it in the new text, or in the old one when it is gone: "4
 * #training", "\"RECALLING that cooperation ...\"". Caller frees. */
char *adref_redline_name(const AdrefNode *clause);

/* "2 words deleted, 1 inserted"; "" for none. Caller frees. */
char *adref_redline_word_counts(const AdrefNode *clause);

/* "from after 3" of a clause that moved, "to after 7" of the place it left. Caller frees. */
char *adref_redline_move(const AdrefNode *clause);

/* The first of its words in quotation marks, "\"RECALLING that ...\"", and behind the label of a
 * note its words, "^1 \"See the ...\"". Caller frees. */
char *adref_redline_first_words(const AdrefNode *clause);

/* The words of a TEXT that went or came with what cannot be seen in them spelt out,
 * "sh<U+200B>all"; NULL when everything shows. Caller frees. */
char *adref_redline_visible(const AdrefNode *text, const char *language);

/* "1 added, 2 modified, 1 moved; 12 unchanged". Caller frees. */
char *adref_redline_counts_text(const AdrefRedlineCounts *counts);

#endif
