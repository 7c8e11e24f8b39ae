/* Two texts are compared, and written as a redline. */
#ifndef ADREF_WORK_JOIN_COMPARISON_H
#define ADREF_WORK_JOIN_COMPARISON_H

#include "view/review.h"
#include "work/export/pdf_options.h"
#include "work/text.h"

typedef struct {
  AdrefText *old, *new;              /* of `new` only what changed is still in its document */
  char *old_name, *new_name;         /* as a reader knows them: "rev1", "work", a path */
  char *title;                       /* of the new text; NULL: none */
  char *old_occasion, *new_occasion; /* the lines of place and date (adref_text_occasion) */
  AdrefNode *redline;
  GPtrArray *facts;    /* of AdrefFactChange: what differs in the facts of two versions, and in
                          front matter; NULL for files without any */
  char *facts_problem; /* why the facts are not compared; NULL: they are, or there are none */
  gpointer heap;       /* work/export/memory.h; NULL: none */
} AdrefComparison;

/* Reads two texts that were loaded (work/text.h), and compares them. Owns them then, also when it
 * fails. The names are copied. `keeps_sources`: for a PDF, whose messages name places in them, and
 * for a Word file, which names the authors of its words. */
AdrefComparison *adref_comparison_new(AdrefText *old, AdrefText *new, const char *old_name,
                                      const char *new_name, gboolean keeps_sources, GError **error);
void adref_comparison_free(AdrefComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefComparison, adref_comparison_free)

/* Leaves only the part at an address (clause/text/address.h), as it is called in the new text, or
 * in the old one where it is gone: a clause, the section of a heading, or a part of a clause
 * (work/join/compare_part.h). */
gboolean adref_comparison_keep(AdrefComparison *comparison, const char *address, GError **error);

/* Whether anything of what `only` asks for differs, in the facts or in the text. */
gboolean adref_comparison_differs(const AdrefComparison *comparison,
                                  const AdrefSummaryFilter *only);

/* How a redline is written. */
typedef struct {
  const char *format;        /* of "adref diff": "terminal", "text", "html" ... */
  AdrefReviewOptions review; /* the choices; the rest of it is filled in here */
  gboolean is_stat;          /* a line for each paragraph that changed, and totals */
  guint width;               /* of "terminal": columns */
  gboolean color;            /* likewise */
  AdrefPdfOptions pdf;       /* of "pdf" */
} AdrefComparisonOptions;

/* Writes the redline. A PDF can fail, and so can the words of a page. */
GString *adref_comparison_write(const AdrefComparison *comparison,
                                const AdrefComparisonOptions *options, GError **error);

/* The same for two comparisons with one base: "terminal", "text" or "html". */
GString *adref_comparison_write_three(AdrefComparison *const *sides,
                                      const AdrefComparisonOptions *options, GError **error);

#endif
