#include "base/markup.h"
#include "view/html/html.h"
#include "view/html/html_review_style.h"
#include "view/proposal_columns.h"

typedef struct {
  const AdrefProposalColumns *columns;
  const AdrefViewOptions *options;
  AdrefHtml *base;
  GPtrArray *sides; /* of AdrefHtml, by party */
  GString *text;    /* of the base, which is the page */
} ProposalPage;

/* clang-format off */
static const char *const style[] = {
    ".cols main,.cols header,.cols footer{max-width:none}",
    ".cols table.all{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.45}",
    ".cols .all>thead>tr>th,.cols .all>tbody>tr>td{vertical-align:top;text-align:start;padding:.45rem .6rem;",
    "border:1px solid var(--line);min-width:12rem}.cols{--no:0rem}",
    ".cols .all>thead>tr>th{position:sticky;top:0;z-index:1;background:var(--paper);font-family:var(--sans)}",
    ".cols .all>thead small{display:block;font-weight:400;color:var(--soft)}",
    ".cols .across>*{margin-top:0}",
    ".cols td>div>*:last-child,.cols td>:last-child{margin-bottom:0}",
    /* A table in a cell scrolls there; on paper it cannot, and its words are divided. */
    ".cols .all>tbody>tr>td{overflow-wrap:anywhere}.cols .scroll{contain:inline-size}",
    "@media screen{.cols .scroll{overflow-wrap:break-word}}",
    ".cols .what,.cols td .id,.cols td .h{display:none}",
    ".cols .all :is(h1,h2,h3,h4,h5,h6){margin:.2rem 0;font-size:1.1em}",
    ".cols .row{margin:0 0 .25rem;font-size:.72rem;color:var(--soft)}",
    ".cols .row b{color:var(--ink)}",
    ".cols .whose{display:none}",
    "@media (max-width:44rem){.cols .all,.cols .all>tbody,.cols .all>tbody>tr,.cols .all>tbody>tr>td{display:block;",
    "min-width:0;border:0;padding:.2rem 0}.cols .all>thead{display:none}",
    ".cols .all>tbody>tr{border-top:2px solid var(--line);padding:.6rem 0}",
    ".cols .all>tbody>tr>td.same,.cols .all>tbody>tr>td.free{display:none}.cols .whose{display:block;margin:.4rem 0 .1rem}}",
    "@page columns{size:A4 landscape;margin:14mm 12mm}",
    "@media print{body.cols{page:columns}.cols table.all{font-size:8pt}",
    ".cols .all>thead>tr>th{position:static}.cols .all>thead>tr>th,.cols .all>tbody>tr>td{min-width:0}",
    ".cols .all>thead{display:table-header-group}}",
    NULL,
};
/* clang-format on */

/* The chip of a party in its colour, and its name. */
static void put_party(const ProposalPage *page, guint party, gboolean with_name)
{
  const char *code = page->columns->parties->pdata[party];
  const AdrefHtmlPage *frame = adref_html_page(page->base);
  const char *name = page->options->names ? g_hash_table_lookup(page->options->names, code) : NULL;
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(frame->counts->places, code));
  if (place > 0)
    g_string_append(page->text, frame->chips->pdata[place - 1]);
  else
    g_string_append_printf(page->text, "<abbr class=\"who\">%s</abbr>", code);
  if (!with_name || !name)
    return;
  g_string_append(page->text, "<small>");
  adref_markup_escape_string(page->text, name);
  g_string_append(page->text, "</small>");
}

static void put_head(const ProposalPage *page)
{
  static const AdrefPageWord words[] = {ADREF_PAGE_WORD_BASE, ADREF_PAGE_WORD_COMPROMISE};
  const AdrefHtmlPage *frame = adref_html_page(page->base);
  g_string_append_printf(page->text, "<table class=\"all\">\n<thead><tr><th scope=\"col\"%s>",
                         adref_html_page_word_language(frame, words[0]));
  adref_html_page_word(page->text, frame, words[0]);
  for (guint i = 0; i < page->columns->parties->len; i++) {
    g_string_append(page->text, "</th><th scope=\"col\">");
    put_party(page, i, TRUE);
  }
  g_string_append_printf(page->text, "</th><th scope=\"col\"%s>",
                         adref_html_page_word_language(frame, words[1]));
  adref_html_page_word(page->text, frame, words[1]);
  g_string_append(page->text, "</th></tr></thead>\n<tbody>\n");
}

/* Number and id of the row. */
static void put_name(const ProposalPage *page, const AdrefProposalRow *row)
{
  if (!row->number && !row->id)
    return;
  g_string_append(page->text, "<p class=\"row ui\"><b>");
  adref_markup_escape_string(page->text, row->number ? row->number : "");
  g_string_append(page->text, row->number ? "</b> " : "</b>");
  adref_markup_escape_string(page->text, row->id ? row->id : "");
  g_string_append(page->text, "</p>");
}

static void put_base(const ProposalPage *page, const AdrefProposalRow *row)
{
  put_name(page, row);
  for (guint i = 0; i < row->base->len; i++)
    adref_html_put(page->base, row->base->pdata[i]);
}

static void put_unchanged(const ProposalPage *page, const AdrefProposalRow *row, guint party)
{
  g_autofree char *words = adref_proposal_columns_unchanged(page->options, row, party);
  g_string_append_printf(
      page->text, "<td%s><p class=\"was ui\"%s>", row->remarks[party] ? "" : " class=\"same\"",
      adref_html_page_word_language(adref_html_page(page->base), ADREF_PAGE_WORD_UNCHANGED));
  adref_markup_escape_string(page->text, words);
  g_string_append(page->text, "</p></td>\n");
}

static void put_cell(const ProposalPage *page, const AdrefProposalRow *row, guint party)
{
  AdrefHtml *side = page->sides->pdata[party];
  GString *made = adref_html_text(side);
  g_string_append(page->text, "<td><p class=\"whose\">");
  put_party(page, party, FALSE);
  g_string_append(page->text, "</p>");
  for (guint i = 0; i < row->cells[party]->len; i++)
    adref_html_put_side(side, row->cells[party]->pdata[i], ADREF_VIEW_SIDE_BOTH);
  g_string_append_len(page->text, made->str, (gssize)made->len);
  g_string_truncate(made, 0);
  g_string_append(page->text, "</td>\n");
}

static void put_row(const ProposalPage *page, const AdrefProposalRow *row)
{
  guint count = page->columns->parties->len;
  if (row->is_across) {
    g_string_append_printf(page->text, "<tr><td class=\"across\" colspan=\"%u\">", count + 2);
    for (guint i = 0; i < row->base->len; i++)
      adref_html_put(page->base, row->base->pdata[i]);
    g_string_append(page->text, "</td></tr>\n");
    return;
  }
  g_string_append(page->text, "<tr><td>");
  put_base(page, row);
  g_string_append(page->text, "</td>\n");
  for (guint i = 0; i < count; i++)
    if (row->cells[i])
      put_cell(page, row, i);
    else
      put_unchanged(page, row, i);
  g_string_append(page->text, "<td class=\"free\"></td></tr>\n");
}

/* The parties have the colours that they have in the inline text, and the page says what is open
 * there. */
static void take_counts(const ProposalPage *page)
{
  AdrefHtmlPage *frame = adref_html_page(page->base);
  g_autoptr(AdrefOpenCounts) open = adref_open_counts_new(page->columns->document);
  g_autoptr(GPtrArray) chips = adref_html_page_chips(open, page->options);
  adref_open_counts_free(frame->counts);
  g_ptr_array_unref(frame->chips);
  frame->counts = g_steal_pointer(&open);
  frame->chips = g_steal_pointer(&chips);
}

static void put_page(const ProposalPage *page)
{
  AdrefHtmlPage *frame = adref_html_page(page->base);
  const AdrefNode *title = frame->contents->title;
  adref_html_page_head(page->text, frame);
  if (title)
    adref_html_put(page->base, title);
  adref_html_page_occasion(page->text, frame);
  adref_html_page_status(page->text, frame);
  g_string_append(page->text, "<main id=\"_text\">\n");
  put_head(page);
  for (guint i = 0; i < page->columns->rows->len; i++) {
    const AdrefProposalRow *row = page->columns->rows->pdata[i];
    if (!row->is_across || row->base->len != 1 || row->base->pdata[0] != title)
      put_row(page, row);
  }
  g_string_append(page->text, "</tbody>\n</table>\n</main>\n");
  adref_html_page_footer(page->text, frame);
}

/* The lines of two style sheets. */
static const char **join_styles(const char *const *first, const char *const *second)
{
  GPtrArray *lines = g_ptr_array_new();
  for (; *first; first++)
    g_ptr_array_add(lines, (gpointer)(guintptr)*first);
  for (; *second; second++)
    g_ptr_array_add(lines, (gpointer)(guintptr)*second);
  g_ptr_array_add(lines, NULL);
  return (const char **)g_ptr_array_free(lines, FALSE);
}

static void html_free(gpointer html)
{
  adref_html_free(html);
}

GString *adref_html_proposals_write(const AdrefProposalColumns *columns,
                                    const AdrefViewOptions *options)
{
  g_autofree const char **css = join_styles(adref_html_review_style, style);
  g_autoptr(AdrefHtml) base = adref_html_new(columns->base, options);
  g_autoptr(GPtrArray) sides = g_ptr_array_new_with_free_func(html_free);
  ProposalPage page = {columns, options, base, sides, adref_html_text(base)};
  for (guint i = 0; i < columns->parties->len; i++)
    g_ptr_array_add(sides, adref_html_new(columns->redlines[i], options));
  take_counts(&page);
  adref_html_page(base)->css = css;
  adref_html_page(base)->body = "cols";
  put_page(&page);
  return adref_html_take(base);
}
