#include "view/pdf/pdf.h"

#include "base/string_order.h"
#include "print/pdf_writer.h"
#include "view/open_counts.h"
#include "view/pdf/pdf_parallel.h"
#include "view/pdf/pdf_proposals.h"
#include "view/pdf/pdf_text.h"

/* The input of all kinds of PDF. */
typedef struct {
  const AdrefNode *document;
  const AdrefViewOptions *options;
  const AdrefReviewOptions *review;    /* NULL: not a redline */
  const AdrefParallelTexts *parallel;  /* NULL: one column */
  const AdrefProposalColumns *columns; /* NULL: no compilation in columns */
  const GPtrArray *titles;             /* of its columns */
  const AdrefPageOptions *page_options;
  AdrefSourceText source_texts[ADREF_PARALLEL_TEXTS]; /* of a redline: old and new text */
  AdrefPdfProgressCallback progress;
  gpointer data;
  const AdrefOpenCounts *counts; /* of the document */
  AdrefPageGeometry geometry[ADREF_PARALLEL_TEXTS];
} PdfJob;

static gboolean is_draft(const AdrefNode *document, const AdrefViewOptions *options)
{
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(document);
  return options->view == ADREF_VIEW_NEGOTIATING || options->is_not_agreed ||
         counts->brackets + counts->placeholders > 0;
}

static void count_page(gpointer data, const AdrefPageContent *content, guint page)
{
  (void)content;
  const PdfJob *job = data;
  if (job->progress)
    job->progress(job->data, page + 1, 0);
}

static void fill(gconstpointer data, AdrefPageFlow *flow)
{
  const PdfJob *job = data;
  if (job->columns)
    adref_pdf_proposals_typeset(flow, job->columns, job->options, job->page_options, job->titles);
  else if (job->parallel)
    adref_pdf_parallel_typeset(flow, job->parallel, job->page_options, job->geometry);
  else
    adref_pdf_text_typeset(flow, job->document, job->options, job->page_options, job->counts,
                           job->review);
}

/* The first control character of a text that is printed, where it would stand as U+FFFD; 0: there
 * is none. The text of the document itself is its front matter. */
static gunichar find_control(const AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    gboolean is_printed = walk.entering && node->text && node->type != ADREF_DOCUMENT;
    for (gsize i = 0; is_printed && i < node->length; i++) {
      guchar c = (guchar)node->text[i];
      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
        return c;
    }
  }
  return 0;
}

static gboolean check_controls(const AdrefNode *document, const AdrefViewOptions *options,
                               const AdrefSourceText *source_text, GError **error)
{
  gunichar c = find_control(document);
  AdrefLocation place = {.file = source_text->name};
  if (!c)
    return TRUE;
  if (!adref_source_text_find(source_text, c, &place.line, &place.column))
    place.column = 0;
  if (options->view == ADREF_VIEW_CLEAN) {
    adref_font_face_missing(error, place, c);
    return FALSE;
  }
  adref_problem(options->problems, place.line, place.column,
                "the control character U+%04X cannot be printed, so the page has U+FFFD; a clean "
                "view is refused with it",
                c);
  return TRUE;
}

/* Those of all texts. */
static gboolean check_all_controls(const PdfJob *job, GError **error)
{
  const AdrefParallelText *texts = job->parallel ? job->parallel->texts : NULL;
  if (job->review || !texts)
    return job->review || check_controls(job->document, job->options, &job->source_texts[0], error);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    if (!check_controls(texts[i].document, texts[i].options, &texts[i].source_text, error))
      return FALSE;
  return TRUE;
}

/* The first pass, and then the second. */
static GString *print(PdfJob *job, AdrefPageFlow *flow, GError **error)
{
  adref_page_flow_on_page(flow, count_page, job);
  fill(job, flow);
  const AdrefViewOptions *options = job->options;
  gboolean is_strict = options->view == ADREF_VIEW_CLEAN;
  if (!check_all_controls(job, error) ||
      !adref_page_flow_check(flow, job->source_texts, job->review != NULL, is_strict,
                             options->problems, error))
    return NULL;
  const AdrefPageOptions *page_options = job->page_options;
  const AdrefParallelText *texts = job->parallel ? job->parallel->texts : NULL;
  g_autofree char *title = adref_view_title(job->document, options);
  AdrefPdfWriterOptions writer_options = {
      .title = title,
      .language = options->language,
      .words = options->words,
      .column_titles = {texts ? texts[0].head : NULL, texts ? texts[1].head : NULL},
      .footer = options->footer,
      .version = options->version,
      .hash = options->hash,
      .role = texts ? NULL : options->role,
      .copy = options->copy,
      .part = options->part,
      .parallel_hash = options->parallel_hash,
      .date = options->date,
      .marking = page_options->marking,
      .is_strict = is_strict,
      .is_draft = is_draft(job->document, options) ||
                  (texts && is_draft(texts[1].document, texts[1].options)),
      .line_numbering = page_options->line_numbering,
      .file = page_options->attached,
      .bytes = page_options->bytes,
      .length = page_options->length,
      .progress = job->progress,
      .data = job->data};
  return adref_pdf_writer_print(flow, &writer_options, fill, job, error);
}

/* With the font of the house style, which must be installed. */
static AdrefShaper *new_shaper(const AdrefHouseStyle *house, const char *language, GError **error)
{
  g_autoptr(AdrefShaper) shaper = adref_shaper_new(language, error);
  const char *font = adref_house_style_font(house, language);
  if (!shaper || !font ||
      adref_shaper_prefer(shaper, house->is_sans ? ADREF_FONT_FAMILY_SANS : ADREF_FONT_FAMILY_SERIF,
                          font))
    return g_steal_pointer(&shaper);
  adref_error_at(error, ADREF_ERROR_INPUT, house->fonts_place,
                 "the font \"%s\" is not installed; install it, or remove it from the style, which "
                 "then uses Noto of the package fonts-noto-core",
                 font);
  return NULL;
}

void adref_pdf_check_fonts(const AdrefHouseStyle *house, GPtrArray *findings)
{
  guint count = 0;
  g_autofree const char **languages =
      house->fonts ? (const char **)g_hash_table_get_keys_as_array(house->fonts, &count) : NULL;
  if (count > 1)
    qsort(languages, count, sizeof *languages, adref_string_order);
  for (guint i = 0; i < count; i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(AdrefShaper) shaper = new_shaper(house, *languages[i] ? languages[i] : "en", &error);
    if (!shaper && !g_ptr_array_find_with_equal_func(findings, error->message, g_str_equal, NULL))
      g_ptr_array_add(findings, g_strdup(error->message));
  }
}

static GString *make(PdfJob *job, GError **error)
{
  const AdrefViewOptions *options = job->options;
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(job->document);
  g_autoptr(AdrefShaper) shaper = new_shaper(job->page_options->house, options->language, error);
  g_autoptr(AdrefLineBreaker) breaker =
      shaper ? adref_line_breaker_new(shaper, options->language, error) : NULL;
  if (!breaker)
    return NULL;
  job->counts = counts;
  job->geometry[0] =
      adref_page_options_geometry(job->page_options, adref_shaper_script(shaper),
                                  options->view == ADREF_VIEW_NEGOTIATING && counts->notes > 0);
  g_autoptr(AdrefPageFlow) flow = adref_page_flow_new(breaker, NULL, job->geometry);
  return print(job, flow, error);
}

static GString *make_beside(PdfJob *job, GError **error)
{
  const AdrefParallelText *texts = job->parallel->texts;
  const char *left = texts[0].options->language, *right = texts[1].options->language;
  gboolean is_one = job->review || g_strcmp0(left, right) == 0;
  g_autoptr(AdrefShaper) first = new_shaper(job->page_options->house, left, error);
  g_autoptr(AdrefShaper) second =
      first && !is_one ? new_shaper(job->page_options->house, right, error) : NULL;
  g_autoptr(AdrefLineBreaker) breaker = first ? adref_line_breaker_new(first, left, error) : NULL;
  g_autoptr(AdrefLineBreaker) other = second ? adref_line_breaker_new(second, right, error) : NULL;
  if (!breaker || (!is_one && !other))
    return NULL;
  AdrefPageOptions page_options = *job->page_options;
  page_options.is_parallel = TRUE;
  job->page_options = &page_options;
  job->geometry[0] = adref_page_options_geometry(&page_options, adref_script_of(left), FALSE);
  job->geometry[1] = adref_page_options_geometry(&page_options, adref_script_of(right), FALSE);
  g_autoptr(AdrefPageFlow) flow = adref_page_flow_new(breaker, other, job->geometry);
  return print(job, flow, error);
}

GString *adref_pdf_write(const AdrefNode *document, const AdrefViewOptions *options,
                         const AdrefPageOptions *page_options, const AdrefSourceText *source_text,
                         AdrefPdfProgressCallback progress, gpointer data, GError **error)
{
  PdfJob job = {.document = document,
                .options = options,
                .page_options = page_options,
                .source_texts = {*source_text},
                .progress = progress,
                .data = data};
  return make(&job, error);
}

GString *adref_pdf_review_write(const AdrefNode *redline, const AdrefReviewOptions *review,
                                const AdrefPageOptions *page_options,
                                const AdrefSourceText *source_texts,
                                AdrefPdfProgressCallback progress, gpointer data, GError **error)
{
  AdrefParallelTexts parallel = {
      .texts = {{redline, review->options, source_texts[0], review->old},
                {redline, review->options, source_texts[1], review->new}},
      .review = review};
  PdfJob job = {.document = redline,
                .options = review->options,
                .review = review,
                .page_options = page_options,
                .source_texts = {source_texts[0], source_texts[1]},
                .progress = progress,
                .data = data};
  if (!review->side_by_side)
    return make(&job, error);
  job.parallel = &parallel;
  return make_beside(&job, error);
}

GString *adref_pdf_parallel_write(const AdrefParallelTexts *parallel,
                                  const AdrefPageOptions *page_options,
                                  AdrefPdfProgressCallback progress, gpointer data, GError **error)
{
  const AdrefParallelText *texts = parallel->texts;
  PdfJob job = {.document = texts[0].document,
                .options = texts[0].options,
                .parallel = parallel,
                .page_options = page_options,
                .source_texts = {texts[0].source_text, texts[1].source_text},
                .progress = progress,
                .data = data};
  return make_beside(&job, error);
}

GString *adref_pdf_proposals_write(const AdrefProposalColumns *columns,
                                   const AdrefViewOptions *options,
                                   const AdrefPageOptions *page_options,
                                   const AdrefSourceText *source_text, GError **error)
{
  g_autoptr(GPtrArray) titles = adref_pdf_proposals_titles(columns, options);
  g_autofree char *title = adref_view_title(columns->base, options);
  AdrefViewOptions own = *options;
  AdrefPageOptions landscape = *page_options;
  own.title = *title ? title : NULL;
  landscape.is_parallel = landscape.is_landscape = TRUE;
  PdfJob job = {.document = columns->document,
                .options = &own,
                .columns = columns,
                .titles = titles,
                .page_options = &landscape,
                .source_texts = {*source_text}};
  g_autoptr(AdrefShaper) shaper = new_shaper(landscape.house, own.language, error);
  g_autoptr(AdrefLineBreaker) breaker =
      shaper ? adref_line_breaker_new(shaper, own.language, error) : NULL;
  if (!breaker)
    return NULL;
  job.geometry[0] = adref_pdf_proposals_geometry(columns, &landscape, adref_shaper_script(shaper));
  g_autoptr(AdrefPageFlow) flow = adref_page_flow_new(breaker, NULL, job.geometry);
  return print(&job, flow, error);
}
