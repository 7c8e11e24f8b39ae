#include "view/pdf_composer.h"

#include <string.h>

#include "view/redline.h"
#include "view/ruby.h"

enum {
  ADDRESS = 0x1F3A6E,
  WENT = 0x9B1C1C,
  CAME = 0x0B4F8A,
  MAX_INDENT = 6, /* lists that are indented further; deeper ones stand where the last does */
};

AdrefLook adref_compose_look(const AdrefComposing *composing)
{
  const AdrefMeasures *measures = &composing->flow->measures;
  AdrefLook look = {
      .face = {composing->mono ? ADREF_MONO : measures->family, composing->bold > 0,
               composing->italic % 2 > 0,
               measures->size * (composing->mono ? 0.88F : 1) *
                   (composing->foot > 0 || composing->is_foot ? ADREF_COMPOSE_FOOT : 1)},
      .color = ADREF_INK,
      .link = composing->link};
  if (composing->link &&
      g_array_index(composing->flow->links, AdrefFlowLink, composing->link - 1).url)
    look.color = ADDRESS;
  if (composing->mark == ADREF_DELETED) {
    look.color = WENT;
    look.lines = ADREF_DRAWN_STRUCK;
  } else if (composing->mark == ADREF_INSERTED) {
    look.color = CAME;
    look.lines = ADREF_DRAWN_TWICE;
  }
  return look;
}

AdrefLook adref_compose_small(const AdrefComposing *composing, guint color, gboolean is_bold)
{
  AdrefLook look = adref_compose_look(composing);
  look.face = (AdrefFace){ADREF_SANS, is_bold, FALSE, composing->flow->measures.size * 0.76F};
  if (composing->mark == ADREF_KEPT)
    look.color = color;
  look.link = 0;
  return look;
}

static AdrefPassage *passage_of(AdrefComposing *composing)
{
  return composing->table ? composing->cell : composing->passage;
}

void adref_compose_add_in(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                          const char *text, gsize length)
{
  AdrefPassage *passage = passage_of(composing);
  if (passage)
    adref_passage_add(passage, adref_setter_look(composing->flow->setter, look), node, text,
                      length);
}

void adref_compose_add(AdrefComposing *composing, const AdrefLook *look, const char *text)
{
  adref_compose_add_in(composing, look, NULL, text, strlen(text));
}

void adref_compose_text(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                        const char *text, gsize length)
{
  gsize from = 0;
  for (gsize at = 0; at < length; at++) {
    guchar c = (guchar)text[at];
    if (c >= 0x20 && c != 0x7F)
      continue;
    adref_compose_add_in(composing, look, node, text + from, at - from);
    adref_compose_add(composing, look,
                      c == '\n'   ? "\342\200\250"
                      : c == '\t' ? "    "
                                  : "\357\277\275");
    from = at + 1;
  }
  adref_compose_add_in(composing, look, node, text + from, length - from);
}

/* Small, and smaller where its word has less room. */
static AdrefLook over_of(const AdrefLook *look, const char *text, const AdrefRuby *ruby)
{
  AdrefLook over = *look;
  float base = (float)g_utf8_strlen(text + ruby->base, (gssize)ruby->base_length);
  float reading = (float)g_utf8_strlen(text + ruby->reading, (gssize)ruby->reading_length);
  over.ruby = ADREF_RUBY_OVER;
  over.face.size *= CLAMP((base + 0.6F) / reading, 0.3F, 0.5F);
  over.rise = look->face.size * 0.92F;
  return over;
}

void adref_compose_read(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                        gsize from)
{
  const char *text = node->text;
  AdrefRuby ruby;
  for (; composing->has_ruby && adref_ruby_find(text, node->length, from, &ruby); from = ruby.end) {
    AdrefLook under = *look, over = over_of(look, text, &ruby);
    under.ruby = ADREF_RUBY_UNDER;
    adref_compose_text(composing, look, node, text + from, ruby.start - from);
    adref_compose_text(composing, &under, node, text + ruby.base, ruby.base_length);
    adref_compose_text(composing, &over, node, text + ruby.reading, ruby.reading_length);
  }
  adref_compose_text(composing, look, node, text + from, node->length - from);
}

guint adref_compose_parent(const AdrefComposing *composing)
{
  return composing->parents->len > 0
             ? g_array_index(composing->parents, guint, composing->parents->len - 1)
             : composing->root;
}

void adref_compose_open(AdrefComposing *composing, const char *tag)
{
  guint element = adref_flow_element(composing->flow, tag, adref_compose_parent(composing));
  g_array_append_val(composing->parents, element);
}

void adref_compose_close(AdrefComposing *composing)
{
  g_array_set_size(composing->parents, composing->parents->len - 1);
}

AdrefComposedList *adref_compose_list(const AdrefComposing *composing)
{
  guint lists = composing->lists->len;
  return lists > 0 ? &g_array_index(composing->lists, AdrefComposedList, lists - 1) : NULL;
}

float adref_compose_start(const AdrefComposing *composing)
{
  const AdrefMeasures *measures = &composing->flow->measures;
  guint steps = MIN(composing->indents, MAX_INDENT);
  return (composing->has_number ? measures->indent : 0) + (float)steps * measures->indent * 0.9F;
}

AdrefBlock adref_compose_block(const AdrefComposing *composing, const char *tag)
{
  const AdrefMeasures *measures = &composing->flow->measures;
  AdrefBlock block = {
      .x = adref_compose_start(composing), .gap = measures->gap, .leading = measures->leading};
  block.align = measures->is_ragged ? ADREF_ALIGN_START : ADREF_ALIGN_JUSTIFIED;
  block.width = measures->measure - block.x - (composing->quotes > 0 ? measures->indent * 0.6F : 0);
  block.element =
      tag ? adref_flow_element(composing->flow, tag, adref_compose_parent(composing)) : 0;
  if (composing->flow->column &&
      !adref_script_is_dense(adref_shaper_script(composing->flow->setter->shaper)))
    block.align = ADREF_ALIGN_START;
  if (composing->clause && adref_redline_is_changed(composing->clause)) {
    block.bar = ADREF_INK;
    block.bar_x = composing->flow->column ? -8 : -14;
  }
  return block;
}

void adref_compose_hang(AdrefComposing *composing, AdrefBlock *block)
{
  if (composing->label->text->len == 0)
    return;
  const AdrefComposedList *list = adref_compose_list(composing);
  float step = composing->flow->measures.indent * (!list ? 1 : list->ordered ? 0.9F : 0.5F);
  block->label = composing->label;
  block->label_x = MAX(block->x - step, 0);
  block->label_width = block->x - block->label_x - 3;
  block->label_element = list ? list->label : block->element;
}

/* A note stands in the margin, beside the paragraph before; below it where the margin has no room.
 */
static void set_note(AdrefComposing *composing, const AdrefPassage *note)
{
  AdrefFlow *flow = composing->flow;
  AdrefBlock block = adref_compose_block(composing, NULL);
  block.element = adref_flow_element(flow, "Note", composing->root);
  block.leading *= 0.76F;
  block.tint = ADREF_INK_TINT;
  if (!(flow->measures.notes > 0) || !adref_flow_aside(flow, note, block.element, block.leading))
    adref_flow_block(flow, note, &block);
}

void adref_compose_notes(AdrefComposing *composing)
{
  for (guint i = 0; i < composing->notes->len; i++)
    set_note(composing, composing->notes->pdata[i]);
  g_ptr_array_set_size(composing->notes, 0);
}

static void set_foot(AdrefComposing *composing, const AdrefComposedFoot *foot)
{
  AdrefFlow *flow = composing->flow;
  const AdrefMeasures *measures = &flow->measures;
  AdrefBlock block = {.element = adref_flow_element(flow, "Note", composing->root),
                      .width = measures->measure,
                      .gap = measures->small * 0.25F,
                      .leading = measures->leading * ADREF_COMPOSE_FOOT,
                      .align = measures->is_ragged ? ADREF_ALIGN_START : ADREF_ALIGN_JUSTIFIED};
  guint number = adref_flow_foot(flow, foot->passage, &block);
  if (foot->caller > 0)
    adref_flow_foot_with(flow, foot->caller, number);
  adref_passage_free(foot->passage);
}

void adref_compose_foots(AdrefComposing *composing)
{
  for (guint i = 0; i < composing->foots->len; i++)
    set_foot(composing, &g_array_index(composing->foots, AdrefComposedFoot, i));
  g_array_set_size(composing->foots, 0);
}

void adref_compose_end(AdrefComposing *composing, const AdrefBlock *block)
{
  AdrefBlock own = *block;
  adref_compose_foots(composing);
  own.gap += composing->below_head;
  composing->below_head = 0;
  adref_flow_block(composing->flow, composing->passage, &own);
  adref_passage_clear(composing->passage);
  adref_passage_clear(composing->label);
  composing->is_close = FALSE;
  adref_compose_notes(composing);
}

void adref_compose_label(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                         const char *words)
{
  g_autofree char *apart = g_strconcat(words, " ", NULL);
  adref_passage_clear(composing->label);
  adref_passage_add(composing->label, adref_setter_look(composing->flow->setter, look), node, apart,
                    strlen(apart));
}
