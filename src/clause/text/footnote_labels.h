/* The labels of footnotes in a text, "1" of "[^1]": which are in use, free ones, and other ones. */
#ifndef ADREF_CLAUSE_TEXT_FOOTNOTE_LABELS_H
#define ADREF_CLAUSE_TEXT_FOOTNOTE_LABELS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  GHashTable *taken; /* the set of labels in use, char * */
  guint greatest;    /* of those that are numbers */
} AdrefFootnoteLabels;

void adref_footnote_labels_init(AdrefFootnoteLabels *labels);
void adref_footnote_labels_clear(AdrefFootnoteLabels *labels);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefFootnoteLabels, adref_footnote_labels_clear)

/* Adds the labels of all calls and texts of footnotes below a node. */
void adref_footnote_labels_find(AdrefFootnoteLabels *labels, const AdrefNode *root);

/* Takes a free label in the place of one that is in use: the number behind the greatest one for a
 * number, "a-2" for "a". It belongs to `labels`. */
const char *adref_footnote_labels_take(AdrefFootnoteLabels *labels, const char *label);

/* Gives the calls and texts of footnotes below a node the labels that `names` has for theirs. */
void adref_footnote_labels_rename(AdrefNode *root, GHashTable *names);

/* Gives each footnote whose text stands in `part`, and another one with its label in `document`, a
 * label of its own: who writes one clause does not see those of the others. What stands in `part`
 * itself, if that is a part of the document, or in `old`, which `part` replaces, does not count.
 * `old` may be NULL. */
void adref_footnote_labels_set_apart(AdrefNode *part, const AdrefNode *document,
                                     const AdrefNode *old);

/* The same for all clauses of a document: the first one keeps the label. */
void adref_footnote_labels_set_all_apart(AdrefNode *document);

/* As set_apart, for a second form of a clause that will stand behind the first one: of footnotes
 * with one label and the same words the text in `second` is taken out. */
void adref_footnote_labels_join(const AdrefNode *first, AdrefNode *second);

#endif
