#include "view/pdf_summary.h"

#include <string.h>

#include "view/redline.h"

enum {
  INK = 0x111111,
  SOFT = 0x4A4A4A,
  WENT = 0x9B1C1C,
  CAME = 0x0B4F8A
};

typedef struct {
  AdrefFlow *flow;
  AdrefPassage *words;
} Preface;

static void add(const Preface *preface, const char *words, guint color, gboolean is_bold,
                guint lines)
{
  AdrefLook look = {.face = {ADREF_SANS, is_bold, FALSE, preface->flow->measures.size * 0.82F},
                    .color = color,
                    .lines = lines};
  adref_passage_add(preface->words, adref_setter_look(preface->flow->setter, &look), NULL, words,
                    strlen(words));
}

/* Words that read from left to right also on a page that is mirrored: "2 #b", and a sentence of
 * English with its full stop. */
static void add_from_left(const Preface *preface, const char *words, guint color)
{
  static const char isolate[] = "\342\201\246", end[] = "\342\201\251"; /* U+2066, U+2069 */
  gboolean is_rtl = preface->flow->setter->is_rtl;
  g_autofree char *isolated = is_rtl ? g_strconcat(isolate, words, end, NULL) : NULL;
  add(preface, is_rtl ? isolated : words, color, FALSE, 0);
}

/* A paragraph of English, whatever the language of the text. */
static guint new_english(AdrefFlow *flow)
{
  guint element = adref_flow_element(flow, "P", 0);
  adref_flow_language(flow, element, "en");
  return element;
}

static void end_line(const Preface *preface, float gap, gboolean keeps_next)
{
  const AdrefMeasures *measures = &preface->flow->measures;
  AdrefBlock block = {.element = new_english(preface->flow),
                      .width = measures->measure,
                      .gap = gap,
                      .leading = measures->leading * 0.84F,
                      .align = ADREF_ALIGN_START,
                      .keeps_next = keeps_next,
                      .is_uncounted = TRUE};
  adref_flow_block(preface->flow, preface->words, &block);
  adref_passage_clear(preface->words);
}

static void add_pair(const Preface *preface, const AdrefMatter *matter)
{
  if (matter->old[0])
    add(preface, matter->old, WENT, FALSE, ADREF_DRAWN_STRUCK);
  const char *arrow = preface->flow->setter->is_rtl ? " \342\206\220 " : " \342\206\222 ";
  add(preface, matter->old[0] ? arrow : "+ ", SOFT, FALSE, 0); /* no arrow is mirrored */
  if (matter->new[0])
    add(preface, matter->new, CAME, FALSE, ADREF_DRAWN_TWICE);
  else
    add(preface, "nothing", SOFT, FALSE, 0);
  if (matter->shift == ADREF_SHIFT_NONE)
    return;
  add(preface, ", ", INK, FALSE, 0);
  add(preface, adref_shift_word(matter->shift), INK, TRUE, 0);
}

static void add_matters(const Preface *preface, const GPtrArray *matters)
{
  for (guint i = 0; i < matters->len && i < ADREF_REVIEW_PAIRS; i++) {
    add(preface, i > 0 ? "; " : "", SOFT, FALSE, 0);
    add_pair(preface, matters->pdata[i]);
  }
  if (matters->len <= ADREF_REVIEW_PAIRS)
    return;
  g_autofree char *more = g_strdup_printf("; and %u more", matters->len - ADREF_REVIEW_PAIRS);
  add(preface, more, SOFT, FALSE, 0);
}

/* The name of a clause on the left, what changed in it on the right. */
static void set_entry(Preface *preface, const AdrefSummaryGroup *group,
                      const AdrefSummaryEntry *entry)
{
  AdrefFlow *flow = preface->flow;
  const AdrefMeasures *measures = &flow->measures;
  float names = measures->measure * 0.32F, gutter = measures->size;
  g_autofree char *name = adref_redline_name(entry->clause);
  g_autofree char *words = entry->matters->len > 0 ? NULL : adref_review_entry_words(group, entry);
  g_autoptr(AdrefPassage) left = adref_passage_new();
  AdrefPassage *right = preface->words;
  preface->words = left;
  add_from_left(preface, name, INK);
  preface->words = right;
  add(preface, words ? words : "", INK, FALSE, 0);
  add_matters(preface, entry->matters);
  AdrefCell cells[] = {{left, adref_flow_element(flow, "P", 0), measures->size, names},
                       {right, words ? new_english(flow) : adref_flow_element(flow, "P", 0),
                        measures->size + names + gutter,
                        measures->measure - names - gutter - measures->size}};
  adref_flow_row(flow, cells, G_N_ELEMENTS(cells), 1.5F, measures->leading * 0.84F, FALSE);
  adref_passage_clear(preface->words);
}

void adref_preface_set(AdrefFlow *flow, const AdrefNode *redline, const AdrefReview *review)
{
  g_autoptr(AdrefPassage) words = adref_passage_new();
  Preface preface = {flow, words};
  g_autoptr(GPtrArray) groups = adref_summary_new(redline, &review->only);
  g_autofree char *totals = adref_review_totals(redline);
  g_autofree char *both =
      g_strconcat("Redline: ", review->old, " \342\206\222 ", review->new, NULL);
  add(&preface, both, INK, TRUE, 0);
  end_line(&preface, flow->measures.gap * 1.5F, TRUE);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefSummaryGroup *group = groups->pdata[i];
    add(&preface, group->title, INK, TRUE, 0);
    end_line(&preface, flow->measures.gap, TRUE);
    for (guint j = 0; j < group->entries->len; j++)
      set_entry(&preface, group, group->entries->pdata[j]);
  }
  add_from_left(&preface, totals, SOFT);
  end_line(&preface, flow->measures.gap, FALSE);
  adref_flow_rule(flow, 0, flow->measures.measure, flow->measures.gap, 0.6F);
}
