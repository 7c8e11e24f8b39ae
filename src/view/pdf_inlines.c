#include <string.h>

#include "view/pdf_composer.h"

enum {
  BRACKET = 0x9B1C1C,
  AGREED = 0x1E6B3A,
};

static void add_break(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  AdrefLook look = adref_compose_look(composing);
  if (node->mark != ADREF_KEPT)
    adref_compose_add(composing, &look, "\342\206\265");
  adref_compose_add(composing, &look, "\342\200\250");
}

static void enter_code(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  composing->mono++;
  AdrefLook look = adref_compose_look(composing);
  adref_compose_text(composing, &look, node, node->text, node->length);
  composing->mono--;
}

static void enter_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefComposing *)data)->italic++;
}

static void leave_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefComposing *)data)->italic--;
}

static void enter_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefComposing *)data)->bold++;
}

static void leave_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefComposing *)data)->bold--;
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  AdrefComposing *composing = data;
  if (composing->linked || (!url && !clause))
    return;
  guint place = clause ? GPOINTER_TO_UINT(g_hash_table_lookup(composing->places, clause)) : 0;
  composing->linked = node;
  composing->link = adref_flow_link(composing->flow, clause ? NULL : g_strdup(url), place);
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  if (composing->linked != node)
    return;
  composing->linked = NULL;
  composing->link = 0;
}

static AdrefLook raised(const AdrefComposing *composing)
{
  AdrefLook look = adref_compose_look(composing);
  look.rise = look.face.size * 0.36F;
  look.face.size *= 0.66F;
  return look;
}

static void add_number(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                       guint number)
{
  g_autofree char *digits = g_strdup_printf("%u", number);
  adref_compose_add_in(composing, look, node, digits, strlen(digits));
}

/* A note waits, with the number that it will have in the flow. What is called in a note is called
 * by the one that the text calls. */
static void call_foot(AdrefComposing *composing, guint number)
{
  AdrefComposedFoot foot = {NULL, number, composing->foot};
  composing->foot_of[number] = adref_flow_next_foot(composing->flow) + composing->foots->len;
  g_array_append_val(composing->foots, foot);
}

static AdrefPassage *read_foot(AdrefComposing *composing, const AdrefComposedFoot *foot)
{
  AdrefComposing outer = *composing;
  AdrefPassage *passage = composing->passage = adref_passage_new();
  composing->foot = foot->caller > 0 ? foot->caller : composing->foot_of[foot->number];
  composing->table = NULL;
  composing->bold = composing->italic = composing->mono = composing->link = 0;
  composing->linked = NULL;
  AdrefLook look = raised(composing), space = adref_compose_look(composing);
  const AdrefNode *words = adref_footnotes_words(composing->footnotes, foot->number);
  add_number(composing, &look, NULL, foot->number);
  adref_compose_add(composing, &space, "\302\240");
  for (const AdrefNode *word = words->first; word; word = word->next)
    adref_driver_run(composing->driver, word);
  *composing = outer;
  return passage;
}

/* Reads the words of the notes that wait, and of those that are called in them. */
static void read_foots(AdrefComposing *composing)
{
  for (guint i = 0; i < composing->foots->len; i++) {
    AdrefComposedFoot foot = g_array_index(composing->foots, AdrefComposedFoot, i);
    if (!foot.passage) {
      AdrefPassage *passage = read_foot(composing, &foot);
      g_array_index(composing->foots, AdrefComposedFoot, i).passage = passage;
    }
  }
}

static void enter_footnote(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  guint number = adref_footnotes_number(composing->footnotes, node);
  AdrefLook look = raised(composing);
  if (number == 0) {
    adref_compose_text(composing, &look, node, node->text, node->length);
    return;
  }
  if (composing->foot_of[number] == 0) {
    call_foot(composing, number);
    if (composing->foot == 0)
      read_foots(composing);
  }
  look.foot = composing->foot_of[number];
  add_number(composing, &look, node, number);
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  AdrefLook look = adref_compose_look(composing),
            small = adref_compose_small(composing, AGREED, TRUE);
  adref_compose_add_in(composing, &look, node, " ", 1);
  adref_compose_add_in(composing, &small, node, "[Agreed ad ref]", 15);
}

/* Brackets stand out in black and white too: they are bold. */
static void add_sign(AdrefComposing *composing, const AdrefNode *node, const char *sign)
{
  AdrefLook look = adref_compose_look(composing);
  look.face.is_bold = TRUE;
  look.face.is_italic = FALSE;
  if (composing->mark == ADREF_KEPT)
    look.color = BRACKET;
  look.link = 0;
  adref_compose_add_in(composing, &look, node, sign, strlen(sign));
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  add_sign(data, node, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  AdrefLook look = adref_compose_look(composing);
  adref_compose_add(composing, &look, " ");
  add_sign(composing, node, "/");
  adref_compose_add(composing, &look, " ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  add_sign(data, node, "]");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  AdrefComposing *composing = data;
  AdrefLook look = adref_compose_look(composing),
            small = adref_compose_small(composing, ADREF_INK_PARTY, TRUE);
  g_autofree char *words = adref_positions_text(groups);
  adref_compose_add(composing, &look, " ");
  adref_compose_add_in(composing, &small, node, "\342\200\223\302\240", 5);
  adref_compose_add_in(composing, &small, node, words, strlen(words));
}

static void begin(gpointer data, AdrefMark mark)
{
  ((AdrefComposing *)data)->mark = mark;
}

static void end(gpointer data, AdrefMark mark)
{
  (void)mark;
  ((AdrefComposing *)data)->mark = ADREF_KEPT;
}

static void sign(gpointer data, const char *text)
{
  AdrefComposing *composing = data;
  AdrefLook look = adref_compose_small(composing, ADREF_INK_SOFT, FALSE);
  adref_compose_add(composing, &look, text);
}

void adref_compose_words(AdrefWriteTable *table)
{
  const struct {
    AdrefNodeType type;
    AdrefWriteNode enter, leave;
  } rows[] = {
      {ADREF_LINE_BREAK, add_break, NULL},    {ADREF_CODE, enter_code, NULL},
      {ADREF_EMPH, enter_emph, leave_emph},   {ADREF_STRONG, enter_strong, leave_strong},
      {ADREF_LINK, NULL, leave_link},         {ADREF_IMAGE, NULL, leave_link},
      {ADREF_FOOTNOTE, enter_footnote, NULL}, {ADREF_AD_REF, enter_ad_ref, NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    table->nodes[rows[i].type].enter = rows[i].enter;
    table->nodes[rows[i].type].leave = rows[i].leave;
  }
  table->link = link_target;
  table->open = open_bracket;
  table->slash = slash;
  table->close = close_bracket;
  table->positions = positions;
  table->begin = begin;
  table->end = end;
  table->sign = sign;
}
