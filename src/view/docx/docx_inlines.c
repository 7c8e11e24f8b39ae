#include <string.h>

#include "base/markup.h"
#include "view/docx/docx_private.h"
#include "view/ruby.h"

static void enter_text(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  gsize from = adref_footnote_colon(node);
  AdrefRuby ruby;
  out->words = node;
  if (from > 0)
    adref_docx_put_string(out, "\302\240");
  for (; out->has_ruby && adref_ruby_find(node->text, node->length, from, &ruby); from = ruby.end) {
    adref_docx_put(out, node->text + from, ruby.start - from);
    adref_docx_put_ruby(out, node->text + ruby.base, ruby.base_length, node->text + ruby.reading,
                        ruby.reading_length);
  }
  adref_docx_put(out, node->text + from, node->length - from);
}

static void put_break(gpointer data, const AdrefNode *node)
{
  (void)node;
  adref_docx_put_run(data, "<w:br/>");
}

static void enter_code(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  out->mono++;
  out->words = node;
  adref_docx_put(out, node->text, node->length);
  out->mono--;
}

static void enter_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefDocx *)data)->italic++;
}

static void leave_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefDocx *)data)->italic--;
}

static void enter_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefDocx *)data)->bold++;
}

static void leave_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefDocx *)data)->bold--;
}

static void enter_format(gpointer data, const AdrefNode *node)
{
  ((AdrefDocx *)data)->formats[node->as.format]++;
}

static void leave_format(gpointer data, const AdrefNode *node)
{
  ((AdrefDocx *)data)->formats[node->as.format]--;
}

static void open_address(AdrefDocx *out, const char *url)
{
  AdrefDocxPart *part = out->part;
  guint number = ++part->count;
  g_string_append_printf(part->relations,
                         "<Relationship Id=\"rL%u\" Type=\"http://schemas.openxmlformats.org/"
                         "officeDocument/2006/relationships/hyperlink\" Target=\"",
                         number);
  adref_markup_escape_url(part->relations, url);
  g_string_append(part->relations, "\" TargetMode=\"External\"/>\n");
  g_string_append_printf(part->xml, "<w:hyperlink r:id=\"rL%u\">", number);
}

/* A link in a link is words. */
static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  AdrefDocx *out = data;
  if (out->linked || (!url && !clause))
    return;
  out->linked = node;
  if (!clause) {
    open_address(out, url);
    return;
  }
  g_autofree char *name =
      adref_docx_own_bookmark(out, adref_contents_anchor(out->contents, clause));
  g_string_append_printf(out->part->xml, "<w:hyperlink w:anchor=\"%s\">", name);
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  if (out->linked != node)
    return;
  out->linked = NULL;
  g_string_append(out->part->xml, "</w:hyperlink>");
}

static void put_superscript(AdrefDocx *out, const char *words)
{
  out->formats[ADREF_FORMAT_SUPERSCRIPT]++;
  adref_docx_put_string(out, words);
  out->formats[ADREF_FORMAT_SUPERSCRIPT]--;
}

/* Word counts the footnotes. Where its number would be another one, the number is written. */
static void put_reference(AdrefDocx *out, guint number)
{
  guint shown = adref_footnotes_shown(out->footnotes, number);
  gboolean is_counted = shown == ++out->reference_count || out->is_column;
  if (out->footnote_ids)
    g_array_index(out->footnote_ids, guint, number) = out->reference_count;
  guint id = adref_docx_footnote_id(out, number);
  g_autofree char *elements = NULL;
  g_array_index(out->references, AdrefDocxReference, number) =
      is_counted ? ADREF_DOCX_COUNTED : ADREF_DOCX_NUMBERED;
  if (is_counted)
    elements = g_strdup_printf("<w:footnoteReference w:id=\"%u\"/>", id);
  else
    elements = g_strdup_printf("<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"%u\"/>"
                               "<w:t>%u</w:t>",
                               id, shown);
  g_string_append_printf(out->part->xml,
                         "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>%s</w:r>",
                         elements);
}

/* Word has no footnote in a footnote, and a footnote has one reference: other marks are numbers. */
static void enter_footnote(gpointer data, const AdrefNode *node)
{
  AdrefDocx *out = data;
  guint number = adref_footnotes_number(out->footnotes, node);
  if (adref_footnote_follows_another(node))
    put_superscript(out, ", ");
  if (number > 0 && !out->is_footnote && adref_footnotes_is_first(out->footnotes, node)) {
    put_reference(out, number);
    return;
  }
  g_autofree char *words =
      number > 0 ? g_strdup_printf("%u", adref_footnotes_shown(out->footnotes, number))
                 : g_strndup(node->text, node->length);
  put_superscript(out, words);
}

static void put_sign(AdrefDocx *out, const char *sign)
{
  out->bracket_signs++;
  adref_docx_put_string(out, sign);
  out->bracket_signs--;
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  adref_docx_choose_author(data, node);
  put_sign(data, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_sign(data, " / ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_sign(data, "]");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  AdrefDocx *out = data;
  g_autofree char *words = adref_positions_text(groups);
  out->position_words++;
  adref_docx_put_string(out, " - ");
  adref_docx_put_string(out, words);
  out->position_words--;
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefDocx *out = data;
  adref_docx_put_string(out, " ");
  out->agreed_words++;
  adref_docx_put_string(out, "[Agreed ad ref]");
  out->agreed_words--;
}

static void begin_change(gpointer data, AdrefChangeMark mark)
{
  AdrefDocx *out = data;
  out->mark = mark;
  out->author = out->authors ? &out->authors->whole : NULL;
}

static void end_change(gpointer data, AdrefChangeMark mark)
{
  (void)mark;
  ((AdrefDocx *)data)->mark = ADREF_KEPT;
}

void adref_docx_inlines(AdrefRendererTable *table)
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
      {ADREF_AD_REF, enter_ad_ref, NULL},
  };
  adref_renderer_table_set(table, rows, G_N_ELEMENTS(rows));
  table->link = link_target;
  table->open = open_bracket;
  table->slash = slash;
  table->close = close_bracket;
  table->positions = positions;
  table->begin = begin_change;
  table->end = end_change;
}
