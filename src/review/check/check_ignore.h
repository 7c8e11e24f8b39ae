/* Comments that say that a finding is meant so: <!-- adref-ignore RULE: reason -->. They stand in
 * the clause to which they apply, or before it in a text without markers. Comments are no part of
 * what is hashed, signed or printed (clause/markdown/canonical.h). */
#ifndef ADREF_REVIEW_CHECK_CHECK_IGNORE_H
#define ADREF_REVIEW_CHECK_CHECK_IGNORE_H

#include "review/check/check_text.h"

/* Gives each finding of the text, from index `from` of its findings on, the reason of the comment
 * that names its rule, or the group of its rule ("style"). Adds a finding for a comment without a
 * reason, of a rule that there is not (`is_rule` FALSE), or that ignores nothing (a note). */
void adref_check_ignore(AdrefCheckText *text, guint from,
                        gboolean (*is_rule)(gpointer data, const char *id), gpointer data);

#endif
