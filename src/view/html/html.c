#include "view/html/html.h"

#include "base/markup.h"
#include "view/html/html_page.h"
#include "view/html/html_private.h"
#include "view/number_column.h"
#include "view/redline.h"
#include "view/ruby.h"

enum {
  PAGE_ROOM = 4 * 1024 * 1024
}; /* of the page at first: what is not touched costs nothing */

AdrefHtml *adref_html_new(const AdrefNode *document, const AdrefViewOptions *options)
{
  AdrefHtml *out = g_new0(AdrefHtml, 1);
  out->options = *options;
  out->has_ruby = adref_ruby_is_used(options->language);
  out->html = g_string_sized_new(PAGE_ROOM);
  out->page.options = &out->options;
  out->page.title = adref_view_title(document, options);
  out->page.counts = adref_open_counts_new(document);
  out->page.contents = adref_contents_new(document, options->view == ADREF_VIEW_NEGOTIATING);
  out->page.number_width = adref_number_column_width(document, options->view);
  out->page.chips = adref_html_page_chips(out->page.counts, options);
  adref_html_blocks(&out->hooks);
  adref_html_inlines(&out->hooks);
  out->renderer = adref_renderer(document, &out->options, &out->hooks, out);
  return out;
}

void adref_html_count_footnotes(AdrefHtml *out, const AdrefNode *document)
{
  out->counted = adref_footnotes_new(document);
}

void adref_html_free(AdrefHtml *out)
{
  if (!out)
    return;
  adref_renderer_clear(&out->renderer);
  adref_footnotes_free(out->footnotes);
  adref_footnotes_free(out->counted);
  g_ptr_array_unref(out->page.chips);
  adref_contents_free(out->page.contents);
  adref_open_counts_free(out->page.counts);
  g_free(out->page.title);
  g_string_free(out->html, TRUE);
  g_free(out);
}

AdrefHtmlPage *adref_html_page(AdrefHtml *out)
{
  return &out->page;
}

GString *adref_html_text(AdrefHtml *out)
{
  return out->html;
}

GString *adref_html_take(AdrefHtml *out)
{
  GString *page = out->html;
  out->html = g_string_new(NULL);
  return page;
}

void adref_html_put(AdrefHtml *out, const AdrefNode *node)
{
  adref_renderer_run(&out->renderer, node);
}

void adref_html_put_change(AdrefHtml *out, const AdrefNode *clause, const AdrefNode *before,
                           const AdrefNode *after)
{
  out->before = before;
  out->after = after;
  adref_renderer_run(&out->renderer, clause);
  out->before = out->after = NULL;
}

void adref_html_put_notice(AdrefHtml *out, const AdrefNode *clause, const AdrefNode *before,
                           const AdrefNode *after)
{
  g_autofree char *words = adref_redline_describe(clause, out->options.words);
  out->before = before;
  out->after = after;
  adref_html_notice(out, clause, words);
  out->before = out->after = NULL;
}

void adref_html_put_side(AdrefHtml *out, const AdrefNode *clause, AdrefViewSide side)
{
  guint heading = out->heading;
  out->options.side = side;
  out->is_bare = TRUE;
  adref_renderer_run(&out->renderer, clause);
  out->is_bare = FALSE;
  out->options.side = ADREF_VIEW_SIDE_BOTH;
  out->heading = side == ADREF_VIEW_SIDE_OLD ? heading : out->heading;
}

/* What stands before the title in the text stands before it on the page. */
static void put_header(AdrefHtml *out, const AdrefNode *document)
{
  const AdrefNode *title = out->page.contents->title;
  for (const AdrefNode *clause = document->first; title && clause != title; clause = clause->next)
    adref_html_put(out, clause);
  if (title) {
    adref_html_put(out, title);
  } else if (out->page.title[0]) {
    adref_html_add(out, "<h1>");
    adref_markup_escape_string(out->html, out->page.title);
    adref_html_add(out, "</h1>\n");
  }
  adref_html_page_role(out->html, &out->page);
  adref_html_page_occasion(out->html, &out->page);
  adref_html_page_status(out->html, &out->page);
  adref_html_page_contents(out->html, &out->page);
}

/* The words of the first paragraph stand beside the number. */
static void put_footnote_words(AdrefHtml *out, const AdrefNode *footnote)
{
  const AdrefNode *block = footnote->first;
  if (block && block->type == ADREF_PARAGRAPH) {
    for (const AdrefNode *word = block->first; word; word = word->next)
      adref_html_put(out, word);
    block = block->next;
  }
  for (; block; block = block->next)
    adref_html_put(out, block);
}

static void put_footnotes(AdrefHtml *out)
{
  guint count = adref_footnotes_count(out->footnotes);
  if (count == 0)
    return;
  adref_html_add(out, "<section class=\"footnotes\" role=\"doc-endnotes\"");
  adref_html_put_label(out, ADREF_PAGE_WORD_FOOTNOTES);
  adref_html_add(out, ">\n<ol lang=\"");
  adref_markup_escape_string(out->html, out->options.language ? out->options.language : "en");
  adref_html_add(out, "\">\n");
  for (guint i = 1; i <= count; i++) {
    const AdrefNode *words = adref_footnotes_words(out->footnotes, i);
    guint shown = adref_footnotes_shown(out->footnotes, i);
    g_string_append_printf(out->html, "<li id=\"_fn%u\"", i);
    if (shown != i)
      g_string_append_printf(out->html, " value=\"%u\"", shown);
    adref_html_add(out, ">");
    put_footnote_words(out, words);
    g_string_append_printf(out->html, " <a href=\"#_fnref%u\" role=\"doc-backlink\"", i);
    adref_html_put_label(out, ADREF_PAGE_WORD_BACK);
    adref_html_add(out, ">\342\206\251</a></li>\n");
  }
  adref_html_add(out, "</ol>\n</section>\n");
}

void adref_html_put_signatures(AdrefHtml *out, const char *const *names)
{
  adref_html_add(out, "<div class=\"signatures\">\n");
  for (; *names; names++) {
    adref_html_add(out, "<p>");
    adref_markup_escape_string(out->html, *names);
    adref_html_add(out, "</p>\n");
  }
  adref_html_add(out, "</div>\n");
}

AdrefHtml *adref_html_begin(const AdrefNode *document, const AdrefViewOptions *options)
{
  AdrefHtml *out = adref_html_new(document, options);
  const AdrefNode *title = out->page.contents->title;
  out->renderer.footnotes = out->footnotes = adref_footnotes_new(document);
  put_header(out, document);
  adref_html_add(out, "<main id=\"_text\">\n");
  const char *const *signatories = options->signatories;
  for (const AdrefNode *clause = title ? title->next : document->first; clause;
       clause = clause->next) {
    if (signatories && adref_view_begins_annex(clause))
      adref_html_put_signatures(out, g_steal_pointer(&signatories));
    adref_html_put(out, clause);
  }
  if (signatories)
    adref_html_put_signatures(out, signatories);
  put_footnotes(out);
  adref_html_add(out, "</main>\n");
  return out;
}

GString *adref_html_end(AdrefHtml *out, const char *hash)
{
  g_autoptr(AdrefHtml) ended = out;
  g_autoptr(GString) head = g_string_new(NULL);
  out->options.hash = hash;
  adref_html_page_head(head, &out->page);
  g_string_prepend_len(out->html, head->str, (gssize)head->len);
  adref_html_page_footer(out->html, &out->page);
  return adref_html_take(out);
}

GString *adref_html_write(const AdrefNode *document, const AdrefViewOptions *options)
{
  return adref_html_end(adref_html_begin(document, options), options->hash);
}
