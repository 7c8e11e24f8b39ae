/* Two texts side by side, clause against clause: two versions of one text, or one text in two
 * languages. */
#ifndef ADREF_VIEW_PARALLEL_TEXTS_H
#define ADREF_VIEW_PARALLEL_TEXTS_H

#include "print/page_options.h"
#include "print/source_text.h"
#include "view/review.h"

enum {
  ADREF_PARALLEL_TEXTS = 2
};

typedef struct {
  const AdrefNode *document;
  const AdrefViewOptions *options;
  AdrefSourceText source_text;
  const char *head; /* above its column */
} AdrefParallelText;

typedef struct {
  AdrefParallelText texts[ADREF_PARALLEL_TEXTS];
  const AdrefReviewOptions
      *review;       /* of two versions: both texts are the redline; NULL: two languages */
  GHashTable *notes; /* words below the row of a clause (AdrefNode, the first one of the row), in
                        the language of the page; NULL: none */
} AdrefParallelTexts;

/* A pair of clauses side by side; at least one is not NULL. */
typedef struct {
  const AdrefNode *clauses[ADREF_PARALLEL_TEXTS];
} AdrefClausePair;

/* The words below a row; NULL: none. */
const char *adref_parallel_texts_note(const AdrefParallelTexts *parallel,
                                      const AdrefClausePair *pair);

/* Two languages as one page. */
GString *adref_html_parallel_write(const AdrefParallelTexts *parallel);

/* All clauses of both documents except `titles`, once each, in the order of the first document
 * (GArray of AdrefClausePair). Clauses are paired by id; those without an id, such as headings, by
 * kind and position between clauses that have one. A clause that only the second document has comes
 * after the clause that it follows there. */
GArray *adref_clause_pairs_new(const AdrefNode *const *documents, const AdrefNode *const *titles);

/* The clauses of a redline behind the title: the old state and the new state of each. */
GArray *adref_clause_pairs_of_redline(const AdrefNode *redline, const AdrefNode *title);

/* Whether the pair begins an annex: signatures stand before the first annex. */
gboolean adref_clause_pair_is_annex(const AdrefClausePair *pair);

/* What an empty cell says, in the language of the page, which is that of the first text: "not in
 * the Japanese text", "not in rev1". Caller frees. */
char *adref_parallel_texts_missing(const AdrefParallelTexts *parallel, guint side);

/* The same of two languages; `words` are those of a page in `page_language`. Caller frees. */
char *adref_parallel_texts_not_in(const char *language, const AdrefPageWords *words,
                                  const char *page_language);

/* The name of a language in that language: "English", "日本語". Caller frees. */
char *adref_parallel_texts_language(const char *language);

/* The same in the language `in`: "Lao". Caller frees. */
char *adref_parallel_texts_language_in(const char *language, const char *in);

#endif
