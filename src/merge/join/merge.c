#include "merge/join/merge.h"

#include "base/error.h"
#include "clause/labels/label_lists.h"
#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "merge/join/item_references.h"
#include "merge/join/merge_events.h"
#include "merge/join/merge_result.h"
#include "merge/join/side_notes.h"

static gboolean has_facts_of(const AdrefMergeContext *self, guint side, const AdrefNode *document)
{
  return g_strcmp0(self->sides[side].document->text, document->text) == 0;
}

/* The front matter: the side that changed it; what several changed differently stays. */
static AdrefNode *new_document(AdrefMergeContext *self, const AdrefNode *base)
{
  const AdrefNode *chosen = base;
  gboolean open = FALSE;
  for (guint s = 0; s < self->count; s++) {
    if (has_facts_of(self, s, base) || has_facts_of(self, s, chosen))
      continue;
    open = open || chosen != base || self->options->compile;
    chosen = self->sides[s].document;
  }
  if (chosen == base)
    return adref_node_copy(base);
  AdrefMergeEvent *event = adref_merge_event_add(
      self, open ? ADREF_MERGE_UNPLACED : ADREF_MERGE_TAKEN, "the facts above the text");
  for (guint s = 0; s < self->count; s++)
    if (!has_facts_of(self, s, base))
      adref_merge_event_add_side(self, event, s);
  return adref_node_copy(open ? base : chosen);
}

static void put_all(AdrefMergeResult *self)
{
  const GArray *order = self->clauses->order;
  for (guint i = 0; i < order->len; i++)
    adref_merge_result_put(self, &g_array_index(order, AdrefMergePlace, i));
}

static void context_init(AdrefMergeContext *context, const AdrefNode *base)
{
  adref_merge_word_reader_init(&context->reader, context->options->language,
                               context->options->parties);
  context->aligner = adref_aligner_new();
  context->references = g_new0(AdrefReferenceNumbers, context->count + 1);
  for (guint s = 0; s < context->count; s++)
    adref_reference_numbers_init(&context->references[s], context->sides[s].document, NULL);
  adref_reference_numbers_init(&context->references[context->count], base, NULL);
}

static void context_clear(AdrefMergeContext *context)
{
  adref_merge_word_reader_clear(&context->reader);
  adref_aligner_free(context->aligner);
  for (guint s = 0; s <= context->count; s++)
    adref_reference_numbers_clear(&context->references[s]);
  g_free(context->references);
}

/* The labels of several texts together may be others than those of each: references to items that
 * stand as a side has them lead to the items of that side. */
static void follow_items(const AdrefMergeSide *sides, guint count, const char *language,
                         AdrefNode *out)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func(adref_item_reference_change_free);
  g_autoptr(GPtrArray) problems = adref_problems_new(); /* said when the text is read */
  for (guint s = 0; s < count && adref_item_references_exist(out); s++)
    adref_item_references_follow(sides[s].document, out, language, changes, problems);
}

static void mend_lists(const AdrefNode *base, const AdrefMergeSide *sides, guint count,
                       AdrefNode *out)
{
  g_autoptr(GHashTable) gaps = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  adref_label_gaps_add(gaps, base);
  for (guint s = 0; s < count; s++)
    adref_label_gaps_add(gaps, sides[s].document);
  adref_label_lists_mend(out, gaps);
}

static AdrefNode *merge(const AdrefNode *base, const AdrefMergeSide *sides, guint count,
                        const AdrefMergeOptions *options, AdrefMergeReport *report)
{
  AdrefMergeContext context = {
      .sides = sides, .count = count, .options = options, .report = report};
  AdrefMergeClauses clauses = {0};
  context_init(&context, base);
  adref_merge_clauses_init(&clauses, &context, base);
  AdrefMergeResult result;
  adref_merge_result_init(&result, &context, &clauses, base, new_document(&context, base));
  put_all(&result);
  adref_merge_result_finish(&result);
  adref_merge_clauses_clear(&clauses);
  context_clear(&context);
  adref_merge_result_clear(&result);
  mend_lists(base, sides, count, result.out);
  adref_node_pair_bracket_edges(result.out);
  if (!options->compile)
    follow_items(sides, count, options->language, result.out);
  return result.out;
}

static AdrefNode *wrapped_copy(const AdrefNode *document)
{
  AdrefNode *copy = adref_node_copy_tree(document, ADREF_KEPT);
  adref_node_pair_bracket_edges(copy);
  adref_label_lists_wrap_alone(copy);
  return copy;
}

/* Where one text has a list with labels, of which another one has left "(b)", that is a list too.
 */
static AdrefNode *merge_lists(const AdrefNode *base, const AdrefMergeSide *sides, guint count,
                              const AdrefMergeOptions *options, AdrefMergeReport *report)
{
  gboolean has_lists = adref_label_lists_exist(base);
  for (guint s = 0; s < count && !has_lists; s++)
    has_lists = adref_label_lists_exist(sides[s].document);
  if (!has_lists)
    return merge(base, sides, count, options, report);
  g_autoptr(AdrefNode) copy = wrapped_copy(base);
  g_autofree AdrefMergeSide *own = g_memdup2(sides, count * sizeof *sides);
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free);
  for (guint s = 0; s < count; s++) {
    g_ptr_array_add(documents, wrapped_copy(sides[s].document));
    own[s].document = documents->pdata[s];
  }
  return merge(copy, own, count, options, report);
}

AdrefNode *adref_merge(const AdrefNode *base, const AdrefMergeSide *sides, guint count,
                       const AdrefMergeOptions *options, AdrefMergeReport *report)
{
  g_auto(AdrefSideNotes) notes;
  adref_side_notes_init(&notes, base, sides, count);
  return merge_lists(base, notes.sides, count, options, report);
}
