#include "view/pdf/pdf_composer.h"

#include <string.h>

#include "draft/data/party_color.h"
#include "view/redline.h"
#include "view/ruby.h"

enum {
  ADDRESS = 0x1F3A6E,
  WENT = 0x9B1C1C,
  CAME = 0x0B4F8A,
  MAX_INDENT = 6, /* levels of lists that are indented; deeper ones have the same indent */
};

const AdrefPageGeometry *adref_pdf_composer_geometry(const AdrefPdfComposer *composer)
{
  return adref_page_flow_geometry(composer->flow);
}

static void add_formats(const AdrefPdfComposer *composer, AdrefTextStyle *style)
{
  const guint *formats = composer->formats;
  float size = style->face.size;
  if (formats[ADREF_FORMAT_SUPERSCRIPT] > 0 || formats[ADREF_FORMAT_SUBSCRIPT] > 0) {
    style->rise = size * (formats[ADREF_FORMAT_SUPERSCRIPT] > 0 ? 0.36F : -0.16F);
    style->face.size = size * 0.66F;
  }
  if (formats[ADREF_FORMAT_UNDERLINE] > 0)
    style->decoration |= ADREF_TEXT_DECORATION_UNDERLINE;
  if (formats[ADREF_FORMAT_STRIKE] > 0)
    style->decoration |= ADREF_TEXT_DECORATION_STRIKE;
}

AdrefTextStyle adref_pdf_composer_style(const AdrefPdfComposer *composer)
{
  const AdrefPageGeometry *geometry = adref_pdf_composer_geometry(composer);
  AdrefTextStyle style = {
      .face = {composer->mono ? ADREF_FONT_FAMILY_MONO : geometry->family, composer->bold > 0,
               composer->italic % 2 > 0,
               geometry->size * (composer->mono ? 0.88F : 1) *
                   (composer->footnote > 0 || composer->is_footnote_text ? ADREF_PDF_FOOTNOTE_SCALE
                                                                         : 1)},
      .color = ADREF_PDF_COLOR_TEXT,
      .link = composer->link};
  add_formats(composer, &style);
  if (composer->link && adref_page_flow_link_has_url(composer->flow, composer->link))
    style.color = ADDRESS;
  if (composer->mark == ADREF_DELETED) {
    style.color = WENT;
    style.decoration |= ADREF_TEXT_DECORATION_STRIKE;
  } else if (composer->mark == ADREF_INSERTED) {
    style.color = CAME;
    style.decoration |= ADREF_TEXT_DECORATION_DOUBLE;
  }
  return style;
}

AdrefTextStyle adref_pdf_composer_small_style(const AdrefPdfComposer *composer, guint color,
                                              gboolean is_bold)
{
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  style.face = (AdrefFontFace){ADREF_FONT_FAMILY_SANS, is_bold, FALSE,
                               adref_pdf_composer_geometry(composer)->size * 0.76F};
  if (composer->mark == ADREF_KEPT)
    style.color = color;
  style.link = 0;
  return style;
}

AdrefTextStyle adref_pdf_composer_party_style(const AdrefPdfComposer *composer, const char *code)
{
  AdrefTextStyle style = adref_pdf_composer_small_style(composer, 0, TRUE);
  style.color = adref_party_color(composer->options->parties, code)->light;
  return style;
}

static AdrefStyledText *open_text(AdrefPdfComposer *composer)
{
  return composer->table ? composer->cell : composer->styled_text;
}

void adref_pdf_composer_add_from(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                 const AdrefNode *node, const char *text, gsize length)
{
  AdrefStyledText *styled_text = open_text(composer);
  if (styled_text)
    adref_styled_text_add(styled_text, adref_page_flow_style(composer->flow, style), node, text,
                          length);
}

void adref_pdf_composer_add(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                            const char *text)
{
  adref_pdf_composer_add_from(composer, style, NULL, text, strlen(text));
}

void adref_pdf_composer_add_lines(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                  const AdrefNode *node, const char *text, gsize length)
{
  gsize from = 0;
  for (gsize at = 0; at < length; at++) {
    guchar c = (guchar)text[at];
    if (c >= 0x20 && c != 0x7F)
      continue;
    adref_pdf_composer_add_from(composer, style, node, text + from, at - from);
    adref_pdf_composer_add(composer, style,
                           c == '\n'   ? "\342\200\250"
                           : c == '\t' ? "    "
                                       : "\357\277\275");
    from = at + 1;
  }
  adref_pdf_composer_add_from(composer, style, node, text + from, length - from);
}

/* The style of a reading; the font is smaller when the base word is short. */
static AdrefTextStyle ruby_style(const AdrefTextStyle *style, const char *text,
                                 const AdrefRuby *ruby)
{
  AdrefTextStyle over = *style;
  float base = (float)g_utf8_strlen(text + ruby->base, (gssize)ruby->base_length);
  float reading = (float)g_utf8_strlen(text + ruby->reading, (gssize)ruby->reading_length);
  over.ruby = ADREF_RUBY_PART_READING;
  over.face.size *= CLAMP((base + 0.6F) / reading, 0.3F, 0.5F);
  over.rise = style->face.size * 0.92F;
  return over;
}

void adref_pdf_composer_add_node(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                 const AdrefNode *node, gsize from)
{
  const char *text = node->text;
  AdrefRuby ruby;
  for (; composer->has_ruby && adref_ruby_find(text, node->length, from, &ruby); from = ruby.end) {
    AdrefTextStyle under = *style, over = ruby_style(style, text, &ruby);
    under.ruby = ADREF_RUBY_PART_BASE;
    adref_pdf_composer_add_lines(composer, style, node, text + from, ruby.start - from);
    adref_pdf_composer_add_lines(composer, &under, node, text + ruby.base, ruby.base_length);
    adref_pdf_composer_add_lines(composer, &over, node, text + ruby.reading, ruby.reading_length);
  }
  adref_pdf_composer_add_lines(composer, style, node, text + from, node->length - from);
}

guint adref_pdf_composer_parent(const AdrefPdfComposer *composer)
{
  return composer->parents->len > 0
             ? g_array_index(composer->parents, guint, composer->parents->len - 1)
             : composer->root;
}

void adref_pdf_composer_open_element(AdrefPdfComposer *composer, const char *tag)
{
  guint element =
      adref_page_flow_add_element(composer->flow, tag, adref_pdf_composer_parent(composer));
  g_array_append_val(composer->parents, element);
}

void adref_pdf_composer_close_element(AdrefPdfComposer *composer)
{
  g_array_set_size(composer->parents, composer->parents->len - 1);
}

AdrefPdfList *adref_pdf_composer_list(const AdrefPdfComposer *composer)
{
  guint lists = composer->lists->len;
  return lists > 0 ? &g_array_index(composer->lists, AdrefPdfList, lists - 1) : NULL;
}

/* The width of the column of numbers. */
static float number_indent(const AdrefPdfComposer *composer)
{
  const AdrefPageGeometry *geometry = adref_pdf_composer_geometry(composer);
  float widest = composer->number_width + geometry->size * 0.5F;
  return CLAMP(widest, geometry->indent, geometry->measure / 2);
}

float adref_pdf_composer_indent(const AdrefPdfComposer *composer)
{
  const AdrefPageGeometry *geometry = adref_pdf_composer_geometry(composer);
  guint steps = MIN(composer->indents, MAX_INDENT);
  return (composer->has_number ? number_indent(composer) : 0) +
         (float)steps * geometry->indent * 0.9F;
}

AdrefBlockFormat adref_pdf_composer_block(const AdrefPdfComposer *composer, const char *tag)
{
  const AdrefPageGeometry *geometry = adref_pdf_composer_geometry(composer);
  AdrefBlockFormat block = {
      .x = adref_pdf_composer_indent(composer), .gap = geometry->gap, .leading = geometry->leading};
  block.align = geometry->is_ragged ? ADREF_TEXT_ALIGN_START : ADREF_TEXT_ALIGN_JUSTIFIED;
  block.width = geometry->measure - block.x - (composer->quotes > 0 ? geometry->indent * 0.6F : 0);
  block.element =
      tag ? adref_page_flow_add_element(composer->flow, tag, adref_pdf_composer_parent(composer))
          : 0;
  const AdrefShaper *shaper = adref_page_flow_line_breaker(composer->flow)->shaper;
  if (adref_page_flow_is_in_column(composer->flow) &&
      !adref_script_breaks_at_letters(adref_shaper_script(shaper)))
    block.align = ADREF_TEXT_ALIGN_START;
  if (composer->clause && !composer->has_no_bars && adref_redline_is_changed(composer->clause)) {
    block.bar = ADREF_PDF_COLOR_TEXT;
    block.bar_x = adref_page_flow_is_in_column(composer->flow) ? -8 : -14;
  }
  return block;
}

void adref_pdf_composer_hang_label(AdrefPdfComposer *composer, AdrefBlockFormat *block)
{
  if (composer->label->text->len == 0)
    return;
  const AdrefPdfList *list = adref_pdf_composer_list(composer);
  float indent = adref_pdf_composer_geometry(composer)->indent;
  float step = !list ? number_indent(composer) : list->ordered ? indent * 0.9F : indent * 0.5F;
  block->label = composer->label;
  block->label_x = MAX(block->x - step, 0);
  block->label_width = block->x - block->label_x - 3;
  block->label_element = list ? list->label : block->element;
}

/* A note stands in the margin, level with the paragraph before it; below that paragraph when the
 * margin has no room. */
static void typeset_note(AdrefPdfComposer *composer, const AdrefStyledText *note)
{
  AdrefPageFlow *flow = composer->flow;
  AdrefBlockFormat block = adref_pdf_composer_block(composer, NULL);
  block.element = adref_page_flow_add_element(flow, "Note", composer->root);
  block.leading *= 0.76F;
  block.tint = ADREF_PDF_COLOR_TINT;
  if (!(adref_page_flow_geometry(flow)->notes > 0) ||
      !adref_page_flow_add_margin_note(flow, note, block.element, block.leading))
    adref_page_flow_add_block(flow, note, &block);
}

void adref_pdf_composer_add_notes(AdrefPdfComposer *composer)
{
  for (guint i = 0; i < composer->notes->len; i++)
    typeset_note(composer, composer->notes->pdata[i]);
  g_ptr_array_set_size(composer->notes, 0);
}

static void typeset_footnote(AdrefPdfComposer *composer, const AdrefPdfFootnote *footnote)
{
  AdrefPageFlow *flow = composer->flow;
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(flow);
  AdrefBlockFormat block = {.element = adref_page_flow_add_element(flow, "Note", composer->root),
                            .width = geometry->measure,
                            .gap = geometry->small * 0.25F,
                            .leading = geometry->leading * ADREF_PDF_FOOTNOTE_SCALE,
                            .align = geometry->is_ragged ? ADREF_TEXT_ALIGN_START
                                                         : ADREF_TEXT_ALIGN_JUSTIFIED};
  guint number = adref_page_flow_add_footnote(flow, footnote->styled_text, &block);
  if (footnote->caller > 0)
    adref_page_flow_nest_footnote(flow, footnote->caller, number);
  adref_styled_text_free(footnote->styled_text);
}

void adref_pdf_composer_add_footnotes(AdrefPdfComposer *composer)
{
  for (guint i = 0; i < composer->pending_footnotes->len; i++)
    typeset_footnote(composer, &g_array_index(composer->pending_footnotes, AdrefPdfFootnote, i));
  g_array_set_size(composer->pending_footnotes, 0);
}

void adref_pdf_composer_end_block(AdrefPdfComposer *composer, const AdrefBlockFormat *block)
{
  AdrefBlockFormat own = *block;
  adref_pdf_composer_add_footnotes(composer);
  own.gap += composer->gap_below_title;
  composer->gap_below_title = 0;
  adref_page_flow_add_block(composer->flow, composer->styled_text, &own);
  adref_styled_text_clear(composer->styled_text);
  adref_styled_text_clear(composer->label);
  composer->has_small_gap = FALSE;
  adref_pdf_composer_add_notes(composer);
}

void adref_pdf_composer_set_label(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                  const AdrefNode *node, const char *words)
{
  g_autofree char *apart = g_strconcat(words, " ", NULL);
  adref_styled_text_clear(composer->label);
  adref_styled_text_add(composer->label, adref_page_flow_style(composer->flow, style), node, apart,
                        strlen(apart));
}
