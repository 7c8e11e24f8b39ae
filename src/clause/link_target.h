/* What a link inside of a text, "#name", leads to: the clause or heading with the id `name`, else
 * the heading with this slug (clause/heading_slug.h). In a redline these are the clauses of the new
 * text, then the headings of the new text, then those of the old one. */
#ifndef ADREF_CLAUSE_LINK_TARGET_H
#define ADREF_CLAUSE_LINK_TARGET_H

#include <glib.h>

#include "clause/node.h"

typedef struct AdrefLinkTargets AdrefLinkTargets;

/* The targets of a document, or of any other root: none. The document must outlive them. They are
 * used by one thread. */
AdrefLinkTargets *adref_link_targets_new(const AdrefNode *root);
void adref_link_targets_free(AdrefLinkTargets *targets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefLinkTargets, adref_link_targets_free)

/* The clause of the text that has an id; NULL: none. */
const AdrefNode *adref_link_targets_clause(const AdrefLinkTargets *targets, const char *id);

/* The clause of the text to which a link "#name" leads; NULL: none. */
const AdrefNode *adref_link_targets_find(AdrefLinkTargets *targets, const char *name);

/* Whether a link to nothing is a fault: some clause has an id, or a text outside of a statement has
 * a heading. */
gboolean adref_link_targets_exist(AdrefLinkTargets *targets);

#endif
