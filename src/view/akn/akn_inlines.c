#include <string.h>

#include "base/markup.h"
#include "clause/inline_format.h"
#include "view/akn/akn_private.h"
#include "view/ruby.h"

static void enter_text(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  gsize from = 0;
  AdrefRuby ruby;
  for (; out->has_ruby && adref_ruby_find(node->text, node->length, from, &ruby); from = ruby.end) {
    adref_akn_put(out, node->text + from, ruby.start - from);
    adref_akn_add(out, "<inline name=\"ruby\">");
    adref_akn_put(out, node->text + ruby.base, ruby.base_length);
    adref_akn_add(out, "<inline name=\"reading\">");
    adref_akn_put(out, node->text + ruby.reading, ruby.reading_length);
    adref_akn_add(out, "</inline></inline>");
  }
  adref_akn_put(out, node->text + from, node->length - from);
}

static void put_break(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_akn_add(data, "<br/>");
}

static void enter_code(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  adref_akn_add(out, "<span class=\"code\">");
  adref_akn_put(out, node->text, node->length);
  adref_akn_add(out, "</span>");
}

/* Opens the element of a node that holds inlines; at most so many stand in each other. */
static void begin_inline(AdrefAkn *out, const char *tag)
{
  if (++out->inlines <= ADREF_AKN_MAX_INLINES)
    adref_akn_add(out, tag);
}

static void end_inline(AdrefAkn *out, const char *tag)
{
  if (out->inlines-- <= ADREF_AKN_MAX_INLINES)
    adref_akn_add(out, tag);
}

static void enter_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  begin_inline(data, "<i>");
}

static void leave_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  end_inline(data, "</i>");
}

static void enter_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  begin_inline(data, "<b>");
}

static void leave_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  end_inline(data, "</b>");
}

static const struct {
  const char *begin, *end;
} formats[] = {
    [ADREF_FORMAT_SUPERSCRIPT] = {"<sup>", "</sup>"},
    [ADREF_FORMAT_SUBSCRIPT] = {"<sub>", "</sub>"},
    [ADREF_FORMAT_UNDERLINE] = {"<u>", "</u>"},
    [ADREF_FORMAT_STRIKE] = {"<span class=\"strike\" style=\"text-decoration: line-through\">",
                             "</span>"},
};

static void enter_format(gpointer data, const AdrefNode *node)
{
  begin_inline(data, formats[node->as.format].begin);
}

static void leave_format(gpointer data, const AdrefNode *node)
{
  end_inline(data, formats[node->as.format].end);
}

/* A link in a link is words. */
static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  AdrefAkn *out = data;
  const AdrefAknPlace *place = clause ? adref_akn_plan_place(out->plan, clause) : NULL;
  if (out->linked || (!url && !place))
    return;
  out->linked = node;
  out->linked_inside = place != NULL;
  if (place) {
    adref_akn_add(out, "<ref");
    adref_akn_put_id(out, "ref");
    g_string_append_printf(out->xml, " href=\"#%s\">", place->id);
  } else {
    adref_akn_add(out, "<a href=\"");
    adref_markup_escape_url(out->xml, url);
    adref_akn_add(out, "\">");
  }
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  if (out->linked != node)
    return;
  out->linked = NULL;
  adref_akn_add(out, out->linked_inside ? "</ref>" : "</a>");
}

/* A footnote stands at its first mark. The file has no footnote in a footnote: one that is first
 * called in another one comes right behind that. */
static void put_footnote(AdrefAkn *out, guint number)
{
  g_string_append_printf(out->xml,
                         "<authorialNote eId=\"authorialNote_%u\" marker=\"%u\" "
                         "placement=\"bottom\">",
                         number, adref_footnotes_shown(out->footnotes, number));
  adref_akn_begin_filled(out);
  const AdrefNode *words = adref_footnotes_words(out->footnotes, number);
  for (const AdrefNode *block = words->first; block; block = block->next)
    adref_renderer_run(&out->renderer, block);
  adref_akn_end_filled(out);
  adref_akn_add(out, "</authorialNote>");
}

static void put_footnotes(AdrefAkn *out, guint number)
{
  const AdrefNode *linked = g_steal_pointer(&out->linked), *table = out->table;
  AdrefTableColumns columns = out->columns;
  gboolean is_head = out->is_head, is_inside = out->linked_inside;
  out->is_footnote = TRUE;
  put_footnote(out, number);
  for (guint i = 0; i < out->waiting->len; i++)
    put_footnote(out, g_array_index(out->waiting, guint, i));
  g_array_set_size(out->waiting, 0);
  out->is_footnote = FALSE;
  out->linked = linked;
  out->linked_inside = is_inside;
  out->table = table;
  out->columns = columns;
  out->is_head = is_head;
}

static void enter_footnote(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  guint number = adref_footnotes_number(out->footnotes, node);
  gboolean is_first = number > 0 && adref_footnotes_is_first(out->footnotes, node);
  if (is_first && !out->is_footnote) {
    put_footnotes(out, number);
  } else if (number > 0) {
    if (is_first)
      g_array_append_val(out->waiting, number);
    g_string_append_printf(out->xml, "<noteRef href=\"#authorialNote_%u\" marker=\"%u\"/>", number,
                           adref_footnotes_shown(out->footnotes, number));
  } else {
    adref_akn_add(out, "<sup>");
    adref_akn_put(out, node->text, node->length);
    adref_akn_add(out, "</sup>");
  }
}

static void enter_bracket(gpointer data, const AdrefNode *node)
{
  begin_inline(data, node->as.placeholder ? "<inline name=\"bracket\" class=\"placeholder\">"
                                          : "<inline name=\"bracket\">");
}

static void leave_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  end_inline(data, "</inline>");
}

/* The stroke stands between the elements of two alternatives. */
static void enter_alternative(gpointer data, const AdrefNode *node)
{
  if (node->prev)
    adref_akn_add(data, " / ");
  begin_inline(data, "<inline name=\"alternative\">");
}

static void leave_alternative(gpointer data, const AdrefNode *node)
{
  (void)node;
  end_inline(data, "</inline>");
}

/* A bracket whose ends stand in two paragraphs: its end refers to its beginning. */
static void open_bracket(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  if (node->type != ADREF_BRACKET_EDGE) {
    adref_akn_add(out, "[");
    return;
  }
  char *id = adref_akn_plan_count(out->plan, NULL, "inline");
  g_string_append_printf(out->xml, "<inline name=\"bracketStart\" eId=\"%s\">[</inline>", id);
  g_hash_table_insert(out->edges, (gpointer)(guintptr)node, id);
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  if (node->type != ADREF_BRACKET_EDGE) {
    adref_akn_add(out, "]");
    return;
  }
  const AdrefNode *partner = node->as.edge.partner;
  const char *id = partner ? g_hash_table_lookup(out->edges, partner) : NULL;
  adref_akn_add(out, "<inline name=\"bracketEnd\"");
  if (id)
    g_string_append_printf(out->xml, " refersTo=\"#%s\"", id);
  adref_akn_add(out, ">]</inline>");
}

static void put_position(AdrefAkn *out, const AdrefPosition *position)
{
  const char *verb = adref_position_verb_word(position->verb);
  g_autofree char *codes = g_strjoinv(", ", position->parties);
  adref_akn_add(out, "<inline name=\"position\"");
  adref_akn_attribute(out->xml, "class", *verb ? verb : "support");
  adref_akn_put_parties(out, position->parties);
  adref_akn_add(out, ">");
  adref_akn_put_string(out, codes);
  if (*verb) {
    adref_akn_add(out, " ");
    adref_akn_add(out, verb);
  }
  adref_akn_add(out, "</inline>");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  AdrefAkn *out = data;
  (void)node;
  adref_akn_add(out, "<inline name=\"positions\"> - ");
  for (guint i = 0; i < groups->len; i++) {
    adref_akn_add(out, i > 0 ? "; " : "");
    put_position(out, groups->pdata[i]);
  }
  adref_akn_add(out, "</inline>");
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_akn_add(data, " <inline name=\"agreed\">[Agreed ad ref]</inline>");
}

void adref_akn_put_note(AdrefAkn *out, const AdrefNode *note)
{
  char *codes[] = {note->as.party, NULL};
  adref_akn_add(out, "<authorialNote class=\"note\" placement=\"side\"");
  adref_akn_put_id(out, "authorialNote");
  if (codes[0])
    adref_akn_put_parties(out, codes);
  adref_akn_add(out, "><p>");
  adref_akn_put(out, note->text, note->length);
  adref_akn_add(out, "</p></authorialNote>");
}

void adref_akn_inlines(AdrefRendererTable *table)
{
  const AdrefRendererRow rows[] = {
      {ADREF_TEXT, enter_text, NULL},
      {ADREF_LINE_BREAK, put_break, NULL},
      {ADREF_CODE, enter_code, NULL},
      {ADREF_EMPH, enter_emph, leave_emph},
      {ADREF_STRONG, enter_strong, leave_strong},
      {ADREF_FORMAT, enter_format, leave_format},
      {ADREF_LINK, NULL, leave_link},
      {ADREF_IMAGE, NULL, leave_link},
      {ADREF_FOOTNOTE, enter_footnote, NULL},
      {ADREF_BRACKET, enter_bracket, leave_bracket},
      {ADREF_ALTERNATIVE, enter_alternative, leave_alternative},
      {ADREF_AD_REF, enter_ad_ref, NULL},
  };
  adref_renderer_table_set(table, rows, G_N_ELEMENTS(rows));
  table->link = link_target;
  table->open = open_bracket;
  table->close = close_bracket;
  table->positions = positions;
}
