/* The same bracket in the text of another language.
 *
 * A bracket is the same when it stands in the same clause and has as many alternatives and the same
 * parties. Where several of a clause are alike, their order does not tell which is which: Japanese
 * puts first what English puts last. Then the history does: brackets that came into both languages
 * in the same version are the same.
 */
#ifndef ADREF_WORK_NEGOTIATE_SAME_BRACKET_H
#define ADREF_WORK_NEGOTIATE_SAME_BRACKET_H

#include "work/edit/text_changes.h"

/* How sure it is. */
typedef enum {
  ADREF_SAME_BRACKET_ONLY,    /* no other one is alike */
  ADREF_SAME_BRACKET_HISTORY, /* it came in with this one */
  ADREF_SAME_BRACKET_ORDER,   /* it has the same place among those that are alike: a guess */
} AdrefSameBracketHow;

/* A bracket of a text as it is before the act. */
typedef struct {
  AdrefText *text;
  const AdrefNode *clause;
  const AdrefNode *bracket;
  guint number; /* in its clause */
} AdrefSameBracketSource;

/* Finds it in a clause of another text of `changes`; NULL: there is none. `how` may be NULL. A
 * history that cannot be read tells nothing. */
AdrefNode *adref_same_bracket_find(const AdrefTextChanges *changes,
                                   const AdrefSameBracketSource *source, AdrefText *text,
                                   const AdrefNode *clause, AdrefSameBracketHow *how);

/* Says that a bracket was taken for the same one by its order alone; nothing for other answers. */
void adref_same_bracket_say(const AdrefTextChanges *changes, const AdrefText *text,
                            const AdrefNode *clause, const AdrefNode *bracket,
                            AdrefSameBracketHow how);

#endif
