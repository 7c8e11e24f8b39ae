#include "write/html.h"

#include <string.h>

#include "write/driver.h"
#include "write/markup.h"
#include "write/page.h"
#include "write/redline.h"
#include "write/ruby.h"
#include "write/table.h"

enum {
  PAGE_ROOM = 4 * 1024 * 1024
}; /* of the page at first: what is not touched costs nothing */

typedef struct AdrefHtml {
  GString *html;
  AdrefPage page;
  AdrefWriting how; /* of what is being written */
  AdrefDriver driver;
  AdrefFootnotes *footnotes; /* or NULL */
  const AdrefNode *table;    /* the PARAGRAPH that is being written as a table */
  gboolean is_table_head;    /* its first row is */
  guint heading;             /* how many have begun */
  guint ordered;             /* ordered lists that are open, a numbered clause counting as one */
  const AdrefNode *linked;   /* the LINK whose <a> is open: they do not nest */
  AdrefMark mark;            /* of the stretch that is open: DELETED or INSERTED */
  gboolean is_table_rule;    /* the row |---|---| is passing */
  gboolean has_ruby;         /* the language has it */
  gboolean is_bare;          /* clauses without anchors and notices */
  const AdrefNode *before, *after; /* the changes next to the clause of a redline, or NULL */
} Html;

static void put(Html *out, const char *markup)
{
  g_string_append(out->html, markup);
}

/* Nodes that are nothing but tags. */
static const struct {
  const char *open, *close;
} tags[ADREF_NODE_TYPES] = {
    [ADREF_ITEM] = {"<li>", "</li>\n"},
    [ADREF_QUOTE] = {"<blockquote>", "</blockquote>\n"},
    [ADREF_CODE_BLOCK] = {"<pre><code>", "</code></pre>\n"},
    [ADREF_RULE] = {"<hr>\n", ""},
    [ADREF_CODE] = {"<code>", "</code>"},
    [ADREF_EMPH] = {"<em>", "</em>"},
    [ADREF_STRONG] = {"<strong>", "</strong>"},
    [ADREF_AD_REF] = {" <span class=\"ok\">agreed ad ref</span>", ""},
};

/* Tags and classes of what was deleted and inserted. */
static const struct {
  const char *open, *close, *class;
} marks[] = {
    [ADREF_KEPT] = {"", "", ""},
    [ADREF_DELETED] = {"<del>", "</del>", "d"},
    [ADREF_INSERTED] = {"<ins>", "</ins>", "i"},
    [ADREF_UNWRAPPED] = {"", "", "u"},
    [ADREF_WRAPPED] = {"", "", "w"},
};

static void open_tag(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  const char *tag = tags[node->type].open;
  put(out, tag);
  if (G_LIKELY(node->mark == ADREF_KEPT || node->type != ADREF_ITEM))
    return;
  g_string_truncate(out->html, out->html->len - 1);
  g_string_append_printf(out->html, " class=\"%s\">", marks[node->mark].class);
}

static gboolean ends_with(const Html *out, const char *tag)
{
  gsize length = strlen(tag);
  return out->html->len >= length &&
         memcmp(out->html->str + out->html->len - length, tag, length) == 0;
}

/* Two stretches of one mark with nothing between them are one. */
static void begin_stretch(gpointer data, AdrefMark mark)
{
  Html *out = data;
  out->mark = mark;
  if (ends_with(out, marks[mark].close))
    g_string_truncate(out->html, out->html->len - strlen(marks[mark].close));
  else
    put(out, marks[mark].open);
}

/* A space alone is seen when no line can end at it. */
static void close_stretch(Html *out, AdrefMark mark)
{
  gsize length = strlen(marks[mark].open), at = out->html->len - 1;
  if (out->html->str[at] == ' ' && at >= length &&
      memcmp(out->html->str + at - length, marks[mark].open, length) == 0) {
    g_string_truncate(out->html, at);
    put(out, "&nbsp;");
  }
  put(out, marks[mark].close);
}

static void end_stretch(gpointer data, AdrefMark mark)
{
  Html *out = data;
  out->mark = ADREF_KEPT;
  if (ends_with(out, marks[mark].open))
    g_string_truncate(out->html, out->html->len - strlen(marks[mark].open));
  else
    close_stretch(out, mark);
}

/* Tags that may not stand in a stretch interrupt it. */
static AdrefMark interrupt(Html *out)
{
  AdrefMark mark = out->mark;
  if (G_UNLIKELY(mark != ADREF_KEPT))
    end_stretch(out, mark);
  return mark;
}

static void resume(Html *out, AdrefMark mark)
{
  if (G_UNLIKELY(mark != ADREF_KEPT)) {
    put(out, marks[mark].open);
    out->mark = mark;
  }
}

static void put_sign(gpointer data, const char *text)
{
  Html *out = data;
  put(out, "<span class=\"sign\">");
  adref_markup_string(out->html, text);
  put(out, "</span>");
}

/* A deleted or inserted line break shows itself. */
static void put_break(gpointer data, const AdrefNode *node)
{
  put(data, node->mark == ADREF_KEPT ? "<br>\n" : "\342\206\265<br>\n");
}

static void close_tag(gpointer data, const AdrefNode *node)
{
  put(data, tags[node->type].close);
}

static void put_text(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  adref_markup_text(out->html, node->text, node->length);
}

static void put_tagged(gpointer data, const AdrefNode *node)
{
  open_tag(data, node);
  put_text(data, node);
}

static void put_chip(Html *out, const char *code)
{
  put(out, out->page.chips->pdata[adref_tally_place(out->page.tally, code)]);
}

static void put_english(Html *out, const char *tag)
{
  put(out, tag);
  put(out, adref_page_english(&out->page));
  put(out, ">");
}

static void put_way(Html *out, const AdrefNode *clause, const char *sign, const char *words)
{
  if (!clause)
    return;
  put(out, " <a class=\"way\" href=\"#");
  adref_markup_string(out->html, adref_contents_anchor(out->page.contents, clause));
  g_string_append_printf(out->html, "\" title=\"%s\" aria-label=\"%s\">%s</a>", words, words, sign);
}

/* What happened, with the way to the other end of a move and to the next changes. */
static void notice(gpointer data, const AdrefNode *clause, const char *words)
{
  Html *out = data;
  if (!words || !*words || out->is_bare)
    return;
  const AdrefNode *other = clause->as.clause->change->other;
  if (!adref_redline_is_changed(clause)) {
    put_english(out, "<p class=\"was ui\"");
    adref_markup_string(out->html, words);
    put(out, "</p>");
    return;
  }
  put_english(out, "<p class=\"what ui\" tabindex=\"-1\"");
  adref_markup_string(out->html, words);
  put_way(out, other, clause->mark == ADREF_DELETED ? "\342\206\223" : "\342\206\221",
          clause->mark == ADREF_DELETED ? "Where it stands now" : "Where it stood");
  put_way(out, out->before, "\342\200\271", "Previous change");
  put_way(out, out->after, "\342\200\272", "Next change");
  put(out, "</p>");
}

static void enter_clause(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  out->ordered = adref_write_is_in_series(node->as.clause->kind) ? 1 : 0;
  if (node == out->page.contents->title)
    return;
  put(out, "<div class=\"");
  put(out, adref_kind_word(node->as.clause->kind));
  if (out->is_bare) {
    put(out, "\">");
    return;
  }
  put(out, "\" id=\"");
  adref_markup_string(out->html, adref_contents_anchor(out->page.contents, node));
  put(out, "\">");
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  if (node != out->page.contents->title)
    put(out, "</div>\n");
}

/* The number in the old text, where the clause has another one now: for the columns of a page that
 * is turned side by side. */
static void put_old_number(Html *out, const AdrefNode *clause, const char *number)
{
  g_autofree char *old =
      clause->mark == ADREF_INSERTED ? NULL : adref_write_old_number(clause, out->how.view);
  if (g_strcmp0(old, number) == 0)
    return;
  put(out, "\" data-old=\"");
  adref_markup_string(out->html, old);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  Html *out = data;
  if (clause == out->page.contents->title)
    return;
  gboolean gone = clause->mark == ADREF_DELETED;
  put(out, !number ? "<a class=\"n h\" href=\"#"
           : gone  ? "<a class=\"n g\" href=\"#"
                   : "<a class=\"n\" href=\"#");
  adref_markup_string(out->html, adref_contents_anchor(out->page.contents, clause));
  if (clause->as.clause->change && clause->mark != ADREF_DELETED && !out->is_bare)
    put_old_number(out, clause, number);
  put(out, number ? "\">" : "\" aria-label=\"Link to this place\">\302\266");
  adref_markup_string(out->html, number);
  put(out, "</a>");
  if (facts && facts->id && facts->kind != ADREF_TITLE) {
    put(out, "<span class=\"id\">");
    adref_markup_string(out->html, facts->id);
    put(out, "</span>");
  }
}

static guint heading_level(const Html *out, guint nth)
{
  const GArray *entries = out->page.contents->entries;
  return nth < entries->len ? g_array_index(entries, AdrefContentsEntry, nth).level : 2;
}

static gboolean is_next_heading(const Html *out, const AdrefNode *node)
{
  const GArray *entries = out->page.contents->entries;
  return out->heading < entries->len &&
         g_array_index(entries, AdrefContentsEntry, out->heading).heading == node;
}

/* Headings come in the order of the contents, but for a redline in which a clause moved or of which
 * only one side is written. */
static void find_heading(Html *out, const AdrefNode *node)
{
  guint count = out->page.contents->entries->len;
  for (guint passed = 0; passed < count && !is_next_heading(out, node); passed++)
    out->heading = out->heading < count ? out->heading + 1 : 0;
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  find_heading(out, node);
  g_string_append_printf(out->html, "<h%u>", heading_level(out, out->heading++));
}

static void leave_heading(gpointer data, const AdrefNode *node)
{
  (void)node;
  Html *out = data;
  g_string_append_printf(out->html, "</h%u>\n", heading_level(out, out->heading - 1));
}

static gboolean is_tight(const AdrefNode *paragraph)
{
  const AdrefNode *item = paragraph->parent;
  return item && item->type == ADREF_ITEM && item->parent && item->parent->type == ADREF_LIST &&
         item->parent->as.list.tight;
}

static void enter_paragraph(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  if (adref_table_columns(node) > 0) {
    out->table = node;
    out->is_table_head = TRUE;
    put(out, "<div class=\"scroll\"><table>\n<thead>\n<tr>");
  } else if (!is_tight(node)) {
    put(out, adref_footnote_is_words(node) ? "<p class=\"foot\">" : "<p>");
  }
}

static void leave_paragraph(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  if (out->table == node) {
    out->table = NULL;
    out->is_table_rule = FALSE;
    put(out, out->is_table_head ? "</tr>\n</thead>\n" : "</tr>\n</tbody>\n");
    put(out, "</table></div>\n");
  } else if (!is_tight(node)) {
    put(out, "</p>\n");
  }
}

/* A | of a row: the first opens a cell, the last closes one, those between do both. */
static void put_bar(Html *out, gboolean is_first, gboolean is_last)
{
  AdrefMark mark = interrupt(out);
  if (!is_first)
    put(out, out->is_table_head ? "</th>" : "</td>");
  if (!is_last)
    put(out, out->is_table_head ? "<th scope=\"col\">" : "<td>");
  resume(out, mark);
}

static gboolean is_row_end(const AdrefNode *node)
{
  return !node || node->type == ADREF_ROW_BREAK;
}

static void put_cells(Html *out, const AdrefNode *text)
{
  const char *at = text->text, *end = at + text->length;
  gboolean is_first = is_row_end(text->prev);
  while (at < end) {
    const char *bar = memchr(at, '|', (gsize)(end - at));
    const char *stop = bar ? bar : end;
    if (!is_first)
      adref_markup_text(out->html, at, (gsize)(stop - at));
    if (!bar)
      return;
    gboolean is_last = is_row_end(text->next) && strspn(bar + 1, " ") == (gsize)(end - bar - 1);
    put_bar(out, is_first, is_last);
    if (is_last)
      return;
    is_first = FALSE;
    at = bar + 1;
  }
}

/* Words from a byte on, with their ruby; what cannot show it puts the reading in parentheses. */
static void put_words(Html *out, const AdrefNode *node, gsize from)
{
  AdrefRuby ruby;
  for (; out->has_ruby && adref_ruby_find(node->text, node->length, from, &ruby); from = ruby.end) {
    adref_markup_text(out->html, node->text + from, ruby.start - from);
    put(out, "<ruby>");
    adref_markup_text(out->html, node->text + ruby.base, ruby.base_length);
    put(out, "<rp>\357\274\210</rp><rt>");
    adref_markup_text(out->html, node->text + ruby.reading, ruby.reading_length);
    put(out, "</rt><rp>\357\274\211</rp></ruby>");
  }
  adref_markup_text(out->html, node->text + from, node->length - from);
}

/* What small print has instead of the colon behind the mark of a note; the length of that. */
static gsize put_gap(Html *out, const AdrefNode *text)
{
  gsize colon = adref_footnote_colon(text);
  put(out, colon > 0 ? "\302\240" : "");
  return colon;
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  g_autofree char *visible = adref_redline_visible(node, out->how.language);
  if (visible)
    adref_markup_text(out->html, visible, strlen(visible));
  else if (G_LIKELY(node->parent != out->table || !out->table))
    put_words(out, node, put_gap(out, node));
  else if (out->is_table_head && is_row_end(node->prev) && adref_table_is_rule(node))
    out->is_table_rule = TRUE;
  else if (!out->is_table_rule)
    put_cells(out, node);
}

static void enter_row_break(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  if (node->parent != out->table || !out->table) {
    put(out, "<br>\n");
    return;
  }
  AdrefMark mark = interrupt(out);
  if (out->is_table_rule) {
    out->is_table_head = out->is_table_rule = FALSE;
    put(out, "</tr>\n</thead>\n<tbody>\n<tr>");
  } else if (!out->is_table_head || !adref_table_is_rule(node->next)) {
    put(out, "</tr>\n<tr>");
  }
  resume(out, mark);
}

/* "1.", "(a)", "(i)", and again: the ladder of adref_number_item. */
static const char *const ladder[] = {"", " class=\"a\" type=\"a\"", " class=\"i\" type=\"i\""};

static void enter_list(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  if (!node->as.list.ordered) {
    put(out, "<ul>\n");
    return;
  }
  put(out, "<ol");
  put(out, ladder[out->ordered % G_N_ELEMENTS(ladder)]);
  if (node->as.list.start != 1)
    g_string_append_printf(out->html, " start=\"%u\"", node->as.list.start);
  put(out, ">\n");
  out->ordered++;
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  put(out, node->as.list.ordered ? "</ol>\n" : "</ul>\n");
  out->ordered -= node->as.list.ordered ? 1 : 0;
}

static void enter_raw(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  gboolean is_block = adref_node_is_block(node);
  put(out, is_block ? "<p class=\"raw\">" : "");
  put_text(out, node);
  put(out, is_block ? "</p>\n" : "");
}

static void enter_comment(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  gboolean is_block = adref_node_is_block(node);
  put(out, is_block ? "<p class=\"raw\">&lt;!-- " : "&lt;!-- ");
  put_text(out, node);
  put(out, is_block ? " --&gt;</p>\n" : " --&gt;");
}

static void enter_note(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  gboolean is_block = adref_node_is_block(node);
  put(out, is_block ? "<aside class=\"note\">" : "<span class=\"note\" role=\"note\">");
  if (node->as.party) {
    put_chip(out, node->as.party);
    put(out, " ");
  }
  put_text(out, node);
  put(out, is_block ? "</aside>\n" : "</span>");
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  Html *out = data;
  if (out->linked || (!url && !clause))
    return;
  out->linked = node;
  put(out, "<a href=\"");
  if (clause) {
    put(out, "#");
    adref_markup_string(out->html, adref_contents_anchor(out->page.contents, clause));
  } else {
    adref_markup_url(out->html, url);
    put(out, "\" rel=\"noreferrer");
  }
  if (node->as.link.title && node->as.link.title[0]) {
    put(out, "\" title=\"");
    adref_markup_string(out->html, node->as.link.title);
  }
  put(out, "\">");
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  if (out->linked != node)
    return;
  out->linked = NULL;
  put(out, "</a>");
}

/* The number leads to the note; the note leads back to its first mark. */
static void enter_footnote(gpointer data, const AdrefNode *node)
{
  Html *out = data;
  guint number = adref_footnotes_number(out->footnotes, node);
  put(out, "<sup>");
  if (number == 0 || out->linked) {
    put_text(out, node);
  } else {
    g_string_append_printf(out->html, "<a href=\"#_fn%u\" role=\"doc-noteref\"", number);
    if (adref_footnotes_is_first(out->footnotes, node))
      g_string_append_printf(out->html, " id=\"_fnref%u\"", number);
    g_string_append_printf(out->html, ">%u</a>", number);
  }
  put(out, "</sup>");
}

static void enter_bracket(gpointer data, const AdrefNode *node)
{
  put(data, node->as.placeholder ? "<span class=\"br slot\">" : "<span class=\"br\">");
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  put(data, node->type == ADREF_EDGE ? "<b class=\"edge\">[</b>" : "<b>[</b>");
}

static void slash(gpointer data, const AdrefNode *node)
{
  (void)node;
  put(data, "<b> / </b>");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  put(data, node->type == ADREF_EDGE ? "<b class=\"edge\">]</b>" : "<b>]</b>");
}

static void leave_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put(data, "</span>");
}

/* The dash stays on the line of the first party. */
static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  Html *out = data;
  put(out, "<span class=\"by\"> <span>- ");
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    put(out, i > 0 ? "; " : "");
    for (char **code = position->parties; *code; code++) {
      put(out, code > position->parties ? ", " : "");
      put_chip(out, *code);
      put(out, i == 0 && code == position->parties ? "</span>" : "");
    }
    put(out, position->verb == ADREF_SUPPORT ? "" : " ");
    put(out, adref_verb_word(position->verb));
  }
  put(out, "</span>");
}

static const AdrefWriteTable table = {
    .nodes =
        {
            [ADREF_CLAUSE] = {enter_clause, leave_clause},
            [ADREF_HEADING] = {enter_heading, leave_heading},
            [ADREF_PARAGRAPH] = {enter_paragraph, leave_paragraph},
            [ADREF_LIST] = {enter_list, leave_list},
            [ADREF_ITEM] = {open_tag, close_tag},
            [ADREF_QUOTE] = {open_tag, close_tag},
            [ADREF_CODE_BLOCK] = {put_tagged, close_tag},
            [ADREF_RULE] = {open_tag, NULL},
            [ADREF_HTML] = {enter_raw, NULL},
            [ADREF_COMMENT] = {enter_comment, NULL},
            [ADREF_NOTE] = {enter_note, NULL},
            [ADREF_TEXT] = {enter_text, NULL},
            [ADREF_LINE_BREAK] = {put_break, NULL},
            [ADREF_ROW_BREAK] = {enter_row_break, NULL},
            [ADREF_CODE] = {put_tagged, close_tag},
            [ADREF_EMPH] = {open_tag, close_tag},
            [ADREF_STRONG] = {open_tag, close_tag},
            [ADREF_LINK] = {NULL, leave_link},
            [ADREF_IMAGE] = {NULL, leave_link},
            [ADREF_FOOTNOTE] = {enter_footnote, NULL},
            [ADREF_BRACKET] = {enter_bracket, leave_bracket},
            [ADREF_AD_REF] = {open_tag, NULL},
        },
    .label = label,
    .link = link_target,
    .open = open_bracket,
    .slash = slash,
    .close = close_bracket,
    .positions = positions,
    .begin = begin_stretch,
    .end = end_stretch,
    .sign = put_sign,
    .notice = notice,
};

AdrefHtml *adref_html_new(const AdrefNode *document, const AdrefWriting *how)
{
  Html *out = g_new0(Html, 1);
  out->how = *how;
  out->has_ruby = adref_ruby_is_used(how->language);
  out->html = g_string_sized_new(PAGE_ROOM);
  out->page.how = &out->how;
  out->page.title = adref_write_title(document, how);
  out->page.tally = adref_tally_new(document);
  out->page.contents = adref_contents_new(document, how->view == ADREF_VIEW_NEGOTIATING);
  out->page.chips = adref_page_chips(out->page.tally, how->names);
  out->driver = adref_driver(document, &out->how, &table, out);
  return out;
}

void adref_html_free(AdrefHtml *out)
{
  if (!out)
    return;
  adref_driver_clear(&out->driver);
  adref_footnotes_free(out->footnotes);
  g_ptr_array_unref(out->page.chips);
  adref_contents_free(out->page.contents);
  adref_tally_free(out->page.tally);
  g_free(out->page.title);
  g_string_free(out->html, TRUE);
  g_free(out);
}

AdrefPage *adref_html_page(AdrefHtml *out)
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
  adref_driver_run(&out->driver, node);
}

void adref_html_put_change(AdrefHtml *out, const AdrefNode *clause, const AdrefNode *before,
                           const AdrefNode *after)
{
  out->before = before;
  out->after = after;
  adref_driver_run(&out->driver, clause);
  out->before = out->after = NULL;
}

void adref_html_put_notice(AdrefHtml *out, const AdrefNode *clause, const AdrefNode *before,
                           const AdrefNode *after)
{
  g_autofree char *words = adref_redline_what(clause);
  out->before = before;
  out->after = after;
  notice(out, clause, words);
  out->before = out->after = NULL;
}

void adref_html_put_side(AdrefHtml *out, const AdrefNode *clause, AdrefSide side)
{
  guint heading = out->heading;
  out->how.side = side;
  out->is_bare = TRUE;
  adref_driver_run(&out->driver, clause);
  out->is_bare = FALSE;
  out->how.side = ADREF_SIDE_BOTH;
  out->heading = side == ADREF_SIDE_OLD ? heading : out->heading;
}

static void put_header(Html *out)
{
  const AdrefNode *title = out->page.contents->title;
  adref_page_head(out->html, &out->page);
  if (title) {
    adref_html_put(out, title);
  } else if (out->page.title[0]) {
    put(out, "<h1>");
    adref_markup_string(out->html, out->page.title);
    put(out, "</h1>\n");
  }
  adref_page_status(out->html, &out->page);
  adref_page_contents(out->html, &out->page);
}

static void put_footnotes(Html *out)
{
  guint count = adref_footnotes_count(out->footnotes);
  if (count == 0)
    return;
  put_english(out, "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"");
  put(out, "\n<ol lang=\"");
  adref_markup_string(out->html, out->how.language ? out->how.language : "en");
  put(out, "\">\n");
  for (guint i = 1; i <= count; i++) {
    const AdrefNode *words = adref_footnotes_words(out->footnotes, i);
    g_string_append_printf(out->html, "<li id=\"_fn%u\">", i);
    for (const AdrefNode *word = words->first; word; word = word->next)
      adref_html_put(out, word);
    g_string_append_printf(out->html,
                           " <a href=\"#_fnref%u\" role=\"doc-backlink\" aria-label=\"Back to the "
                           "text\">\342\206\251</a></li>\n",
                           i);
  }
  put(out, "</ol>\n</section>\n");
}

void adref_html_put_signatures(AdrefHtml *out, const char *const *names)
{
  put(out, "<div class=\"signatures\">\n");
  for (; *names; names++) {
    put(out, "<p>");
    adref_markup_string(out->html, *names);
    put(out, "</p>\n");
  }
  put(out, "</div>\n");
}

GString *adref_write_html(const AdrefNode *document, const AdrefWriting *how)
{
  g_autoptr(AdrefHtml) out = adref_html_new(document, how);
  const AdrefNode *title = out->page.contents->title;
  out->driver.footnotes = out->footnotes = adref_footnotes_new(document);
  put_header(out);
  put(out, "<main id=\"_text\">\n");
  const char *const *signatories = how->signatories;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (signatories && clause->as.clause->kind == ADREF_ANNEX)
      adref_html_put_signatures(out, g_steal_pointer(&signatories));
    if (clause != title)
      adref_html_put(out, clause);
  }
  if (signatories)
    adref_html_put_signatures(out, signatories);
  put_footnotes(out);
  put(out, "</main>\n");
  adref_page_foot(out->html, &out->page);
  return adref_html_take(out);
}
