/* PDF: a text as pages, by Pango and Cairo.
 *
 * The way of a word: pdf_text.h walks the tree and collects styled texts; print/break_item.h and
 * print/shaper.h split them into words and turn these into glyphs; print/line_breaker.h breaks
 * lines; print/page_flow.h fills pages; print/pdf_writer.h draws them. The same text, options and
 * fonts give the same bytes.
 *
 * A text is set in two passes, because "Page 3 of 12" stands on the third page already: the first
 * pass counts the pages; in the second pass each page is drawn as soon as it is full, and then
 * forgotten. Cairo keeps no page either, only the fonts and the structure tree until the end; its
 * output is post-processed at once. So memory grows with the text, with that tree and with the file
 * that is returned. */
#ifndef ADREF_VIEW_PDF_PDF_H
#define ADREF_VIEW_PDF_PDF_H

#include <glib.h>

#include "print/page_options.h"
#include "view/parallel_texts.h"
#include "view/review.h"
#include "view/view.h"

/* Called for each page of the first pass with `pages` 0, and for each page of the second pass. */
typedef void (*AdrefPdfProgressCallback)(gpointer data, guint page, guint pages);

/* A text that is not final has DRAFT on every page: in the negotiating view, or when a bracket is
 * open. A character that no installed font has is an error with its place in the source text; but
 * for a sign such as an emoji stands a box, with the sign for whoever copies it, and
 * `options->problems` says so, unless the view is clean. The pages are right to left when the
 * language is. `progress` may be NULL. */
GString *adref_pdf_write(const AdrefNode *document, const AdrefViewOptions *options,
                         const AdrefPageOptions *page_options, const AdrefSourceText *source_text,
                         AdrefPdfProgressCallback progress, gpointer data, GError **error);

/* The same for a redline: the summary of the changes stands on the first page, deleted words are
 * struck through and inserted words underlined twice, and a bar in the margin marks changed
 * clauses. With side_by_side each column shows its own changes. `source_texts` are those of the old
 * and of the new text. */
GString *adref_pdf_review_write(const AdrefNode *redline, const AdrefReviewOptions *review,
                                const AdrefPageOptions *page_options,
                                const AdrefSourceText *source_texts,
                                AdrefPdfProgressCallback progress, gpointer data, GError **error);

/* Two parallel texts, clause by clause; a draft when one of them is. */
GString *adref_pdf_parallel_write(const AdrefParallelTexts *parallel,
                                  const AdrefPageOptions *page_options,
                                  AdrefPdfProgressCallback progress, gpointer data, GError **error);

/* Adds the message of each font of the house style that is not installed to `findings` (of char *),
 * the same that adref_pdf_write gives as an error. */
void adref_pdf_check_fonts(const AdrefHouseStyle *house, GPtrArray *findings);

#endif
