#include "print/signature_block.h"

#include <string.h>

#include "print/page_flow_private.h"

enum {
  COLUMNS = 2,
  TEXT_COLOR = 0x111111
};

/* As multiples of the size of the letters: room to write in; from the line to the name below it. */
static const float room = 5, name_gap = 0.4F;

static AdrefStyledText *new_name(AdrefPageFlow *flow, const char *name)
{
  AdrefTextStyle style = {.face = {flow->geometry.family, FALSE, FALSE, flow->geometry.size},
                          .color = TEXT_COLOR};
  AdrefStyledText *styled_text = adref_styled_text_new();
  adref_styled_text_add(styled_text, adref_line_breaker_style(flow->breaker, &style), NULL, name,
                        strlen(name));
  return styled_text;
}

/* The signature lines of a row, with room to write above them. They stay with the names below. */
static void set_lines(AdrefPageFlow *flow, guint count, float width, float step, gboolean stays)
{
  AdrefLineBox box = {.gap = flow->geometry.size * room,
                      .above = 0.6F,
                      .first_segment = flow->segments->len,
                      .first_rect = flow->rects->len,
                      .rects = count,
                      .break_before = stays ? ADREF_PAGE_BREAK_AVOID : ADREF_PAGE_BREAK_ALLOWED};
  for (guint i = 0; i < count; i++) {
    AdrefFilledRect rect = {(float)i * step, 0, width, 0.6F, TEXT_COLOR};
    g_array_append_val(flow->rects, rect);
  }
  adref_page_flow_add_box(flow, &box);
}

static void set_row(AdrefPageFlow *flow, const char *const *names, guint count, gboolean stays)
{
  float gutter = flow->geometry.size * 3;
  float width = (flow->geometry.measure - gutter) / COLUMNS, step = width + gutter;
  AdrefTableCell cells[COLUMNS];
  AdrefStyledText *styled_texts[COLUMNS];
  set_lines(flow, count, width, step, stays);
  for (guint i = 0; i < count; i++) {
    styled_texts[i] = new_name(flow, names[i]);
    cells[i] = (AdrefTableCell){styled_texts[i], adref_page_flow_add_element(flow, "P", 0),
                                (float)i * step, width, ADREF_TEXT_ALIGN_START};
  }
  flow->break_before = ADREF_PAGE_BREAK_AVOID;
  adref_page_flow_add_row(flow, cells, count, flow->geometry.size * name_gap,
                          flow->geometry.leading, FALSE);
  for (guint i = 0; i < count; i++)
    adref_styled_text_free(styled_texts[i]);
}

/* Whether all rows have room on a page, with a good part of the text above them. */
static gboolean fits(const AdrefPageFlow *flow, guint rows)
{
  const AdrefPageGeometry *page = &flow->geometry;
  float row = page->size * (room + name_gap) + page->leading;
  return (float)rows * row < (page->height - page->top - page->bottom) * 0.7F;
}

/* The first row stays with the text that is signed: a page of signatures alone could be put behind
 * any text. So do all rows that have room with it. */
void adref_signature_block_set(AdrefPageFlow *flow, const char *const *names)
{
  guint count = g_strv_length((char **)(guintptr)names);
  gboolean together = fits(flow, (count + COLUMNS - 1) / COLUMNS);
  for (guint i = 0; i < count; i += COLUMNS)
    set_row(flow, names + i, MIN(COLUMNS, count - i), i == 0 || together);
}
