/* The items that the words of a cross reference name: "(b)" and "(b) (i)" in "[paragraph 1
 * (b)](#a)". Its target is a clause; which item of it is meant only the words say. */
#ifndef ADREF_CLAUSE_LABELS_ITEM_REFERENCE_H
#define ADREF_CLAUSE_LABELS_ITEM_REFERENCE_H

#include <glib.h>

#include "clause/node.h"

enum {
  ADREF_ITEM_REFERENCE_NAMES = 4,  /* the most names of one reference */
  ADREF_ITEM_REFERENCE_LETTERS = 5 /* the most bytes of a name: "xviii" */
};

/* The place of one reference in words, as bytes. */
typedef struct {
  gsize start, end;
  guint count; /* of names */
  struct {
    gsize start, end; /* the name without its parentheses */
  } names[ADREF_ITEM_REFERENCE_NAMES];
} AdrefItemReference;

/* Finds the first reference to an item at or behind `from`: names in parentheses, one behind the
 * other. "(2030)" and "12 (11)" have such names too; whether a clause has the item says
 * adref_item_reference_find. */
gboolean adref_item_reference_next(const char *words, gsize length, gsize from,
                                   AdrefItemReference *found);

/* The items of clauses by their names; made as they are asked for, so that many references to one
 * clause take time in proportion to them. The documents must outlive it. */
typedef struct AdrefItemIndex AdrefItemIndex;

AdrefItemIndex *adref_item_index_new(void);
void adref_item_index_free(AdrefItemIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefItemIndex, adref_item_index_free)

/* The ITEM below a clause or item that a reference names: by labels, "(b)", "b)" or "b.", or by
 * numbers, 2. NULL: there is none. */
AdrefNode *adref_item_reference_find(AdrefItemIndex *index, const AdrefNode *holder,
                                     const char *words, const AdrefItemReference *reference);

/* What an item is called: "b", or in figures where `like` is in figures; NULL:
 * it is a bullet, or has a label that no reference could name. The caller frees it. */
char *adref_item_reference_name(AdrefItemIndex *index, const AdrefNode *item, const char *like);

/* Reports a reference, right behind a number or at the start of a link, to an item that `clause`
 * does not have; returns whether there is one. */
gboolean adref_item_reference_check(AdrefItemIndex *index, const AdrefNode *link,
                                    const AdrefNode *clause, GPtrArray *problems);

#endif
