/* The items of a list inside of a sentence: "five areas: trade, health and energy". */
#ifndef ADREF_REVIEW_CHECK_SENTENCE_LIST_H
#define ADREF_REVIEW_CHECK_SENTENCE_LIST_H

#include <glib.h>

/* How many items a list has; `most` counts "education and training" as two. */
typedef struct {
  guint least, most;
} AdrefSentenceList;

/* Counts the items of the list that begins `words`: labels "(a)", "1)"; parts between semicolons;
 * or words between commas. FALSE: it is not certain where an item ends, or that they are items. */
gboolean adref_sentence_list_count(const char *words, AdrefSentenceList *list);

/* The same of a list of names, "Japan, Kenya and Peru", behind which the sentence may go on after a
 * comma or a parenthesis. */
gboolean adref_sentence_list_count_names(const char *words, AdrefSentenceList *list);

#endif
