/* Words of two languages that cannot both be right: "at least" and 多くとも, "all" and 一部の,
 * "every two years" and 毎年, "will not" and a translation that denies nothing.
 *
 * Nobody reads the sentence: of each subject ("at least" and "at most") the words of both poles are
 * counted in both texts. The texts contradict each other where one has a pole more often than the
 * other, and the other its contrary more often. Words that may mean a pole beside other things
 * ("from", まで) excuse the other text, and are no evidence. Languages without words of a subject
 * are not compared in it. */
#ifndef ADREF_LANGUAGE_TABLES_CONTRARY_WORDS_H
#define ADREF_LANGUAGE_TABLES_CONTRARY_WORDS_H

#include <glib.h>

/* A text of a clause. */
typedef struct {
  const char *language, *folded; /* by adref_contrary_words_fold() */
  gboolean has_deadline;         /* a date of it stands behind "by", as far as dates are read */
} AdrefContraryText;

typedef struct {
  char *first, *second; /* the words, "at least"; NULL: nothing stands there */
} AdrefContrary;

/* One case, one kind of space and of apostrophe. Caller frees. */
char *adref_contrary_words_fold(const char *text);

/* The contradictions of two texts (of AdrefContrary), at most one for each subject; none of the
 * subjects in `left_out` (a bit for each AdrefContrarySubject). Caller unrefs. */
GPtrArray *adref_contrary_words_find(const AdrefContraryText *first,
                                     const AdrefContraryText *second, guint left_out);

/* Whether words such as "both", "they" or "each" may stand in a folded text for two parties; TRUE
 * where the words of the language are not known. */
gboolean adref_contrary_words_may_mean_both(const char *language, const char *folded);

/* Whether words of a text may deny something, be it as "without" or "refrain"; FALSE where the
 * words of the language are not known. */
gboolean adref_contrary_words_may_deny(const char *language, const char *text);

#endif
