#include "work/join/comparison.h"

#include <string.h>

#include "base/parallel_for.h"
#include "merge/compare/diff.h"
#include "review/change/change_class.h"
#include "review/fact_changes.h"
#include "view/criticmarkup/criticmarkup.h"
#include "view/docx/docx.h"
#include "view/fact_list.h"
#include "view/pdf/pdf.h"
#include "view/redline.h"
#include "view/three_way.h"
#include "work/check/settled_text.h"
#include "work/export/memory.h"
#include "work/import/given_file.h"
#include "work/join/change_authors.h"
#include "work/join/compare_part.h"
#include "work/join/unmarked_text.h"
#include "work/select_clause.h"

enum {
  TEXT_WIDTH = 80,                 /* columns of the format "text" */
  MIN_PARALLEL_BYTES = 128 * 1024, /* bytes of two texts from which a second thread is faster */
  MIN_HEAP_BYTES = 512 * 1024,     /* bytes from which the thread gets large pages of memory */
};

/* --- reading both texts --- */

/* A text to read, and its error. */
typedef struct {
  AdrefText *text;
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  GPtrArray *problems;
  GError *error;
} ReadTask;

static void read_some(gpointer data, guint worker, guint from, guint to)
{
  (void)worker;
  for (guint i = from; i < to; i++) {
    ReadTask *reading = (ReadTask *)data + i;
    gsize length;
    const char *bytes = g_bytes_get_data(reading->text->source, &length);
    reading->text->document =
        adref_markdown_read(bytes, length, &reading->options, reading->problems, &reading->error);
  }
}

static void prepare(ReadTask *reading)
{
  reading->problems = adref_problems_new();
  adref_text_read_options(reading->text, &reading->numbering, &reading->options);
}

static gboolean read_both(AdrefText *old, AdrefText *new, gboolean at_once, GError **error)
{
  ReadTask readings[] = {{.text = old}, {.text = new}};
  prepare(&readings[0]);
  prepare(&readings[1]);
  /* a file is read as the statement with which it is compared */
  gboolean outside = readings[0].options.outside_statement && readings[1].options.outside_statement;
  readings[0].options.outside_statement = readings[1].options.outside_statement = outside;
  adref_parallel_for(G_N_ELEMENTS(readings), at_once ? 1 : 2, read_some, readings);
  adref_text_take_problems(old, readings[0].problems);
  adref_text_take_problems(new, readings[1].problems);
  if (readings[0].error)
    g_clear_error(&readings[1].error);
  GError *failed = readings[0].error ? readings[0].error : readings[1].error;
  if (failed)
    g_propagate_error(error, failed);
  return !failed;
}

/* A Word file has no markers: its clauses are those of the other text, by their words. */
static gboolean recognise(AdrefText *text, const AdrefText *other, GError **error)
{
  g_autoptr(GError) failed = NULL;
  if (!text->is_word)
    return TRUE;
  AdrefNode *document = adref_unmarked_text_read(text, other, text->name, FALSE, NULL, &failed);
  if (failed) {
    g_propagate_error(error, g_steal_pointer(&failed));
    return FALSE;
  }
  if (document) {
    adref_node_free(text->document);
    text->document = document;
  }
  return TRUE;
}

/* The notes of a Word file, its comments, are not read: they are not compared. */
static void drop_notes(AdrefNode *document)
{
  g_autoptr(GPtrArray) gone = g_ptr_array_new();
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    if (walk.entering && (walk.node->type == ADREF_NOTE || walk.node->type == ADREF_COMMENT))
      g_ptr_array_add(gone, walk.node);
  for (guint i = 0; i < gone->len; i++)
    adref_node_free(gone->pdata[i]);
}

static gboolean recognise_both(AdrefText *old, AdrefText *new, GError **error)
{
  if (!recognise(old, new, error) || !recognise(new, old, error))
    return FALSE;
  if (old->is_word || new->is_word) {
    drop_notes(old->document);
    drop_notes(new->document);
  }
  return TRUE;
}

/* --- comparing --- */

/* Assigns the classes of change, by the parties and the house style of the new text. */
static void find_findings(AdrefNode *redline, const AdrefText *text)
{
  AdrefChangeClassOptions options = {.language = text->language};
  if (text->files)
    options.parties = adref_parties_names(adref_text_parties(text));
  if (text->statement)
    options.style = text->statement->style;
  adref_change_class_assign(redline, &options);
}

static char *facts_problem(const AdrefComparison *comparison)
{
  const AdrefText *old = comparison->old, *new = comparison->new;
  if (!old->facts_problem && !new->facts_problem)
    return NULL;
  return g_strdup_printf("%s: %s", old->facts_problem ? comparison->old_name : comparison->new_name,
                         old->facts_problem ? old->facts_problem : new->facts_problem);
}

static void compare_facts(AdrefComparison *comparison)
{
  const AdrefText *old = comparison->old, *new = comparison->new;
  comparison->facts_problem = facts_problem(comparison);
  if (old->statement && new->statement) {
    AdrefFacts was = {old->statement, adref_text_parties(old)};
    AdrefFacts is = {new->statement, adref_text_parties(new)};
    comparison->facts = adref_fact_changes_new(&was, &is);
  }
  if (!old->document->text && !new->document->text)
    return;
  g_autoptr(GPtrArray) front = adref_front_matter_changes_new(old->document, new->document);
  if (!comparison->facts)
    comparison->facts = g_steal_pointer(&front);
  else
    g_ptr_array_extend_and_steal(comparison->facts, g_steal_pointer(&front));
}

AdrefComparison *adref_comparison_new(AdrefText *old, AdrefText *new, const char *old_name,
                                      const char *new_name, gboolean keeps_sources, GError **error)
{
  gsize size = g_bytes_get_size(old->source) + g_bytes_get_size(new->source);
  g_autoptr(AdrefComparison) comparison = g_new0(AdrefComparison, 1);
  comparison->old = old;
  comparison->new = new;
  comparison->old_name = g_strdup(old_name);
  comparison->new_name = g_strdup(new_name);
  comparison->heap = size > MIN_HEAP_BYTES ? adref_memory_configure_helper() : NULL;
  if (!read_both(old, new, size > MIN_PARALLEL_BYTES, error) || !recognise_both(old, new, error))
    return NULL;
  adref_settled_text_apply(old);
  adref_settled_text_apply(new);
  if (!keeps_sources) { /* all of it is in the trees */
    g_clear_pointer(&old->source, g_bytes_unref);
    g_clear_pointer(&new->source, g_bytes_unref);
  }
  comparison->title = adref_document_title(new->document);
  comparison->old_occasion = adref_text_occasion(old);
  comparison->new_occasion = adref_text_occasion(new);
  comparison->redline = adref_diff_consume_new(old->document, new->document, new->language);
  find_findings(comparison->redline, new);
  compare_facts(comparison);
  return g_steal_pointer(&comparison);
}

gboolean adref_comparison_keep(AdrefComparison *comparison, const char *address, GError **error)
{
  const AdrefText *new = comparison->new;
  AdrefAddress part;
  AdrefNode *narrow = adref_compare_part(comparison->redline, address, new->language);
  if (narrow) {
    adref_node_free(comparison->redline);
    comparison->redline = narrow;
    find_findings(narrow, new);
  } else if (adref_address_find(comparison->redline, new->name, address, &part, error)) {
    part.part = part.clause;
    adref_select_only(comparison->redline, &part);
  } else {
    return FALSE;
  }
  g_clear_pointer(&comparison->facts, g_ptr_array_unref);
  g_clear_pointer(&comparison->facts_problem, g_free);
  return TRUE;
}

void adref_comparison_free(AdrefComparison *comparison)
{
  if (!comparison)
    return;
  adref_node_free(comparison->redline);
  adref_text_free(comparison->old);
  adref_text_free(comparison->new);
  g_free(comparison->old_name);
  g_free(comparison->new_name);
  g_free(comparison->title);
  g_free(comparison->old_occasion);
  g_free(comparison->new_occasion);
  g_free(comparison->facts_problem);
  g_clear_pointer(&comparison->facts, g_ptr_array_unref);
  g_free(comparison->heap);
  g_free(comparison);
}

gboolean adref_comparison_differs(const AdrefComparison *comparison, const AdrefSummaryFilter *only)
{
  if (comparison->facts && comparison->facts->len > 0 && adref_summary_filter_shows_facts(only))
    return TRUE;
  if (adref_summary_filter_is_everything(only))
    return !adref_redline_is_empty(comparison->redline);
  for (const AdrefNode *clause = comparison->redline->first; clause; clause = clause->next)
    if (adref_summary_filter_shows(only, clause))
      return TRUE;
  return FALSE;
}

static GString *write_words(const AdrefComparison *comparison, const AdrefReviewOptions *review,
                            gboolean is_stat, guint width, gboolean color)
{
  return is_stat ? adref_terminal_review_stat(comparison->redline, review, width, color)
                 : adref_terminal_review_write(comparison->redline, review, width, color);
}

/* What front matter says is marked where it stands, unless only a part of the text is shown. */
static GString *write_critic(const AdrefComparison *comparison, const AdrefReviewOptions *review)
{
  GString *out = g_string_new(NULL);
  g_autoptr(GPtrArray) facts = g_ptr_array_new();
  for (guint i = 0; review->facts && i < review->facts->len; i++) {
    const AdrefFactChange *change = review->facts->pdata[i];
    if (!adref_fact_change_is_front_matter(change))
      g_ptr_array_add(facts, (gpointer)(guintptr)change);
  }
  adref_fact_list_put_critic(out, facts, review->facts_problem);
  if (comparison->facts)
    adref_criticmarkup_put_front_matter(out, comparison->old->document->text,
                                        comparison->new->document->text);
  g_autoptr(GString) critic = adref_criticmarkup_write(comparison->redline);
  return g_string_append_len(out, critic->str, (gssize)critic->len);
}

static GString *write_pdf(const AdrefComparison *comparison, const AdrefPdfOptions *options,
                          const AdrefReviewOptions *review, GError **error)
{
  AdrefPageOptions page_options = adref_pdf_options_page(options, comparison->new);
  AdrefSourceText source_texts[] = {adref_text_source_text(comparison->old),
                                    adref_text_source_text(comparison->new)};
  return adref_pdf_review_write(comparison->redline, review, &page_options, source_texts,
                                options->progress, options->data, error);
}

/* On a page others read it, who need not know the folders of this machine. */
static char *page_name(const AdrefComparison *comparison, gboolean is_new, gboolean is_page)
{
  const char *name = is_new ? comparison->new_name : comparison->old_name;
  const char *other = is_new ? comparison->old_name : comparison->new_name;
  const AdrefText *text = is_new ? comparison->new : comparison->old;
  return is_page ? adref_given_file_page_name(text, name, other) : g_strdup(name);
}

static GString *write_docx(const AdrefComparison *comparison, const AdrefPdfOptions *options,
                           const AdrefViewOptions *view, GError **error)
{
  const AdrefText *new = comparison->new;
  g_autofree char *name = page_name(comparison, TRUE, TRUE);
  g_autoptr(AdrefChangeAuthors) authors =
      adref_change_authors_find(comparison->old, new, comparison->redline, name);
  AdrefPageOptions page_options = adref_pdf_options_page(options, new);
  return adref_docx_tracked_write(comparison->redline, view, &page_options, &authors->authors,
                                  new->statement ? new->statement->id : NULL,
                                  comparison->old_occasion, error);
}

static gboolean is_page_format(const char *format)
{
  return strcmp(format, "html") == 0 || strcmp(format, "pdf") == 0 || strcmp(format, "docx") == 0;
}

GString *adref_comparison_write(const AdrefComparison *comparison,
                                const AdrefComparisonOptions *options, GError **error)
{
  const char *format = options->format;
  gboolean is_page = is_page_format(format);
  g_autoptr(AdrefPageWords) words = NULL;
  if (is_page && !adref_text_page_words(comparison->new, &words, error))
    return NULL;
  g_autoptr(GHashTable) names = adref_text_party_names(comparison->new);
  AdrefViewOptions view = {.view = ADREF_VIEW_NEGOTIATING,
                           .language = comparison->new->language,
                           .house = comparison->new->house,
                           .words = words,
                           .occasion = comparison->new_occasion,
                           .names = names,
                           .parties = adref_text_parties(comparison->new)};
  g_autofree char *old_name = page_name(comparison, FALSE, is_page);
  g_autofree char *new_name = page_name(comparison, TRUE, is_page);
  g_autofree char *both = g_strconcat(old_name, " \342\206\222 ", new_name, NULL);
  view.version = both;
  view.title = comparison->title ? comparison->title : both;
  AdrefReviewOptions review = options->review;
  review.options = &view;
  review.old = old_name;
  review.new = new_name;
  g_autofree char *old_origin =
      is_page ? adref_change_origin(comparison->old, comparison->old_name, words) : NULL;
  g_autofree char *new_origin =
      is_page ? adref_change_origin(comparison->new, comparison->new_name, words) : NULL;
  review.old_origin = old_origin;
  review.new_origin = new_origin;
  if (adref_summary_filter_shows_facts(&review.only)) {
    review.facts = comparison->facts;
    review.facts_problem = comparison->facts_problem;
  }
  if (strcmp(format, "critic") == 0)
    return write_critic(comparison, &review);
  if (strcmp(format, "json") == 0)
    return adref_json_review_write(comparison->redline, &review);
  if (strcmp(format, "html") == 0)
    return adref_html_review_write(comparison->redline, &review);
  if (strcmp(format, "docx") == 0)
    return write_docx(comparison, &options->pdf, &view, error);
  if (strcmp(format, "pdf") == 0) {
    g_autoptr(GPtrArray) problems = adref_problems_new();
    view.problems = problems;
    GString *pages = write_pdf(comparison, &options->pdf, &review, error);
    adref_session_say_problems(comparison->new->session, comparison->new->name, problems);
    return pages;
  }
  if (strcmp(format, "text") == 0)
    return write_words(comparison, &review, options->is_stat, TEXT_WIDTH, FALSE);
  return write_words(comparison, &review, options->is_stat, options->width, options->color);
}

GString *adref_comparison_write_three(AdrefComparison *const *sides,
                                      const AdrefComparisonOptions *options, GError **error)
{
  const AdrefText *base = sides[0]->old;
  g_autoptr(AdrefPageWords) words = NULL;
  if (is_page_format(options->format) && !adref_text_page_words(base, &words, error))
    return NULL;
  g_autoptr(GHashTable) names = adref_text_party_names(base);
  g_autofree char *title = adref_document_title(base->document);
  AdrefViewOptions view = {.view = ADREF_VIEW_NEGOTIATING,
                           .language = base->language,
                           .words = words,
                           .title = title ? title : sides[0]->old_name,
                           .version = sides[0]->old_name,
                           .names = names,
                           .parties = adref_text_parties(base)};
  AdrefReviewOptions review = options->review;
  review.options = &view;
  review.old = sides[0]->old_name;
  AdrefThreeWay three = {.base = base->document};
  for (guint i = 0; i < ADREF_THREE_WAY_SIDES; i++) {
    three.redlines[i] = sides[i]->redline;
    three.names[i] = sides[i]->new_name;
    if (adref_summary_filter_shows_facts(&review.only)) {
      three.facts[i] = sides[i]->facts;
      three.facts_problems[i] = sides[i]->facts_problem;
    }
  }
  if (strcmp(options->format, "html") == 0)
    return adref_html_three_way_write(&three, &review);
  gboolean is_text = strcmp(options->format, "text") == 0;
  return adref_terminal_three_way_write(&three, &review, is_text ? TEXT_WIDTH : options->width,
                                        !is_text && options->color);
}
