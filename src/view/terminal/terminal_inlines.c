#include "view/terminal/terminal_private.h"

#include <string.h>

#include "clause/text/hidden.h"
#include "draft/data/party_color.h"
#include "view/redline.h"
#include "view/ruby.h"

guint adref_terminal_party_style(const AdrefTerminal *out, const char *code)
{
  const AdrefParties *parties = out->renderer.options->parties;
  return adref_party_color(parties, code)->terminal * ADREF_TERMINAL_STYLE_COLOR;
}

static void begin_change(gpointer data, AdrefChangeMark mark)
{
  ((AdrefTerminal *)data)->marks.mark = mark;
}

static void end_change(gpointer data, AdrefChangeMark mark)
{
  (void)mark;
  ((AdrefTerminal *)data)->marks.mark = ADREF_KEPT;
}

static void put_symbol(gpointer data, const char *text)
{
  adref_terminal_marks_string(&((AdrefTerminal *)data)->marks, text, ADREF_TERMINAL_STYLE_DIM);
}

/* A raised or lowered sign of Unicode, "₂"; NULL: there is none. */
static const char *small_sign(AdrefFormat format, char c)
{
  static const char signs[] = "0123456789+-=()";
  static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷",
                                       "⁸", "⁹", "⁺", "⁻", "⁼", "⁽", "⁾"};
  static const char *const lowered[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇",
                                        "₈", "₉", "₊", "₋", "₌", "₍", "₎"};
  const char *at = c ? strchr(signs, c) : NULL;
  return at ? (format == ADREF_FORMAT_SUBSCRIPT ? lowered : raised)[at - signs] : NULL;
}

/* Whether Unicode has all of its words raised or lowered, and a redline does not mark that it is.
 */
static gboolean has_small_signs(const AdrefNode *node)
{
  if (node->type != ADREF_FORMAT || !node->first || node->mark == ADREF_WRAPPED ||
      node->mark == ADREF_UNWRAPPED ||
      (node->as.format != ADREF_FORMAT_SUBSCRIPT && node->as.format != ADREF_FORMAT_SUPERSCRIPT))
    return FALSE;
  for (const AdrefNode *child = node->first; child; child = child->next) {
    if (child->type != ADREF_TEXT)
      return FALSE;
    for (gsize i = 0; i < child->length; i++)
      if (!small_sign(node->as.format, child->text[i]))
        return FALSE;
  }
  return TRUE;
}

static void put_small_signs(AdrefTerminal *out, const AdrefNode *node)
{
  g_autoptr(GString) signs = g_string_new(NULL);
  for (gsize i = 0; i < node->length; i++)
    g_string_append(signs, small_sign(node->parent->as.format, node->text[i]));
  adref_terminal_marks_text(&out->marks, signs->str, signs->len, adref_terminal_style(out));
}

/* Words; a ruby reading follows its word in parentheses. */
static void put_words(AdrefTerminal *out, const AdrefNode *node)
{
  gsize from = 0;
  AdrefRuby ruby;
  for (; out->has_ruby && adref_ruby_find(node->text, node->length, from, &ruby); from = ruby.end) {
    adref_terminal_marks_text(&out->marks, node->text + from, ruby.start - from,
                              adref_terminal_style(out));
    adref_terminal_marks_text(&out->marks, node->text + ruby.base, ruby.base_length,
                              adref_terminal_style(out));
    adref_terminal_marks_text(&out->marks, "\357\274\210", 3, adref_terminal_style(out));
    adref_terminal_marks_text(&out->marks, node->text + ruby.reading, ruby.reading_length,
                              adref_terminal_style(out));
    adref_terminal_marks_text(&out->marks, "\357\274\211", 3, adref_terminal_style(out));
  }
  adref_terminal_marks_text(&out->marks, node->text + from, node->length - from,
                            adref_terminal_style(out));
}

/* The words with what a reader cannot see as numbers, where they have such: those that changed, and
 * all where the options ask for it. NULL otherwise. */
static char *visible_words(const AdrefTerminal *out, const AdrefNode *node)
{
  const AdrefViewOptions *options = out->renderer.options;
  gsize start, end;
  if (!options->reveals_hidden)
    return adref_redline_visible(node, options->language);
  if (!adref_hidden_find(node->text, node->length, options->language, &start, &end))
    return NULL;
  return adref_hidden_escape(node->text, node->length, options->language, FALSE);
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  g_autofree char *visible = visible_words(out, node);
  if (visible)
    adref_terminal_marks_text(&out->marks, visible, strlen(visible), adref_terminal_style(out));
  else if (has_small_signs(node->parent))
    put_small_signs(out, node);
  else
    put_words(out, node);
}

/* Shows a deleted or inserted line break as a symbol. */
static void enter_break(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  if (node->mark != ADREF_KEPT)
    adref_terminal_marks_string(&out->marks, "\342\206\265", 0);
  adref_terminal_marks_close(&out->marks);
  adref_terminal_wrap_break(out->wrap);
}

static guint *emphasis(AdrefTerminal *out, const AdrefNode *node)
{
  return node->type == ADREF_STRONG ? &out->bold : &out->italic;
}

static void enter_emphasis(gpointer data, const AdrefNode *node)
{
  ++*emphasis(data, node);
}

static void leave_emphasis(gpointer data, const AdrefNode *node)
{
  --*emphasis(data, node);
}

/* Raised, lowered and struck words can be told without styles too: "CO₂", "1^(st)". */
static void put_format(AdrefTerminal *out, const AdrefNode *node, gboolean opens)
{
  static const struct {
    const char *open, *close;
  } signs[] = {
      [ADREF_FORMAT_SUPERSCRIPT] = {"^(", ")"},
      [ADREF_FORMAT_SUBSCRIPT] = {"_(", ")"},
      [ADREF_FORMAT_UNDERLINE] = {"", ""},
      [ADREF_FORMAT_STRIKE] = {"~~", "~~"},
  };
  if (has_small_signs(node))
    return;
  const char *sign = opens ? signs[node->as.format].open : signs[node->as.format].close;
  if (*sign)
    adref_terminal_marks_string(&out->marks, sign, ADREF_TERMINAL_STYLE_DIM);
}

static void enter_format(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  put_format(out, node, TRUE);
  out->underlined += node->as.format == ADREF_FORMAT_UNDERLINE ? 1 : 0;
}

static void leave_format(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  out->underlined -= node->as.format == ADREF_FORMAT_UNDERLINE ? 1 : 0;
  put_format(out, node, FALSE);
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  (void)node;
  (void)clause;
  ((AdrefTerminal *)data)->url = url;
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  const char *url = g_steal_pointer(&out->url);
  g_autofree char *words = url ? adref_node_words(node) : NULL;
  if (!url || strcmp(words, url) == 0)
    return;
  adref_terminal_marks_string(&out->marks, words[0] ? " <" : "<", ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_marks_string(&out->marks, url, ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_marks_string(&out->marks, ">", ADREF_TERMINAL_STYLE_DIM);
}

static void enter_footnote(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  guint number = adref_footnotes_number(out->footnotes, node);
  g_autofree char *digits =
      number > 0 ? g_strdup_printf("%u", adref_footnotes_shown(out->footnotes, number)) : NULL;
  adref_terminal_marks_string(&out->marks, adref_footnote_follows_another(node) ? ", ^" : "^",
                              ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_marks_string(&out->marks, digits ? digits : node->text, ADREF_TERMINAL_STYLE_DIM);
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefTerminal *out = data;
  adref_terminal_marks_text(&out->marks, " ", 1, 0);
  adref_terminal_marks_string(&out->marks, "[Agreed ad ref]",
                              ADREF_TERMINAL_GREEN * ADREF_TERMINAL_STYLE_COLOR);
}

static void put_mark(AdrefTerminal *out, const char *mark)
{
  adref_terminal_marks_string(&out->marks, mark,
                              ADREF_TERMINAL_RED * ADREF_TERMINAL_STYLE_COLOR |
                                  ADREF_TERMINAL_STYLE_BOLD);
}

static void enter_bracket(gpointer data, const AdrefNode *node)
{
  ((AdrefTerminal *)data)->italic += node->as.placeholder ? 1 : 0;
}

static void leave_bracket(gpointer data, const AdrefNode *node)
{
  ((AdrefTerminal *)data)->italic -= node->as.placeholder ? 1 : 0;
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_mark(data, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_mark(data, " / ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_mark(data, "]");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  AdrefTerminal *out = data;
  adref_terminal_marks_string(&out->marks, " -", 0);
  adref_terminal_wrap_nbsp(out->wrap);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    adref_terminal_marks_string(&out->marks, i > 0 ? "; " : NULL, 0);
    for (char **code = position->parties; *code; code++) {
      adref_terminal_marks_string(&out->marks, code > position->parties ? ", " : NULL, 0);
      adref_terminal_marks_string(
          &out->marks, *code, adref_terminal_party_style(out, *code) | ADREF_TERMINAL_STYLE_BOLD);
    }
    adref_terminal_marks_string(&out->marks, position->verb == ADREF_POSITION_SUPPORT ? NULL : " ",
                                0);
    adref_terminal_marks_string(&out->marks, adref_position_verb_word(position->verb), 0);
  }
}

void adref_terminal_inlines(AdrefRendererTable *table)
{
  table->nodes[ADREF_TEXT].enter = table->nodes[ADREF_CODE].enter = enter_text;
  table->nodes[ADREF_LINE_BREAK].enter = enter_break;
  table->nodes[ADREF_EMPH].enter = table->nodes[ADREF_STRONG].enter = enter_emphasis;
  table->nodes[ADREF_FORMAT].enter = enter_format;
  table->nodes[ADREF_FORMAT].leave = leave_format;
  table->nodes[ADREF_EMPH].leave = table->nodes[ADREF_STRONG].leave = leave_emphasis;
  table->nodes[ADREF_LINK].leave = table->nodes[ADREF_IMAGE].leave = leave_link;
  table->nodes[ADREF_FOOTNOTE].enter = enter_footnote;
  table->nodes[ADREF_BRACKET].enter = enter_bracket;
  table->nodes[ADREF_BRACKET].leave = leave_bracket;
  table->nodes[ADREF_AD_REF].enter = enter_ad_ref;
  table->link = link_target;
  table->open = open_bracket;
  table->slash = slash;
  table->close = close_bracket;
  table->positions = positions;
  table->begin = begin_change;
  table->end = end_change;
  table->symbol = put_symbol;
}
