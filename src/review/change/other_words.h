/* The words of a changed group outside of the phrases that were reported. */
#ifndef ADREF_REVIEW_CHANGE_OTHER_WORDS_H
#define ADREF_REVIEW_CHANGE_OTHER_WORDS_H

#include "review/change/change_group.h"

/* The words of one side. */
typedef struct {
  guint first, last; /* tokens; G_MAXUINT: none */
  guint count;
  gboolean small;       /* all are small words, which are not reported when other words changed too:
                           "the", "and" */
  gboolean conjunctive; /* all are conjunctions */
  gboolean negative;    /* all are negations */
  guint joint;          /* the last conjunction; G_MAXUINT: none */
  GString *words;       /* in their normal spelling; made and freed by the caller */
  GString *joined;      /* the same without conjunctions */
} AdrefOtherWords;

/* Reads the words of both sides of a group. reported[side]->data[i] is 1 for the phrases that were
 * reported. */
void adref_other_words_read(const AdrefClausePhrases *phrases, const AdrefChangeGroup *group,
                            GByteArray *const reported[2], AdrefOtherWords words[2]);

/* The same without the words of brackets that came or went with them. FALSE, and nothing is read:
 * the group has no such words. */
gboolean adref_other_words_read_outside(const AdrefClausePhrases *phrases,
                                        const AdrefChangeGroup *group,
                                        GByteArray *const reported[2], AdrefOtherWords words[2]);

/* Whether both sides have the same words, whatever their spelling. */
gboolean adref_other_words_equal(const AdrefOtherWords words[2]);

/* Reports the words, or completes the quotes of the only finding of the group with them. The last
 * `reported` findings of the list are those of the group. */
void adref_other_words_report(const AdrefClausePhrases *phrases, const AdrefChangeGroup *group,
                              const AdrefOtherWords words[2], guint reported, GArray *findings);

#endif
