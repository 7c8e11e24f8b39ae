/* CriticMarkup as others return it: {++ins++}, {--del--}, {~~old~>new~~}, {==words==}, {>>note<<}.
 *
 * Marks are not believed: only the text that they make is of interest, which is compared with what
 * went out. A mark is read from its beginning to the first sign that ends it; marks in it are
 * words, and so is one without an end. */
#ifndef ADREF_EXCHANGE_TEXT_CRITIC_MARKS_H
#define ADREF_EXCHANGE_TEXT_CRITIC_MARKS_H

#include <glib.h>

typedef struct {
  guint insertions, deletions, replacements;
  GPtrArray *comments; /* of char *, at most ADREF_CRITIC_MARKS_COMMENTS; NULL: no mark was read */
  guint comment_count;
} AdrefCriticMarks;

enum {
  ADREF_CRITIC_MARKS_COMMENTS = 20
};

/* The text with its changes accepted, and without comments; `marks` has what was read. NULL: it has
 * no mark. The time grows with the length. The caller frees the text, and clears the marks. */
GString *adref_critic_marks_accept(const char *text, gsize length, AdrefCriticMarks *marks);
void adref_critic_marks_clear(AdrefCriticMarks *marks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefCriticMarks, adref_critic_marks_clear)

#endif
