/* Two texts side by side, clause against clause: two versions of one text, or one text in two
 * languages. */
#ifndef ADREF_VIEW_PARALLEL_TEXTS_H
#define ADREF_VIEW_PARALLEL_TEXTS_H

#include "print/page_options.h"
#include "print/source_text.h"
#include "view/review.h"

enum {
  ADREF_BESIDE_SIDES = 2
};

typedef struct {
  const AdrefNode *document;
  const AdrefWriting *how;
  AdrefManuscript manuscript;
  const char *head;     /* above its column */
  const char *occasion; /* below its title, or NULL */
} AdrefBesideText;

typedef struct {
  AdrefBesideText texts[ADREF_BESIDE_SIDES];
  const AdrefReview *review; /* of two versions: both texts are the redline; NULL: two languages */
} AdrefBeside;

/* Two languages as one page. */
GString *adref_beside_html(const AdrefBeside *beside);

/* Clauses that stand beside each other; at least one. */
typedef struct {
  const AdrefNode *clauses[ADREF_BESIDE_SIDES];
} AdrefPair;

/* All clauses of both documents but `titles`, once each, in the order of the first document (GArray
 * of AdrefPair). Clauses are paired by their ids; those without one, such as headings, by their
 * kind and place among clauses that have one. What only the second document has stands behind the
 * clause that it follows there. */
GArray *adref_pairs_new(const AdrefNode *const *documents, const AdrefNode *const *titles);

/* The clauses of a redline but the title: as they were beside as they are. */
GArray *adref_pairs_of_redline(const AdrefNode *redline, const AdrefNode *title);

/* Whether a pair begins an annex: signatures stand before the first. */
gboolean adref_pair_is_annex(const AdrefPair *pair);

/* What an empty cell says: "not in the Japanese text", "not in rev1". Caller frees. */
char *adref_beside_missing(const AdrefBeside *beside, guint side);

/* The name of a language in that language: "English", "日本語". Caller frees. */
char *adref_language_name(const char *language);

#endif
