#include "base/markup.h"
#include "view/html.h"
#include "view/html_review_style.h"
#include "view/parallel_texts.h"

typedef struct {
  const AdrefBeside *beside;
  AdrefHtml *sides[ADREF_BESIDE_SIDES];
  GString *text; /* of the first, which is the page */
} Page;

static AdrefContents *contents_of(const Page *page, guint side)
{
  return adref_html_page(page->sides[side])->contents;
}

/* A row has the anchor of its first clause; that of the second one is the same, so that links of
 * both texts lead to the row. What only the second text has gets one that the first has not. */
static void share_anchors(const Page *page, const GArray *pairs)
{
  g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = page->beside->texts[0].document->first; clause;
       clause = clause->next)
    g_hash_table_add(used, (gpointer)(guintptr)adref_contents_anchor(contents_of(page, 0), clause));
  for (guint i = 0; i < pairs->len; i++) {
    const AdrefPair *pair = &g_array_index(pairs, AdrefPair, i);
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

/* Between the tags of a cell, which says its language where it is not that of the page. */
static void begin_cell(const Page *page, guint side)
{
  const char *first = page->beside->texts[0].how->language;
  const char *language = page->beside->texts[side].how->language;
  g_string_append(page->text, "<div");
  if (side > 0) {
    g_string_append(page->text, " lang=\"");
    adref_markup_string(page->text, language);
    g_string_append_c(page->text, '"');
    gboolean is_rtl = adref_script_of(language)->is_rtl;
    if (is_rtl != adref_script_of(first)->is_rtl)
      g_string_append(page->text, is_rtl ? " dir=\"rtl\"" : " dir=\"ltr\"");
  }
  g_string_append_c(page->text, '>');
}

static void put_clause(const Page *page, guint side, const AdrefNode *clause)
{
  adref_html_put_side(page->sides[side], clause, ADREF_SIDE_NEW);
  if (side == 0)
    return;
  GString *text = adref_html_text(page->sides[side]);
  g_string_append_len(page->text, text->str, (gssize)text->len);
  g_string_truncate(text, 0);
}

static void put_missing(const Page *page, guint side)
{
  g_autofree char *words = adref_beside_missing(page->beside, side);
  g_string_append(page->text, "<p class=\"was ui\" lang=\"en\" dir=\"ltr\">");
  adref_markup_string(page->text, words);
  g_string_append(page->text, "</p>");
}

static void put_pair(const Page *page, const AdrefPair *pair)
{
  const AdrefNode *left = pair->clauses[0], *right = pair->clauses[1];
  g_string_append(page->text, "<div class=\"pair\" id=\"");
  adref_markup_string(page->text,
                      adref_contents_anchor(contents_of(page, left ? 0 : 1), left ? left : right));
  g_string_append(page->text, "\">");
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++) {
    begin_cell(page, i);
    if (pair->clauses[i])
      put_clause(page, i, pair->clauses[i]);
    else
      put_missing(page, i);
    g_string_append(page->text, "</div>\n");
  }
  g_string_append(page->text, "</div>\n");
}

static void put_titles(const Page *page)
{
  g_string_append(page->text, "<div class=\"pair\">");
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++) {
    const AdrefNode *title = contents_of(page, i)->title;
    begin_cell(page, i);
    if (title) {
      put_clause(page, i, title);
    } else {
      g_string_append(page->text, "<h1>");
      adref_markup_string(page->text, adref_html_page(page->sides[i])->title);
      g_string_append(page->text, "</h1>\n");
    }
    g_string_append(page->text, "</div>\n");
  }
  g_string_append(page->text, "</div>\n");
}

static void put_names(const Page *page)
{
  g_string_append(page->text, "<div class=\"pair names ui\">");
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++) {
    begin_cell(page, i);
    g_string_append(page->text, "<b>");
    adref_markup_string(page->text, page->beside->texts[i].head);
    g_string_append(page->text, "</b></div>");
  }
  g_string_append(page->text, "</div>\n");
}

static void put_pairs(const Page *page, const GArray *pairs)
{
  const char *const *signatories = page->beside->texts[0].how->signatories;
  for (guint i = 0; i < pairs->len; i++) {
    const AdrefPair *pair = &g_array_index(pairs, AdrefPair, i);
    if (signatories && adref_pair_is_annex(pair))
      adref_html_put_signatures(page->sides[0], g_steal_pointer(&signatories));
    put_pair(page, pair);
  }
  if (signatories)
    adref_html_put_signatures(page->sides[0], signatories);
}

static void put_page(const Page *page)
{
  AdrefPage *frame = adref_html_page(page->sides[0]);
  const AdrefNode *documents[] = {page->beside->texts[0].document, page->beside->texts[1].document};
  const AdrefNode *titles[] = {contents_of(page, 0)->title, contents_of(page, 1)->title};
  g_autoptr(GArray) pairs = adref_pairs_new(documents, titles);
  share_anchors(page, pairs);
  frame->sheet = adref_review_sheet;
  frame->body = "wide";
  adref_page_head(page->text, frame);
  put_titles(page);
  adref_page_status(page->text, frame);
  adref_page_contents(page->text, frame);
  g_string_append(page->text, "<main id=\"_text\">\n");
  put_names(page);
  put_pairs(page, pairs);
  g_string_append(page->text, "</main>\n");
  adref_page_foot(page->text, frame);
}

GString *adref_beside_html(const AdrefBeside *beside)
{
  Page page = {.beside = beside};
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++)
    page.sides[i] = adref_html_new(beside->texts[i].document, beside->texts[i].how);
  page.text = adref_html_text(page.sides[0]);
  put_page(&page);
  GString *text = adref_html_take(page.sides[0]);
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++)
    adref_html_free(page.sides[i]);
  return text;
}
