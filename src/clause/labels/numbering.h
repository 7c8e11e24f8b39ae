/* Numbers of paragraphs, and numbers in the words of cross references.
 *
 * Operative paragraphs have the numbers 1, 2, 3, which begin again in each annex; preambular ones
 * PP1, PP2; items of a plan 1.1, 1.2, with the number of the heading before them in their annex. A
 * clause with a frozen number (no=) keeps it. A clause without one behind it becomes "12 bis", "12
 * ter" and so on (src/FIELD.md section 3), but never has the frozen number of another clause. A
 * clause with alt= becomes "12 alt". */
#ifndef ADREF_CLAUSE_LABELS_NUMBERING_H
#define ADREF_CLAUSE_LABELS_NUMBERING_H

#include <glib.h>

#include "clause/node.h"

/* Which paragraphs a house style numbers. */
typedef struct {
  gboolean operative;        /* operative paragraphs */
  gboolean single_operative; /* an operative paragraph that is the only one */
  gboolean preambular;       /* PP1, PP2: only negotiating views show them */
  gboolean sections;         /* headings of level 2: I, II, III */
} AdrefNumbering;

extern const AdrefNumbering adref_numbering_default; /* operative and preambular */

/* Sets `number` of every clause and writes the numbers into the words of cross references: the
 * first number in "[paragraph 4](#id)" is replaced by the number of the clause `id`. Duplicate
 * frozen numbers and links to no clause and no heading are added to `problems` (may be NULL). */
void adref_numbering_apply(AdrefNode *document, const AdrefNumbering *numbering,
                           GPtrArray *problems);

/* Writes the existing numbers of clauses into the words of cross references. */
void adref_numbering_update_references(AdrefNode *document);

/* The number of a clause as the words of a cross reference have it, "3" for "PP3"; NULL if there is
 * none, or one that is not found in words, such as "12a". */
const char *adref_numbering_digits(const char *number);

/* The suffixes of numbers, as a part of a pattern; "alt" is that of an alternative paragraph. */
#define ADREF_NUMBERING_SUFFIX_PATTERN                                                             \
  "(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|alt)"

/* "bis" for 2, "ter" for 3 ... "decies" for 10; NULL beyond. */
const char *adref_numbering_suffix(guint n);

/* Whether the words begin with such a suffix, as a whole word. */
gboolean adref_numbering_begins_with_suffix(const char *words);

/* "a", "z", "aa", "ab" for 1, 26, 27, 28. The caller frees it. */
char *adref_numbering_letters(guint n);

/* "iv", or "IV", for 4. The caller frees it. */
char *adref_numbering_roman(guint n, gboolean capital);

/* The value of a Roman number, 4 for "iv" and "IV"; 0: the letters are none, such as "iiii". */
guint adref_numbering_roman_value(const char *letters, gsize length);

/* The form of a number in no=: "12bis" for "12 bis", "3" for "PP3", "12n11" for "12 (11)". The
 * caller frees it. */
char *adref_numbering_frozen_form(const char *number);

/* The byte offsets of the first number in words, "12", "12 bis", "1.1"; FALSE: there is none.
 * "(11)" behind it is no part of it: it may be an item. */
gboolean adref_numbering_find(const char *words, gsize length, gsize *start, gsize *end);

/* The number of item `n` (from 1) of an ordered list at a depth: "1." at 0, "(a)" at 1, "(i)" at 2,
 * "1." again at 3; at each depth "1)" where it was typed so. After z follow aa, ab; 0 is "0." or
 * "(0)". The caller frees it. */
char *adref_numbering_list_item(const AdrefNode *list, guint depth, guint n);

/* The depth of the outer lists of a clause: 1, "(a)", in paragraphs of a series; 0, "1.", in other
 * clauses, and in operative paragraphs where the style gives them no number. */
guint adref_numbering_list_depth(const AdrefNode *clause);

/* Lets the lists of each clause keep their depth when others are removed from the document. */
void adref_numbering_keep_depths(AdrefNode *document);

/* How many lists with numbers or labels stand around a node: bullets make no list below them
 * deeper, "• (a)". */
guint adref_numbering_lists_around(const AdrefNode *node);

#endif
