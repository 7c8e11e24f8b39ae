#include "view/pdf/pdf_text.h"

#include <string.h>

#include "print/signature_block.h"
#include "view/number_column.h"
#include "view/pdf/pdf_composer.h"
#include "view/pdf/pdf_summary.h"
#include "view/redline.h"
#include "view/ruby.h"

/* Clauses */

static void enter_clause(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  composer->clause = node;
  composer->has_number = FALSE;
  composer->indents = 0;
  if (!composer->is_no_target && g_hash_table_contains(composer->places, node))
    adref_page_flow_set_target(composer->flow,
                               GPOINTER_TO_UINT(g_hash_table_lookup(composer->places, node)));
  if (adref_view_begins_annex(node) && node->mark != ADREF_DELETED)
    adref_page_flow_new_page(composer->flow);
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefPdfComposer *composer = data;
  composer->clause = NULL;
  composer->has_number = FALSE;
  adref_styled_text_clear(composer->label);
}

/* Paragraphs of a series begin with an indent, in which their number stands. Before other blocks
 * the number hangs. */
static gboolean begins_indented(const AdrefPdfComposer *composer, const AdrefNode *clause)
{
  const AdrefNode *first = clause->first;
  return adref_pdf_composer_geometry(composer)->is_run_in &&
         adref_view_is_in_series(clause->as.clause->kind) && first &&
         first->type == ADREF_PARAGRAPH &&
         !(composer->footnotes && adref_footnotes_skip(composer->footnotes, first));
}

static void run_in(AdrefPdfComposer *composer, const AdrefTextStyle *style, const AdrefNode *clause,
                   const char *number)
{
  static const char quad[] = "\342\200\203";
  AdrefTextStyle words = adref_pdf_composer_style(composer);
  adref_pdf_composer_add(composer, &words, quad);
  adref_pdf_composer_add(composer, &words, quad);
  if (!number)
    return;
  adref_pdf_composer_add_from(composer, style, clause, number, strlen(number));
  adref_pdf_composer_add(composer, &words, quad);
}

/* A preambular number is smaller than the words. */
static AdrefTextStyle number_style(const AdrefPdfComposer *composer, const AdrefNode *clause)
{
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  style.decoration = 0;
  style.color = ADREF_PDF_COLOR_TEXT;
  return clause->as.clause->kind == ADREF_PP
             ? adref_pdf_composer_small_style(composer, ADREF_PDF_COLOR_MUTED, FALSE)
             : style;
}

static void measure_number(gpointer data, const AdrefNode *clause, const char *number)
{
  AdrefPdfComposer *composer = data;
  AdrefLineBreaker *breaker = adref_page_flow_line_breaker(composer->flow);
  AdrefTextStyle style = number_style(composer, clause);
  g_autoptr(AdrefStyledText) words = adref_styled_text_new();
  float whole, least;
  adref_styled_text_add(words, adref_page_flow_style(composer->flow, &style), NULL, number,
                        strlen(number));
  adref_line_breaker_widths(breaker, words, &whole, &least);
  composer->number_width = MAX(composer->number_width, whole);
}

/* In the font of the column in which the text stands. */
static void measure_numbers(AdrefPdfComposer *composer)
{
  composer->number_width = 0;
  adref_number_column_each(composer->document, composer->options->view, measure_number, composer);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  (void)facts;
  AdrefPdfComposer *composer = data;
  gboolean is_run_in = begins_indented(composer, clause);
  if (clause == composer->contents->title || (!number && !is_run_in))
    return;
  if (composer->number_width < 0)
    measure_numbers(composer);
  AdrefTextStyle style = number_style(composer, clause);
  composer->has_number = !is_run_in;
  if (is_run_in)
    run_in(composer, &style, clause, number);
  else
    adref_pdf_composer_set_label(composer, &style, clause, number);
}

static void notice(gpointer data, const AdrefNode *clause, const char *words)
{
  AdrefPdfComposer *composer = data;
  if (!words || !*words || composer->hides_notices || clause == composer->contents->title)
    return;
  AdrefTextStyle style = adref_pdf_composer_small_style(composer, ADREF_PDF_COLOR_MUTED, FALSE);
  adref_pdf_composer_add(composer, &style, words);
  AdrefBlockFormat block = adref_pdf_composer_block(composer, "P");
  if (!adref_page_words_has(composer->options->words, ADREF_PAGE_WORD_WHAT_MODIFIED))
    adref_page_flow_set_language(composer->flow, block.element, "en");
  block.leading *= 0.8F;
  block.align = ADREF_TEXT_ALIGN_START;
  block.keeps_next = TRUE;
  block.is_uncounted = TRUE;
  adref_page_flow_add_block(composer->flow, composer->styled_text, &block);
  adref_styled_text_clear(composer->styled_text);
  composer->has_small_gap = TRUE;
}

/* Headings */

/* Headings come in the order of the contents, except when clauses are paired with another text. */
static const AdrefContentsEntry *entry_of(AdrefPdfComposer *composer, const AdrefNode *node)
{
  const GArray *entries = composer->contents->entries;
  for (guint passed = 0; passed < entries->len; passed++) {
    guint at = composer->heading++ % entries->len;
    const AdrefContentsEntry *entry = &g_array_index(entries, AdrefContentsEntry, at);
    if (entry->heading == node)
      return entry;
  }
  return NULL;
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefPdfComposer *)data)->bold++;
}

typedef struct {
  float scale, above; /* in font sizes of the text */
  gboolean is_centered;
} Heading;

static Heading heading_of(const AdrefPdfComposer *composer, guint level)
{
  gboolean in_annex = composer->clause && (composer->clause->as.clause->kind == ADREF_ANNEX ||
                                           adref_view_begins_annex(composer->clause));
  if (level == 1)
    return (Heading){1.5F, 0, TRUE};
  if (level == 2)
    return (Heading){in_annex ? 1.3F : 1.16F, in_annex ? 0 : 1.9F,
                     in_annex || adref_pdf_composer_geometry(composer)->has_centered};
  return (Heading){1, 1.4F, FALSE};
}

static void scale_text(AdrefPdfComposer *composer, float scale)
{
  const GArray *styles = adref_page_flow_line_breaker(composer->flow)->styles;
  for (guint i = 0; i < composer->styled_text->spans->len; i++) {
    AdrefTextSpan *span = &g_array_index(composer->styled_text->spans, AdrefTextSpan, i);
    AdrefTextStyle style = g_array_index(styles, AdrefTextStyle, span->style);
    style.face.size *= scale;
    style.rise *= scale;
    span->style = adref_page_flow_style(composer->flow, &style);
  }
}

static void leave_heading(gpointer data, const AdrefNode *node)
{
  static const char *const tags[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
  AdrefPdfComposer *composer = data;
  const AdrefContentsEntry *entry = entry_of(composer, node);
  guint level = entry ? CLAMP(entry->level, 1, G_N_ELEMENTS(tags)) : 2;
  Heading heading = heading_of(composer, level);
  composer->bold--;
  scale_text(composer, heading.scale);
  g_autofree char *words =
      composer->has_no_bookmarks
          ? NULL
          : adref_ruby_strip(adref_node_words(node), composer->options->language);
  if (words && *words)
    adref_page_flow_add_bookmark(composer->flow, level, g_steal_pointer(&words));
  /* Screen readers expect the first heading to have level 1. */
  gboolean is_untitled = !composer->contents->title && !composer->options->title;
  AdrefBlockFormat block =
      adref_pdf_composer_block(composer, tags[level - (is_untitled && level > 1 ? 2 : 1)]);
  adref_pdf_composer_hang_label(composer, &block);
  block.gap = MAX(heading.above * adref_pdf_composer_geometry(composer)->size, block.gap);
  block.leading *= heading.scale * 0.94F;
  block.align = heading.is_centered ? ADREF_TEXT_ALIGN_CENTER : ADREF_TEXT_ALIGN_START;
  block.keeps_next = TRUE;
  composer->styled_text->is_heading = TRUE;
  adref_pdf_composer_end_block(composer, &block);
}

/* The title and what stands below it */

static guint set_centered(AdrefPdfComposer *composer, const char *words,
                          const AdrefTextStyle *style, const char *tag, float gap)
{
  const AdrefShaper *shaper = adref_page_flow_line_breaker(composer->flow)->shaper;
  adref_pdf_composer_add(composer, style, words);
  AdrefBlockFormat block = adref_pdf_composer_block(composer, tag);
  block.gap = gap;
  block.align = ADREF_TEXT_ALIGN_CENTER;
  block.leading = style->face.size * adref_shaper_script(shaper)->leading;
  block.is_uncounted = TRUE;
  composer->styled_text->is_heading = TRUE;
  adref_pdf_composer_end_block(composer, &block);
  return block.element;
}

static void set_head(AdrefPdfComposer *composer, const AdrefRenderer *renderer,
                     const AdrefOpenCounts *counts)
{
  const AdrefPageGeometry *geometry = adref_pdf_composer_geometry(composer);
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  g_autofree char *title = composer->options->title ? g_strdup(composer->options->title) : NULL;
  if (composer->contents->title) {
    adref_renderer_run(renderer, composer->contents->title);
  } else if (title) {
    style.face.size *= 1.5F;
    style.face.is_bold = TRUE;
    if (!composer->has_no_bookmarks)
      adref_page_flow_add_bookmark(composer->flow, 1, g_strdup(title));
    set_centered(composer, title, &style, "H1", 0);
  }
  style = adref_pdf_composer_style(composer);
  style.face.is_italic = TRUE;
  if (composer->options->role)
    set_centered(composer, composer->options->role, &style, "P", geometry->gap);
  if (composer->options->occasion)
    set_centered(composer, composer->options->occasion, &style, "P", geometry->gap);
  if (counts && (composer->options->view == ADREF_VIEW_NEGOTIATING ||
                 counts->brackets + counts->placeholders > 0)) {
    const AdrefPageWords *table = composer->options->words;
    g_autofree char *words = adref_open_counts_words(counts, table);
    AdrefTextStyle small = adref_pdf_composer_small_style(composer, ADREF_PDF_COLOR_MUTED, FALSE);
    guint element = set_centered(composer, words, &small, "P", geometry->gap);
    if (!adref_page_words_has(table, ADREF_PAGE_WORD_BRACKETS))
      adref_page_flow_set_language(composer->flow, element, "en");
  }
}

static void free_text(gpointer styled_text)
{
  adref_styled_text_free(styled_text);
}

static GHashTable *number_clauses(const AdrefNode *document, guint first)
{
  GHashTable *places = g_hash_table_new(NULL, NULL);
  guint place = first;
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    g_hash_table_insert(places, clause, GUINT_TO_POINTER(place++));
  return places;
}

/* No link leads to a clause that is folded. */
static void hide_folded(AdrefPdfComposer *composer, const AdrefNode *document,
                        const AdrefReviewOptions *review)
{
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause != composer->contents->title && !adref_summary_filter_shows(&review->only, clause))
      g_hash_table_remove(composer->places, clause);
}

struct AdrefPdfText {
  AdrefPdfComposer composer;
  AdrefRendererTable table;
  AdrefRenderer renderer;
};

AdrefPdfText *adref_pdf_text_new(AdrefPageFlow *flow, const AdrefNode *document,
                                 const AdrefViewOptions *options,
                                 const AdrefPageOptions *page_options,
                                 const AdrefReviewOptions *review, guint first)
{
  AdrefPdfText *text = g_new0(AdrefPdfText, 1);
  text->composer =
      (AdrefPdfComposer){.flow = flow,
                         .document = document,
                         .options = options,
                         .page_options = page_options,
                         .contents = adref_contents_new(document, FALSE),
                         .places = number_clauses(document, first),
                         .styled_text = adref_styled_text_new(),
                         .label = adref_styled_text_new(),
                         .number_width = -1,
                         .parents = g_array_new(FALSE, FALSE, sizeof(guint)),
                         .lists = g_array_new(FALSE, FALSE, sizeof(AdrefPdfList)),
                         .notes = g_ptr_array_new_with_free_func(free_text),
                         .renderer = &text->renderer,
                         .has_ruby = adref_ruby_is_used(options->language),
                         .pending_footnotes = g_array_new(FALSE, FALSE, sizeof(AdrefPdfFootnote))};
  if (review && review->changed_only)
    hide_folded(&text->composer, document, review);
  AdrefRendererTable *table = &text->table;
  table->label = label;
  table->notice = notice;
  table->nodes[ADREF_CLAUSE].enter = enter_clause;
  table->nodes[ADREF_CLAUSE].leave = leave_clause;
  table->nodes[ADREF_HEADING].enter = enter_heading;
  table->nodes[ADREF_HEADING].leave = leave_heading;
  adref_pdf_blocks(table);
  adref_pdf_inlines(table);
  text->renderer = adref_renderer(document, options, table, &text->composer);
  return text;
}

void adref_pdf_text_free(AdrefPdfText *text)
{
  if (!text)
    return;
  AdrefPdfComposer *composer = &text->composer;
  adref_renderer_clear(&text->renderer);
  adref_contents_free(composer->contents);
  g_hash_table_unref(composer->places);
  adref_styled_text_free(composer->styled_text);
  adref_styled_text_free(composer->label);
  g_array_unref(composer->parents);
  g_array_unref(composer->lists);
  g_ptr_array_unref(composer->notes);
  g_array_unref(composer->pending_footnotes);
  adref_footnotes_free(composer->footnotes);
  adref_footnotes_free(composer->counted);
  g_free(composer->footnote_numbers);
  g_free(text);
}

AdrefPdfComposer *adref_pdf_text_composer(AdrefPdfText *text)
{
  return &text->composer;
}

void adref_pdf_text_head(AdrefPdfText *text, const AdrefOpenCounts *counts)
{
  set_head(&text->composer, &text->renderer, counts);
  text->composer.gap_below_title = adref_pdf_composer_geometry(&text->composer)->size;
}

void adref_pdf_text_put(AdrefPdfText *text, const AdrefNode *clause)
{
  adref_renderer_run(&text->renderer, clause);
}

static void find_footnotes(AdrefPdfText *text, const AdrefNode *document)
{
  AdrefFootnotes *footnotes = adref_footnotes_new(document);
  text->renderer.footnotes = text->composer.footnotes = footnotes;
  text->composer.footnote_numbers = g_new0(guint, adref_footnotes_count(footnotes) + 1);
}

/* "3 paragraphs unchanged" in the place of these clauses. */
static void put_folded(AdrefPdfText *text, const AdrefNode *from, const AdrefNode *to)
{
  AdrefPdfComposer *composer = &text->composer;
  AdrefReviewFold fold = {0};
  for (const AdrefNode *clause = from; clause != to; clause = clause->next)
    adref_review_fold_add(&fold, clause);
  if (adref_review_fold_is_empty(&fold))
    return;
  const AdrefPageWords *table = composer->options->words;
  g_autofree char *words = adref_review_fold_words(&fold, table);
  AdrefTextStyle style = adref_pdf_composer_small_style(composer, ADREF_PDF_COLOR_MUTED, FALSE);
  adref_pdf_composer_add(composer, &style, words);
  composer->clause = NULL;
  AdrefBlockFormat block = adref_pdf_composer_block(composer, "P");
  if (!adref_review_fold_is_own(table))
    adref_page_flow_set_language(composer->flow, block.element, "en");
  block.align = ADREF_TEXT_ALIGN_START;
  block.is_uncounted = TRUE;
  adref_pdf_composer_end_block(composer, &block);
}

/* Folds the clauses up to the next change, but for the heading of its section; returns it. */
static const AdrefNode *put_fold(AdrefPdfText *text, const AdrefNode *from,
                                 const AdrefReviewOptions *review)
{
  AdrefReviewFold fold;
  const AdrefNode *next = adref_review_fold(from, review, &fold);
  const AdrefNode *heading = next ? fold.heading : NULL;
  put_folded(text, from, heading ? heading : next);
  if (!heading)
    return next;
  adref_pdf_text_put(text, heading);
  put_folded(text, heading->next, next);
  return next;
}

static void put_changes(AdrefPdfText *text, const AdrefNode *first,
                        const AdrefReviewOptions *review)
{
  const AdrefNode *clause = put_fold(text, first, review);
  while (clause) {
    adref_pdf_text_put(text, clause);
    clause = put_fold(text, clause->next, review);
  }
}

void adref_pdf_text_put_before_title(AdrefPdfText *text)
{
  const AdrefNode *title = text->composer.contents->title;
  const AdrefNode *clause = text->composer.document->first;
  for (; title && clause != title; clause = clause->next)
    adref_pdf_text_put(text, clause);
}

static void put_clauses(AdrefPdfText *text, const AdrefNode *first, const char *const *signatories)
{
  for (const AdrefNode *clause = first; clause; clause = clause->next) {
    if (signatories && adref_view_begins_annex(clause))
      adref_signature_block_set(text->composer.flow, g_steal_pointer(&signatories));
    adref_pdf_text_put(text, clause);
  }
  if (signatories)
    adref_signature_block_set(text->composer.flow, signatories);
}

void adref_pdf_text_typeset(AdrefPageFlow *flow, const AdrefNode *document,
                            const AdrefViewOptions *options, const AdrefPageOptions *page_options,
                            const AdrefOpenCounts *counts, const AdrefReviewOptions *review)
{
  AdrefViewOptions own = *options;
  if (!adref_page_flow_is_first_pass(flow))
    own.problems = NULL; /* each problem is reported once */
  g_autoptr(AdrefPdfText) text = adref_pdf_text_new(flow, document, &own, page_options, review, 0);
  const AdrefNode *title = text->composer.contents->title;
  const AdrefNode *first = title ? title->next : document->first;
  if (!review)
    find_footnotes(text, document);
  adref_pdf_text_put_before_title(text);
  adref_pdf_text_head(text, review ? NULL : counts);
  if (review)
    adref_pdf_summary_typeset(flow, document, review);
  if (review && review->changed_only)
    put_changes(text, first, review);
  else
    put_clauses(text, first, options->signatories);
  adref_page_flow_end(flow);
}
