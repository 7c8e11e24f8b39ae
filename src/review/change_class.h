/* What matters in a redline: the list that a head of delegation reads first.
 *
 * Every change of words is told once, in the most serious of the classes of clause/change.h that
 * explain it; what is left of a changed stretch is SUBSTANCE, or EDITORIAL when only case,
 * punctuation, spelling, emphasis or layout differ. Old and new words are paired within one changed
 * stretch. What a word governs is not looked at: a word that stayed is no matter, save for a
 * reference whose number names another paragraph now.
 *
 * - Of clauses that came or went as a whole only what their words do not show at a glance is told:
 *   HIDDEN, BRACKET, AGREED.
 * - A bracket is one matter, with all its words: they are not told again one by one.
 * - Number, name, date and so on are told with the words that belong to them ("within 30 days").
 *   The same value in another form ("5000", "5,000", "five thousand") is EDITORIAL.
 * - REFERENCE: each paragraph is followed by what it is, "paragraph 2 (#training)", or, where it
 *   has no id, by its first words; "(none)" when there is no such paragraph, "(#training
 * [deleted])" when only its number was kept (clause/freeze.h). A cross reference by id follows its
 * clause and is told only when the id is another one or when its clause is gone.
 * - HIDDEN: what cannot be seen is spelt out, "sh<U+200B>all".
 * - Words longer than 400 bytes are cut, and end with "…".
 *
 * Words are of strangers: an output makes them visible first (base/error.h). */
#ifndef ADREF_REVIEW_CHANGE_CLASS_H
#define ADREF_REVIEW_CHANGE_CLASS_H

#include "clause/change.h"

typedef struct {
  const char *language; /* of both texts; NULL: "en" */
  const char *style;    /* the house style, "asean", "un", "g7"; NULL: none */
  GHashTable
      *parties;  /* as AdrefMarkdownReadOptions.parties (clause/markdown_read.h); NULL: none */
  guint classes; /* what is looked for, 1 << AdrefChangeClass for each; 0: all */
} AdrefChangeClassOptions;

/* Sets `matters` of the change of every clause, in the order of the words (references whose words
 * stayed come last). A clause without a change gets one of type NONE when a reference in it names
 * another paragraph now. A clause is MODIFIED or EDITORIAL by what was found: one in which nothing
 * but EDITORIAL matters were found becomes EDITORIAL, another one MODIFIED (whatever `classes`
 * are). Called once, on a redline whose clauses have the numbers of both texts. */
void adref_change_class_assign(AdrefNode *redline, const AdrefChangeClassOptions *options);

#endif
