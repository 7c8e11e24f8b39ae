/* Aligns the paragraphs of a text and of its translation that have no markers, by their lengths,
 * numbers, dates, links and headings.
 *
 * The method is that of Gale and Church (1993): a path of beads, each of so many paragraphs of
 * either text, with the lowest cost. A length that is not what the whole texts let expect costs as
 * much as it is unlikely; a number or link that both have is a gain, one that only one has costs.
 * The work is bounded: paragraphs far from the diagonal are not tried. */
#ifndef ADREF_REVIEW_LANGUAGES_PARAGRAPH_ALIGNMENT_H
#define ADREF_REVIEW_LANGUAGES_PARAGRAPH_ALIGNMENT_H

#include <glib.h>

#include "review/languages/language_structure.h"

enum {
  ADREF_PARAGRAPH_ALIGNMENT_MAX_CELLS = 4000000, /* pairs of places that are tried */
  ADREF_PARAGRAPH_ALIGNMENT_MIN_BAND = 20,       /* paragraphs to either side of the diagonal, also
                                                    where that is more */
  ADREF_PARAGRAPH_ALIGNMENT_MAX_PARAGRAPHS = 20000 /* of a text */
};

/* So many paragraphs of the first text and of the second one belong together; one may be 0. */
typedef struct {
  guint counts[2];
} AdrefParagraphBead;

/* The clauses of both documents, which have no markers, in their order (of AdrefParagraphBead). A
 * text of more paragraphs than the limit is an error. Caller unrefs. */
GArray *adref_paragraph_alignment_new(const AdrefLanguageText *first,
                                      const AdrefLanguageText *second, GHashTable *parties,
                                      GError **error);

/* A copy of a document in which the paragraphs of a bead are one clause with the id "p1", "p2", ...
 * `side` is 0 or 1. A bead without paragraphs of this text is left out. */
AdrefNode *adref_paragraph_alignment_document(const GArray *beads, const AdrefNode *document,
                                              guint side);

#endif
