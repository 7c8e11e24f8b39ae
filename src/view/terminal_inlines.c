#include "view/terminal_private.h"

#include <string.h>

#include "view/redline.h"
#include "view/ruby.h"

/* Colours of parties, by order of appearance. Red is for brackets. */
static const guint8 colors[] = {6, 5, 3, 2, 12, 14, 13, 11, 10, 4};

guint adref_terminal_party(AdrefTerminal *out, const char *code)
{
  if (!out->tally)
    out->tally = adref_tally_new(out->root);
  return colors[adref_tally_place(out->tally, code) % G_N_ELEMENTS(colors)] * ADREF_LOOK_COLOR;
}

static void begin_stretch(gpointer data, AdrefMark mark)
{
  ((AdrefTerminal *)data)->ink.mark = mark;
}

static void end_stretch(gpointer data, AdrefMark mark)
{
  (void)mark;
  ((AdrefTerminal *)data)->ink.mark = ADREF_KEPT;
}

static void put_sign(gpointer data, const char *text)
{
  adref_ink_string(&((AdrefTerminal *)data)->ink, text, ADREF_LOOK_DIM);
}

/* Words; the reading of one, its ruby, stands in parentheses behind it. */
static void put_words(AdrefTerminal *out, const AdrefNode *node)
{
  gsize from = 0;
  AdrefRuby ruby;
  for (; out->has_ruby && adref_ruby_find(node->text, node->length, from, &ruby); from = ruby.end) {
    adref_ink_text(&out->ink, node->text + from, ruby.start - from, adref_terminal_look(out));
    adref_ink_text(&out->ink, node->text + ruby.base, ruby.base_length, adref_terminal_look(out));
    adref_ink_text(&out->ink, "\357\274\210", 3, adref_terminal_look(out));
    adref_ink_text(&out->ink, node->text + ruby.reading, ruby.reading_length,
                   adref_terminal_look(out));
    adref_ink_text(&out->ink, "\357\274\211", 3, adref_terminal_look(out));
  }
  adref_ink_text(&out->ink, node->text + from, node->length - from, adref_terminal_look(out));
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  g_autofree char *visible = adref_redline_visible(node, out->driver.how->language);
  if (visible)
    adref_ink_text(&out->ink, visible, strlen(visible), adref_terminal_look(out));
  else
    put_words(out, node);
}

/* A deleted or inserted line break shows itself. */
static void enter_break(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  if (node->type == ADREF_LINE_BREAK && node->mark != ADREF_KEPT)
    adref_ink_string(&out->ink, "\342\206\265", 0);
  adref_ink_close(&out->ink);
  adref_fill_break(out->fill);
}

static guint *stress(AdrefTerminal *out, const AdrefNode *node)
{
  return node->type == ADREF_STRONG ? &out->bold : &out->italic;
}

static void enter_stress(gpointer data, const AdrefNode *node)
{
  ++*stress(data, node);
}

static void leave_stress(gpointer data, const AdrefNode *node)
{
  --*stress(data, node);
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
  adref_ink_string(&out->ink, words[0] ? " <" : "<", ADREF_LOOK_DIM);
  adref_ink_string(&out->ink, url, ADREF_LOOK_DIM);
  adref_ink_string(&out->ink, ">", ADREF_LOOK_DIM);
}

static void enter_footnote(gpointer data, const AdrefNode *node)
{
  AdrefTerminal *out = data;
  guint number = adref_footnotes_number(out->footnotes, node);
  g_autofree char *digits = number > 0 ? g_strdup_printf("%u", number) : NULL;
  adref_ink_string(&out->ink, "^", ADREF_LOOK_DIM);
  adref_ink_string(&out->ink, digits ? digits : node->text, ADREF_LOOK_DIM);
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefTerminal *out = data;
  adref_ink_text(&out->ink, " ", 1, 0);
  adref_ink_string(&out->ink, "[Agreed ad ref]", ADREF_TERMINAL_GREEN * ADREF_LOOK_COLOR);
}

static void put_mark(AdrefTerminal *out, const char *mark)
{
  adref_ink_string(&out->ink, mark, ADREF_TERMINAL_RED * ADREF_LOOK_COLOR | ADREF_LOOK_BOLD);
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
  adref_ink_string(&out->ink, " -", 0);
  adref_fill_glue(out->fill);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    adref_ink_string(&out->ink, i > 0 ? "; " : NULL, 0);
    for (char **code = position->parties; *code; code++) {
      adref_ink_string(&out->ink, code > position->parties ? ", " : NULL, 0);
      adref_ink_string(&out->ink, *code, adref_terminal_party(out, *code) | ADREF_LOOK_BOLD);
    }
    adref_ink_string(&out->ink, position->verb == ADREF_SUPPORT ? NULL : " ", 0);
    adref_ink_string(&out->ink, adref_verb_word(position->verb), 0);
  }
}

void adref_terminal_words(AdrefWriteTable *table)
{
  table->nodes[ADREF_TEXT].enter = table->nodes[ADREF_CODE].enter = enter_text;
  table->nodes[ADREF_LINE_BREAK].enter = table->nodes[ADREF_ROW_BREAK].enter = enter_break;
  table->nodes[ADREF_EMPH].enter = table->nodes[ADREF_STRONG].enter = enter_stress;
  table->nodes[ADREF_EMPH].leave = table->nodes[ADREF_STRONG].leave = leave_stress;
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
  table->begin = begin_stretch;
  table->end = end_stretch;
  table->sign = put_sign;
}
