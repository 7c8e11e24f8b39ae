#include "view/pdf/pdf_parallel.h"

#include "print/parallel_columns.h"
#include "print/signature_block.h"
#include "view/pdf/pdf_summary.h"
#include "view/pdf/pdf_text.h"
#include "view/redline.h"

/* The state of both columns. */
typedef struct {
  AdrefPageFlow *flow;
  const AdrefParallelTexts *parallel;
  AdrefPageOptions page_options[ADREF_PARALLEL_TEXTS];
  AdrefViewOptions options[ADREF_PARALLEL_TEXTS];
  AdrefPdfText *pdf_texts[ADREF_PARALLEL_TEXTS];
  AdrefParallelColumns *columns;
} PdfParallel;

static AdrefPdfComposer *composer_of(const PdfParallel *self, guint side)
{
  return adref_pdf_text_composer(self->pdf_texts[side]);
}

static const AdrefNode *title_of(const PdfParallel *self, guint side)
{
  return composer_of(self, side)->contents->title;
}

static AdrefPdfComposer *begin_part(const PdfParallel *self, AdrefParallelColumnsPart part)
{
  AdrefPdfComposer *composer = composer_of(self, part == ADREF_PARALLEL_COLUMNS_RIGHT ? 1 : 0);
  composer->root = adref_parallel_columns_begin_part(self->columns, part);
  return composer;
}

static guint new_paragraph(const PdfParallel *self, guint parent)
{
  return adref_page_flow_add_element(self->flow, "P", parent);
}

static const AdrefPageWords *words_of(const PdfParallel *self)
{
  return self->parallel->texts[0].options->words;
}

/* A paragraph of words of the page, or of English where its table lacks `word`. */
static guint new_worded(const PdfParallel *self, guint parent, AdrefPageWord word)
{
  guint element = new_paragraph(self, parent);
  const char *language = self->parallel->texts[0].options->language;
  adref_page_flow_set_language(self->flow, element,
                               adref_page_words_has(words_of(self), word) && language ? language
                                                                                      : "en");
  return element;
}

/* Words that are not of the texts, as the paragraph `element` in a part of the row. */
static void put_words(const PdfParallel *self, AdrefParallelColumnsPart part, guint element,
                      const char *words, gboolean is_bold)
{
  AdrefPdfComposer *composer = composer_of(self, part == ADREF_PARALLEL_COLUMNS_RIGHT ? 1 : 0);
  AdrefTextStyle style = adref_pdf_composer_small_style(composer, ADREF_PDF_COLOR_MUTED, is_bold);
  adref_pdf_composer_add(composer, &style, words);
  AdrefBlockFormat block = adref_pdf_composer_block(composer, NULL);
  block.element = element;
  block.align = ADREF_TEXT_ALIGN_START;
  block.is_uncounted = TRUE;
  block.keeps_next = part == ADREF_PARALLEL_COLUMNS_ACROSS;
  adref_pdf_composer_end_block(composer, &block);
}

static void put_heads(const PdfParallel *self)
{
  adref_parallel_columns_begin_row(self->columns, TRUE);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    guint element = new_paragraph(self, begin_part(self, i)->root);
    put_words(self, i, element, self->parallel->texts[i].head, TRUE);
  }
}

/* Titles of the two texts, with what stands below them. */
static void put_titles(const PdfParallel *self)
{
  adref_parallel_columns_begin_row(self->columns, FALSE);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(self->parallel->texts[i].document);
    begin_part(self, i)->has_no_bookmarks = i > 0;
    adref_pdf_text_head(self->pdf_texts[i], counts);
  }
}

/* The notice of a clause. A new number needs no notice, because the columns show it. */
static void put_notice(const PdfParallel *self, const AdrefNode *clause)
{
  if (!adref_redline_is_changed(clause))
    return;
  g_autofree char *words = adref_redline_describe(clause, words_of(self));
  guint element = new_worded(self, begin_part(self, ADREF_PARALLEL_COLUMNS_ACROSS)->root,
                             ADREF_PAGE_WORD_WHAT_MODIFIED);
  put_words(self, ADREF_PARALLEL_COLUMNS_ACROSS, element, words, FALSE);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    composer_of(self, i)->has_small_gap = TRUE;
}

static void put_note(const PdfParallel *self, const AdrefClausePair *pair)
{
  const char *note = adref_parallel_texts_note(self->parallel, pair);
  if (!note)
    return;
  guint element = new_worded(self, begin_part(self, ADREF_PARALLEL_COLUMNS_ACROSS)->root,
                             ADREF_PAGE_WORD_DIFFER);
  put_words(self, ADREF_PARALLEL_COLUMNS_ACROSS, element, note, TRUE);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    composer_of(self, i)->has_small_gap = TRUE;
}

/* The paragraph of a cell that says why the cell is empty. */
static guint new_missing(const PdfParallel *self, guint side)
{
  return new_worded(self, adref_parallel_columns_cell(self->columns, side),
                    ADREF_PAGE_WORD_NOT_IN_LANGUAGE);
}

static void put_missing(const PdfParallel *self, guint side, guint element)
{
  g_autofree char *words = adref_parallel_texts_missing(self->parallel, side);
  begin_part(self, side);
  put_words(self, side, element, words, FALSE);
}

/* The clause exists, but shows no words. */
static void put_empty(const PdfParallel *self, guint side, guint element)
{
  begin_part(self, side);
  put_words(self, side, element, adref_page_words_get(words_of(self), ADREF_PAGE_WORD_NO_WORDS),
            FALSE);
}

/* A cell whose clause shows nothing to these readers says so; a row of two such cells is left out.
 * `left` was added before the elements of the right cell, so that it is read first. */
static void fill_cells(const PdfParallel *self, guint left)
{
  gboolean is_left = adref_parallel_columns_is_empty(self->columns, ADREF_PARALLEL_COLUMNS_LEFT),
           is_right = adref_parallel_columns_is_empty(self->columns, ADREF_PARALLEL_COLUMNS_RIGHT);
  if (is_left && !is_right)
    put_empty(self, 0, left);
  if (is_right && !is_left)
    put_empty(self, 1, new_missing(self, 1));
}

/* Only one of the two headings has a bookmark; in a redline only one of the two clauses is a link
 * target. */
static void put_pair(const PdfParallel *self, const AdrefClausePair *pair)
{
  const AdrefNode *left = pair->clauses[0], *right = pair->clauses[1];
  gboolean is_redline = self->parallel->review != NULL;
  adref_parallel_columns_begin_row(self->columns, FALSE);
  if (is_redline)
    put_notice(self, left ? left : right);
  put_note(self, pair);
  guint missing = new_missing(self, 0);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    AdrefPdfComposer *composer = begin_part(self, i);
    composer->has_no_bookmarks = i > 0 && left;
    composer->is_no_target = is_redline && i > 0 && left;
    if (pair->clauses[i])
      adref_pdf_text_put(self->pdf_texts[i], pair->clauses[i]);
    else
      put_missing(self, i, i > 0 ? new_missing(self, i) : missing);
  }
  fill_cells(self, missing);
}

static GArray *find_pairs(const PdfParallel *self)
{
  const AdrefParallelTexts *parallel = self->parallel;
  if (parallel->review)
    return adref_clause_pairs_of_redline(parallel->texts[0].document, title_of(self, 0));
  const AdrefNode *documents[] = {parallel->texts[0].document, parallel->texts[1].document};
  const AdrefNode *titles[] = {title_of(self, 0), title_of(self, 1)};
  return adref_clause_pairs_new(documents, titles);
}

static void begin_text(PdfParallel *self, const AdrefPageOptions *page_options, guint side,
                       guint first)
{
  const AdrefParallelText *text = &self->parallel->texts[side];
  self->page_options[side] = *page_options;
  self->options[side] = *text->options;
  if (self->parallel->review)
    self->options[side].side = side == 0 ? ADREF_VIEW_SIDE_OLD : ADREF_VIEW_SIDE_NEW;
  self->pdf_texts[side] =
      adref_pdf_text_new(self->flow, text->document, &self->options[side],
                         &self->page_options[side], self->parallel->review, first);
  composer_of(self, side)->hides_notices = TRUE;
  if (!self->parallel->review)
    composer_of(self, side)->counted = adref_footnotes_new(text->document);
}

/* For two versions the title stands across both columns, with the summary of the changes. */
static void put_redline_head(const PdfParallel *self)
{
  const AdrefParallelTexts *parallel = self->parallel;
  const AdrefNode *redline = parallel->texts[0].document;
  g_autoptr(AdrefPdfText) pdf_text = adref_pdf_text_new(
      self->flow, redline, parallel->review->options, &self->page_options[0], parallel->review, 0);
  adref_pdf_text_put_before_title(pdf_text);
  adref_pdf_text_head(pdf_text, NULL);
  adref_pdf_summary_typeset(self->flow, redline, parallel->review);
}

static const AdrefNode *clause_at(const GArray *pairs, guint i)
{
  const AdrefClausePair *pair = &g_array_index(pairs, AdrefClausePair, i);
  return pair->clauses[pair->clauses[0] ? 0 : 1];
}

/* "3 paragraphs unchanged" across both columns, in the place of these pairs. */
static void put_folded(const PdfParallel *self, const GArray *pairs, guint from, guint to)
{
  AdrefReviewFold fold = {0};
  for (guint i = from; i < to; i++)
    adref_review_fold_add(&fold, clause_at(pairs, i));
  if (adref_review_fold_is_empty(&fold))
    return;
  g_autofree char *words = adref_review_fold_words(&fold, words_of(self));
  adref_parallel_columns_begin_row(self->columns, FALSE);
  guint parent = begin_part(self, ADREF_PARALLEL_COLUMNS_ACROSS)->root;
  guint element = new_worded(self, parent, ADREF_PAGE_WORD_FOLD);
  put_words(self, ADREF_PARALLEL_COLUMNS_ACROSS, element, words, FALSE);
}

/* Folds the pairs up to the next change, but for the heading of its section; returns it. */
static guint put_fold(const PdfParallel *self, const GArray *pairs, guint from)
{
  guint next = from, heading = G_MAXUINT;
  for (; next < pairs->len; next++) {
    const AdrefNode *clause = clause_at(pairs, next);
    if (adref_summary_filter_shows(&self->parallel->review->only, clause))
      break;
    heading = clause->as.clause->kind == ADREF_TITLE ? next : heading;
  }
  if (next == pairs->len || heading == G_MAXUINT) {
    put_folded(self, pairs, from, next);
    return next;
  }
  put_folded(self, pairs, from, heading);
  put_pair(self, &g_array_index(pairs, AdrefClausePair, heading));
  put_folded(self, pairs, heading + 1, next);
  return next;
}

static void put_pairs(const PdfParallel *self, const char *const *signatories)
{
  gboolean is_folded = self->parallel->review && self->parallel->review->changed_only;
  g_autoptr(GArray) pairs = find_pairs(self);
  put_heads(self);
  if (!self->parallel->review)
    put_titles(self);
  for (guint i = 0; i < pairs->len; i++) {
    if (is_folded && (i = put_fold(self, pairs, i)) == pairs->len)
      break;
    const AdrefClausePair *pair = &g_array_index(pairs, AdrefClausePair, i);
    if (signatories && adref_clause_pair_is_annex(pair)) {
      adref_parallel_columns_end(self->columns);
      adref_signature_block_set(self->flow, g_steal_pointer(&signatories));
    }
    put_pair(self, pair);
  }
  adref_parallel_columns_end(self->columns);
  if (signatories)
    adref_signature_block_set(self->flow, signatories);
}

void adref_pdf_parallel_typeset(AdrefPageFlow *flow, const AdrefParallelTexts *parallel,
                                const AdrefPageOptions *page_options,
                                const AdrefPageGeometry *geometry)
{
  PdfParallel self = {.flow = flow, .parallel = parallel};
  begin_text(&self, page_options, 0, 0);
  begin_text(&self, page_options, 1,
             parallel->review ? 0 : adref_node_count_children(parallel->texts[0].document));
  if (parallel->review)
    put_redline_head(&self);
  self.columns = adref_parallel_columns_new(flow, geometry, parallel->texts[1].options->language);
  put_pairs(&self, parallel->texts[0].options->signatories);
  adref_parallel_columns_free(self.columns);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    adref_pdf_text_free(self.pdf_texts[i]);
  adref_page_flow_end(flow);
}
