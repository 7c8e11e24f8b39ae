/* Abbreviations in Latin letters that two languages of a clause do not share: WTO and WHO. */
#ifndef ADREF_REVIEW_LANGUAGES_OTHER_ABBREVIATIONS_H
#define ADREF_REVIEW_LANGUAGES_OTHER_ABBREVIATIONS_H

#include <glib.h>

/* Whether each of two texts has an abbreviation that the other has neither as letters nor as words
 * ("World Trade Organization", WTO), and the two are names of bodies and instruments that all
 * languages know, or differ in one letter. Languages with abbreviations of their own (OMC) may have
 * these. Then *ours and *theirs are the two; the caller frees them. */
gboolean adref_other_abbreviations(const char *first, const char *second, char **ours,
                                   char **theirs);

#endif
