/* The changes of a redline as a person takes or refuses them, one by one.
 *
 * A unit is a set of marked nodes that go together: whichever units are taken, and the others
 * refused, a text comes out, with each word of it from one of the two. Units are as small as that
 * allows: words between words that stayed; a paragraph or an item; a clause. What hangs together is
 * one: deleted words and those in their place, the blocks that changed places, the parts of a split
 * clause, a footnote and its mark, the columns of a table, the labels of a list.
 *
 * Cost: in proportion to the redline. */
#ifndef ADREF_CLAUSE_PROPOSALS_CHANGE_UNITS_H
#define ADREF_CLAUSE_PROPOSALS_CHANGE_UNITS_H

#include "clause/change.h"

typedef enum {
  ADREF_CHANGE_UNIT_WORDS,   /* inlines of one block */
  ADREF_CHANGE_UNIT_BLOCKS,  /* paragraphs, items, rows ... of one clause */
  ADREF_CHANGE_UNIT_CLAUSE,  /* a clause that came or went */
  ADREF_CHANGE_UNIT_MOVE,    /* the place of a clause; its words are units of their own */
  ADREF_CHANGE_UNIT_MARKERS, /* ids, kinds, frozen numbers of clauses: one unit for all */
  ADREF_CHANGE_UNIT_WHOLE,   /* all that changed in some clauses */
} AdrefChangeUnitKind;

typedef struct {
  AdrefChangeUnitKind kind;
  GPtrArray *clauses; /* of const AdrefNode: those with nodes of it, in their order */
  GPtrArray *nodes; /* of const AdrefNode, in the order of the redline; below a DELETED or INSERTED
                       one all others */
} AdrefChangeUnit;

/* The units of a redline (of AdrefChangeUnit), in its order. They point into it. The caller frees
 * the array. */
GPtrArray *adref_change_units_list(const AdrefNode *redline);

/* The words that a unit removes (`old`), or brings. Caller frees. */
char *adref_change_unit_words(const AdrefChangeUnit *unit, gboolean old);

/* Whether other words can stand in the place of those of the unit: it is words of one block, or one
 * block of words that came. */
gboolean adref_change_unit_can_be_written(const AdrefChangeUnit *unit);

typedef enum {
  ADREF_CHANGE_TAKEN,
  ADREF_CHANGE_REFUSED,
  ADREF_CHANGE_WRITTEN, /* other words stand in its place */
} AdrefChangeDecision;

/* Decisions for adref_decide_changes(), none yet: all units are taken. */
void adref_change_decisions_init(AdrefChangeDecisions *decisions);
void adref_change_decisions_clear(AdrefChangeDecisions *decisions);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefChangeDecisions, adref_change_decisions_clear)

/* Decides a unit. `words`: of WRITTEN, a node with inlines that the decisions own then. */
void adref_change_decisions_add(AdrefChangeDecisions *decisions, const AdrefChangeUnit *unit,
                                AdrefChangeDecision decision, AdrefNode *words);

#endif
