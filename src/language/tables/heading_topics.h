/* What a heading is about: "Maritime security" beside 食料安全保障.
 *
 * A table knows a few dozen topics and how languages say them. Two headings contradict each other
 * where each has a topic that the other lacks; a topic that only one of them has may stand in words
 * that are not in the table. Languages without words are not compared. */
#ifndef ADREF_LANGUAGE_TABLES_HEADING_TOPICS_H
#define ADREF_LANGUAGE_TABLES_HEADING_TOPICS_H

#include <glib.h>

/* Whether the folded headings (adref_contrary_words_fold()) contradict each other; `*first` and
 * `*second` are then the topics, in English, that only one of them has: "food, water". Caller
 * frees.
 */
gboolean adref_heading_topics_contradict(const char *language, const char *folded,
                                         const char *other_language, const char *other_folded,
                                         char **first, char **second);

#endif
