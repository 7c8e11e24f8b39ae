#include <string.h>

#include "base/markup.h"
#include "print/font_face.h"
#include "view/fact_list.h"
#include "view/html/html.h"
#include "view/html/html_page.h"
#include "view/html/html_review_style.h"
#include "view/redline.h"
#include "view/review.h"
#include "view/sign_words.h"

typedef struct {
  const AdrefReviewOptions *review;
  AdrefHtml *html;
  GString *text;      /* of `html` */
  GPtrArray *changes; /* of CLAUSE: the shown ones, in order */
  guint next;         /* how many of them were written */
} ReviewPage;

static const char *anchor(const ReviewPage *page, const AdrefNode *clause)
{
  return adref_contents_anchor(adref_html_page(page->html)->contents, clause);
}

/* --- the summary --- */

/* Whether the summary is in the language of the page, and so in its direction. */
static gboolean is_own_summary(const AdrefHtmlPage *frame)
{
  return adref_page_words_has(frame->options->words, ADREF_PAGE_WORD_CHANGED);
}

/* Whether the summary is read from right to left. */
static gboolean is_mirrored(const AdrefHtmlPage *frame)
{
  const char *language = frame->options->language ? frame->options->language : "en";
  return is_own_summary(frame) && adref_script_of(language)->is_rtl;
}

/* From the old words to the new ones. */
static const char *arrow_of(const AdrefHtmlPage *frame)
{
  return is_mirrored(frame) ? " \342\206\220 " : " \342\206\222 ";
}

static void put_pair(const ReviewPage *page, const AdrefFinding *finding)
{
  GString *text = page->text;
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  g_autofree char *old = adref_sign_words_quote(finding->old, frame->options->words);
  g_autofree char *new = adref_sign_words_quote(finding->new, frame->options->words);
  if (finding->old[0]) {
    g_string_append(text, "<del>");
    adref_markup_escape_visible(text, old);
    g_string_append_printf(text, "</del>%s", arrow_of(frame));
  }
  if (finding->new[0]) {
    g_string_append(text, "<ins>");
    adref_markup_escape_visible(text, new);
    g_string_append(text, "</ins>");
  } else {
    adref_html_page_word(text, frame, ADREF_PAGE_WORD_NOTHING);
  }
  gboolean is_own = FALSE;
  if (finding->shift == ADREF_SHIFT_NONE)
    return;
  const char *shift = adref_review_shift(finding->shift, frame->options->words, &is_own);
  g_string_append_printf(text, ", <b%s>", is_own ? "" : adref_html_page_english_part(frame));
  adref_markup_escape_string(text, shift);
  g_string_append(text, "</b>");
}

static void put_findings(const ReviewPage *page, const GPtrArray *findings)
{
  g_autofree char *semicolon =
      adref_page_words_between(adref_html_page(page->html)->options->words, ADREF_PAGE_WORD_THEN);
  for (guint i = 0; i < findings->len && i < ADREF_REVIEW_MAX_FINDINGS; i++) {
    adref_markup_escape_string(page->text, i > 0 ? semicolon : "");
    put_pair(page, findings->pdata[i]);
  }
  if (findings->len <= ADREF_REVIEW_MAX_FINDINGS)
    return;
  g_autofree char *more =
      adref_page_words_count(adref_html_page(page->html)->options->words, ADREF_PAGE_WORD_MORE,
                             findings->len - ADREF_REVIEW_MAX_FINDINGS);
  adref_markup_escape_string(page->text, semicolon);
  adref_markup_escape_string(page->text, more);
}

static void put_entry(const ReviewPage *page, const AdrefSummaryGroup *group,
                      const AdrefSummaryEntry *entry)
{
  const AdrefPageWords *table = page->review->options->words;
  g_autofree char *name = adref_redline_name(entry->clause, table);
  gboolean is_rtl = is_mirrored(adref_html_page(page->html));
  g_string_append(page->text, is_rtl ? "<li><a dir=\"auto\" href=\"#" : "<li><a href=\"#");
  adref_markup_escape_string(page->text, anchor(page, entry->clause));
  g_string_append(page->text, "\">");
  adref_markup_escape_string(page->text, name);
  g_string_append(page->text, "</a> ");
  if (entry->findings->len > 0) {
    put_findings(page, entry->findings);
  } else {
    g_autofree char *words = adref_review_entry_words(group, entry, table);
    adref_markup_escape_string(page->text, words);
  }
  g_string_append(page->text, "</li>\n");
}

static void put_group(const ReviewPage *page, const AdrefSummaryGroup *group)
{
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  g_string_append_printf(page->text, "<h3%s>", adref_html_page_word_language(frame, group->name));
  adref_html_page_word(page->text, frame, group->name);
  g_string_append(page->text, "</h3>\n<ul>\n");
  for (guint i = 0; i < group->entries->len; i++)
    put_entry(page, group, group->entries->pdata[i]);
  g_string_append(page->text, "</ul>\n");
}

/* "n next change, p the one before, s side by side" */
static void put_keys(const ReviewPage *page)
{
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  g_string_append_printf(page->text, "<p class=\"keys\" hidden%s><kbd>n</kbd> ",
                         adref_html_page_word_language(frame, ADREF_PAGE_WORD_NEXT));
  adref_html_page_word(page->text, frame, ADREF_PAGE_WORD_NEXT);
  g_string_append(page->text, " <kbd>p</kbd> ");
  adref_html_page_word(page->text, frame, ADREF_PAGE_WORD_PREVIOUS);
  if (!page->review->side_by_side) {
    g_string_append(page->text, " <button type=\"button\" id=\"_two\" aria-pressed=\"false\">"
                                "<kbd>s</kbd> ");
    adref_html_page_word(page->text, frame, ADREF_PAGE_WORD_SIDE_BY_SIDE);
    g_string_append(page->text, "</button>");
  }
  g_string_append(page->text, "</p>\n");
}

static void put_facts(const ReviewPage *page)
{
  const AdrefReviewOptions *review = page->review;
  const AdrefPageWords *words = review->options->words;
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  const char *language =
      adref_page_words_has(words, ADREF_PAGE_WORD_FACTS) ? "" : adref_html_page_english_part(frame);
  gsize before = page->text->len;
  if (*language)
    g_string_append_printf(page->text, "<div%s>", language);
  gsize begun = page->text->len;
  adref_fact_list_put_html(page->text, adref_page_words_get(words, ADREF_PAGE_WORD_FACTS),
                           review->facts, review->facts_problem, words, arrow_of(frame));
  if (page->text->len == begun)
    g_string_truncate(page->text, before);
  else if (*language)
    g_string_append(page->text, "</div>\n");
}

static void put_summary(const ReviewPage *page, const AdrefNode *redline)
{
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  g_autoptr(GPtrArray) groups = adref_summary_new(redline, &page->review->only);
  g_autofree char *totals = adref_review_totals(redline, frame->options->words);
  g_string_append_printf(page->text,
                         "<section class=\"sum ui\" aria-labelledby=\"_sum\"%s>\n"
                         "<h2 id=\"_sum\">",
                         is_own_summary(frame) ? "" : adref_html_page_english_part(frame));
  adref_html_page_word(page->text, frame, ADREF_PAGE_WORD_CHANGED);
  g_string_append(page->text, "</h2>\n");
  gsize empty = page->text->len;
  put_facts(page);
  for (guint i = 0; i < groups->len; i++)
    put_group(page, groups->pdata[i]);
  if (page->text->len == empty) {
    g_string_append_printf(page->text, "<p%s>",
                           adref_html_page_word_language(frame, ADREF_PAGE_WORD_NO_CHANGE));
    adref_html_page_word(page->text, frame, ADREF_PAGE_WORD_NO_CHANGE);
    g_string_append(page->text, "</p>\n");
  }
  gboolean is_own = adref_page_words_has(frame->options->words, ADREF_PAGE_WORD_PARAGRAPHS);
  g_string_append_printf(page->text, "<p%s>", is_own ? "" : adref_html_page_english_part(frame));
  adref_markup_escape_string(page->text, totals);
  g_string_append(page->text, "</p>\n");
  put_keys(page);
  g_string_append(page->text, "</section>\n");
}

/* The language of words that the table of the page may lack, with their direction. */
static const char *part_language(const AdrefHtmlPage *frame, AdrefPageWord word)
{
  return adref_page_words_has(frame->options->words, word) ? ""
                                                           : adref_html_page_english_part(frame);
}

/* --- the clauses --- */

static const AdrefNode *change_at(const ReviewPage *page, guint place)
{
  return place < page->changes->len ? page->changes->pdata[place] : NULL;
}

static void put_pair_of_sides(const ReviewPage *page, const AdrefNode *clause)
{
  g_string_append(page->text, "<div class=\"old\">");
  if (clause->mark != ADREF_INSERTED)
    adref_html_put_side(page->html, clause, ADREF_VIEW_SIDE_OLD);
  g_string_append(page->text, "</div>\n<div class=\"new\">");
  if (clause->mark != ADREF_DELETED)
    adref_html_put_side(page->html, clause, ADREF_VIEW_SIDE_NEW);
  g_string_append(page->text, "</div>\n");
}

static void put_change(ReviewPage *page, const AdrefNode *clause)
{
  guint place = page->next++;
  const AdrefNode *before = place > 0 ? change_at(page, place - 1) : NULL;
  const AdrefNode *after = change_at(page, place + 1);
  if (!page->review->side_by_side) {
    adref_html_put_change(page->html, clause, before, after);
    return;
  }
  g_string_append(page->text, "<div class=\"pair\" id=\"");
  adref_markup_escape_string(page->text, anchor(page, clause));
  g_string_append(page->text, "\">");
  adref_html_put_notice(page->html, clause, before, after);
  put_pair_of_sides(page, clause);
  g_string_append(page->text, "</div>\n");
}

/* "3 paragraphs unchanged" */
static void put_folded(const ReviewPage *page, const AdrefNode *from, const AdrefNode *to)
{
  AdrefReviewFold fold = {0};
  for (const AdrefNode *clause = from; clause != to; clause = clause->next)
    adref_review_fold_add(&fold, clause);
  if (adref_review_fold_is_empty(&fold))
    return;
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  g_autofree char *words = adref_review_fold_words(&fold, frame->options->words);
  gboolean is_own = adref_review_fold_is_own(frame->options->words);
  g_string_append_printf(page->text, "<details class=\"same ui\"%s><summary><bdi>",
                         is_own ? "" : adref_html_page_english(frame));
  adref_markup_escape_string(page->text, words);
  g_string_append(page->text, "</bdi></summary></details>\n<div class=\"fold\">\n");
  for (const AdrefNode *clause = from; clause != to; clause = clause->next)
    adref_html_put(page->html, clause);
  g_string_append(page->text, "</div>\n");
}

/* A folded heading is shown above the next clause of its section. */
static void put_fold(const ReviewPage *page, const AdrefNode *from, const AdrefNode *to)
{
  AdrefReviewFold fold;
  adref_review_fold(from, page->review, &fold);
  const AdrefNode *heading = to ? fold.heading : NULL;
  put_folded(page, from, heading ? heading : to);
  if (!heading)
    return;
  adref_html_put(page->html, heading);
  put_folded(page, heading->next, to);
}

static void put_clause(ReviewPage *page, const AdrefNode *clause)
{
  if (adref_summary_filter_shows(&page->review->only, clause))
    put_change(page, clause);
  else
    adref_html_put(page->html, clause);
}

static void put_clauses(ReviewPage *page, const AdrefNode *first)
{
  const AdrefReviewOptions *review = page->review;
  const AdrefNode *clause = first;
  while (clause) {
    AdrefReviewFold fold;
    const AdrefNode *next = review->full ? clause : adref_review_fold(clause, review, &fold);
    if (next != clause)
      put_fold(page, clause, next);
    if (next)
      put_clause(page, next);
    clause = next ? next->next : NULL;
  }
}

/* The two versions that are compared, a line each. */
static void put_origins(const ReviewPage *page)
{
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  for (guint new = 0; new < 2; new ++) {
    g_autofree char *line = adref_review_origin(page->review, new == 0, frame->options->words);
    if (!line)
      continue;
    g_string_append_printf(page->text, "<p class=\"ui\"%s>",
                           part_language(frame, ADREF_PAGE_WORD_ORIGIN_NEW));
    adref_markup_escape_string(page->text, line);
    g_string_append(page->text, "</p>\n");
  }
}

/* "Words are deleted, inserted, or moved", each in its marks. */
static void put_marks(const ReviewPage *page)
{
  static const char deleted[] = "{deleted}", inserted[] = "{inserted}";
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  const char *from = adref_page_words_get(frame->options->words, ADREF_PAGE_WORD_MARKS);
  g_string_append_printf(page->text, "<p class=\"ui\"%s>",
                         part_language(frame, ADREF_PAGE_WORD_MARKS));
  for (const char *at = strchr(from, '{'); at; at = strchr(at + 1, '{')) {
    gboolean is_deleted = g_str_has_prefix(at, deleted);
    if (!is_deleted && !g_str_has_prefix(at, inserted))
      continue;
    adref_markup_escape_text(page->text, from, (gsize)(at - from));
    g_string_append(page->text, is_deleted ? "<span class=\"gone\">" : "<span class=\"came\">");
    adref_html_page_word(page->text, frame,
                         is_deleted ? ADREF_PAGE_WORD_MARKS_DELETED
                                    : ADREF_PAGE_WORD_MARKS_INSERTED);
    g_string_append(page->text, "</span>");
    from = at + (is_deleted ? sizeof deleted : sizeof inserted) - 1;
  }
  adref_markup_escape_string(page->text, from);
  g_string_append(page->text, "</p>\n</header>\n");
}

/* The title is in the head of the page, with what stands before it in the text. */
static void put_title(ReviewPage *page, const AdrefNode *redline, const AdrefNode *title)
{
  for (const AdrefNode *clause = redline->first; clause != title; clause = clause->next)
    put_clause(page, clause);
  guint place = page->next;
  gboolean is_change = adref_summary_filter_shows(&page->review->only, title);
  page->next += is_change ? 1 : 0;
  g_string_append(page->text, "<div id=\"");
  adref_markup_escape_string(page->text, anchor(page, title));
  g_string_append(page->text, "\">");
  adref_html_put_change(page->html, title, place > 0 ? change_at(page, place - 1) : NULL,
                        change_at(page, page->next));
  g_string_append(page->text, "</div>\n");
}

static void put_header(ReviewPage *page, const AdrefNode *redline)
{
  const AdrefHtmlPage *frame = adref_html_page(page->html);
  adref_html_page_head(page->text, frame);
  if (frame->contents->title) {
    put_title(page, redline, frame->contents->title);
  } else {
    g_string_append(page->text, "<h1>");
    adref_markup_escape_string(page->text, frame->title);
    g_string_append(page->text, "</h1>\n");
  }
  adref_html_page_occasion(page->text, frame);
  g_autofree char *title = adref_review_title(page->review, frame->options->words);
  g_string_append(page->text, "<p class=\"ui from\">");
  adref_markup_escape_string(page->text, title);
  g_string_append(page->text, "</p>\n");
  put_origins(page);
  put_marks(page);
}

GString *adref_html_review_write(const AdrefNode *redline, const AdrefReviewOptions *review)
{
  g_autoptr(AdrefHtml) html = adref_html_new(redline, review->options);
  g_autoptr(GPtrArray) changes = g_ptr_array_new();
  for (AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (adref_summary_filter_shows(&review->only, clause))
      g_ptr_array_add(changes, clause);
  ReviewPage page = {
      .review = review, .html = html, .text = adref_html_text(html), .changes = changes};
  AdrefHtmlPage *frame = adref_html_page(html);
  frame->css = adref_html_review_style;
  frame->script = adref_html_review_script;
  frame->body = review->side_by_side ? "wide" : NULL;
  put_header(&page, redline);
  put_summary(&page, redline);
  g_string_append(page.text, "<main id=\"_text\">\n");
  put_clauses(&page, frame->contents->title ? frame->contents->title->next : redline->first);
  g_string_append(page.text, "</main>\n");
  adref_html_page_footer(page.text, frame);
  return adref_html_take(html);
}
