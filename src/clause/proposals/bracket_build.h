/* Makes and changes brackets of a tree: alternatives, the parties that want them, and what becomes
 * of them when one is taken.
 *
 * The tree is one text, without change marks. Afterwards its blocks may have adjacent TEXT, and
 * words that look like positions are marked as words (`literal`) more often than they need to be:
 * write the document in canonical form and read it again before it is used otherwise. The groups of
 * an alternative are never changed, since copies share them: a change makes new ones. */
#ifndef ADREF_CLAUSE_PROPOSALS_BRACKET_BUILD_H
#define ADREF_CLAUSE_PROPOSALS_BRACKET_BUILD_H

#include <glib.h>

#include "clause/node.h"

/* --- making --- */

/* A bracket around the siblings from `first` to `last`, which are its only alternative, without
 * positions: base text. */
AdrefNode *adref_bracket_wrap(AdrefNode *first, AdrefNode *last);

/* A bracket without alternatives, not in a tree. */
AdrefNode *adref_bracket_new(void);

/* Appends an alternative, into which the children of `inlines` are moved (NULL: no words). */
AdrefNode *adref_bracket_add(AdrefNode *bracket, AdrefNode *inlines);

/* Whether adref_bracket_wrap_clause() can bracket a clause: its first and its last words stand in
 * no table, code or HTML. */
gboolean adref_bracket_can_wrap_clause(const AdrefNode *clause);

/* A bracket around all words of a clause: its heading too, but not its agreement mark, its notes at
 * the end and the texts of its footnotes. Returns the alternative when the words stand in one
 * block; else the closing EDGE, since such a bracket has one alternative. */
AdrefNode *adref_bracket_wrap_clause(AdrefNode *clause);

/* A bracket around all words of a cell of a table. Returns its alternative; NULL: there are none.
 */
AdrefNode *adref_bracket_wrap_cell(AdrefNode *cell);

/* The bracket that holds all words of a clause, or of a block with inlines, already: the BRACKET;
 * the closing EDGE where it is one over several blocks. NULL: there is none, or a placeholder. */
AdrefNode *adref_bracket_of_all(AdrefNode *clause);

/* Only white space between two brackets makes them alternatives of one. Where a bracket has such a
 * neighbour, this puts the comment "<!-- and -->" between them. */
void adref_bracket_separate(AdrefNode *bracket);

/* --- positions: of an ALTERNATIVE, or of the closing EDGE of a bracket over several blocks --- */

/* The positions of it; NULL: none. */
const GPtrArray *adref_alternative_groups(const AdrefNode *alternative);

/* Whether a party (a code) has a position on it; *verb (or NULL) is the first one. */
gboolean adref_alternative_find_party(const AdrefNode *alternative, const char *party,
                                      AdrefPositionVerb *verb);

/* Gives a party a position, which takes the place of the one that it had on the same alternative.
 */
void adref_alternative_join(AdrefNode *alternative, const char *party, AdrefPositionVerb verb);

/* Takes the positions of a party away; FALSE: it had none. */
gboolean adref_alternative_leave(AdrefNode *alternative, const char *party);

/* Whether an alternative is base text: no party proposes or supports it (without a verb). */
gboolean adref_alternative_is_base(const AdrefNode *alternative);

/* --- finding --- */

/* Whether the words below two nodes with inlines are the same, with their formatting. */
gboolean adref_bracket_same_words(const AdrefNode *a, const AdrefNode *b);

/* The alternative with the words of `inlines`; NULL: there is none. */
AdrefNode *adref_bracket_find_words(const AdrefNode *bracket, const AdrefNode *inlines);

/* The alternative that is base text; NULL: there is none. */
AdrefNode *adref_bracket_base(const AdrefNode *bracket);

/* Whether no word is the base text of a bracket: its one alternative is proposed by parties, or an
 * alternative without words is base text. */
gboolean adref_bracket_is_insertion(const AdrefNode *bracket);

/* --- proposing and withdrawing --- */

/* A party proposes words, which are moved out of `inlines`: it joins the alternative with the same
 * words, or they become the last alternative. Base text is retained, other words are supported. It
 * leaves the alternative that it wanted before; one that nobody proposes any more is removed.
 * Beside an insertion, "[clean - JPN]", the base text becomes an alternative: no words, "[/ clean -
 * JPN / green - ASEAN]"; it goes when one insertion is left. Returns the alternative. */
AdrefNode *adref_bracket_propose(AdrefNode *bracket, AdrefNode *inlines, const char *party);

/* The same for an alternative that there is, which may be the closing EDGE of a bracket over
 * several blocks. */
void adref_alternative_support(AdrefNode *alternative, const char *party);

typedef enum {
  ADREF_BRACKET_STAYS,            /* the alternative and its bracket are there */
  ADREF_BRACKET_LOST_ALTERNATIVE, /* nobody proposes the alternative any more: it was removed */
  ADREF_BRACKET_RESOLVED,         /* and base text that nobody objects to was all that was left: it
                                     stands without a bracket */
  ADREF_BRACKET_REMOVED,          /* nothing was left: the bracket was removed with its words */
} AdrefBracketOutcome;

/* A party gives up its positions on an alternative (or EDGE). */
AdrefBracketOutcome adref_alternative_withdraw(AdrefNode *alternative, const char *party);

/* --- ending: the bracket is freed; spaces at both ends are mended --- */

/* The words of one alternative take the place of the bracket. */
void adref_bracket_take(AdrefNode *alternative);

/* The words of all alternatives take its place, one behind the other. */
void adref_bracket_take_all(AdrefNode *bracket);

/* No word of it stays. */
void adref_bracket_remove(AdrefNode *bracket);

/* Frees the EDGEs of a bracket over several blocks; the words between them stay. */
void adref_bracket_open_blocks(AdrefNode *edge);

/* Removes the blocks of a bracket over several blocks. FALSE: words outside of it stand in them, or
 * it is not in one clause; nothing is removed. */
gboolean adref_bracket_remove_blocks(AdrefNode *close);

/* Removes paragraphs and items of a clause in which no words are left. FALSE: none of its blocks is
 * left but notes and comments. */
gboolean adref_bracket_prune(AdrefNode *clause);

#endif
