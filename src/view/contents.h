/* The contents of a page: an anchor for each clause, the headings with their levels, and the clause
 * that is the title of the page. */
#ifndef ADREF_VIEW_CONTENTS_H
#define ADREF_VIEW_CONTENTS_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  const AdrefNode *heading;
  const AdrefNode *clause; /* that contains it */
  guint level;             /* in the page: 1 only for the title, else 2-6 without gaps */
} AdrefContentsEntry;

typedef struct {
  GArray *entries;        /* of AdrefContentsEntry: all headings in the order of the tree */
  GHashTable *anchors;    /* CLAUSE -> anchor */
  const AdrefNode *title; /* the CLAUSE with the first level-1 heading, when only introductory words
                             come before it, which pages have before it too; or NULL */
} AdrefContents;

/* Anchors are the clause ids when `ids`, else c1, c2 ... by index; each occurs once. The tree must
 * outlive the contents. */
AdrefContents *adref_contents_new(const AdrefNode *document, gboolean ids);
void adref_contents_free(AdrefContents *contents);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefContents, adref_contents_free)

const char *adref_contents_anchor(const AdrefContents *contents, const AdrefNode *clause);

/* Gives a clause another anchor. Takes ownership of the anchor. */
void adref_contents_rename(AdrefContents *contents, const AdrefNode *clause, char *anchor);

#endif
