/* Makes lists of the lines of a paragraph that begin with typed labels
 * (clause/labels/label_lines.h).
 *
 * The lines before the first label are a paragraph of their own. A list with labels holds items,
 * each with one paragraph and perhaps a list with labels behind it. */
#ifndef ADREF_CLAUSE_LABELS_LABEL_LISTS_H
#define ADREF_CLAUSE_LABELS_LABEL_LISTS_H

#include <cmark.h>
#include <glib.h>

#include "clause/labels/label_lines.h"
#include "clause/node.h"
#include "clause/source_locator.h"

typedef struct {
  AdrefNode *container; /* the lists are appended to it */
  GArray *items;        /* of AdrefLabelLine: of the current paragraph; NULL: it has none */
  guint next;           /* the next item */
  GArray *joined;  /* of AdrefLabelLine: those that are read as words (label_lines.h), or NULL */
  guint line;      /* the first line of the paragraph */
  GPtrArray *open; /* of AdrefNode: the open ITEMs, innermost last */
  GArray *margins, *starts, *ends; /* scratch: the lines of the paragraph */
} AdrefLabelLists;

void adref_label_lists_init(AdrefLabelLists *self);
void adref_label_lists_clear(AdrefLabelLists *self);

/* Begins a paragraph of `container`: `from` is cmark's node. */
void adref_label_lists_begin(AdrefLabelLists *self, AdrefNode *container,
                             AdrefSourceLocator *locator, const AdrefSourceLine *first,
                             cmark_node *from);

/* Reports lines of the paragraph that begin with a label and are read as words of the line before.
 */
void adref_label_lists_report_joined(const AdrefLabelLists *self, GPtrArray *problems);

void adref_label_lists_end(AdrefLabelLists *self);

/* Appends an item when one begins in this line; returns it, and in *skip the bytes of the line that
 * are not its words. NULL: none begins there. Calls must be in the order of the lines. */
AdrefNode *adref_label_lists_take(AdrefLabelLists *self, guint line, gsize *skip);

/* Whether the items of a LIST are counted: it is ordered, or has labels that are no bullets. */
gboolean adref_list_is_counted(const AdrefNode *list);

/* Makes the items of a list those of its kind: without labels where it has none; else one without a
 * label gets the one that follows that of the item before it, "(c)" after "(b)", where there is
 * such a label. */
void adref_label_list_set_kind(AdrefNode *list);

/* Adds to a set (of char *) the labels between which others are missing, as "(a)" and "(c)". */
void adref_label_gaps_add(GHashTable *gaps, const AdrefNode *root);

/* Mends lists put together from several texts, of which some have labels and some have not: an item
 * among bullets gets their sign, or loses its own in a list without labels; items with and without
 * another label become lists of their own. Labels that do not follow one another, "(a)", "(b)",
 * "(b)", are counted anew, but gaps that one of the texts has stay; a label of one item alone is
 * words. */
void adref_label_lists_mend(AdrefNode *root, GHashTable *gaps);

/* The other way round, for texts that are compared: a paragraph behind another block, with a label
 * as in "(b) report", becomes a list of one item. adref_label_lists_mend() makes it words again. */
void adref_label_lists_wrap_alone(AdrefNode *root);

/* Whether a tree has a list with labels that are no bullets. */
gboolean adref_label_lists_exist(const AdrefNode *root);

#endif
