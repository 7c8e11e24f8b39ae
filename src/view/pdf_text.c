#include "view/pdf_text.h"

#include <string.h>

#include "print/signature_block.h"
#include "view/pdf_composer.h"
#include "view/pdf_summary.h"
#include "view/pipe_table.h"
#include "view/redline.h"
#include "view/ruby.h"

/* Clauses */

static void enter_clause(gpointer data, const AdrefNode *node)
{
  AdrefComposing *composing = data;
  composing->clause = node;
  composing->has_number = FALSE;
  composing->indents = 0;
  if (!composing->is_untargeted)
    adref_flow_target(composing->flow,
                      GPOINTER_TO_UINT(g_hash_table_lookup(composing->places, node)));
  if (node->as.clause->kind == ADREF_ANNEX && node->prev && node->mark != ADREF_DELETED)
    adref_flow_new_page(composing->flow);
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  (void)node;
  AdrefComposing *composing = data;
  composing->clause = NULL;
  composing->has_number = FALSE;
  adref_passage_clear(composing->label);
}

/* Paragraphs of a series begin with an indent, and their number stands in it. Before anything else
 * the number hangs. */
static gboolean begins_indented(const AdrefComposing *composing, const AdrefNode *clause)
{
  const AdrefNode *first = clause->first;
  return composing->flow->measures.is_run_in && adref_write_is_in_series(clause->as.clause->kind) &&
         first && first->type == ADREF_PARAGRAPH && adref_table_columns(first) == 0 &&
         !(composing->footnotes && adref_footnotes_skip(composing->footnotes, first));
}

static void run_in(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *clause,
                   const char *number)
{
  static const char quad[] = "\342\200\203";
  AdrefLook words = adref_compose_look(composing);
  adref_compose_add(composing, &words, quad);
  adref_compose_add(composing, &words, quad);
  if (!number)
    return;
  adref_compose_add_in(composing, look, clause, number, strlen(number));
  adref_compose_add(composing, &words, quad);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  (void)facts;
  AdrefComposing *composing = data;
  gboolean is_run_in = begins_indented(composing, clause);
  if (clause == composing->contents->title || (!number && !is_run_in))
    return;
  AdrefLook look = adref_compose_look(composing);
  look.lines = 0;
  look.color = ADREF_INK;
  if (clause->as.clause->kind == ADREF_PP)
    look = adref_compose_small(composing, ADREF_INK_SOFT, FALSE);
  composing->has_number = !is_run_in;
  if (is_run_in)
    run_in(composing, &look, clause, number);
  else
    adref_compose_label(composing, &look, clause, number);
}

static void notice(gpointer data, const AdrefNode *clause, const char *words)
{
  AdrefComposing *composing = data;
  if (!words || !*words || composing->is_bare || clause == composing->contents->title)
    return;
  AdrefLook look = adref_compose_small(composing, ADREF_INK_SOFT, FALSE);
  adref_compose_add(composing, &look, words);
  AdrefBlock block = adref_compose_block(composing, "P");
  adref_flow_language(composing->flow, block.element, "en");
  block.leading *= 0.8F;
  block.align = ADREF_ALIGN_START;
  block.keeps_next = TRUE;
  block.is_uncounted = TRUE;
  adref_flow_block(composing->flow, composing->passage, &block);
  adref_passage_clear(composing->passage);
  composing->is_close = TRUE;
}

/* Headings */

/* Headings come in the order of the contents, but where clauses stand beside those of another text.
 */
static const AdrefContentsEntry *entry_of(AdrefComposing *composing, const AdrefNode *node)
{
  const GArray *entries = composing->contents->entries;
  for (guint passed = 0; passed < entries->len; passed++) {
    guint at = composing->heading++ % entries->len;
    const AdrefContentsEntry *entry = &g_array_index(entries, AdrefContentsEntry, at);
    if (entry->heading == node)
      return entry;
  }
  return NULL;
}

static void enter_heading(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefComposing *)data)->bold++;
}

typedef struct {
  float scale, above; /* in sizes of the text */
  gboolean is_centered;
} Heading;

static Heading heading_of(const AdrefComposing *composing, guint level)
{
  gboolean in_annex = composing->clause && composing->clause->as.clause->kind == ADREF_ANNEX;
  if (level == 1)
    return (Heading){1.5F, 0, TRUE};
  if (level == 2)
    return (Heading){in_annex ? 1.3F : 1.16F, in_annex ? 0 : 1.9F,
                     in_annex || composing->flow->measures.has_centered};
  return (Heading){1, 1.4F, FALSE};
}

static void scale_passage(AdrefComposing *composing, float scale)
{
  for (guint i = 0; i < composing->passage->spans->len; i++) {
    AdrefSpan *span = &g_array_index(composing->passage->spans, AdrefSpan, i);
    AdrefLook look = g_array_index(composing->flow->setter->looks, AdrefLook, span->look);
    look.face.size *= scale;
    look.rise *= scale;
    span->look = adref_setter_look(composing->flow->setter, &look);
  }
}

static void leave_heading(gpointer data, const AdrefNode *node)
{
  static const char *const tags[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
  AdrefComposing *composing = data;
  const AdrefContentsEntry *entry = entry_of(composing, node);
  guint level = entry ? CLAMP(entry->level, 1, G_N_ELEMENTS(tags)) : 2;
  Heading heading = heading_of(composing, level);
  composing->bold--;
  scale_passage(composing, heading.scale);
  g_autofree char *words = composing->is_unmarked
                               ? NULL
                               : adref_ruby_strip(adref_node_words(node), composing->how->language);
  if (words && *words)
    adref_flow_bookmark(composing->flow, level, g_steal_pointer(&words));
  /* Programs that read to people want the first level of headings to be used. */
  gboolean is_untitled = !composing->contents->title && !composing->how->title;
  AdrefBlock block =
      adref_compose_block(composing, tags[level - (is_untitled && level > 1 ? 2 : 1)]);
  adref_compose_hang(composing, &block);
  block.gap = MAX(heading.above * composing->flow->measures.size, composing->flow->measures.gap);
  block.leading *= heading.scale * 0.94F;
  block.align = heading.is_centered ? ADREF_ALIGN_CENTER : ADREF_ALIGN_START;
  block.keeps_next = TRUE;
  composing->passage->is_heading = TRUE;
  adref_compose_end(composing, &block);
}

/* The title and what stands below it */

static guint set_centered(AdrefComposing *composing, const char *words, const AdrefLook *look,
                          const char *tag, float gap)
{
  adref_compose_add(composing, look, words);
  AdrefBlock block = adref_compose_block(composing, tag);
  block.gap = gap;
  block.align = ADREF_ALIGN_CENTER;
  block.leading = look->face.size * adref_shaper_script(composing->flow->setter->shaper)->leading;
  block.is_uncounted = TRUE;
  composing->passage->is_heading = TRUE;
  adref_compose_end(composing, &block);
  return block.element;
}

static void set_head(AdrefComposing *composing, const AdrefDriver *driver, const AdrefTally *tally)
{
  const AdrefMeasures *measures = &composing->flow->measures;
  AdrefLook look = adref_compose_look(composing);
  g_autofree char *title = composing->how->title ? g_strdup(composing->how->title) : NULL;
  if (composing->contents->title) {
    adref_driver_run(driver, composing->contents->title);
  } else if (title) {
    look.face.size *= 1.5F;
    look.face.is_bold = TRUE;
    if (!composing->is_unmarked)
      adref_flow_bookmark(composing->flow, 1, g_strdup(title));
    set_centered(composing, title, &look, "H1", 0);
  }
  look = adref_compose_look(composing);
  look.face.is_italic = TRUE;
  if (composing->how->role)
    set_centered(composing, composing->how->role, &look, "P", measures->gap);
  if (composing->sheet->occasion)
    set_centered(composing, composing->sheet->occasion, &look, "P", measures->gap);
  if (composing->how->view == ADREF_VIEW_NEGOTIATING || tally->brackets + tally->placeholders > 0) {
    g_autofree char *words = adref_tally_words(tally);
    AdrefLook small = adref_compose_small(composing, ADREF_INK_SOFT, FALSE);
    adref_flow_language(composing->flow, set_centered(composing, words, &small, "P", measures->gap),
                        "en");
  }
}

static void free_passage(gpointer passage)
{
  adref_passage_free(passage);
}

static GHashTable *number_clauses(const AdrefNode *document, guint first)
{
  GHashTable *places = g_hash_table_new(NULL, NULL);
  guint place = first;
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    g_hash_table_insert(places, clause, GUINT_TO_POINTER(place++));
  return places;
}

struct AdrefGalley {
  AdrefComposing composing;
  AdrefWriteTable table;
  AdrefDriver driver;
};

AdrefGalley *adref_galley_new(AdrefFlow *flow, const AdrefNode *document, const AdrefWriting *how,
                              const AdrefSheet *sheet, guint first)
{
  AdrefGalley *galley = g_new0(AdrefGalley, 1);
  galley->composing =
      (AdrefComposing){.flow = flow,
                       .how = how,
                       .sheet = sheet,
                       .contents = adref_contents_new(document, FALSE),
                       .places = number_clauses(document, first),
                       .passage = adref_passage_new(),
                       .label = adref_passage_new(),
                       .parents = g_array_new(FALSE, FALSE, sizeof(guint)),
                       .lists = g_array_new(FALSE, FALSE, sizeof(AdrefComposedList)),
                       .notes = g_ptr_array_new_with_free_func(free_passage),
                       .driver = &galley->driver,
                       .has_ruby = adref_ruby_is_used(how->language),
                       .foots = g_array_new(FALSE, FALSE, sizeof(AdrefComposedFoot))};
  AdrefWriteTable *table = &galley->table;
  table->label = label;
  table->notice = notice;
  table->nodes[ADREF_CLAUSE].enter = enter_clause;
  table->nodes[ADREF_CLAUSE].leave = leave_clause;
  table->nodes[ADREF_HEADING].enter = enter_heading;
  table->nodes[ADREF_HEADING].leave = leave_heading;
  adref_compose_blocks(table);
  adref_compose_words(table);
  galley->driver = adref_driver(document, how, table, &galley->composing);
  return galley;
}

void adref_galley_free(AdrefGalley *galley)
{
  if (!galley)
    return;
  AdrefComposing *composing = &galley->composing;
  adref_driver_clear(&galley->driver);
  adref_contents_free(composing->contents);
  g_hash_table_unref(composing->places);
  adref_passage_free(composing->passage);
  adref_passage_free(composing->label);
  g_array_unref(composing->parents);
  g_array_unref(composing->lists);
  g_ptr_array_unref(composing->notes);
  g_array_unref(composing->foots);
  adref_footnotes_free(composing->footnotes);
  g_free(composing->foot_of);
  g_free(galley);
}

AdrefComposing *adref_galley_composing(AdrefGalley *galley)
{
  return &galley->composing;
}

void adref_galley_head(AdrefGalley *galley, const AdrefTally *tally)
{
  set_head(&galley->composing, &galley->driver, tally);
  galley->composing.below_head = galley->composing.flow->measures.size;
}

void adref_galley_put(AdrefGalley *galley, const AdrefNode *clause)
{
  adref_driver_run(&galley->driver, clause);
}

static void find_footnotes(AdrefGalley *galley, const AdrefNode *document)
{
  AdrefFootnotes *footnotes = adref_footnotes_new(document);
  galley->driver.footnotes = galley->composing.footnotes = footnotes;
  galley->composing.foot_of = g_new0(guint, adref_footnotes_count(footnotes) + 1);
}

void adref_galley_fill(AdrefFlow *flow, const AdrefNode *document, const AdrefWriting *how,
                       const AdrefSheet *sheet, const AdrefTally *tally, const AdrefReview *review)
{
  g_autoptr(AdrefGalley) galley = adref_galley_new(flow, document, how, sheet, 0);
  if (!review)
    find_footnotes(galley, document);
  adref_galley_head(galley, tally);
  if (review)
    adref_preface_set(flow, document, review);
  const char *const *signatories = how->signatories;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (signatories && clause->as.clause->kind == ADREF_ANNEX)
      adref_signatures_set(flow, g_steal_pointer(&signatories));
    if (clause != galley->composing.contents->title)
      adref_galley_put(galley, clause);
  }
  if (signatories)
    adref_signatures_set(flow, signatories);
  adref_flow_end(flow);
}
