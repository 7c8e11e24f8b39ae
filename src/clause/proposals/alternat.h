/* The alternat: the copy of a text in which one party is named first (src/FIELD.md section 1).
 *
 * A link to the code of a party, [Japan](#JPN), marks words that name the party. (The id of a
 * clause has small letters, so a link to a clause is never a party mark.) Marks of different
 * parties in one paragraph form a group if at most ADREF_ALTERNAT_MAX_JOINER characters stand
 * between them, and only signs and words that join names: "[Japan](#JPN) and [ASEAN](#ASEAN)",
 * "[Japan](#JPN)-[ASEAN](#ASEAN)". "[Japan](#JPN) pays [ASEAN](#ASEAN)" is no group. The alternat
 * changes the order of the marks within each group and keeps the words between them. The text
 * itself is signed; its alternats are made from it. */
#ifndef ADREF_CLAUSE_PROPOSALS_ALTERNAT_H
#define ADREF_CLAUSE_PROPOSALS_ALTERNAT_H

#include <glib.h>

#include "clause/node.h"

enum {
  ADREF_ALTERNAT_MAX_JOINER = 40 /* characters */
};

/* The codes with `first` in front and the others in their order. The caller frees them. */
char **adref_alternat_order(const char *const *codes, const char *first);

/* A copy in which the marks of each group have the order of `codes`; marks of other parties follow
 * in their old order. An article that begins a sentence is "The", the others are "the". `name` is
 * the name of the text in errors. A mark that belongs to no group is an error with its place, and
 * so is a copy that adref_alternat_check refuses. *places (if not NULL) is the number of groups. */
AdrefNode *adref_alternat(const AdrefNode *document, const char *const *codes, const char *name,
                          guint *places, GError **error);

/* Whether both texts have the same words in the same order, except for the order of the party marks
 * within each block. It shares no code with adref_alternat. */
gboolean adref_alternat_check(const AdrefNode *document, const AdrefNode *copy, const char *name,
                              GError **error);

#endif
