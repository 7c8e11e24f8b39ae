#include "merge/join/merge_children.h"

#include <string.h>

#include "clause/labels/label_lists.h"
#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/text/missing_items.h"
#include "clause/words.h"
#include "merge/compare/block_matching.h"
#include "merge/content_key.h"
#include "merge/join/merge_block.h"
#include "merge/join/merge_breaks.h"
#include "merge/join/merge_clauses.h"
#include "merge/join/merge_columns.h"
#include "merge/join/merge_events.h"
#include "merge/join/merge_level.h"
#include "merge/join/merge_rows.h"
#include "merge/join/merge_wrap.h"
#include "merge/join/shared_words.h"

enum {
  FEWEST_WORDS = 6,   /* of two new blocks that are forms of one */
  SHARED_PERCENT = 75 /* of the longer one's words that they share then */
};

/* --- the merge --- */

/* A node whose children are still to be merged. */
typedef struct {
  const AdrefNode *base;
  const AdrefNode **sides;
  guint8 *holders;   /* as in AdrefMergeChildren */
  gboolean is_whole; /* as in AdrefMergeContext */
  AdrefNode *out;
  const AdrefBlockMatches *matches; /* by side; NULL: they are still to be found. Borrowed */
} Task;

/* A bracket that is put around a block when its words are merged. */
typedef struct {
  AdrefNode *block;
  GArray *support, *delete; /* of guint */
} Wrap;

/* A table of the result that is made of tables with other columns. */
typedef struct {
  AdrefMergeColumns *columns;
  AdrefNode *out;
} Table;

typedef struct {
  AdrefMergeChildren *children;
  AdrefMergeContext *context;
  GArray *tasks; /* of Task, in the order of the text; those before `done` are done */
  guint done;
  GArray *wraps;    /* of Wrap, the outer ones first */
  GArray *tables;   /* of Table */
  GPtrArray *lists; /* of AdrefNode: lists of the result that are of another kind in some text */
  AdrefInterner *contents;
} ChildMerge;

/* One task at work. */
typedef struct {
  Task task;
  AdrefMergeLevel level;
  guint8 *some_items;         /* by side: it has only some of the items, and the others stay */
  AdrefMergeDivided *divided; /* NULL: every child is put by itself */
} Level;

static void task_clear(gpointer task)
{
  g_free(((Task *)task)->sides);
  g_free(((Task *)task)->holders);
}

static void table_clear(gpointer table)
{
  adref_merge_columns_free(((Table *)table)->columns);
}

static void wrap_clear(gpointer data)
{
  Wrap *wrap = data;
  g_array_unref(wrap->support);
  g_array_unref(wrap->delete);
}

static gboolean is_of_two(const ChildMerge *self)
{
  return self->children->base_side != ADREF_MERGE_NO_SIDE;
}

static gboolean brackets_all(const ChildMerge *self)
{
  return self->context->options->compile || is_of_two(self);
}

static guint content_of(const ChildMerge *self, const AdrefNode *node, guint side)
{
  g_autoptr(GString) key = g_string_new(NULL);
  adref_content_key_append(key, node, &self->context->references[side]);
  return adref_interner_intern(self->contents, 0, key->str, key->len);
}

static guint base_references(const ChildMerge *self)
{
  return is_of_two(self) ? self->children->base_side : self->context->count;
}

static AdrefNode *put_copy(AdrefNode *out, const AdrefNode *node)
{
  AdrefNode *copy = adref_node_copy_tree(node, ADREF_KEPT);
  adref_node_append(out, copy);
  return copy;
}

static void add_wrap(ChildMerge *self, AdrefNode *block, const GArray *support,
                     const GArray *delete)
{
  Wrap wrap = {block, g_array_new(FALSE, FALSE, sizeof(guint)),
               g_array_new(FALSE, FALSE, sizeof(guint))};
  if (support && support->len > 0)
    g_array_append_vals(wrap.support, support->data, support->len);
  if (delete &&delete->len > 0)
    g_array_append_vals(wrap.delete, delete->data, delete->len);
  g_array_append_val(self->wraps, wrap);
}

/* --- new blocks --- */

static const AdrefNode *form_of(const ChildMerge *self, const AdrefMergeNewBlock *block)
{
  return adref_merge_new_block_form(block, self->context->count);
}

static void report_rival(const ChildMerge *self, const GArray *sides)
{
  AdrefMergeEvent *event =
      adref_merge_event_add(self->context, ADREF_MERGE_BRACKETED, "two forms of something new");
  for (guint i = 0; i < sides->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(sides, guint, i));
  self->context->report->brackets++;
}

/* A new block of a clause that stands in a bracket. */
static void report_new(const ChildMerge *self, const GArray *sides)
{
  AdrefMergeEvent *event = adref_merge_event_add(self->context, ADREF_MERGE_BRACKETED, NULL);
  for (guint i = 0; i < sides->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(sides, guint, i));
}

/* The forms of new blocks that say one thing, by side; `sides` gets the sides. Caller frees. */
static const AdrefNode **forms_of(const ChildMerge *self, const AdrefMergeNewBlock *block,
                                  const GPtrArray *rivals, GArray *sides)
{
  const AdrefNode **forms = g_new0(const AdrefNode *, self->context->count + 1);
  for (guint s = 0; s < self->context->count; s++) {
    forms[s] = block->forms[s];
    for (guint i = 0; i < rivals->len && !forms[s]; i++)
      forms[s] = ((const AdrefMergeNewBlock *)rivals->pdata[i])->forms[s];
    if (forms[s])
      g_array_append_val(sides, s);
  }
  return forms;
}

/* The paragraph that a block is, or an item holds alone; NULL: it is or holds something else. */
static const AdrefNode *only_paragraph(const AdrefNode *block)
{
  const AdrefNode *only =
      block->type == ADREF_ITEM && block->first == block->last ? block->first : block;
  return only && only->type == ADREF_PARAGRAPH ? only : NULL;
}

/* Whether two new blocks are forms of one paragraph; two short ones that differ in a name, "the
 * port of Hanoi" and "the port of Manila", may both be meant. */
static gboolean are_forms_of_one(const ChildMerge *self, const AdrefNode *a, const AdrefNode *b)
{
  const char *language = self->context->options->language;
  return a->type == b->type && only_paragraph(a) && only_paragraph(b) &&
         adref_count_words(a, language) >= FEWEST_WORDS &&
         adref_count_words(b, language) >= FEWEST_WORDS &&
         adref_shared_words_of_nodes(a, b) >= SHARED_PERCENT;
}

/* The new block whose form all differences are shown against: the first one in an order that does
 * not depend on the order of the sides. */
static const AdrefMergeNewBlock *choose_block(const AdrefMergeNewBlock *block,
                                              const GPtrArray *rivals)
{
  for (guint i = 0; i < rivals->len; i++) {
    const AdrefMergeNewBlock *other = rivals->pdata[i];
    block = g_bytes_compare(other->content, block->content) < 0 ? other : block;
  }
  return block;
}

/* Forms of one new paragraph with brackets where they differ. NULL: no bracket can hold them. */
static AdrefNode *merge_paragraphs(const ChildMerge *self, const AdrefMergeNewBlock *block,
                                   const GPtrArray *rivals, const AdrefNode **forms)
{
  const AdrefMergeNewBlock *chosen = choose_block(block, rivals);
  const AdrefNode *base = form_of(self, chosen);
  g_autofree guint8 *holders = g_new0(guint8, self->context->count + 1);
  guint side = ADREF_MERGE_NO_SIDE;
  for (guint s = 0; s < self->context->count; s++) {
    if (!forms[s])
      continue;
    if (!are_forms_of_one(self, base, forms[s]))
      return NULL;
    holders[s] = 1;
    side = chosen->forms[s] && side == ADREF_MERGE_NO_SIDE ? s : side;
    forms[s] = chosen->forms[s] ? NULL : only_paragraph(forms[s]);
  }
  g_autoptr(AdrefNode) out = adref_node_copy(base);
  AdrefNode *paragraph = out;
  if (only_paragraph(base) != base) {
    paragraph = adref_node_copy(only_paragraph(base));
    adref_node_append(out, paragraph);
  }
  self->context->block = base;
  self->context->holders = holders;
  gboolean possible =
      adref_merge_block(self->context, only_paragraph(base), forms, side, paragraph);
  self->context->holders = NULL;
  return possible ? g_steal_pointer(&out) : NULL;
}

/* New blocks that say one thing as one block with brackets. FALSE: they are several. */
static gboolean put_one(ChildMerge *self, const Level *level, const AdrefMergeNewBlock *block,
                        const GPtrArray *rivals)
{
  g_autoptr(GArray) sides = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree const AdrefNode **forms = forms_of(self, block, rivals, sides);
  gboolean is_row = form_of(self, block)->type == ADREF_TABLE_ROW, differ = FALSE;
  AdrefNode *out = is_row ? adref_merge_rows(self->context, forms, brackets_all(self), &differ)
                          : merge_paragraphs(self, block, rivals, forms);
  if (!out)
    return FALSE;
  adref_node_append(level->task.out, out);
  self->context->block = out;
  if (is_row && differ)
    report_rival(self, sides);
  else if (is_row && brackets_all(self))
    report_new(self, sides);
  else if (brackets_all(self))
    add_wrap(self, out, sides, NULL);
  for (guint i = 0; i < rivals->len; i++)
    ((AdrefMergeNewBlock *)rivals->pdata[i])->is_placed = TRUE;
  return TRUE;
}

/* Those of `rivals` that do not stand in the result. Caller unrefs. */
static GPtrArray *open_rivals(const GPtrArray *rivals)
{
  GPtrArray *open = g_ptr_array_new();
  for (guint i = 0; i < rivals->len; i++)
    if (!((const AdrefMergeNewBlock *)rivals->pdata[i])->is_placed)
      g_ptr_array_add(open, rivals->pdata[i]);
  return open;
}

/* --- blocks that were divided or joined --- */

static void put_part(const ChildMerge *self, const Level *level, const AdrefMergePart *part)
{
  guint olds = level->level.olds->len;
  const AdrefNode *form = part->part < olds
                              ? level->level.olds->pdata[part->part]
                              : form_of(self, level->level.blocks->pdata[part->part - olds]);
  AdrefNode *paragraph = (AdrefNode *)(guintptr)part->paragraph;
  adref_node_append(level->task.out, adref_merge_divided_form(form, form, paragraph));
}

/* Puts what stands in the place of a block that was divided or joined. FALSE: it is put by itself.
 */
static gboolean put_divided(ChildMerge *self, const Level *level, guint number,
                            const AdrefNode *block)
{
  g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(AdrefMergePart));
  self->context->block = block;
  if (!level->divided || !adref_merge_divided_take(level->divided, number, parts))
    return FALSE;
  for (guint p = 0; p < parts->len; p++)
    put_part(self, level, &g_array_index(parts, AdrefMergePart, p));
  return TRUE;
}

/* What several sides have stands once, where the first of them has it. */
static void put_new(ChildMerge *self, const Level *level, const GArray *runs,
                    AdrefMergeNewBlock *block)
{
  if (block->is_placed)
    return;
  block->is_placed = TRUE;
  if (put_divided(self, level, level->level.olds->len + block->place, form_of(self, block)))
    return;
  g_autoptr(GPtrArray) rivals =
      is_of_two(self) ? g_ptr_array_new() : adref_merge_level_rivals(&level->level, runs, block);
  g_autoptr(GPtrArray) open = open_rivals(rivals);
  if (open->len > 0 && put_one(self, level, block, open))
    return;
  g_autoptr(GArray) sides = adref_merge_new_block_sides(block, self->context->count);
  gboolean rival = !brackets_all(self) && adref_merge_has_words(form_of(self, block)) &&
                   (rivals->len > 0 || adref_merge_runs_contest(runs, block));
  AdrefNode *copy = put_copy(level->task.out, form_of(self, block));
  self->context->block = form_of(self, block);
  if (rival)
    report_rival(self, sides);
  else if (self->context->options->compile && !is_of_two(self) && adref_merge_has_words(copy))
    report_new(self, sides);
  if (rival || (brackets_all(self) && adref_merge_has_words(copy)))
    add_wrap(self, copy, sides, NULL);
}

/* --- blocks of the base --- */

/* What the sides did to one child of the base. */
typedef struct {
  const AdrefNode *base;
  const AdrefNode **forms;             /* by side; NULL: unchanged or deleted */
  GArray *editors, *deleters, *movers; /* of guint */
  guint different;                     /* results among the editors, or more */
  guint8 *holders;                     /* as in AdrefMergeChildren */
  gboolean is_whole;                   /* as in AdrefMergeContext */
} Fate;

/* Whether a side that sent a part of the text sent some items of a clause only: "(b)" is still
 * "(b)" where "(a)" is missing. */
static gboolean has_some_items(const ChildMerge *self, const Level *level, guint side)
{
  gboolean missing = FALSE;
  if (!self->context->parts || !self->context->parts[side] || is_of_two(self))
    return FALSE;
  for (guint i = 0; i < level->level.olds->len; i++) {
    guint match = level->level.matches[side].in_order[i];
    AdrefItemLabel label = adref_block_label(level->level.olds->pdata[i]);
    if (match == ADREF_NO_MATCH) {
      missing = missing || label.length > 0;
      continue;
    }
    AdrefItemLabel own = adref_block_label(level->level.news[side]->pdata[match]);
    if (missing && adref_block_label_is_same(&label, &own))
      return TRUE;
  }
  return FALSE;
}

static void report_items(const ChildMerge *self, guint side)
{
  AdrefMergeEvent *event = adref_merge_event_add(
      self->context, ADREF_MERGE_PART, "the items that it leaves out stay, and are not deleted");
  adref_merge_event_add_side(self->context, event, side);
}

/* Whether a side changed nothing but the label of an item: others came or went before it. */
static gboolean is_relabelled(const ChildMerge *self, const Fate *fate, guint side)
{
  const AdrefNode *form = fate->forms[side];
  if (fate->base->type != ADREF_ITEM || !fate->base->text || !form->text)
    return FALSE;
  g_autoptr(GString) before = g_string_new(NULL), now = g_string_new(NULL);
  adref_content_key_append_unnumbered(before, fate->base,
                                      &self->context->references[base_references(self)]);
  adref_content_key_append_unnumbered(now, form, &self->context->references[side]);
  return g_string_equal(before, now);
}

/* Who counted an item anew does not want it against those who deleted it. */
static void leave_relabelled(const ChildMerge *self, Fate *fate)
{
  if (fate->deleters->len == 0 || brackets_all(self))
    return;
  for (guint i = fate->editors->len; i-- > 0;) {
    guint side = g_array_index(fate->editors, guint, i);
    if (!is_relabelled(self, fate, side))
      continue;
    fate->forms[side] = NULL;
    g_array_remove_index(fate->editors, i);
  }
}

static Fate fate_of(const ChildMerge *self, const Level *level, guint i)
{
  Fate fate = {.base = level->level.olds->pdata[i],
               .forms = g_new0(const AdrefNode *, self->context->count + 1),
               .editors = g_array_new(FALSE, FALSE, sizeof(guint)),
               .deleters = g_array_new(FALSE, FALSE, sizeof(guint)),
               .movers = g_array_new(FALSE, FALSE, sizeof(guint)),
               .holders = g_memdup2(level->task.holders, self->context->count),
               .is_whole = level->task.is_whole};
  guint content = content_of(self, fate.base, base_references(self));
  g_autoptr(GHashTable) contents = g_hash_table_new(NULL, NULL);
  for (guint s = 0; s < self->context->count; s++) {
    if (!level->level.news[s])
      continue;
    guint match = level->level.matches[s].in_order[i];
    if (level->level.moves[i] != ADREF_MERGE_STAYS &&
        level->level.matches[s].moved[i] != ADREF_NO_MATCH) {
      const guint8 *doubtful = level->level.matches[s].doubtful;
      match = level->level.matches[s].moved[i];
      fate.is_whole = fate.is_whole || (doubtful && doubtful[i]);
      g_array_append_val(fate.movers, s);
    }
    if (match == ADREF_NO_MATCH && level->some_items[s] && adref_block_label(fate.base).length > 0)
      continue;
    if (match == ADREF_NO_MATCH) {
      g_array_append_val(fate.deleters, s);
      if (fate.holders)
        fate.holders[s] = 0;
      continue;
    }
    const AdrefNode *form = level->level.news[s]->pdata[match];
    guint own = content_of(self, form, s);
    if (own == content)
      continue;
    fate.forms[s] = form;
    g_array_append_val(fate.editors, s);
    g_hash_table_add(contents, GUINT_TO_POINTER(own + 1));
  }
  fate.different = g_hash_table_size(contents);
  leave_relabelled(self, &fate);
  return fate;
}

static void fate_clear(Fate *fate)
{
  g_free(fate->forms);
  g_array_unref(fate->editors);
  g_array_unref(fate->deleters);
  g_array_unref(fate->movers);
  g_free(fate->holders);
}

/* The sides that have a block of a new clause (of guint). */
static GArray *holders_of(const ChildMerge *self, const Fate *fate)
{
  GArray *sides = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint s = 0; s < self->context->count; s++)
    if (fate->holders[s])
      g_array_append_val(sides, s);
  return sides;
}

/* A copy of a block of the base, without children, with the attributes that a side changed. */
static AdrefNode *merge_attributes(const ChildMerge *self, const Fate *fate)
{
  const AdrefNode *chosen = fate->base;
  for (guint i = 0; i < fate->editors->len && !brackets_all(self); i++) {
    const AdrefNode *form = fate->forms[g_array_index(fate->editors, guint, i)];
    if (adref_content_key_equal_nodes(form, fate->base) ||
        adref_content_key_equal_nodes(form, chosen))
      continue;
    if (chosen != fate->base) {
      chosen = fate->base;
      if (form->type == ADREF_HEADING || form->type == ADREF_TABLE)
        adref_merge_event_add(self->context, ADREF_MERGE_UNPLACED,
                              form->type == ADREF_HEADING ? "the level of a heading"
                                                          : "the columns of a table");
      break;
    }
    chosen = form;
  }
  return adref_node_copy(chosen);
}

/* Whether a row has other columns in some side. */
static gboolean has_other_columns(const Fate *fate)
{
  guint columns = 0;
  if (fate->base->type != ADREF_TABLE_ROW)
    return FALSE;
  for (const AdrefNode *cell = fate->base->first; cell; cell = cell->next)
    columns++;
  for (guint i = 0; i < fate->editors->len; i++) {
    guint own = 0;
    const AdrefNode *form = fate->forms[g_array_index(fate->editors, guint, i)];
    for (const AdrefNode *cell = form->first; cell; cell = cell->next)
      own++;
    if (own != columns)
      return TRUE;
  }
  return FALSE;
}

/* Whether a list has labels in some texts, and none in others. */
static gboolean has_other_labels(const Fate *fate)
{
  gboolean found = FALSE;
  for (guint i = 0; fate->base->type == ADREF_LIST && i < fate->editors->len; i++) {
    const AdrefNode *form = fate->forms[g_array_index(fate->editors, guint, i)];
    found = found || !form->as.list.labelled != !fate->base->as.list.labelled;
  }
  return found;
}

static void push(ChildMerge *self, const AdrefNode *base, const AdrefNode *const *sides,
                 const guint8 *holders, gboolean is_whole, AdrefNode *out)
{
  Task task = {.base = base,
               .sides = g_memdup2(sides, (self->context->count + 1) * sizeof *sides),
               .holders = g_memdup2(holders, self->context->count),
               .is_whole = is_whole,
               .out = out};
  g_array_append_val(self->tasks, task);
}

/* Merges a table that has other columns in some side. FALSE: it is none. */
static gboolean put_table(ChildMerge *self, Fate *fate, AdrefNode *out)
{
  guint count = self->context->count;
  if (fate->base->type != ADREF_TABLE || is_of_two(self) ||
      !adref_merge_columns_differ(self->context, fate->base, fate->forms))
    return FALSE;
  AdrefBlockMatches *rows = g_new0(AdrefBlockMatches, count + 1);
  for (guint s = 0; s < count; s++)
    if (fate->forms[s])
      rows[s] = self->children->match(self->children->data, s, fate->base, fate->forms[s]);
  AdrefMergeColumns *columns =
      adref_merge_columns_new(self->context, fate->base, fate->forms, rows);
  if (!columns)
    return FALSE;
  fate->base = columns->base;
  memcpy(fate->forms, columns->sides, count * sizeof *fate->forms);
  Table table = {columns, merge_attributes(self, fate)};
  g_array_append_val(self->tables, table);
  adref_node_append(out, table.out);
  push(self, fate->base, fate->forms, fate->holders, FALSE, table.out);
  g_array_index(self->tasks, Task, self->tasks->len - 1).matches = rows;
  return TRUE;
}

/* Merges the forms of a block, which is appended to `out`. NULL: no bracket can hold them. */
static AdrefNode *merge_forms(ChildMerge *self, Fate *fate, AdrefNode *out)
{
  if (fate->editors->len == 0)
    return put_copy(out, fate->base);
  guint first = g_array_index(fate->editors, guint, 0);
  if (fate->different == 1 && !brackets_all(self))
    return put_copy(out, fate->forms[first]);
  if (!adref_merge_has_words(fate->base)) {
    for (guint i = 0; i < fate->editors->len; i++)
      put_copy(out, fate->forms[g_array_index(fate->editors, guint, i)]);
    return out->last;
  }
  if (!adref_node_holds_blocks(fate->base) && !adref_node_holds_inlines(fate->base))
    return NULL;
  if (has_other_columns(fate))
    return NULL;
  if (put_table(self, fate, out))
    return out->last;
  AdrefNode *copy = merge_attributes(self, fate);
  adref_node_append(out, copy);
  if (has_other_labels(fate))
    g_ptr_array_add(self->lists, copy);
  if (adref_node_holds_blocks(fate->base)) {
    push(self, fate->base, fate->forms, fate->holders, fate->is_whole, copy);
    return copy;
  }
  self->context->holders = fate->holders;
  self->context->is_whole = fate->is_whole;
  return adref_merge_block(self->context, fate->base, fate->forms, self->children->base_side, copy)
             ? copy
             : NULL;
}

static void report_wrap(const ChildMerge *self, const Fate *fate, const GArray *wanted)
{
  AdrefMergeEvent *event = adref_merge_event_add(self->context, ADREF_MERGE_BRACKETED, NULL);
  for (guint i = 0; i < wanted->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(wanted, guint, i));
  for (guint i = 0; i < fate->deleters->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(fate->deleters, guint, i));
  self->context->report->brackets++;
}

/* FALSE: no bracket can hold what the sides did. */
static gboolean put_child(ChildMerge *self, const Level *level, guint i)
{
  if (put_divided(self, level, i, level->level.olds->pdata[i]))
    return TRUE;
  Fate fate = fate_of(self, level, i);
  self->context->block = fate.base;
  self->context->is_whole = FALSE;
  gboolean possible = TRUE;
  const GArray *wanted = fate.editors->len > 0 ? fate.editors : fate.movers;
  gboolean gone = fate.deleters->len > 0 && wanted->len == 0 && !brackets_all(self);
  if (!gone) {
    AdrefNode *copy = merge_forms(self, &fate, level->task.out);
    possible = copy != NULL;
    if (possible && fate.deleters->len > 0 && adref_merge_has_words(copy)) {
      g_autoptr(GArray) own = is_of_two(self) ? holders_of(self, &fate) : NULL;
      gboolean edited = !brackets_all(self);
      add_wrap(self, copy, own ? own : (edited ? wanted : NULL), own ? NULL : fate.deleters);
      report_wrap(self, &fate, wanted);
    }
  }
  fate_clear(&fate);
  return possible;
}

/* --- blocks that moved --- */

/* Reports that sides moved a child of the base to different places. */
static void report_places(const ChildMerge *self, const Level *level, guint i)
{
  g_autoptr(GArray) movers = g_array_new(FALSE, FALSE, sizeof(guint));
  if (!adref_merge_level_moved_twice(&level->level, i, movers))
    return;
  AdrefMergeEvent *event = adref_merge_event_add(self->context, ADREF_MERGE_MOVED_TWICE, NULL);
  for (guint m = 0; m < movers->len; m++)
    adref_merge_event_add_side(self->context, event, g_array_index(movers, guint, m));
}

/* Puts what a side has between two blocks of the base. FALSE: no bracket can hold what became of a
 * block that moved there. */
static gboolean put_run(ChildMerge *self, Level *level, const GArray *runs,
                        const AdrefMergeRun *run)
{
  gboolean possible = TRUE;
  for (guint j = run->from; j < run->to && possible; j++) {
    AdrefMergeNewBlock *block = level->level.created[run->side][j];
    guint old = adref_merge_level_moved_to(&level->level, run->side, j);
    if (block) {
      put_new(self, level, runs, block);
    } else if (level->level.moves[old] == ADREF_MERGE_MOVES) {
      level->level.moves[old] = ADREF_MERGE_PLACED;
      possible = put_child(self, level, old);
      report_places(self, level, old);
    }
  }
  return possible;
}

static gboolean put_runs(ChildMerge *self, Level *level, guint i)
{
  g_autoptr(GArray) runs = adref_merge_level_runs(&level->level, i);
  gboolean possible = TRUE;
  for (guint r = 0; r < runs->len && possible; r++)
    possible = put_run(self, level, runs, &g_array_index(runs, AdrefMergeRun, r));
  return possible;
}

/* --- levels --- */

static AdrefBlockMatches copy_matches(const AdrefBlockMatches *matches, guint length)
{
  return (AdrefBlockMatches){.in_order = g_memdup2(matches->in_order, (length + 1) * sizeof(guint)),
                             .moved = g_memdup2(matches->moved, (length + 1) * sizeof(guint))};
}

static void level_init(ChildMerge *self, Level *level, Task task)
{
  guint count = self->context->count, olds = adref_node_count_children(task.base);
  AdrefBlockMatches *matches = g_new0(AdrefBlockMatches, count + 1);
  for (guint s = 0; s < count; s++)
    if (task.sides[s])
      matches[s] = task.matches
                       ? copy_matches(&task.matches[s], olds)
                       : self->children->match(self->children->data, s, task.base, task.sides[s]);
  level->task = task;
  level->some_items = g_new0(guint8, count + 1);
  adref_merge_level_init(&level->level, self->context, task.base, task.sides, matches,
                         brackets_all(self));
  level->divided = brackets_all(self) ? NULL : adref_merge_level_divided(&level->level);
  for (guint s = 0; s < count; s++) {
    level->some_items[s] = task.sides[s] && has_some_items(self, level, s) ? 1 : 0;
    if (level->some_items[s])
      report_items(self, s);
  }
}

static void level_clear(Level *level)
{
  adref_merge_level_clear(&level->level);
  g_free(level->some_items);
  adref_merge_divided_free(level->divided);
  task_clear(&level->task);
}

static gboolean merge_level(ChildMerge *self, Task task)
{
  Level level;
  level_init(self, &level, task);
  gboolean possible = TRUE;
  for (guint i = 0; i <= level.level.olds->len && possible; i++) {
    possible = put_runs(self, &level, i);
    if (i < level.level.olds->len && level.level.moves[i] == ADREF_MERGE_STAYS && possible)
      possible = put_child(self, &level, i);
  }
  level_clear(&level);
  return possible;
}

static gboolean wrap_all(const ChildMerge *self)
{
  for (guint i = self->wraps->len; i > 0; i--) {
    const Wrap *wrap = &g_array_index(self->wraps, Wrap, i - 1);
    if (!adref_merge_wrap(self->context, wrap->block, wrap->support, wrap->delete))
      return FALSE;
  }
  return TRUE;
}

/* Removes containers of which the sides together took out all children. */
static void remove_empty(AdrefNode *out)
{
  g_autoptr(GPtrArray) containers = g_ptr_array_new();
  AdrefWalk walk = adref_walk(out);
  while (adref_walk_next(&walk)) {
    if (!walk.entering && walk.node != out && adref_node_holds_blocks(walk.node))
      g_ptr_array_add(containers, walk.node);
    if (walk.entering && adref_node_holds_inlines(walk.node))
      adref_walk_skip(&walk);
  }
  for (guint i = 0; i < containers->len; i++) {
    AdrefNode *container = containers->pdata[i];
    if (!container->first && container->type != ADREF_ITEM)
      adref_node_free(container);
  }
}

gboolean adref_merge_children(AdrefMergeChildren *children, const AdrefNode *base,
                              const AdrefNode *const *sides, AdrefNode *out)
{
  ChildMerge self = {.children = children, .context = children->context};
  self.tasks = g_array_new(FALSE, FALSE, sizeof(Task));
  self.wraps = g_array_new(FALSE, FALSE, sizeof(Wrap));
  g_array_set_clear_func(self.wraps, wrap_clear);
  self.tables = g_array_new(FALSE, FALSE, sizeof(Table));
  g_array_set_clear_func(self.tables, table_clear);
  self.lists = g_ptr_array_new();
  self.contents = adref_interner_new();
  push(&self, base, sides, children->holders, children->is_whole, out);
  gboolean possible = TRUE;
  while (self.done < self.tasks->len && possible)
    possible = merge_level(&self, g_array_index(self.tasks, Task, self.done++));
  for (guint i = 0; possible && i < self.lists->len; i++)
    adref_label_list_set_kind(self.lists->pdata[i]);
  possible = possible && wrap_all(&self);
  for (guint i = 0; possible && i < self.tables->len; i++) {
    const Table *table = &g_array_index(self.tables, Table, i);
    adref_merge_columns_finish(table->columns, self.context, table->out);
  }
  self.context->block = NULL;
  if (possible)
    remove_empty(out);
  g_array_remove_range(self.tasks, 0, self.done);
  g_array_set_clear_func(self.tasks, task_clear);
  g_array_unref(self.tasks);
  g_array_unref(self.wraps);
  g_array_unref(self.tables);
  g_ptr_array_unref(self.lists);
  adref_interner_free(self.contents);
  return possible;
}
