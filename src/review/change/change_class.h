/* The findings of a redline: what changed the meaning, as a list that a head of delegation reads
 * first.
 *
 * Every change of words is reported once: in the class of the phrase that it is a part of
 * (language/phrase_scanner.h), so that the 30 of "within 30 days" is a DATE; other words that
 * changed are SUBSTANCE, or EDITORIAL when only case, punctuation, spelling, emphasis or layout
 * differ. The first change of an agreed paragraph is reported as AGREED too. Old and new words are
 * paired within one changed run. Words that stayed are not reported, whatever changed around them,
 * but for a reference whose number names another paragraph now.
 *
 * - Of clauses that were inserted or deleted as a whole, the findings are what their words do not
 *   show (HIDDEN, BRACKET, AGREED), and the phrases from STRENGTH to NAME that they bring or take.
 * - A bracket is one finding, with all its words: they are not reported one by one.
 * - Numbers, names, dates and so on are reported with the words that belong to them ("within 30
 *   days"). The same value in another form ("5000", "5,000", "five thousand") is EDITORIAL.
 * - REFERENCE: each paragraph is followed by its id, "paragraph 2 (#training)", or, where it has
 *   none, by its first words; by "(none)" when there is no such paragraph, and by "(#training
 *   [deleted])" when only its number was kept (clause/labels/freeze.h). A cross reference by id
 * follows its clause, and is reported only when the id is another one or when the clause is gone.
 * - HIDDEN: characters that are not visible are written as code points, "sh<U+200B>all".
 * - Words longer than 400 bytes are cut, and end with "…".
 *
 * The words were written by strangers: an output must escape them first (base/error.h). */
#ifndef ADREF_REVIEW_CHANGE_CHANGE_CLASS_H
#define ADREF_REVIEW_CHANGE_CHANGE_CLASS_H

#include "clause/change.h"

typedef struct {
  const char *language; /* of both texts; NULL: "en" */
  const char *style;    /* the house style, "asean", "un", "g7"; NULL: none */
  GHashTable *parties;  /* as AdrefMarkdownReadOptions.parties (clause/markdown/markdown_read.h);
                           NULL: none */
  guint classes;        /* the classes to report, 1 << AdrefChangeClass for each; 0: all */
} AdrefChangeClassOptions;

/* Sets `findings` of the change of every clause, in the order of the words (references whose words
 * stayed are last). A clause without a change gets one of type NONE when a reference in it names
 * another paragraph now. A clause becomes EDITORIAL when all its findings are EDITORIAL, else
 * MODIFIED, whatever `classes` are. Call it once, on a redline whose clauses have the numbers of
 * both texts. */
void adref_change_class_assign(AdrefNode *redline, const AdrefChangeClassOptions *options);

#endif
