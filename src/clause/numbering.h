/* Numbers of paragraphs, and the words of cross references that carry them.
 *
 * Operative paragraphs count 1, 2, 3 through the text and anew in each annex; preambular ones PP1,
 * PP2; items of a plan count 1.1, 1.2 below the headings before them in their annex. A clause with
 * a frozen number (no=) keeps it, and an unfrozen one after it becomes "12 bis", "12 ter" and so on
 * (DOMAIN.md section 3), never a number that another clause has frozen; a clause with alt= becomes
 * "12 alt". */
#ifndef ADREF_CLAUSE_NUMBERING_H
#define ADREF_CLAUSE_NUMBERING_H

#include <glib.h>

#include "clause/node.h"

/* Which paragraphs a house style numbers. */
typedef struct {
  gboolean operative;        /* number operative paragraphs at all */
  gboolean single_operative; /* also when there is only one */
  gboolean preambular;       /* PP1, PP2: shown in negotiating views only */
  gboolean sections;         /* headings of level 2: I, II, III */
} AdrefNumbering;

extern const AdrefNumbering adref_numbering_default; /* operative and preambular */

/* Sets `number` of every clause and writes the numbers into the words of cross references: in
 * "[paragraph 4](#id)" the first number is replaced by the number of clause `id` as it is now. */
void adref_numbering_apply(AdrefNode *document, const AdrefNumbering *numbering,
                           GPtrArray *problems);

/* Writes the numbers of clauses as they stand into the words of cross references. */
void adref_numbering_update_references(AdrefNode *document);

/* The digits of a clause's number as the words of a cross reference have them, "3" of "PP3"; NULL
 * when it has none, or one that adref would not find again among words, "12a". */
const char *adref_numbering_digits(const char *number);

/* "bis" for 2, "ter" for 3 ... "decies" for 10; NULL beyond. */
const char *adref_numbering_suffix(guint n);

/* A number as no= writes it: "12bis" for "12 bis", "3" for "PP3", "12n11" for "12 (11)". Caller
 * frees. */
char *adref_numbering_frozen_form(const char *number);

/* The first number in words, "12", "12 bis", "1.1", as byte offsets; FALSE when there is none. */
gboolean adref_numbering_find(const char *words, gsize length, gsize *start, gsize *end);

/* A number of a list at a depth (0, 1, 2 ...): "1.", "(a)", "(i)" by the usual ladder. Caller
 * frees. `n` counts from 1; after z come aa, ab. */
char *adref_numbering_list_item(guint depth, guint n);

#endif
