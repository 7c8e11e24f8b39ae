/* "and" and "or" in two languages: "in English or Indonesian" beside "dalam bahasa Inggris dan
 * bahasa Indonesia".
 *
 * Translations leave such words out, and say them as commas; and "any A or B" is "all A and B". So
 * only one thing is told: a text with exactly one "or" and no "and", beside one with exactly one
 * "and" and no word that may mean "or", where neither denies anything or says "any"; and the same
 * the other way round. Languages without a row are not compared. */
#ifndef ADREF_LANGUAGE_TABLES_JOINT_WORDS_H
#define ADREF_LANGUAGE_TABLES_JOINT_WORDS_H

#include <glib.h>

/* Whether the folded texts (adref_contrary_words_fold()) contradict each other; `*first` and
 * `*second` are then "and" or "or" as their languages say them. */
gboolean adref_joint_words_contradict(const char *language, const char *folded,
                                      const char *other_language, const char *other_folded,
                                      const char **first, const char **second);

#endif
