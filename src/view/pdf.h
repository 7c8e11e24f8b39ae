/* PDF: a text on paper, by Pango and Cairo.
 *
 * The way of a word: galley.h walks the tree and collects passages with their looks; atom.h and
 * shape.h cut them into words and those into glyphs; line.h breaks lines; flow.h fills pages;
 * press.h prints them. The same text, wishes and fonts give the same bytes.
 *
 * A text is set twice, for "Page 3 of 12" stands on the third page already: the first time its
 * pages are counted, the second time each is printed as soon as it is full, and forgotten. Cairo
 * keeps no page either, but the fonts and the tree of tags until the end; and what it writes is
 * bound at once. So memory grows with the text, with that tree and with the file that is returned.
 */
#ifndef ADREF_VIEW_PDF_H
#define ADREF_VIEW_PDF_H

#include <glib.h>

#include "print/page_options.h"
#include "view/parallel_texts.h"
#include "view/review.h"
#include "view/view.h"

/* Called when each page is set, `pages` being 0 then, and again when each is printed. */
typedef void (*AdrefPdfProgressCallback)(gpointer data, guint page, guint pages);

/* A text that is not final says DRAFT on every page: one in the negotiating view, or in which a
 * bracket is open. A character that no installed font has is an error with its place in the
 * manuscript. The text is right to left when its language is. `progress` may be NULL. */
GString *adref_pdf_write(const AdrefNode *document, const AdrefViewOptions *options,
                         const AdrefPageOptions *page_options, const AdrefSourceText *source_text,
                         AdrefPdfProgressCallback progress, gpointer data, GError **error);

/* The same for a redline: what matters stands on the first page, the changes of the words are
 * struck or underlined twice, bars beside the text show where. Side by side, if the review says so,
 * each column shows its own changes. `manuscripts` are those of the old and of the new text. */
GString *adref_pdf_review_write(const AdrefNode *redline, const AdrefReviewOptions *review,
                                const AdrefPageOptions *page_options,
                                const AdrefSourceText *source_texts,
                                AdrefPdfProgressCallback progress, gpointer data, GError **error);

/* Two texts side by side, clause against clause; a draft if one of them is. The occasion of the
 * sheet is not used. */
GString *adref_pdf_parallel_write(const AdrefParallelTexts *parallel,
                                  const AdrefPageOptions *page_options,
                                  AdrefPdfProgressCallback progress, gpointer data, GError **error);

#endif
