#include "base/markup.h"
#include "print/font_face.h"
#include "view/html/html.h"
#include "view/html/html_review_style.h"
#include "view/parallel_texts.h"

typedef struct {
  const AdrefParallelTexts *parallel;
  AdrefHtml *sides[ADREF_PARALLEL_TEXTS];
  GString *text; /* of the first text, which is the page */
} ParallelPage;

static AdrefContents *contents_of(const ParallelPage *page, guint side)
{
  return adref_html_page(page->sides[side])->contents;
}

/* A row has the anchor of its first clause; its second clause gets the same one, so that links of
 * both texts lead to the row. A clause that only the second text has gets an anchor that the first
 * text does not use. */
static void share_anchors(const ParallelPage *page, const GArray *pairs)
{
  g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = page->parallel->texts[0].document->first; clause;
       clause = clause->next)
    g_hash_table_add(used, (gpointer)(guintptr)adref_contents_anchor(contents_of(page, 0), clause));
  for (guint i = 0; i < pairs->len; i++) {
    const AdrefClausePair *pair = &g_array_index(pairs, AdrefClausePair, i);
    const AdrefNode *left = pair->clauses[0], *right = pair->clauses[1];
    if (!right)
      continue;
    GString *anchor =
        g_string_new(adref_contents_anchor(contents_of(page, left ? 0 : 1), left ? left : right));
    while (!left && g_hash_table_contains(used, anchor->str))
      g_string_append_c(anchor, '_');
    if (!left)
      g_hash_table_add(used, anchor->str);
    adref_contents_rename(contents_of(page, 1), right, g_string_free(anchor, FALSE));
  }
}

/* The tags of a cell, with its language when it is not the page's. */
static void begin_cell(const ParallelPage *page, guint side)
{
  const char *first = page->parallel->texts[0].options->language;
  const char *language = page->parallel->texts[side].options->language;
  g_string_append(page->text, "<div");
  if (side > 0) {
    g_string_append(page->text, " lang=\"");
    adref_markup_escape_string(page->text, language);
    g_string_append_c(page->text, '"');
    gboolean is_rtl = adref_script_of(language)->is_rtl;
    if (is_rtl != adref_script_of(first)->is_rtl)
      g_string_append(page->text, is_rtl ? " dir=\"rtl\"" : " dir=\"ltr\"");
  }
  g_string_append_c(page->text, '>');
}

static void put_clause(const ParallelPage *page, guint side, const AdrefNode *clause)
{
  adref_html_put_side(page->sides[side], clause, ADREF_VIEW_SIDE_NEW);
  if (side == 0)
    return;
  GString *text = adref_html_text(page->sides[side]);
  g_string_append_len(page->text, text->str, (gssize)text->len);
  g_string_truncate(text, 0);
}

/* A tag without its end, and the language of words of the page: that of the first text. */
static void put_own_tag(const ParallelPage *page, const char *tag, AdrefPageWord word)
{
  const AdrefViewOptions *options = page->parallel->texts[0].options;
  const char *language =
      adref_page_words_has(options->words, word) && options->language ? options->language : "en";
  g_string_append_printf(page->text, "%s lang=\"", tag);
  adref_markup_escape_string(page->text, language);
  g_string_append(page->text,
                  adref_script_of(language)->is_rtl ? "\" dir=\"rtl\">" : "\" dir=\"ltr\">");
}

static void put_missing(const ParallelPage *page, guint side)
{
  g_autofree char *words = adref_parallel_texts_missing(page->parallel, side);
  put_own_tag(page, "<p class=\"was ui\"", ADREF_PAGE_WORD_NOT_IN_LANGUAGE);
  adref_markup_escape_string(page->text, words);
  g_string_append(page->text, "</p>");
}

static void put_note(const ParallelPage *page, const AdrefClausePair *pair)
{
  const char *note = adref_parallel_texts_note(page->parallel, pair);
  if (!note)
    return;
  put_own_tag(page, "<p class=\"what ui\"", ADREF_PAGE_WORD_DIFFER);
  adref_markup_escape_string(page->text, note);
  g_string_append(page->text, "</p>\n");
}

static void put_pair(const ParallelPage *page, const AdrefClausePair *pair)
{
  const AdrefNode *left = pair->clauses[0], *right = pair->clauses[1];
  g_string_append(page->text, "<div class=\"pair\" id=\"");
  adref_markup_escape_string(
      page->text, adref_contents_anchor(contents_of(page, left ? 0 : 1), left ? left : right));
  g_string_append(page->text, "\">");
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    begin_cell(page, i);
    if (pair->clauses[i])
      put_clause(page, i, pair->clauses[i]);
    else
      put_missing(page, i);
    g_string_append(page->text, "</div>\n");
  }
  put_note(page, pair);
  g_string_append(page->text, "</div>\n");
}

static void put_titles(const ParallelPage *page)
{
  g_string_append(page->text, "<div class=\"pair\">");
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    const AdrefNode *title = contents_of(page, i)->title;
    begin_cell(page, i);
    if (title) {
      put_clause(page, i, title);
    } else {
      g_string_append(page->text, "<h1>");
      adref_markup_escape_string(page->text, adref_html_page(page->sides[i])->title);
      g_string_append(page->text, "</h1>\n");
    }
    adref_html_page_occasion(page->text, adref_html_page(page->sides[i]));
    g_string_append(page->text, "</div>\n");
  }
  g_string_append(page->text, "</div>\n");
}

static void put_names(const ParallelPage *page)
{
  g_string_append(page->text, "<div class=\"pair names ui\">");
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    begin_cell(page, i);
    g_string_append(page->text, "<b>");
    adref_markup_escape_string(page->text, page->parallel->texts[i].head);
    g_string_append(page->text, "</b></div>");
  }
  g_string_append(page->text, "</div>\n");
}

static void put_pairs(const ParallelPage *page, const GArray *pairs)
{
  const char *const *signatories = page->parallel->texts[0].options->signatories;
  for (guint i = 0; i < pairs->len; i++) {
    const AdrefClausePair *pair = &g_array_index(pairs, AdrefClausePair, i);
    if (signatories && adref_clause_pair_is_annex(pair))
      adref_html_put_signatures(page->sides[0], g_steal_pointer(&signatories));
    put_pair(page, pair);
  }
  if (signatories)
    adref_html_put_signatures(page->sides[0], signatories);
}

static void put_page(const ParallelPage *page)
{
  AdrefHtmlPage *frame = adref_html_page(page->sides[0]);
  const AdrefNode *documents[] = {page->parallel->texts[0].document,
                                  page->parallel->texts[1].document};
  const AdrefNode *titles[] = {contents_of(page, 0)->title, contents_of(page, 1)->title};
  g_autoptr(GArray) pairs = adref_clause_pairs_new(documents, titles);
  share_anchors(page, pairs);
  frame->number_width = MAX(frame->number_width, adref_html_page(page->sides[1])->number_width);
  frame->css = adref_html_review_style;
  frame->body = "wide";
  adref_html_page_head(page->text, frame);
  put_titles(page);
  adref_html_page_role(page->text, frame);
  adref_html_page_status(page->text, frame);
  adref_html_page_contents(page->text, frame);
  g_string_append(page->text, "<main id=\"_text\">\n");
  put_names(page);
  put_pairs(page, pairs);
  g_string_append(page->text, "</main>\n");
  adref_html_page_footer(page->text, frame);
}

GString *adref_html_parallel_write(const AdrefParallelTexts *parallel)
{
  ParallelPage page = {.parallel = parallel};
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    page.sides[i] = adref_html_new(parallel->texts[i].document, parallel->texts[i].options);
    if (!parallel->review)
      adref_html_count_footnotes(page.sides[i], parallel->texts[i].document);
  }
  page.text = adref_html_text(page.sides[0]);
  put_page(&page);
  GString *text = adref_html_take(page.sides[0]);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    adref_html_free(page.sides[i]);
  return text;
}
