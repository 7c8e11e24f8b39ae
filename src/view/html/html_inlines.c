#include "view/html/html_private.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/markup.h"
#include "clause/inline_format.h"
#include "clause/labels/numbering.h"
#include "print/phrase_break.h"
#include "view/position_pieces.h"
#include "view/redline.h"
#include "view/ruby.h"
#include "view/sign_words.h"

/* Node types that only write tags. */
static const struct {
  const char *open, *close;
} tags[ADREF_NODE_TYPES] = {
    [ADREF_ITEM] = {"<li", "</li>\n"},
    [ADREF_QUOTE] = {"<blockquote>", "</blockquote>\n"},
    [ADREF_CODE_BLOCK] = {"<pre tabindex=\"0\"><code>", "</code></pre>\n"},
    [ADREF_RULE] = {"<hr>\n", ""},
    [ADREF_CODE] = {"<code>", "</code>"},
    [ADREF_EMPH] = {"<em>", "</em>"},
    [ADREF_STRONG] = {"<strong>", "</strong>"},
};

/* Tags and classes of deletions and insertions. */
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
  AdrefHtml *out = data;
  adref_html_add(out, tags[node->type].open);
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  (void)node;
  adref_html_add(out, " <span class=\"ok\"");
  adref_html_add(out, adref_html_page_word_language(&out->page, ADREF_PAGE_WORD_AGREED));
  adref_html_add(out, ">");
  adref_html_page_word(out->html, &out->page, ADREF_PAGE_WORD_AGREED);
  adref_html_add(out, "</span>");
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  open_tag(data, node);
  if (node->mark != ADREF_KEPT)
    g_string_append_printf(out->html, " class=\"%s\"", marks[node->mark].class);
  if (node->as.item.typed)
    g_string_append_printf(out->html, " value=\"%u\"", node->as.item.number);
  adref_html_add(out, ">");
  if (!node->text)
    return;
  adref_html_add(out, "<span class=\"label\">");
  adref_html_put_text(out, node);
  adref_html_add(out, "</span> ");
}

static void enter_format(gpointer data, const AdrefNode *node)
{
  g_string_append_printf(((AdrefHtml *)data)->html, "<%s>",
                         adref_inline_format_tag(node->as.format));
}

static void leave_format(gpointer data, const AdrefNode *node)
{
  g_string_append_printf(((AdrefHtml *)data)->html, "</%s>",
                         adref_inline_format_tag(node->as.format));
}

static gboolean ends_with(const AdrefHtml *out, const char *tag)
{
  gsize length = strlen(tag);
  return out->html->len >= length &&
         memcmp(out->html->str + out->html->len - length, tag, length) == 0;
}

/* Joins a change run with the previous one when both have the same mark and nothing stands between
 * them. */
static void begin_change(gpointer data, AdrefChangeMark mark)
{
  AdrefHtml *out = data;
  out->mark = mark;
  if (ends_with(out, marks[mark].close))
    g_string_truncate(out->html, out->html->len - strlen(marks[mark].close));
  else
    adref_html_add(out, marks[mark].open);
}

/* A changed space becomes U+00A0, so that it stays visible at the end of a line. */
static void close_change(AdrefHtml *out, AdrefChangeMark mark)
{
  gsize length = strlen(marks[mark].open), at = out->html->len - 1;
  if (out->html->str[at] == ' ' && at >= length &&
      memcmp(out->html->str + at - length, marks[mark].open, length) == 0) {
    g_string_truncate(out->html, at);
    adref_html_add(out, "&nbsp;");
  }
  adref_html_add(out, marks[mark].close);
}

static void end_change(gpointer data, AdrefChangeMark mark)
{
  AdrefHtml *out = data;
  out->mark = ADREF_KEPT;
  if (ends_with(out, marks[mark].open))
    g_string_truncate(out->html, out->html->len - strlen(marks[mark].open));
  else
    close_change(out, mark);
}

static void put_symbol(gpointer data, const char *text)
{
  AdrefHtml *out = data;
  g_autofree char *own = adref_sign_words(text, out->options.words);
  adref_html_add(out, "<span class=\"sign\">");
  adref_markup_escape_string(out->html, own ? own : text);
  adref_html_add(out, "</span>");
}

/* Shows a deleted or inserted line break as a symbol. */
static void put_break(gpointer data, const AdrefNode *node)
{
  adref_html_add(data, node->mark == ADREF_KEPT ? "<br>\n" : "\342\206\265<br>\n");
}

static void close_tag(gpointer data, const AdrefNode *node)
{
  adref_html_add(data, tags[node->type].close);
}

void adref_html_put_text(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  adref_markup_escape_text(out->html, node->text, node->length);
}

static void put_tagged(gpointer data, const AdrefNode *node)
{
  open_tag(data, node);
  adref_html_put_text(data, node);
}

static gsize count_digits(const char *text, gsize length, gsize at)
{
  gsize end = at;
  while (end < length && g_ascii_isdigit(text[end]))
    end++;
  return end - at;
}

/* The bytes of "5 000 000" at `at`, which begins with that many digits; 0: no group of three
 * follows, or so many that they are numbers of a list. */
static gsize groups_length(const char *text, gsize length, gsize at, gsize digits)
{
  enum {
    GROUP = 3,
    MOST = 4 /* groups behind the first digits */
  };
  gsize end = at + digits;
  gboolean goes_on = at > 1 && text[at - 1] == ' ' && g_ascii_isdigit(text[at - 2]);
  gsize groups = 0;
  for (; groups <= MOST && digits <= GROUP && end < length && text[end] == ' ' &&
         count_digits(text, length, end + 1) == GROUP;
       groups++)
    end += 1 + GROUP;
  return groups > 0 && groups <= MOST && !goes_on ? end - at : 0;
}

/* The bytes of "17 December", "1er mars" or "3 years" at `at`, a whole number of one or two digits,
 * a space and a word, or of "112 bis" or "5 000"; 0: they do not stand there. A long word would be
 * wider than a phone. */
static gsize number_length(const char *text, gsize length, gsize at)
{
  enum {
    DIGITS = 2,
    LONGEST = 12 /* characters */
  };
  if (at > 0 && !strchr(" ([", text[at - 1]))
    return 0;
  gsize digits = count_digits(text, length, at), end = at + digits;
  gsize groups = groups_length(text, length, at, digits);
  if (groups > 0)
    return groups;
  end += g_str_has_prefix(text + at, "1er ") ? 2 : 0;
  if (end + 1 >= length || text[end] != ' ' ||
      (digits > DIGITS && !adref_numbering_begins_with_suffix(text + end + 1)))
    return 0;
  const char *word = text + end + 1, *next = word;
  guint letters = 0;
  while (next < text + length && letters <= LONGEST && g_unichar_isalpha(g_utf8_get_char(next))) {
    next = g_utf8_next_char(next);
    letters++;
  }
  return letters > 0 && letters <= LONGEST ? (gsize)(next - text) - at : 0;
}

/* Moves *at, which is a hyphen, to the start of its word, not before `from`; the bytes of the word;
 * 0: the hyphen is in no word, or in one that would be wider than a phone. */
static gsize compound_length(const char *text, gsize length, gsize from, gsize *at)
{
  enum {
    LONGEST = 24 /* bytes */
  };
  gsize start = *at, end = *at + 1;
  while (start > from && text[start - 1] != ' ' && *at - start < LONGEST)
    start--;
  while (end < length && text[end] != ' ' && end - start <= LONGEST)
    end++;
  if (start == *at || end == *at + 1 || end - start > LONGEST)
    return 0;
  *at = start;
  return end - start;
}

/* Words in which a line does not end inside "17 December" or "5 000", nor in a heading behind the
 * hyphen of Indo-Pacific, as in a PDF. */
static void put_bound(AdrefHtml *out, const char *text, gsize length, gboolean is_heading)
{
  static const guint8 digits[256] = {['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1,
                                     ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1};
  static const guint8 stops[256] = {
      ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1,
      ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1, ['-'] = 1};
  gsize from = 0, at = 0;
  while ((at += adref_byte_scan_until(is_heading ? stops : digits, text + at, length - at)) <
         length) {
    gsize bound = text[at] == '-' ? compound_length(text, length, from, &at)
                                  : number_length(text, length, at);
    if (bound == 0) {
      at++;
      continue;
    }
    adref_markup_escape_text(out->html, text + from, at - from);
    adref_html_add(out, "<span class=\"nb\">");
    adref_markup_escape_text(out->html, text + at, bound);
    adref_html_add(out, "</span>");
    from = at += bound;
  }
  adref_markup_escape_text(out->html, text + from, length - from);
}

static gboolean is_in_heading(const AdrefNode *node)
{
  while (node && !adref_node_is_block(node))
    node = node->parent;
  return node && node->type == ADREF_HEADING;
}

/* Writes words from a byte on, with their ruby; browsers without ruby show the reading in
 * parentheses. */
static void put_words(AdrefHtml *out, const AdrefNode *node, gsize from)
{
  AdrefRuby ruby;
  for (; out->has_ruby && adref_ruby_find(node->text, node->length, from, &ruby); from = ruby.end) {
    adref_markup_escape_text(out->html, node->text + from, ruby.start - from);
    adref_html_add(out, "<ruby>");
    adref_markup_escape_text(out->html, node->text + ruby.base, ruby.base_length);
    adref_html_add(out, "<rp>\357\274\210</rp><rt>");
    adref_markup_escape_text(out->html, node->text + ruby.reading, ruby.reading_length);
    adref_html_add(out, "</rt><rp>\357\274\211</rp></ruby>");
  }
  gboolean is_heading = is_in_heading(node);
  if (out->mark == ADREF_KEPT && adref_phrase_break_is_needed(out->options.language) && is_heading)
    adref_html_page_heading(out->html, node->text + from, node->length - from,
                            out->options.language);
  else
    put_bound(out, node->text + from, node->length - from, is_heading);
}

/* Writes what replaces the colon of a footnote text; returns the length of the colon. */
static gsize put_gap(AdrefHtml *out, const AdrefNode *text)
{
  gsize colon = adref_footnote_colon(text);
  adref_html_add(out, colon > 0 ? "\302\240" : "");
  return colon;
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  g_autofree char *visible = adref_redline_visible(node, out->options.language);
  if (!visible)
    visible = adref_sign_words_of_deleted(node, &out->options);
  if (visible)
    adref_markup_escape_text(out->html, visible, strlen(visible));
  else
    put_words(out, node, put_gap(out, node));
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  AdrefHtml *out = data;
  if (out->linked || (!url && !clause))
    return;
  out->linked = node;
  adref_html_add(out, "<a href=\"");
  if (clause) {
    adref_html_add(out, "#");
    adref_markup_escape_string(out->html, adref_contents_anchor(out->page.contents, clause));
  } else {
    adref_markup_escape_url(out->html, url);
    adref_html_add(out, "\" rel=\"noreferrer");
  }
  if (node->as.link.title && node->as.link.title[0]) {
    adref_html_add(out, "\" title=\"");
    adref_markup_escape_string(out->html, node->as.link.title);
  }
  adref_html_add(out, "\">");
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  if (out->linked != node)
    return;
  out->linked = NULL;
  adref_html_add(out, "</a>");
}

/* The number leads to the footnote text; the footnote text leads back to its first mark. */
static void enter_footnote(gpointer data, const AdrefNode *node)
{
  AdrefHtml *out = data;
  guint number = adref_footnotes_number(out->footnotes, node);
  guint counted = adref_footnotes_number(out->counted, node);
  adref_html_add(out, adref_footnote_follows_another(node) ? "<sup>, " : "<sup>");
  if (counted > 0) {
    g_string_append_printf(out->html, "%u", counted);
  } else if (number == 0 || out->linked) {
    adref_html_put_text(out, node);
  } else {
    g_string_append_printf(out->html, "<a href=\"#_fn%u\" role=\"doc-noteref\"", number);
    if (adref_footnotes_is_first(out->footnotes, node))
      g_string_append_printf(out->html, " id=\"_fnref%u\"", number);
    g_string_append_printf(out->html, ">%u</a>", adref_footnotes_shown(out->footnotes, number));
  }
  adref_html_add(out, "</sup>");
}

static void enter_bracket(gpointer data, const AdrefNode *node)
{
  adref_html_add(data, node->as.placeholder                ? "<span class=\"br slot\">"
                       : adref_view_is_short_bracket(node) ? "<span class=\"br nb\">"
                                                           : "<span class=\"br\">");
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  adref_html_add(data, node->type == ADREF_BRACKET_EDGE ? "<b class=\"edge\">[</b>" : "<b>[</b>");
}

static void slash(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_html_add(data, "<b> / </b>");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  adref_html_add(data, node->type == ADREF_BRACKET_EDGE ? "<b class=\"edge\">]</b>" : "<b>]</b>");
}

static void leave_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_html_add(data, "</span>");
}

static void put_verb(AdrefHtml *out, AdrefPositionVerb verb)
{
  adref_html_add(out, " ");
  adref_markup_escape_string(out->html, adref_position_verb_in(verb, out->options.words));
}

/* The words before it, the dash and the first party stay on one line, a verb and the last party,
 * too: the space stands in the part that is not broken. */
static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  AdrefHtml *out = data;
  adref_html_add(out, "<span class=\"by\"><span> - ");
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    gboolean has_verb = position->verb != ADREF_POSITION_SUPPORT;
    adref_html_add(out, i > 0 ? "; " : "");
    for (char **code = position->parties; *code; code++) {
      gboolean is_first = i == 0 && code == position->parties, is_bound = has_verb && !code[1];
      adref_html_add(out, code > position->parties ? ", " : "");
      adref_html_add(out, is_bound && !is_first ? "<span>" : "");
      adref_html_put_chip(out, *code);
      if (is_bound)
        put_verb(out, position->verb);
      adref_html_add(out, is_first || is_bound ? "</span>" : "");
    }
  }
  adref_html_add(out, "</span>");
}

void adref_html_inlines(AdrefRendererTable *table)
{
  static const AdrefNodeType plain[] = {ADREF_ITEM, ADREF_QUOTE, ADREF_RULE, ADREF_EMPH,
                                        ADREF_STRONG};
  table->has_page_verbs = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(plain); i++) {
    table->nodes[plain[i]].enter = open_tag;
    table->nodes[plain[i]].leave = close_tag;
  }
  table->nodes[ADREF_ITEM].enter = enter_item;
  table->nodes[ADREF_AD_REF].enter = enter_ad_ref;
  table->nodes[ADREF_FORMAT].enter = enter_format;
  table->nodes[ADREF_FORMAT].leave = leave_format;
  table->nodes[ADREF_CODE].enter = table->nodes[ADREF_CODE_BLOCK].enter = put_tagged;
  table->nodes[ADREF_CODE].leave = table->nodes[ADREF_CODE_BLOCK].leave = close_tag;
  table->nodes[ADREF_TEXT].enter = enter_text;
  table->nodes[ADREF_LINE_BREAK].enter = put_break;
  table->nodes[ADREF_LINK].leave = table->nodes[ADREF_IMAGE].leave = leave_link;
  table->nodes[ADREF_FOOTNOTE].enter = enter_footnote;
  table->nodes[ADREF_BRACKET].enter = enter_bracket;
  table->nodes[ADREF_BRACKET].leave = leave_bracket;
  table->link = link_target;
  table->open = open_bracket;
  table->slash = slash;
  table->close = close_bracket;
  table->positions = positions;
  table->begin = begin_change;
  table->end = end_change;
  table->symbol = put_symbol;
}
