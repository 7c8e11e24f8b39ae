#include "base/markup.h"
#include "print/font_face.h"
#include "view/fact_list.h"
#include "view/html/html.h"
#include "view/html/html_review_style.h"
#include "view/redline.h"
#include "view/three_way.h"

typedef struct {
  const AdrefThreeWay *three;
  const AdrefReviewOptions *review;
  AdrefHtml *base, *sides[ADREF_THREE_WAY_SIDES];
  GString *text; /* of the base, which is the page */
} ThreeWayPage;

/* Moves the text of a side to the page. */
static void put_taken(const ThreeWayPage *page, guint side)
{
  GString *text = adref_html_text(page->sides[side]);
  g_string_append_len(page->text, text->str, (gssize)text->len);
  g_string_truncate(text, 0);
}

static void put_clause(const ThreeWayPage *page, guint side, const AdrefNode *clause)
{
  const AdrefPageWords *words = page->review->options->words;
  gboolean is_changed = adref_redline_is_changed(clause);
  g_autofree char *what =
      is_changed ? adref_redline_describe(clause, words)
                 : g_strdup(adref_page_words_get(words, ADREF_PAGE_WORD_WHAT_UNCHANGED));
  g_string_append_printf(
      page->text, "<p class=\"%s ui\"%s%s>", is_changed ? "what" : "was",
      is_changed ? " tabindex=\"-1\"" : "",
      adref_html_page_word_language(adref_html_page(page->base), ADREF_PAGE_WORD_WHAT_MODIFIED));
  g_string_append(page->text, "<span class=\"whose\">");
  adref_markup_escape_string(page->text, page->three->names[side]);
  g_string_append(page->text, ": </span>");
  adref_markup_escape_string(page->text, what);
  g_string_append(page->text, "</p>");
  if (!is_changed)
    return;
  adref_html_put_side(page->sides[side], clause, ADREF_VIEW_SIDE_BOTH);
  put_taken(page, side);
}

static void put_row(gconstpointer out, const AdrefThreeWayRow *row)
{
  const ThreeWayPage *page = out;
  g_string_append(page->text, "<div class=\"pair\"><div class=\"base\">");
  if (row->base)
    adref_html_put(page->base, row->base);
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++) {
    g_string_append(page->text, "</div>\n<div class=\"side\">");
    for (guint i = 0; i < row->clauses[side]->len; i++)
      put_clause(page, side, row->clauses[side]->pdata[i]);
  }
  g_string_append(page->text, "</div></div>\n");
}

static void put_fold(gconstpointer out, const GPtrArray *rows, guint from, guint to,
                     const char *words)
{
  const ThreeWayPage *page = out;
  g_string_append_printf(
      page->text,
      "<details class=\"same ui\"%s><summary><bdi>%s</bdi></summary></details>\n"
      "<div class=\"fold\">\n",
      adref_html_page_word_language(adref_html_page(page->base), ADREF_PAGE_WORD_SIDES), words);
  for (guint i = from; i < to; i++) {
    const AdrefThreeWayRow *row = rows->pdata[i];
    if (row->base)
      adref_html_put(page->base, row->base);
  }
  g_string_append(page->text, "</div>\n");
}

static void put_name(const ThreeWayPage *page, const char *name)
{
  g_string_append(page->text, "<div><b>");
  adref_markup_escape_string(page->text, name);
  g_string_append(page->text, "</b></div>");
}

static void put_sides(const ThreeWayPage *page, const AdrefHtmlPage *frame)
{
  const AdrefPageWords *words = page->review->options->words;
  const char *language = page->review->options->language;
  gboolean is_rtl = adref_page_words_has(words, ADREF_PAGE_WORD_FACTS) && language &&
                    adref_script_of(language)->is_rtl;
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++) {
    g_autofree char *totals = adref_review_totals(page->three->redlines[side], words);
    g_string_append_printf(page->text, "<p%s><b>",
                           adref_html_page_word_language(frame, ADREF_PAGE_WORD_PARAGRAPHS));
    adref_markup_escape_string(page->text, page->three->names[side]);
    g_string_append_printf(page->text, "</b> %s</p>\n", totals);
  }
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++) {
    g_autofree char *heading = adref_page_words_fill(words, ADREF_PAGE_WORD_FACTS_OF, "side",
                                                     page->three->names[side], NULL);
    adref_fact_list_put_html(page->text, heading, page->three->facts[side],
                             page->three->facts_problems[side], words,
                             is_rtl ? " \342\206\220 " : " \342\206\222 ");
  }
}

static void put_keys(const ThreeWayPage *page, const AdrefHtmlPage *frame)
{
  g_string_append_printf(page->text, "<p class=\"keys\" hidden%s><kbd>n</kbd> ",
                         adref_html_page_word_language(frame, ADREF_PAGE_WORD_NEXT));
  adref_html_page_word(page->text, frame, ADREF_PAGE_WORD_NEXT);
  g_string_append(page->text, ", <kbd>p</kbd> ");
  adref_html_page_word(page->text, frame, ADREF_PAGE_WORD_PREVIOUS);
  g_string_append(page->text, "</p>\n");
}

static void put_head(const ThreeWayPage *page)
{
  AdrefHtmlPage *frame = adref_html_page(page->base);
  adref_html_page_head(page->text, frame);
  g_string_append(page->text, "<h1>");
  adref_markup_escape_string(page->text, frame->title);
  g_string_append(page->text, "</h1>\n</header>\n<section class=\"sum ui\" aria-label=\"");
  adref_html_page_word(page->text, frame, ADREF_PAGE_WORD_CHANGED);
  g_string_append_printf(page->text, "\"%s>\n",
                         adref_html_page_word_language(frame, ADREF_PAGE_WORD_CHANGED));
  put_sides(page, frame);
  put_keys(page, frame);
  g_string_append(page->text, "</section>\n"
                              "<main id=\"_text\">\n<div class=\"pair names ui\">");
  put_name(page, page->review->old);
  put_name(page, page->three->names[0]);
  put_name(page, page->three->names[1]);
  g_string_append(page->text, "</div>\n");
}

static const AdrefThreeWayTable table = {put_row, put_fold};

GString *adref_html_three_way_write(const AdrefThreeWay *three, const AdrefReviewOptions *review)
{
  ThreeWayPage page = {.three = three, .review = review};
  page.base = adref_html_new(three->base, review->options);
  page.text = adref_html_text(page.base);
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++)
    page.sides[side] = adref_html_new(three->redlines[side], review->options);
  AdrefHtmlPage *frame = adref_html_page(page.base);
  frame->css = adref_html_review_style;
  frame->script = adref_html_review_script;
  frame->body = "wide three";
  frame->contents->title = NULL;
  put_head(&page);
  adref_three_way_run(three, review, &table, &page);
  g_string_append(page.text, "</main>\n");
  adref_html_page_footer(page.text, frame);
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++)
    adref_html_free(page.sides[side]);
  GString *text = adref_html_take(page.base);
  adref_html_free(page.base);
  return text;
}
