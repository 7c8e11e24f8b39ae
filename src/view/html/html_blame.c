#include <string.h>

#include "base/markup.h"
#include "view/blame_output.h"
#include "view/html/html.h"
#include "view/html/html_style.h"

/* clang-format off */
static const char *const css[] = {
    ".w{background:rgba(var(--c),.12);border:0 solid rgb(var(--c));border-bottom-width:.12em;",
    "-webkit-box-decoration-break:clone;box-decoration-break:clone;padding:.05em 0}",
    "h1 .w,h2 .w,h3 .w{background:none}", /* their lines are too close: the background would cover letters */
    ".w:hover{outline:.1em solid rgb(var(--c))}",
    ".w.q1{border-bottom-style:dashed}.w.q2{border-bottom-style:dotted}",
    ".k{font:600 .58em/1 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;",
    "vertical-align:.75em;margin:0 .25em 0 .1em}.k a{color:var(--soft);text-decoration:none}",
    ".k a:hover{text-decoration:underline}",
    ".versions{max-width:38rem;margin:3rem auto 0;font-size:.76rem;line-height:1.45}",
    ".versions h2{font-size:.95rem;margin:0 0 .6rem}.versions table{width:100%;font-size:inherit}",
    ".versions td,.versions th{padding:.3rem .8rem .3rem 0}",
    ".versions tr:target{background:var(--tint)}.versions td:first-child{text-align:end}",
    ".versions td:last-child{overflow-wrap:anywhere}",
    "@media print{.w{-webkit-print-color-adjust:exact;print-color-adjust:exact}",
    ".versions tr{break-inside:avoid}}",
    NULL,
};
/* clang-format on */

enum {
  SHORT_ID = 8
};

typedef struct {
  const AdrefOrigins *origins;
  const AdrefHtmlPage *frame;
  GString *text;
  const AdrefNode *clause, *block; /* that are open, or NULL */
} BlamePage;

static const AdrefOrigin *origin_at(const BlamePage *page, guint i)
{
  return page->origins->all->pdata[i];
}

static void put_class(const BlamePage *page, const char *class, guint origin)
{
  g_string_append_printf(page->text, "class=\"%s ", class);
  adref_html_style_append_look(page->text, page->frame->options->parties,
                               adref_origin_who(origin_at(page, origin)));
  g_string_append_c(page->text, '"');
}

static void put_fact(const BlamePage *page, const char *fact)
{
  if (!fact)
    return;
  g_string_append(page->text, " \302\267 ");
  adref_markup_escape_string(page->text, fact);
}

static const char *who_of(const BlamePage *page, const AdrefOrigin *origin)
{
  return origin->version
             ? adref_origin_who(origin)
             : adref_page_words_get(page->frame->options->words, ADREF_PAGE_WORD_NOT_SAVED);
}

/* The tooltip of words. */
static void put_facts(const BlamePage *page, const AdrefOrigin *origin)
{
  g_autofree char *id = origin->version ? g_strndup(origin->version, SHORT_ID) : NULL;
  adref_markup_escape_string(page->text, who_of(page, origin));
  put_fact(page, origin->day);
  put_fact(page, origin->label);
  put_fact(page, id);
}

/* The title of the text is the title of the page. */
static guint level_of(const BlamePage *page, const AdrefNode *heading)
{
  return page->clause == page->frame->contents->title ? 1 : MAX(heading->as.level, 2);
}

static void end_block(BlamePage *page)
{
  if (!page->block)
    return;
  if (page->block->type == ADREF_HEADING)
    g_string_append_printf(page->text, "</h%u>\n", level_of(page, page->block));
  else
    g_string_append(page->text, "</p>\n");
  page->block = NULL;
}

static void begin_block(BlamePage *page, const AdrefNode *block)
{
  page->block = block;
  if (!block)
    return;
  if (block->type == ADREF_HEADING)
    g_string_append_printf(page->text, "<h%u>", level_of(page, block));
  else
    g_string_append(page->text, block->type == ADREF_CODE_BLOCK ? "<p class=\"raw\">" : "<p>");
}

static void end_clause(BlamePage *page)
{
  end_block(page);
  if (page->clause)
    g_string_append(page->text, "</div>\n");
  page->clause = NULL;
}

static void begin_clause(BlamePage *page, const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  const AdrefViewOptions *options = page->frame->options;
  g_autofree char *number = adref_view_number(clause, options->view);
  page->clause = clause;
  g_string_append_printf(page->text, "<div class=\"%s\" id=\"",
                         adref_clause_kind_word(facts->kind));
  adref_markup_escape_string(page->text, adref_contents_anchor(page->frame->contents, clause));
  g_string_append(page->text, "\">");
  if (number) {
    g_string_append(page->text, "<span class=\"n\">");
    adref_html_page_number(page->text, number, options->language);
    g_string_append(page->text, "</span>");
  }
  if (facts->id && facts->kind != ADREF_TITLE && options->view == ADREF_VIEW_NEGOTIATING) {
    g_string_append(page->text, "<span class=\"id\">");
    adref_markup_escape_string(page->text, facts->id);
    g_string_append(page->text, "</span>");
  }
}

static void put_words(BlamePage *page, const AdrefOriginWords *words)
{
  if (words->origin == ADREF_NO_ORIGIN) {
    adref_markup_escape_string(page->text, words->text);
    return;
  }
  gsize length = strlen(words->text), end = length;
  while (end > 0 && words->text[end - 1] == ' ')
    end--;
  g_string_append(page->text, "<span ");
  put_class(page, "w", words->origin);
  g_string_append(page->text, " title=\"");
  put_facts(page, origin_at(page, words->origin));
  g_string_append(page->text, "\">");
  if (words->block && words->block->type == ADREF_HEADING)
    adref_html_page_heading(page->text, words->text, end, page->frame->options->language);
  else
    adref_markup_escape_text(page->text, words->text, end);
  g_string_append_printf(page->text, "</span><sup class=\"k\"><a href=\"#_v%u\">%u</a></sup>%s",
                         words->origin + 1, words->origin + 1, end < length ? " " : "");
}

static void put_all(BlamePage *page, const GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++) {
    const AdrefOriginWords *words = all->pdata[i];
    if (words->clause != page->clause) {
      end_clause(page);
      if (words->clause)
        begin_clause(page, words->clause);
    }
    if (words->block != page->block) {
      end_block(page);
      begin_block(page, words->block);
    }
    put_words(page, words);
  }
  end_clause(page);
}

/* --- the frame --- */

static void put_cell(const BlamePage *page, const char *text)
{
  g_string_append(page->text, "<td>");
  adref_markup_escape_string(page->text, text);
  g_string_append(page->text, "</td>");
}

static void put_who(const BlamePage *page, guint i)
{
  const AdrefOrigin *origin = origin_at(page, i);
  GHashTable *names = page->frame->options->names;
  const char *name = names && origin->party ? g_hash_table_lookup(names, origin->party) : NULL;
  g_string_append(page->text, "<td><span ");
  put_class(page, "who", i);
  g_string_append_c(page->text, '>');
  adref_markup_escape_string(page->text, who_of(page, origin));
  g_string_append(page->text, "</span>");
  if (name) {
    g_string_append_c(page->text, ' ');
    adref_markup_escape_string(page->text, name);
  }
  g_string_append(page->text, "</td>");
}

static void put_versions(const BlamePage *page)
{
  static const AdrefPageWord heads[] = {ADREF_PAGE_WORD_STATUS_NUMBER, ADREF_PAGE_WORD_BLAME_WHO,
                                        ADREF_PAGE_WORD_BLAME_DAY,     ADREF_PAGE_WORD_BLAME_DRAFT,
                                        ADREF_PAGE_WORD_VERSION,       ADREF_PAGE_WORD_BLAME_ABOUT};
  g_string_append_printf(page->text,
                         "<section class=\"versions ui\"%s aria-labelledby=\"_versions\">\n"
                         "<h2 id=\"_versions\">",
                         adref_html_page_word_language(page->frame, ADREF_PAGE_WORD_BLAME));
  adref_html_page_word(page->text, page->frame, ADREF_PAGE_WORD_BLAME);
  g_string_append(page->text, "</h2>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
                              "aria-labelledby=\"_versions\"><table>\n<thead><tr>");
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) {
    g_string_append(page->text, "<th>");
    adref_html_page_word(page->text, page->frame, heads[i]);
    g_string_append(page->text, "</th>");
  }
  g_string_append(page->text, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < page->origins->all->len; i++) {
    const AdrefOrigin *origin = origin_at(page, i);
    g_autofree char *id = origin->version ? g_strndup(origin->version, SHORT_ID) : NULL;
    g_string_append_printf(page->text, "<tr id=\"_v%u\"><td>%u</td>", i + 1, i + 1);
    put_who(page, i);
    put_cell(page, origin->day);
    put_cell(page, origin->label);
    put_cell(page, id);
    put_cell(page, origin->subject);
    g_string_append(page->text, "</tr>\n");
  }
  g_string_append(page->text, "</tbody>\n</table></div>\n</section>\n");
}

static void put_header(const BlamePage *page, gboolean titled)
{
  adref_html_page_head(page->text, page->frame);
  if (!titled) {
    g_string_append(page->text, "<h1>");
    adref_markup_escape_string(page->text,
                               page->frame->title[0] ? page->frame->title : "Statement");
    g_string_append(page->text, "</h1>\n");
  }
  g_string_append_printf(page->text, "<p class=\"ui\"%s>",
                         adref_html_page_word_language(page->frame, ADREF_PAGE_WORD_BLAME_LEAD));
  adref_html_page_word(page->text, page->frame, ADREF_PAGE_WORD_BLAME_LEAD);
  g_string_append(page->text, "</p>\n</header>\n");
}

GString *adref_html_blame_write(const AdrefNode *root, const AdrefOrigins *origins,
                                const AdrefViewOptions *options)
{
  const AdrefNode *document = root->type == ADREF_CLAUSE && root->parent ? root->parent : root;
  g_autoptr(AdrefHtml) html = adref_html_new(document, options);
  g_autoptr(GPtrArray) words = adref_origin_words(root, origins, options);
  AdrefHtmlPage *frame = adref_html_page(html);
  frame->css = css;
  BlamePage page = {.origins = origins, .frame = frame, .text = adref_html_text(html)};
  put_header(&page, root == document && frame->contents->title);
  g_string_append(page.text, "<main id=\"_text\">\n");
  put_all(&page, words);
  g_string_append(page.text, "</main>\n");
  put_versions(&page);
  adref_html_page_footer(page.text, frame);
  return adref_html_take(html);
}
