/* The two files that read a clause: clause_text.c, and clause_text_brackets.c for its brackets. */
#ifndef ADREF_REVIEW_CHANGE_CLAUSE_TEXT_PRIVATE_H
#define ADREF_REVIEW_CHANGE_CLAUSE_TEXT_PRIVATE_H

#include "review/change/clause_text.h"

/* Appends words to the texts that a mark names; DELETED and INSERTED ones go on with the last run
 * or begin one. */
void adref_clause_text_add_words(AdrefClauseText *text, const char *words, gsize length,
                                 AdrefChangeMark mark);

/* Adds a structural change at the end of the words so far; takes over both quotes. */
AdrefStructuralChange *adref_clause_text_add_change(AdrefClauseText *text, AdrefChangeClass class,
                                                    char *old, char *new);

/* Something was inserted in the place of the last structural change, which was a deletion. */
AdrefStructuralChange *adref_clause_text_replace_new(AdrefClauseText *text, const char *words);

/* Whether a node came or went with all that is below it. */
gboolean adref_clause_text_is_whole(const AdrefNode *node);

/* Whether a node is only the old state of the node above it, of which an attribute changed; and
 * whether it has such a node below it. */
gboolean adref_clause_text_is_former_state(const AdrefNode *node);
gboolean adref_clause_text_has_former_state(const AdrefNode *node);

/* A BRACKET, ALTERNATIVE or BRACKET_EDGE begins. FALSE: its words are not read. */
gboolean adref_clause_text_enter_bracket(AdrefClauseText *text, const AdrefNode *bracket);
gboolean adref_clause_text_enter_alternative(AdrefClauseText *text, const AdrefNode *alternative);
void adref_clause_text_add_edge(AdrefClauseText *text, const AdrefNode *edge);

void adref_clause_text_leave_bracket(AdrefClauseText *text, const AdrefNode *bracket);

/* Whether a TEXT is a few words that stand in the place of a deleted bracket: the bracket was
 * resolved with them; and reads such words. */
gboolean adref_clause_text_is_instead_of_bracket(const AdrefNode *words);
void adref_clause_text_add_words_instead(AdrefClauseText *text, const AdrefNode *words);

#endif
