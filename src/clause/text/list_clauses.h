/* The numbered paragraphs of a text without markers: there a list of them is one clause. */
#ifndef ADREF_CLAUSE_TEXT_LIST_CLAUSES_H
#define ADREF_CLAUSE_TEXT_LIST_CLAUSES_H

#include "clause/node.h"

/* Makes each item of a numbered or labelled list that begins a clause of a text without markers a
 * clause of its own: a list with this one item, and its number. Items that a bracket over several
 * of them holds together stay in one clause. The blocks behind the list stay with its last item. It
 * is for layouts that show clauses; the canonical form of such a tree is read as one list again. */
void adref_list_clauses_split(AdrefNode *document);

/* What is kept, in `number` of the clause of each item, of the numbers that are taken. */
typedef enum {
  ADREF_LIST_NUMBERS_NONE,
  ADREF_LIST_NUMBERS_WRITTEN, /* the number as it is written */
  ADREF_LIST_NUMBERS_RUNNING, /* how it follows that of the item before: the same where a paragraph
                                 was put in before it, and all behind are renumbered */
} AdrefListNumbers;

/* Whether a numbered or labelled list begins a clause of a text without markers. */
gboolean adref_list_clauses_exist(const AdrefNode *document);

/* For a comparison in which numbers do not count: the numbered lists that begin clauses of a split
 * text begin with 1, and have an empty line between their items. */
void adref_list_clauses_take_numbers(AdrefNode *document, AdrefListNumbers keep);

/* In a tree made of such texts: each clause with a `number` gets it back, and they are joined. A
 * paragraph without one, or that somebody proposes where numbers are as they were written, stands
 * without a number, so that those behind it keep theirs. */
void adref_list_clauses_put_numbers(AdrefNode *document);

/* Joins such clauses again that stand side by side, where the numbers of a list go on in the list
 * of the next clause. A list has no empty lines when none of them has. */
void adref_list_clauses_join(AdrefNode *document);

#endif
