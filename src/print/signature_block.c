#include "print/signature_block.h"

#include <string.h>

enum {
  COLUMNS = 2,
  INK = 0x111111
};

static AdrefPassage *new_name(AdrefFlow *flow, const char *name)
{
  AdrefLook look = {.face = {flow->measures.family, FALSE, FALSE, flow->measures.size},
                    .color = INK};
  AdrefPassage *passage = adref_passage_new();
  adref_passage_add(passage, adref_setter_look(flow->setter, &look), NULL, name, strlen(name));
  return passage;
}

/* The lines on which a row signs, with room to write above them. They stay with the names below. */
static void set_lines(AdrefFlow *flow, guint count, float width, float step)
{
  AdrefBox box = {.gap = flow->measures.size * 5,
                  .above = 0.6F,
                  .first_segment = flow->segments->len,
                  .first_blot = flow->blots->len,
                  .blots = count};
  for (guint i = 0; i < count; i++) {
    AdrefBlot blot = {(float)i * step, 0, width, 0.6F, INK};
    g_array_append_val(flow->blots, blot);
  }
  adref_flow_box(flow, &box);
}

static void set_row(AdrefFlow *flow, const char *const *names, guint count)
{
  float gutter = flow->measures.size * 3;
  float width = (flow->measures.measure - gutter) / COLUMNS, step = width + gutter;
  AdrefCell cells[COLUMNS];
  AdrefPassage *passages[COLUMNS];
  set_lines(flow, count, width, step);
  for (guint i = 0; i < count; i++) {
    passages[i] = new_name(flow, names[i]);
    cells[i] = (AdrefCell){passages[i], adref_flow_element(flow, "P", 0), (float)i * step, width};
  }
  flow->keep = ADREF_KEEP;
  adref_flow_row(flow, cells, count, flow->measures.size * 0.4F, flow->measures.leading, FALSE);
  for (guint i = 0; i < count; i++)
    adref_passage_free(passages[i]);
}

void adref_signatures_set(AdrefFlow *flow, const char *const *names)
{
  guint count = g_strv_length((char **)(guintptr)names);
  for (guint i = 0; i < count; i += COLUMNS)
    set_row(flow, names + i, MIN(COLUMNS, count - i));
}
